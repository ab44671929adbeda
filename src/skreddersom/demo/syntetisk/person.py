"""The synthetic people: who they are, the same in every year and in both forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.fodselsnummer import KVINNE, MANN, Nummerkiste, kapasitet
from skreddersom.demo.syntetisk.trekk import Bryter, Dato, Flyttall, Heltall, mellom, rader, sjanse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skreddersom.demo.syntetisk.bestilling import Bestilling

Aldersfordeling = tuple[tuple[int, int, float], ...]

OSLO, OSLO_BYDELER = "0301", 15
PAR: Final = (2, 3)
"""EKTSTAT of married people and cohabitants."""

KAPASITETSMARGIN: Final = 0.97
"""Chance may ask a little more of one birth year than its share."""


@dataclass(frozen=True)
class Personer:
    """People as columns of equal length; the row is the person's number in its chunk."""

    fodt: Dato
    fodselsnummer: Heltall
    journalnummer: Heltall
    kjonn: Heltall
    sivilstand: Heltall
    barn: Heltall
    bosituasjon: Heltall
    bydel: Heltall
    """1–15 in Oslo, 0 elsewhere."""
    saksbehandler: Heltall
    legning: Flyttall
    """0 to 1: where in the table of life situations the person tends to be, so that years resemble each other."""

    def __len__(self) -> int:
        return len(self.fodt)

    @property
    def i_par(self) -> Bryter:
        """Married or cohabitant."""
        return np.isin(self.sivilstand, PAR)


def lag_personer(
    rng: np.random.Generator, kiste: Nummerkiste, bestilling: Bestilling, journalnummer: int, *, forste_aar: Heltall, deltaker: Bryter
) -> Personer:
    """The people of a chunk, with journal numbers from ``journalnummer``.

    Row by row, ``forste_aar`` is the first year they appear and ``deltaker`` whether they take part in kvalifiseringsprogram in some year.
    """
    antall = len(deltaker)
    alder = np.where(deltaker, _alder(rng, f.ALDER_11CF, antall), _alder(rng, f.ALDER_11F, antall))
    kvinne = sjanse(rng, np.where(deltaker, f.KVINNEANDEL_11CF, f.KVINNEANDEL_11F), antall)
    kjonn = np.where(kvinne, KVINNE, MANN)
    fodt, nummer = kiste.trekk(forste_aar - alder, kjonn)
    return Personer(
        fodt=fodt,
        fodselsnummer=nummer,
        journalnummer=journalnummer + np.arange(antall),
        kjonn=kjonn,
        sivilstand=_etter_alder(rng, f.SIVILSTAND, alder),
        barn=_etter_alder(rng, f.BARN, alder),
        bosituasjon=rader(rng, list(f.BOSITUASJON.values()), antall) + 1,
        bydel=_bydel(rng, bestilling.kommune, antall),
        saksbehandler=rng.integers(1, 2 + bestilling.antall // f.MOTTAKERE_PER_SAKSBEHANDLER, antall),
        legning=rng.random(antall),
    )


def _alder(rng: np.random.Generator, fordeling: Aldersfordeling, antall: int) -> Heltall:
    fra, til, vekt = (np.array(kolonne) for kolonne in zip(*fordeling, strict=True))
    gruppe = rader(rng, vekt.tolist(), antall)
    return mellom(rng, fra[gruppe].astype(np.int64), til[gruppe].astype(np.int64))


def _etter_alder(rng: np.random.Generator, tabell: Sequence[tuple[int, int, Mapping[str, float]]], alder: Heltall) -> Heltall:
    """A code per person from the row of the table that covers the age."""
    kode = np.zeros(len(alder), dtype=np.int64)
    for fra, til, fordeling in tabell:
        hvem = np.flatnonzero((alder >= fra) & (alder <= til))
        verdier = np.array([int(verdi) for verdi in fordeling], dtype=np.int64)
        kode[hvem] = verdier[rader(rng, list(fordeling.values()), len(hvem))]
    return kode


def _bydel(rng: np.random.Generator, kommune: str, antall: int) -> Heltall:
    return rng.integers(1, OSLO_BYDELER + 1, antall) if kommune == OSLO else np.zeros(antall, dtype=np.int64)


def storste_antall(aar: Sequence[int]) -> int:
    """The most recipients a year whose people can surely be given a fødselsnummer each."""
    personer_per_mottaker = 1 + (len(aar) - 1) * (1 - f.VIDERE_TIL_NESTE_AAR)
    rom = [_rom(aar[0] - alder) / andel for alder, andel in _andel_per_alder().items()]
    return int(KAPASITETSMARGIN * min(rom) / personer_per_mottaker)


def _rom(fodselsaar: int) -> float:
    return min(kapasitet(fodselsaar, KVINNE) / f.KVINNEANDEL_11F, kapasitet(fodselsaar, MANN) / (1 - f.KVINNEANDEL_11F))


def _andel_per_alder() -> dict[int, float]:
    """Share of all people at each age, as recipient and, at the most, as participant besides."""
    andel: dict[int, float] = {}
    for fordeling, omfang in ((f.ALDER_11F, 1.0), (f.ALDER_11CF, f.DELTAKERE_PER_MOTTAKER)):
        sum_vekt = sum(vekt for _, _, vekt in fordeling)
        for fra, til, vekt in fordeling:
            for alder in range(fra, til + 1):
                andel[alder] = andel.get(alder, 0) + omfang * vekt / sum_vekt / (til - fra + 1)
    return andel
