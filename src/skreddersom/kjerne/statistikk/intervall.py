"""How sure «k of n» is. Offices are small, so the interval must hold for three of four as well as for three hundred of four hundred."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import Final

from skreddersom.kjerne.statistikk.fordeling import beta_cdf, beta_kvantil
from skreddersom.kjerne.statistikk.svar import Av, Intervall

NIVA: Final = 0.95


@lru_cache(maxsize=4096)
def wilson(k: int, n: int, niva: float = NIVA, ramme: int | None = None) -> Intervall | None:
    """Wilson's score interval for the share behind ``k`` of ``n``: two shares 0–1, or None when there is nobody to ask about.

    It never leaves 0–1, and is not empty when k is 0 or n. For showing; a legal finding uses the exact one. When the n were drawn
    from a frame of ``ramme``, z² is multiplied by (N − n)/(N − 1): whoever has seen nearly all, knows nearly all.
    Raises ``ValueError`` unless 0 ≤ k ≤ n ≤ ramme and 0 < niva < 1. (Wilson 1927; Brown, Cai & DasGupta 2001, Stat Sci 16:101.)
    """
    tall = Av(k, n)
    if ramme is not None and n > ramme:
        raise ValueError(f"{n} kan ikke være trukket av {ramme}")
    return _score(tall, NormalDist().inv_cdf((1 + niva) / 2) ** 2 * _igjen(n, ramme)) if n else None


def _score(tall: Av, z2: float) -> Intervall:
    """Where the score test with this z² would not refuse."""
    andel, n = tall.andel, tall.n
    nevner = 1 + z2 / n
    midt = (andel + z2 / (2 * n)) / nevner
    halv = sqrt(z2) / nevner * sqrt(andel * (1 - andel) / n + z2 / (4 * n * n))
    return Intervall(midt - halv if tall.k else 0.0, midt + halv if tall.k < n else 1.0)


def _igjen(n: int, ramme: int | None) -> float:
    """The finite population correction (Cochran 1977, 2.6): 1 when the frame is without end, 0 when all were drawn."""
    return 1.0 if ramme is None or ramme == 1 else (ramme - n) / (ramme - 1)


def clopper_pearson(k: int, n: int, niva: float = NIVA) -> Intervall | None:
    """The exact interval for the share behind ``k`` of ``n``, or None when n is 0: for legal findings, since it never promises too much.

    Raises ``ValueError`` unless 0 ≤ k ≤ n. (Clopper & Pearson 1934, Biometrika 26:404, by quantiles of the beta distribution.)
    """
    Av(k, n)
    hale = (1 - niva) / 2
    return Intervall(_nedre(k, n, hale), ovre_andel(k, n, hale)) if n else None


def _nedre(k: int, n: int, hale: float) -> float:
    return beta_kvantil(hale, k, n - k + 1) if k else 0.0


def ovre_andel(k: int, n: int, risiko: float = 1 - NIVA) -> float:
    """The largest share that ``k`` of ``n`` can come from, wrong at most in ``risiko`` of cases; one-sided and exact.

    For 0 of n it is close to 3/n (the rule of three). A frame that is not large has ``hypergeometrisk.ovre_grense``.
    """
    Av(k, n)
    return beta_kvantil(1 - risiko, k + 1, n - k) if k < n else 1.0


def sannsynlighet_over(grense: float, k: int, n: int) -> float:
    """How probable it is, after ``k`` of ``n``, that the share is above ``grense``: Beta(k + ½, n − k + ½), Jeffreys' prior."""
    Av(k, n)
    return 1 - beta_cdf(grense, k + 0.5, n - k + 0.5)
