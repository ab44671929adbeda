"""What all our workbooks have in common: a bold frozen head, a filter, and text that stays text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.skrift import mengde, synlig

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

    from skreddersom.kjerne.dokument import Ark

Kolonne = tuple[str, int, str]
"""Heading, width in characters, and what the column holds."""

FLEST_RADER: Final = 1_048_575
"""Rows a sheet can hold below its heading."""

UTEN_TOLKNING: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What stands in a field is text, also when it begins with = or looks like an address."""


def arbeidsbok(ut: Path | BinaryIO) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
    """A new workbook, to be used with ``with``."""
    return xlsxwriter.Workbook(ut if hasattr(ut, "write") else str(ut), UTEN_TOLKNING)


def som_xlsx(alle: Iterable[Ark]) -> bytes:
    """A workbook of these sheets."""
    ut = BytesIO()
    with arbeidsbok(ut) as bok:
        for ark in alle:
            skriv_ark(bok, ark.navn, [(ett.navn, ett.bredde, "") for ett in ark.kolonner], ark.rader)
    return ut.getvalue()


def krev_plass(antall: int, ellers: str) -> None:
    """Refuse more rows than a sheet holds; ``ellers`` is what to do instead.

    Raises:
        Brukerfeil: when there are too many rows.

    """
    if antall > FLEST_RADER:
        raise Brukerfeil(f"{mengde(antall, 'rad', 'rader')} får ikke plass i et regneark; {ellers}.")


def skriv_ark(bok: Any, navn: str, kolonner: Sequence[Kolonne], rader: Iterable[Sequence[object]]) -> None:  # noqa: ANN401 - as above
    """A sheet with head, filter and rows: numbers as numbers, everything else as text, nothing for None."""
    ark: Worksheet = bok.add_worksheet(navn)
    fet = bok.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for nr, (overskrift, bredde, _) in enumerate(kolonner):
        ark.set_column(nr, nr, bredde)
        ark.write_string(0, nr, overskrift, fet)
    siste = 1
    for siste, rad in enumerate(rader, start=1):
        for nr, verdi in enumerate(rad):
            _skriv(ark, siste, nr, verdi)
    ark.freeze_panes(1, 0)
    ark.autofilter(0, 0, siste, len(kolonner) - 1)


def _skriv(ark: Worksheet, rad: int, kolonne: int, verdi: object) -> None:
    if isinstance(verdi, int | float):
        ark.write_number(rad, kolonne, verdi)
    elif verdi is not None:
        ark.write_string(rad, kolonne, synlig(str(verdi)))
