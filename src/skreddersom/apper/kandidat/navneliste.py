"""A list of names: fødselsnummer and name on each line, so that lists can show who is meant. 11F has no names.

Only names of persons the office already has from 11F are kept; the rest of the list is not stored as persons.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.setning import setning

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGSTE_NAVN: Final = 120
NUMMER: Final = re.compile(r"\d{6} ?\d{5}")
FORSTE_FELT: Final = re.compile(r'^\ufeff?\s*"?(\d{6} ?\d{5}"?\s*[;,\t]|f(ø|o|oe)dsels(nummer|nr)|fnr)', re.IGNORECASE)
"""How the first line of a name list begins: a number and a separator, or a heading."""


@dataclass
class Navneliste:
    """The names by fødselsnummer, and what is wrong by line (from 1). A number that stands twice keeps the last name."""

    navn: dict[str, str] = field(default_factory=dict)
    feil: list[tuple[int, str]] = field(default_factory=list)

    @property
    def antall(self) -> int:
        """How many persons the list names."""
        return len(self.navn)


def ligner(data: bytes) -> bool:
    """Whether the first line is one of a name list."""
    forste = next((linje for linje in _tekst(data[:4096]).splitlines() if linje.strip()), "")
    return FORSTE_FELT.match(forste) is not None


def les(data: bytes) -> Navneliste:
    """Every line, also when some are wrong: what is wrong is in ``feil``, with the cure and without numbers."""
    liste = Navneliste()
    for nr, celler in _rader(_tekst(data)):
        feil = _feil_i(celler)
        if feil:
            liste.feil.append((nr, feil))
        else:
            liste.navn[celler[0].replace(" ", "")] = _rent(celler[1])
    return liste


def _tekst(data: bytes) -> str:
    """UTF-8 with or without a mark in front, else as older spreadsheets save."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rader(tekst: str) -> Iterator[tuple[int, list[str]]]:
    skille = next((tegn for tegn in ";\t," if tegn in tekst.partition("\n")[0]), ";")
    for nr, celler in enumerate(csv.reader(StringIO(tekst), delimiter=skille), 1):
        hode = nr == 1 and not any(tegn.isdigit() for tegn in celler[0] if celler)
        if any(celle.strip() for celle in celler) and not hode:
            yield nr, [celle.strip() for celle in celler]


def _feil_i(celler: list[str]) -> str:
    if len(celler) < 2 or not celler[1]:
        return setning("Navnet mangler. Skriv fødselsnummer, semikolon og navn på hver linje.")
    if not NUMMER.fullmatch(celler[0]):
        return setning("Første felt er ikke et fødselsnummer med elleve siffer. Se etter nuller som regnearket har tatt bort.")
    if len(_rent(celler[1])) > LENGSTE_NAVN:
        return setning("Navnet er lengre enn {lengst} tegn. Se etter et semikolon som mangler.", lengst=LENGSTE_NAVN)
    return ""


def _rent(navn: str) -> str:
    synlig = "".join(tegn for tegn in unicodedata.normalize("NFC", navn) if unicodedata.category(tegn)[0] != "C")
    return " ".join(synlig.split())
