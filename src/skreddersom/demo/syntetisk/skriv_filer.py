"""Write the files of one municipality, or of all in Agder: 11F and 11CF for each year, chunk by chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.demo.syntetisk.agder import MOTTAKERE_I_AGDER, fordel_etter_innbyggere
from skreddersom.demo.syntetisk.bestilling import AAR, Bestilling, bestill, krev_aar, krev_antall
from skreddersom.demo.syntetisk.bolk import bolker, lag_bolk
from skreddersom.demo.syntetisk.filsett import Filsett
from skreddersom.demo.syntetisk.fodselsnummer import Nummerkiste
from skreddersom.kjerne.kostra.oppsett import SKJEMAER, Skjema, oppsett
from skreddersom.kjerne.kostra.skriv import formater

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import polars as pl

    Framdrift = Callable[[int], None]

UTEN_DELTAKERE: Final = b" "
"""A municipality without participants delivers one space, and ticks «har vedlegg: nei» in the form (control 000)."""


def lag(
    kommune: str,
    antall: int,
    aar: Sequence[int],
    fro: int,
    mappe: Path,
    *,
    overskriv: bool = False,
    framdrift: Framdrift | None = None,
) -> list[Path]:
    """Write the files of one municipality, with ``antall`` recipients in 11F a year; gives back where they are.

    ``framdrift`` is told how many recipients a year are done since last. Raises ``Brukerfeil`` for wrong input, before anything is written.
    """
    return _lag([bestill(kommune, antall, aar, fro)], mappe, overskriv=overskriv, framdrift=framdrift)


def lag_agder(
    mappe: Path,
    *,
    antall: int = MOTTAKERE_I_AGDER,
    aar: Sequence[int] = AAR,
    fro: int = 1,
    overskriv: bool = False,
    framdrift: Framdrift | None = None,
) -> list[Path]:
    """The files of all 25 municipalities of Agder, with ``antall`` recipients a year in all. Otherwise as ``lag``."""
    krev_antall(antall, krev_aar(aar))
    bestillinger = [bestill(kommune, deres, aar, fro) for kommune, deres in fordel_etter_innbyggere(antall).items()]
    return _lag(bestillinger, mappe, overskriv=overskriv, framdrift=framdrift)


def _lag(bestillinger: Sequence[Bestilling], mappe: Path, *, overskriv: bool, framdrift: Framdrift | None) -> list[Path]:
    kiste = Nummerkiste(bestillinger[0].fro)
    with Filsett(mappe, [navn for b in bestillinger for navn in filnavn(b)], overskriv=overskriv) as filer:
        for bestilling in bestillinger:
            for ferdige in _skriv_kommune(bestilling, kiste, filer):
                if framdrift:
                    framdrift(ferdige)
            filer.lukk(filnavn(bestilling))
    return filer.stier


def filnavn(bestilling: Bestilling) -> list[str]:
    """The names of the files of one municipality, by year."""
    return [_navn(skjema, bestilling.kommune, aar) for aar in bestilling.aar for skjema in SKJEMAER]


def _navn(skjema: Skjema, kommune: str, aar: int) -> str:
    return f"{skjema}_{kommune}_{aar}.dat"


def _skriv_kommune(bestilling: Bestilling, kiste: Nummerkiste, filer: Filsett) -> Iterator[int]:
    """Write the chunks; yields the number of recipients a year in each."""
    journalnummer = 1
    for bolk in bolker(bestilling):
        personer, rammer = lag_bolk(bestilling, bolk, kiste, journalnummer)
        journalnummer += personer
        for skjema, aar, ramme in rammer:
            filer.apne(_navn(skjema, bestilling.kommune, aar)).write(_linjer(ramme, skjema, aar))
        yield bolk.antall
    for fil in map(filer.apne, filnavn(bestilling)):
        if fil.tell() == 0:
            fil.write(UTEN_DELTAKERE)


def _linjer(ramme: pl.DataFrame, skjema: Skjema, aar: int) -> bytes:
    if ramme.is_empty():
        return b""
    linjer: str = formater(ramme, oppsett(skjema, aar)).str.join("\n").item()
    return f"{linjer}\n".encode("ascii")
