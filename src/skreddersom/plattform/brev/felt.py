"""What a letter may be told: the fields of each kind, and a check that the data is of that shape.

The data is plain JSON, kept with the letter. A misspelt field would otherwise vanish without a word, so it is refused; an empty one is
allowed, for a draft is filled in little by little.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.brevkrav import VEDTAK, Brevslag, er_tom
from skreddersom.plattform.brev.malfil import valg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FODSELSNUMMER: Final = re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)")
UTEN_NUMMER: Final = frozenset({"referanse"})
"""Fields that end up in titles, file names and other people's archives."""


class UgyldigBrev(Brukerfeil):
    """The data of a letter has a field that does not exist, or a value that is not of its kind."""


@cache
def felt_i(slag: Brevslag) -> Mapping[str, str]:
    """The fields that a letter of this kind has, and what kind of value each takes."""
    alle = tomllib.loads((files("skreddersom.plattform.brev") / "felt.toml").read_text(encoding="utf-8"))
    return {**alle["alle"], **(alle["vedtak"] if slag in VEDTAK else {}), **alle[slag]}


def sjekk(slag: Brevslag, data: Mapping[str, Any]) -> None:
    """Raise ``UgyldigBrev`` for a field that the kind does not have, or a value that is not of its kind."""
    felt = felt_i(slag)
    for sti, verdi in blader(data):
        if sti not in felt and not er_tom(verdi):
            raise UgyldigBrev(f"Brevet har ikke noe felt som heter «{sti}». Feltene står i felt.toml.")
        if not er_tom(verdi):
            _sjekk_form(sti, felt[sti], verdi)
        if sti in UTEN_NUMMER and FODSELSNUMMER.search(str(verdi)):
            raise UgyldigBrev(f"«{sti}» ser ut som et fødselsnummer. Bruk saksnummeret.")


def _sjekk_form(sti: str, form: str, verdi: object) -> None:
    form, _, tabell = form.partition(":")
    if not PROVER[form](verdi):
        raise UgyldigBrev(f"«{sti}» kan ikke være «{str(verdi)[:40]}». Skriv {FORM[form]}.")
    if tabell and verdi not in (ord_ := valg("nb", tabell)):
        raise UgyldigBrev(f"«{sti}» kan ikke være «{str(verdi)[:40]}». Velg {', '.join(ord_)}.")


def blader(verdi: Any, sti: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Every value in the data that is no table or list, with its path."""
    if isinstance(verdi, dict) and verdi:
        for navn, ett in verdi.items():
            yield from blader(ett, f"{sti}.{navn}" if sti else str(navn))
    elif isinstance(verdi, list | tuple) and verdi:
        for ett in verdi:
            yield from blader(ett, f"{sti}[]")
    else:
        yield sti, verdi


FORM: Final = {
    "tekst": "én linje tekst",
    "fritekst": "tekst",
    "dato": "datoen slik: 2026-11-22",
    "tall": "et tall fra null og opp",
    "kroner": "beløpet slik: 1071.91",
    "valg": "et av ordene som kan velges",
    "ja_nei": "true eller false",
}
"""How a value is written, for the sentence that says it is wrong."""


def _er_tekst(verdi: object) -> bool:
    return isinstance(verdi, str)


def _er_dato(verdi: object) -> bool:
    try:
        return isinstance(verdi, str) and date.fromisoformat(verdi).isoformat() == verdi
    except ValueError:
        return False


def _er_tall(verdi: object) -> bool:
    return isinstance(verdi, int | float) and not isinstance(verdi, bool) and 0 <= verdi < float("inf")


def _er_kroner(verdi: object) -> bool:
    try:
        return isinstance(verdi, str) and Decimal(verdi).is_finite() and Decimal(verdi) >= 0
    except InvalidOperation:
        return False


PROVER: Final[Mapping[str, Callable[[object], bool]]] = {
    "tekst": _er_tekst,
    "fritekst": _er_tekst,
    "valg": _er_tekst,
    "dato": _er_dato,
    "tall": _er_tall,
    "kroner": _er_kroner,
    "ja_nei": lambda verdi: isinstance(verdi, bool),
}
