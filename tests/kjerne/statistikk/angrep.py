"""Attacks on a published table: everything a reader can work out from the numbers that are shown.

A hidden number is unknown but at least 1, since zeros are shown. Sums are hidden numbers too. The least and the largest that a number,
or several on a line together, can be, are found by linear programming; the tables are such that those are whole numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from skreddersom.kjerne.statistikk.krysstabell import Celle, Tall

UENDELIG = 10**6


def ved_subtraksjon(alt: Tall) -> dict[Celle, int]:
    """The hidden numbers that come out by subtracting on one line after another."""
    kjent = {(rad, kol): verdi for rad, linje in enumerate(alt) for kol, verdi in enumerate(linje)}
    funnet: dict[Celle, int] = {}
    while ny := next((svar for linje in _linjer(alt) if (svar := _eneste(linje, kjent))), None):
        celle, verdi = ny
        kjent[celle] = funnet[celle] = verdi
    return funnet


def _linjer(alt: Tall) -> list[list[Celle]]:
    rader, kolonner = range(len(alt)), range(len(alt[0]))
    return [[(rad, kol) for kol in kolonner] for rad in rader] + [[(rad, kol) for rad in rader] for kol in kolonner]


def _eneste(linje: list[Celle], kjent: dict[Celle, int | None]) -> tuple[Celle, int] | None:
    """The only hidden number of a line, parts first and sum last."""
    skjult = [celle for celle in linje if kjent[celle] is None]
    if len(skjult) != 1:
        return None
    deler = sum(kjent[celle] or 0 for celle in linje[:-1])
    return skjult[0], deler if skjult[0] == linje[-1] else (kjent[linje[-1]] or 0) - deler


class Loser:
    """Least and largest of hidden numbers, given every sum of the table."""

    def __init__(self, alt: Tall) -> None:
        self.skjult = [(rad, kol) for rad, linje in enumerate(alt) for kol, verdi in enumerate(linje) if verdi is None]
        plass = {celle: nr for nr, celle in enumerate(self.skjult)}
        rader, fasit = [], []
        for linje in _linjer(alt):
            koeffisienter, kjent = np.zeros(len(self.skjult)), 0
            for celle in linje:
                fortegn = -1 if celle == linje[-1] else 1
                if celle in plass:
                    koeffisienter[plass[celle]] = fortegn
                else:
                    kjent += fortegn * (alt[celle[0]][celle[1]] or 0)
            rader.append(koeffisienter)
            fasit.append(-kjent)
        self.a, self.b, self.plass = np.array(rader), np.array(fasit), plass

    def _svar(self, maal: NDArray[np.float64]) -> NDArray[np.float64]:
        """The hidden numbers of the table that makes this weighing of them the least."""
        return np.asarray(np.rint(linprog(maal, A_eq=self.a, b_eq=self.b, bounds=(1, UENDELIG)).x))

    def _vekt(self, celler: Sequence[Celle]) -> NDArray[np.float64]:
        vekt = np.zeros(len(self.skjult))
        vekt[[self.plass[celle] for celle in celler]] = 1
        return vekt

    def mulig(self, celler: Sequence[Celle]) -> tuple[int, int]:
        """From the least to the largest that these can be together."""
        vekt = self._vekt(celler)
        return round(float(vekt @ self._svar(vekt))), round(float(vekt @ self._svar(-vekt)))

    def avslort(self, grupper: Sequence[Sequence[Celle]]) -> list[Sequence[Celle]]:
        """Those that are the same together in every table that could be behind. A few tables at random clear most of them."""
        if not grupper:
            return []
        tilfeldig = np.random.default_rng(1)
        noen = [self._svar(tilfeldig.standard_normal(len(self.skjult))) for _ in range(4)]
        like = [gruppe for gruppe in grupper if len({float(self._vekt(gruppe) @ svar) for svar in noen}) == 1]
        return [gruppe for gruppe in like if len(set(self.mulig(gruppe))) == 1]
