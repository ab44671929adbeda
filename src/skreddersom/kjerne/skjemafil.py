"""A small table from a file: separator and character set told apart, every row with its line number."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Final

from skreddersom.kjerne.feil import Brukerfeil

SKILLETEGN: Final = ";\t,"
"""In order of preference where the first line has as many of each."""

STYRETEGN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Characters that no text needs, and that steer what shows it: a page, a PDF and a Word document would each read them differently."""


@dataclass(frozen=True, slots=True)
class Rad:
    """One row: the line it begins on (from 1) and its cells, as they are written."""

    linje: int
    celler: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skjemafil:
    """Heading and rows of the file called ``navn``. Every row has as many cells as the heading."""

    navn: str
    hode: tuple[str, ...]
    rader: tuple[Rad, ...]


def les(innhold: bytes, navn: str) -> Skjemafil:
    """The table in ``innhold``. Lines without content are passed over.

    Raises:
        Brukerfeil: when it is no table, a heading stands twice or is missing, or a row is longer or shorter than the heading.

    """
    rader = _rader(krev_uten_styretegn(_som_tekst(innhold, navn), navn), navn)
    if not rader:
        raise Brukerfeil(f"{navn} er tom. Første linje skal ha overskriftene.")
    hode = tuple(celle.strip() for celle in rader[0].celler)
    _krev_hode(hode, navn)
    for rad in rader[1:]:
        if len(rad.celler) != len(hode):
            felt = f"{len(rad.celler)} felt, men overskriften har {len(hode)}"
            raise Brukerfeil(f"{navn}, linje {rad.linje}: {felt}. Sett anførselstegn om svar med skilletegn i.")
    return Skjemafil(navn, hode, tuple(rader[1:]))


def krev_uten_styretegn(tekst: str, navn: str) -> str:
    """The text itself.

    Raises:
        Brukerfeil: naming the line, when it holds a character that steers.

    """
    if funn := STYRETEGN.search(tekst):
        linje = tekst.count("\n", 0, funn.start()) + 1
        raise Brukerfeil(
            f"{navn}, linje {linje}: et usynlig styretegn (U+{ord(funn[0]):04X}). Ta det bort; er fila et regneark, lagre som CSV."
        )
    return tekst


def _som_tekst(innhold: bytes, navn: str) -> str:
    """UTF-8 when it is that, else what Excel on Windows writes."""
    if innhold.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Brukerfeil(f"{navn} er lagret som UTF-16. Lagre regnearket som CSV (UTF-8), og bruk den fila.")
    try:
        return innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        return innhold.decode("cp1252", errors="replace")


def _rader(tekst: str, navn: str) -> list[Rad]:
    skilletegn = max(SKILLETEGN, key=tekst.partition("\n")[0].count)
    leser = csv.reader(StringIO(tekst, newline=""), delimiter=skilletegn, strict=True)
    rader, fra = [], 1
    try:
        for celler in leser:
            if any(celle.strip() for celle in celler):
                rader.append(Rad(fra, tuple(celler)))
            fra = leser.line_num + 1
    except csv.Error as feil:
        raise Brukerfeil(f"{navn}, linje {leser.line_num}: et anførselstegn mangler makkeren sin, så resten kan ikke leses.") from feil
    return rader


def _krev_hode(hode: tuple[str, ...], navn: str) -> None:
    if not all(hode):
        raise Brukerfeil(f"{navn}: kolonne {hode.index('') + 1} mangler overskrift.")
    if dobbelt := next((ett for ett in hode if hode.count(ett) > 1), None):
        raise Brukerfeil(f"{navn}: overskriften «{dobbelt}» står flere ganger. Gi hver kolonne sitt eget navn.")
