"""Synthetic fødselsnummer of the Tenor kind: month + 80, so that none can belong to a living person, and valid control digits.

Each birth year and sex has a pool: every pair of birth date and individual number, once, in an order of chance. A person takes the next
valid one, so a number is never given twice in a run, whatever is asked for and in which order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk.kalender import dager_i_aar, datodeler
from skreddersom.demo.syntetisk.trekk import Bryter, Dato, Heltall, strom
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Iterator

MANN, KVINNE = 1, 2

SYNTETISK_MAANED: Final = 80
"""Added to the month by Skatteetaten's test population (Tenor)."""

HJELPENUMMER: Final = (100, 200, 99_999)
"""Last five digits that Statistics Norway reads as an auxiliary number, not as a fødselsnummer: 00100, 00200 and 99999."""

INDIVIDNUMMER: Final = ((1900, 1939, ((0, 499),)), (1940, 1999, ((0, 499), (900, 999))), (2000, 2039, ((500, 999),)))
"""Birth years (both included) -> the individual numbers that say which century they belong to (both included)."""

VEKTER_K1: Final = np.array([3, 7, 6, 1, 8, 9, 4, 5, 2], dtype=np.int64)
VEKTER_K2: Final = np.array([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], dtype=np.int64)

GYLDIG_ANDEL: Final = 0.82
"""Share of the numbers with both control digits: one in eleven lacks the first, one in eleven the second, (10/11)² = 0.826."""

FNR_STROM: Final = 1
"""Marks the pools' streams of chance off from those of the municipalities."""


class TommeNummer(Brukerfeil):
    """No unused fødselsnummer is left for a birth year and sex."""


def med_kontrollsiffer(ni_siffer: Heltall) -> tuple[Heltall, Bryter]:
    """Nine digits (date and individual number) -> the whole number, and whether it has valid control digits (mod 11; 10 is none)."""
    siffer = ni_siffer[:, None] // 10 ** np.arange(8, -1, -1, dtype=np.int64) % 10
    k1 = -(siffer @ VEKTER_K1) % 11
    k2 = -(np.column_stack([siffer, k1]) @ VEKTER_K2) % 11
    nummer = ni_siffer * 100 + k1 * 10 + k2
    return nummer, (k1 < 10) & (k2 < 10) & ~np.isin(nummer % 100_000, HJELPENUMMER)


class _Pulje:
    """The numbers of one birth year and sex, in the order in which they are given out.

    The days of the year are gone through in a shuffled order, round after round, and each day has its own order of individual numbers.
    """

    def __init__(self, aar: int, kjonn: int, fro: int) -> None:
        rng = strom(fro, FNR_STROM, aar, kjonn)
        self._aar = aar
        self._dager = rng.permutation(dager_i_aar(aar))
        self._individ = rng.permutation(individnummer(aar, kjonn))
        self._forste_individ = rng.integers(0, len(self._individ), len(self._dager))
        self._brukt = 0

    def ta(self, antall: int) -> tuple[Dato, Heltall]:
        """The next ``antall`` birth dates and numbers. Raises ``TommeNummer`` when the pool is dry."""
        deler = list(self._forsok(antall))
        return np.concatenate([fodt for fodt, _ in deler]), np.concatenate([nummer for _, nummer in deler])

    def _forsok(self, mangler: int) -> Iterator[tuple[Dato, Heltall]]:
        while mangler:
            fodt, nummer = self._neste(mangler)
            mangler -= len(nummer)
            yield fodt, nummer

    def _neste(self, antall: int) -> tuple[Dato, Heltall]:
        """The valid ones of the next ``antall`` pairs of day and individual number."""
        plass = np.arange(self._brukt, min(self._brukt + antall, len(self._dager) * len(self._individ)))
        if len(plass) == 0:
            raise TommeNummer(f"Det finnes ikke flere oppdiktede fødselsnummer for født {self._aar}. Velg et lavere --antall.")
        self._brukt += len(plass)
        runde, dag = np.divmod(plass, len(self._dager))
        individ = self._individ[(runde + self._forste_individ[dag]) % len(self._individ)]
        nummer, gyldig = med_kontrollsiffer(datosiffer(self._dager[dag]) * 1000 + individ)
        return self._dager[dag][gyldig], nummer[gyldig]


class Nummerkiste:
    """Gives out fødselsnummer, each only once in the life of the chest. The same seed and requests give the same numbers."""

    def __init__(self, fro: int) -> None:
        self._fro = fro
        self._puljer: dict[tuple[int, int], _Pulje] = {}

    def trekk(self, fodselsaar: Heltall, kjonn: Heltall) -> tuple[Dato, Heltall]:
        """A birth date and a fødselsnummer (as a number of 10 or 11 digits) per row. Raises ``TommeNummer``."""
        fodt = np.empty(len(fodselsaar), dtype="datetime64[D]")
        nummer = np.empty(len(fodselsaar), dtype=np.int64)
        for par in np.unique(fodselsaar * 10 + kjonn).tolist():
            hvem = np.flatnonzero(fodselsaar * 10 + kjonn == par)
            fodt[hvem], nummer[hvem] = self._pulje(par // 10, par % 10).ta(len(hvem))
        return fodt, nummer

    def _pulje(self, aar: int, kjonn: int) -> _Pulje:
        if (aar, kjonn) not in self._puljer:
            self._puljer[aar, kjonn] = _Pulje(aar, kjonn, self._fro)
        return self._puljer[aar, kjonn]


def kapasitet(aar: int, kjonn: int) -> int:
    """How many numbers a birth year and sex surely has room for."""
    return int(GYLDIG_ANDEL * len(dager_i_aar(aar)) * len(individnummer(aar, kjonn)))


def individnummer(aar: int, kjonn: int) -> Heltall:
    """The individual numbers of the birth year: odd for men, even for women."""
    omraader = next(omraader for fra, til, omraader in INDIVIDNUMMER if fra <= aar <= til)
    alle = np.concatenate([np.arange(fra, til + 1, dtype=np.int64) for fra, til in omraader])
    return np.compress(alle % 2 == kjonn % 2, alle)


def datosiffer(fodt: Dato) -> Heltall:
    """The first six digits, ddMMyy with the month + 80, as a number."""
    aar, maaned, dag = datodeler(fodt)
    return dag * 10_000 + (maaned + SYNTETISK_MAANED) * 100 + aar % 100
