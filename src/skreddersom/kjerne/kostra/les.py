"""Read a municipal KOSTRA file: first as lines, leniently, then as records of one form and year, strictly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra import felt as feltuttrykk
from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, Oppsett, Skjema, oppsett

if TYPE_CHECKING:
    from pathlib import Path

LINJE = "linje"


class LesFeil(Brukerfeil):
    """The file cannot be read as the form it should be."""


@dataclass(frozen=True)
class Linjefil:
    """A file as lines. ``linjer`` has ``linje`` (UInt32, from 1 among the non-empty lines) and ``tekst`` (String)."""

    sti: Path
    tegnsett: Literal["utf-8", "iso-8859-1"]
    linjer: pl.DataFrame


@dataclass(frozen=True)
class Kostrafil:
    """A file whose every line is a record of ``oppsett``."""

    linjefil: Linjefil
    oppsett: Oppsett

    @property
    def sti(self) -> Path:
        """Where the file was read."""
        return self.linjefil.sti

    def raa(self, *navn: str) -> pl.DataFrame:
        """``linje`` and the exact characters of the fields named; of all when none is."""
        return self.linjefil.linjer.select(LINJE, *[feltuttrykk.raa(self.oppsett[n]) for n in navn or self.oppsett.navn])

    def typet(self, *navn: str) -> pl.DataFrame:
        """``linje`` and the values of the fields named; of all when none is."""
        return self.linjefil.linjer.select(LINJE, *[feltuttrykk.typet(self.oppsett[n]) for n in navn or self.oppsett.navn])


def les_linjer(sti: Path) -> Linjefil:
    """The file as lines, whatever they hold. Raises ``LesFeil`` for what cannot be looked at as lines."""
    try:
        innhold = sti.read_bytes()
    except OSError as feil:
        raise LesFeil(f"{sti} kan ikke leses: {feil.strerror}.") from feil
    tekst = innhold.decode("utf-8")
    linjer = [linje.removesuffix("\r") for linje in tekst.split("\n")]
    ramme = pl.DataFrame({TEKST: [linje for linje in linjer if linje]}, schema={TEKST: pl.String})
    return Linjefil(sti, "utf-8", ramme.with_row_index(LINJE, offset=1))


def les(sti: Path, skjema: Skjema | None = None, aar: int | None = None) -> Kostrafil:
    """The file as records. Raises ``LesFeil`` naming the line and the cure."""
    linjefil = les_linjer(sti)
    return Kostrafil(linjefil, finn_oppsett(linjefil.linjer, skjema, aar))


def finn_oppsett(linjer: pl.DataFrame, skjema: Skjema | None = None, aar: int | None = None) -> Oppsett:
    """The layout the lines follow, from VERSION (positions 5–6) and the line length; ``skjema`` and ``aar`` override."""
    forste = linjer[TEKST][0]
    aar = aar or 2000 + int(forste[4:6])
    mulige = [oppsett(s, aar) for s in ([skjema] if skjema else SKJEMAER)] if aar in AARGANGER else []
    for mulig in mulige:
        if mulig.lengde == len(forste):
            return mulig
    raise LesFeil(f"Linje 1 har {len(forste)} tegn og passer ikke.")
