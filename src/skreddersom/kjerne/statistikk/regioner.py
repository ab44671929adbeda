"""Two regions compared, east and west: the offices are the units, since they, not the persons, were dealt to a region.

A permutation test asks how often a difference as large comes when offices are dealt to regions at random. It counts every way of
dealing when they are few, and draws with a seed when they are many.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from math import comb, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.kjerne.statistikk.fordeling import t_kvantil
from skreddersom.kjerne.statistikk.intervall import NIVA
from skreddersom.kjerne.statistikk.simulering import TREKNINGER, simulert_p
from skreddersom.kjerne.statistikk.svar import Av, ForLite, Intervall, PVerdi, for_fa, samlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MEST_EKSAKT: Final = 20_000
"""So many ways of dealing are all counted: 15 offices in seven and eight make 6 435."""

LIKT: Final = 1e-12
"""Differences closer than this are the same difference, computed in another order."""


@dataclass(frozen=True, slots=True)
class Regionforskjell:
    """Share in the first region minus share in the second, with interval; and the p-value, unless no dealing could have been rare.

    ``mid_p`` counts the ways that differ exactly as much by half (Lancaster 1961); None when there is no p-value.
    """

    forste: Av
    andre: Av
    forskjell: float
    intervall: Intervall | ForLite
    p: PVerdi | ForLite
    mid_p: float | None


def sammenlign(forste: Sequence[Av], andre: Sequence[Av], fro: int = 0) -> Regionforskjell | ForLite:
    """Whether two regions' shares differ by more than how offices happen to be dealt; offices without cases are left out."""
    regioner = tuple(tuple(ett for ett in region if ett.n) for region in (forste, andre))
    if not all(regioner):
        return ForLite("For få til å sammenligne: begge regionene må ha minst ett kontor med saker.")
    a, b = samlet(regioner[0]), samlet(regioner[1])
    forskjell = a.andel - b.andel
    return Regionforskjell(a, b, forskjell, _intervall(regioner, forskjell), *_p(regioner, fro))


def _p(regioner: tuple[tuple[Av, ...], ...], fro: int) -> tuple[PVerdi | ForLite, float | None]:
    k = np.array([ett.k for ett in chain(*regioner)], dtype=np.float64)
    n = np.array([ett.n for ett in chain(*regioner)], dtype=np.float64)
    storrelse = len(regioner[0])
    eksakt = comb(len(n), storrelse) <= MEST_EKSAKT
    delinger = _alle(len(n), storrelse) if eksakt else _trukket(len(n), storrelse, fro)
    avstand = _avstand(k, n, delinger)
    sett = _avstand(k, n, np.arange(storrelse)[None, :])[0]
    minst_sa_mye = avstand >= sett - LIKT
    likt = float((minst_sa_mye & (avstand <= sett + LIKT)).mean())
    if not eksakt:
        p = simulert_p(minst_sa_mye)
        return p, p.p - likt / 2
    if (avstand >= avstand.max() - LIKT).mean() > 1 - NIVA:
        return for_fa("om regionene er ulike, uansett hvor ulike de ser ut; antall kontorer", len(n)), None
    return PVerdi(float(minst_sa_mye.mean()), len(avstand)), float(minst_sa_mye.mean()) - likt / 2


def _avstand(k: NDArray[np.float64], n: NDArray[np.float64], delinger: NDArray[np.int_]) -> NDArray[np.float64]:
    """The absolute difference in share for each way of dealing, given as the places of the first region's offices."""
    k1, n1 = k[delinger].sum(axis=1), n[delinger].sum(axis=1)
    return np.asarray(np.abs(k1 / n1 - (k.sum() - k1) / (n.sum() - n1)))


@lru_cache(maxsize=32)
def _alle(antall: int, storrelse: int) -> NDArray[np.int_]:
    """Every way to pick so many of so many, one a row. Kept, since many indicators are tried on the same offices."""
    flat = chain.from_iterable(combinations(range(antall), storrelse))
    return np.fromiter(flat, dtype=np.int_).reshape(-1, storrelse)


@lru_cache(maxsize=32)
def _trukket(antall: int, storrelse: int, fro: int) -> NDArray[np.int_]:
    """Random ways to pick so many of so many, one a row; the same for the same seed."""
    return np.argsort(np.random.default_rng(fro).random((TREKNINGER, antall)), axis=1)[:, :storrelse]


def _intervall(regioner: tuple[tuple[Av, ...], ...], forskjell: float) -> Intervall | ForLite:
    """Each share as a ratio estimate over offices (Cochran 1977, 6.4), Student's t with the smaller region's offices less one."""
    minst = min(len(region) for region in regioner)
    if minst < 2:
        return for_fa("hvor sikker forskjellen er; kontorer i den minste regionen", minst, 2)
    halv = t_kvantil((1 + NIVA) / 2, minst - 1) * sqrt(sum(_varians(region) for region in regioner))
    return Intervall(max(-1.0, forskjell - halv), min(1.0, forskjell + halv))


def _varians(region: tuple[Av, ...]) -> float:
    """The variance of Σk/Σn when offices are the units."""
    alle, antall = samlet(region), len(region)
    return antall / (antall - 1) * sum((ett.k - alle.andel * ett.n) ** 2 for ett in region) / alle.n**2
