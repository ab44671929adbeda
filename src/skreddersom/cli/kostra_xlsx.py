"""The findings as a workbook: one sheet with every message, one that explains the columns and the controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlsxwriter

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.fil import visning
from skreddersom.kjerne.kostra.kontroll import kontrolltabell
from skreddersom.kjerne.kostra.oppsett import oppsett

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport

FLEST_MELDINGER = 1_048_575
"""Rows a sheet can hold below its heading."""

KOLONNER = (
    ("Fil", 24, "Fila meldingen gjelder."),
    ("Kontroll", 10, "Nummeret på kontrollen. K er SSBs egen, S er Skreddersøms strengere kontroll."),
    ("Navn", 36, "Hva kontrollen ser etter."),
    ("Alvorlighet", 12, "FATAL og ERROR hindrer innsending til SSB. WARNING er en advarsel. OK er en opplysning."),
    ("Fra", 13, "SSB eller Skreddersøm."),
    ("Linje", 8, "Linjenummer i fila, talt fra 1 uten tomme linjer, slik SSB teller. Blankt når meldingen gjelder hele fila."),
    ("Journalnr", 12, "Journalnummeret i fagsystemet."),
    ("Melding", 110, "Hva som ble funnet, og hva som kan gjøres."),
)
LINJE = [navn for navn, _, _ in KOLONNER].index("Linje")

UTEN_TOLKNING = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What stands in a field is text, also when it begins with = or looks like an address."""


def skriv(rapporter: Sequence[Kontrollrapport], ut: Path) -> None:
    """Write the workbook. Raises ``Brukerfeil`` when there are more messages than a sheet holds, ``OSError`` when it cannot be written."""
    antall = sum(rapport.meldinger.height for rapport in rapporter)
    if antall > FLEST_MELDINGER:
        raise Brukerfeil(f"{antall} meldinger får ikke plass i et regneark; bruk --format json, eller kontroller færre filer om gangen.")
    with ut.open("wb") as strom, xlsxwriter.Workbook(strom, UTEN_TOLKNING) as bok:
        _skriv_meldinger(bok, rapporter, antall)
        _skriv_forklaring(bok, rapporter)


def _skriv_meldinger(bok: Any, rapporter: Sequence[Kontrollrapport], antall: int) -> None:  # noqa: ANN401 - xlsxwriter is untyped
    ark = _nytt_ark(bok, "Meldinger", KOLONNER)
    ark.autofilter(0, 0, max(antall, 1), len(KOLONNER) - 1)
    for nr, rad in enumerate(_rader(rapporter), start=1):
        for kolonne, verdi in enumerate(rad):
            if kolonne != LINJE:
                ark.write_string(nr, kolonne, verdi or "")
            elif verdi is not None:
                ark.write_number(nr, kolonne, verdi)


def _rader(rapporter: Sequence[Kontrollrapport]) -> Iterator[tuple[Any, ...]]:
    for rapport in rapporter:
        fil = visning(rapport.sti)
        kolonner = ("kontroll", "tittel", "alvorlighet", "vaar", "linje", "journalnr", "tekst")
        for kontroll, tittel, alvorlighet, vaar, linje, journalnr, tekst in rapport.meldinger.select(kolonner).iter_rows():
            yield fil, kontroll, tittel, alvorlighet, "Skreddersøm" if vaar else "SSB", linje, journalnr, tekst


def _skriv_forklaring(bok: Any, rapporter: Sequence[Kontrollrapport]) -> None:  # noqa: ANN401 - xlsxwriter is untyped
    ark = _nytt_ark(bok, "Forklaring", (("Ord", 28, ""), ("Betydning", 120, "")))
    merknader = [("Merk", merknad) for rapport in rapporter for merknad in rapport.merknader]
    ordene = [(navn, betydning) for navn, _, betydning in KOLONNER]
    for nr, (ord_, betydning) in enumerate([*ordene, *merknader, *_grunner(rapporter)], start=1):
        ark.write_string(nr, 0, ord_)
        ark.write_string(nr, 1, betydning)


def _grunner(rapporter: Sequence[Kontrollrapport]) -> list[tuple[str, str]]:
    """Why each of our own controls is there, once, for the forms and years in the reports."""
    former = {(rapport.skjema, rapport.aar) for rapport in rapporter if rapport.skjema and rapport.aar}
    egne = [k for skjema, aar in sorted(former) for k in kontrolltabell(oppsett(skjema, aar), regler=0)]
    return sorted({k.id: (k.id, k.grunn) for k in egne}.values())


def _nytt_ark(bok: Any, navn: str, kolonner: Sequence[tuple[str, int, str]]) -> Any:  # noqa: ANN401 - xlsxwriter is untyped
    ark = bok.add_worksheet(navn)
    ark.freeze_panes(1, 0)
    for nr, (overskrift, bredde, _) in enumerate(kolonner):
        ark.set_column(nr, nr, bredde)
        ark.write_string(0, nr, overskrift, bok.add_format({"bold": True}))
    return ark
