"""Offices beside a common share: which differ by more than chance gives (Spiegelhalter 2005, Stat Med 24:1185).

The limits are exact and interpolated. The published formula is used for both sides, but the upper limit is made by mirroring: it is
the lower limit for those who did not. Taken as printed, the upper limit lies one person too low, and with small offices that matters:
5 of 5 where 43 % is expected would be «outside 99.8 %», though chance alone gives it once in 68.

The answers stand in the order the offices came in. There is no ranking, and none can be made from «too few to tell».
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import asin, floor, log, pi, sin, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple

from skreddersom.kjerne.statistikk.fordeling import binom_cdf, binom_kvantil
from skreddersom.kjerne.statistikk.mangfold import Mangfold, benjamini_hochberg, mid_p
from skreddersom.kjerne.statistikk.svar import Av, ForLite, for_fa, samlet

if TYPE_CHECKING:
    from collections.abc import Sequence

HALE_SE_PA: Final = 0.025
HALE_FOLG_OPP: Final = 0.001
"""Chance beyond one limit: 95 % between the inner limits, 99.8 % between the outer."""


class Signal(Enum):
    """What a place in the funnel asks for."""

    INNENFOR = "innenfor det tilfeldigheter gir"
    SE_PA = "se nærmere på"
    FOLG_OPP = "følg opp"


class Side(Enum):
    """Which side of the target."""

    UNDER = "under målet"
    OVER = "over målet"


class Grenser(NamedTuple):
    """Shares 0–1, from the lowest: 99.8 % and 95 % below the target, 95 % and 99.8 % above. A limit of 0 or 1 can never be crossed."""

    folg_opp_under: float
    se_pa_under: float
    se_pa_over: float
    folg_opp_over: float


@dataclass(frozen=True, slots=True)
class Plassering:
    """Where one office lies. ``mulig`` is the strongest signal that an office of its size can give on that side.

    ``mid_p`` is two-sided; ``q`` is the same after Benjamini and Hochberg's correction for how many offices were looked at.
    """

    signal: Signal
    side: Side
    mulig: Signal
    mid_p: float
    q: float


@dataclass(frozen=True, slots=True)
class Trakt:
    """All offices against one target, in the order they came, with the warning that belongs to looking at so many at once."""

    maal: float
    tau2: float
    plasseringer: tuple[Plassering | ForLite, ...]
    mangfold: Mangfold


def interpolert(q: float, n: int, maal: float) -> float:
    """The published limit for tail ``q``: (r − a)/n, r the smallest count with P(X ≤ r) ≥ q, a = (P(X ≤ r) − q)/P(X = r); within 0–1."""
    r = binom_kvantil(q, n, maal)
    opptil, under = binom_cdf(r, n, maal), binom_cdf(r - 1, n, maal)
    return max(0.0, (r - (opptil - q) / (opptil - under)) / n)


@lru_cache(maxsize=4096)
def grenser(n: int, maal: float, tau2: float = 0.0) -> Grenser:
    """The four limits for an office of ``n``, and, where offices vary more than chance, never inside the widened limits.

    A share lies outside exactly when so few (or so many) have a chance below ``HALE_…``. Raises ``ValueError`` unless n > 0, 0 < maal < 1.
    """
    if n < 1 or not 0 < maal < 1:
        raise ValueError(f"ingen grenser for {n} og målet {maal}")
    haler = (HALE_FOLG_OPP, HALE_SE_PA)
    ned = [min(interpolert(hale, n, maal), _utvidet(hale, n, maal, tau2)) for hale in haler]
    opp = [1 - min(interpolert(hale, n, 1 - maal), _utvidet(hale, n, 1 - maal, tau2)) for hale in haler]
    return Grenser(*ned, *reversed(opp))


def _utvidet(hale: float, n: int, maal: float, tau2: float) -> float:
    """The lower limit when offices vary by ``tau2`` besides chance, on the arcsine scale; 1 when they do not (Spiegelhalter 2012)."""
    if not tau2:
        return 1.0
    vinkel = asin(sqrt(maal)) + NormalDist().inv_cdf(hale) * sqrt(1 / (4 * n) + tau2)
    return sin(min(max(vinkel, 0.0), pi / 2)) ** 2


def trakt(tall: Sequence[Av], maal: float | None = None, tau2: float = 0.0) -> Trakt | ForLite:
    """Every office against ``maal``, or against all of them together when None. ``tau2`` comes from ``spredning``.

    Nothing to compare is an answer: nobody at all, or a common share of 0 or 1. Raises ``ValueError`` unless 0 < maal < 1.
    """
    alle = samlet(tuple(tall))
    if alle.n == 0:
        return for_fa("noe om andelen", 0, 1)
    if maal is None and alle.k in {0, alle.n}:
        return ForLite("Alle kontorene har samme andel. Det er ingenting å sammenligne.")
    felles = alle.andel if maal is None else maal
    p = [mid_p(ett, felles) for ett in tall]
    svar = tuple(_plasser(ett, felles, tau2, *par) for ett, par in zip(tall, zip(p, benjamini_hochberg(p), strict=True), strict=True))
    return Trakt(felles, tau2, svar, Mangfold(sum(isinstance(ett, Plassering) for ett in svar)))


def _plasser(ett: Av, maal: float, tau2: float, p: float, q: float) -> Plassering | ForLite:
    if ett.n == 0:
        return for_fa("noe om andelen", 0, 1)
    side = Side.UNDER if ett.andel <= maal else Side.OVER
    avstand, grense = _fra_kanten(ett.andel, grenser(ett.n, maal, tau2), side)
    mulig = signal(0.0, grense)
    if mulig is Signal.INNENFOR:
        return for_fa(f"om andelen er {side.value}", ett.n, _trengs(maal, side, tau2))
    return Plassering(signal(avstand, grense), side, mulig, p, q)


def _fra_kanten(andel: float, alle: Grenser, side: Side) -> tuple[float, tuple[float, float]]:
    """The share and the outer and inner limit as distances from the far end of its side, so that less is always more extreme."""
    if side is Side.UNDER:
        return andel, (alle.folg_opp_under, alle.se_pa_under)
    return 1 - andel, (1 - alle.folg_opp_over, 1 - alle.se_pa_over)


def signal(verdi: float, grense: tuple[float, float]) -> Signal:
    """What a value says that is worse the less it is, against the outer and the inner limit."""
    ytre, indre = grense
    return Signal.FOLG_OPP if verdi < ytre else Signal.SE_PA if verdi < indre else Signal.INNENFOR


def _trengs(maal: float, side: Side, tau2: float) -> int | None:
    """The smallest office that chance seldom leaves with none (or all); None when offices vary besides, and there may be no such."""
    ved_null = 1 - maal if side is Side.UNDER else maal
    return None if tau2 else floor(log(HALE_SE_PA) / log(ved_null)) + 1
