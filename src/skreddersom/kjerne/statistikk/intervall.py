"""How sure «k of n» is. Offices are small, so the interval must hold for three of four as well as for three hundred of four hundred."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import Final

NIVA: Final = 0.95


@lru_cache(maxsize=4096)
def wilson(k: int, n: int, niva: float = NIVA) -> tuple[float, float] | None:
    """Wilson's score interval for the share behind ``k`` of ``n``: two shares 0–1, or None when there is nobody to ask about.

    It never leaves 0–1, and is not empty when k is 0 or n. Raises ``ValueError`` unless 0 ≤ k ≤ n and 0 < niva < 1.
    """
    if not 0 <= k <= n:
        raise ValueError(f"{k} av {n} er ingen andel")
    if n == 0:
        return None
    z = NormalDist().inv_cdf((1 + niva) / 2)
    andel, nevner = k / n, 1 + z * z / n
    midt = (andel + z * z / (2 * n)) / nevner
    halv = z * sqrt(andel * (1 - andel) / n + z * z / (4 * n * n)) / nevner
    return (midt - halv if k else 0.0), (midt + halv if k < n else 1.0)
