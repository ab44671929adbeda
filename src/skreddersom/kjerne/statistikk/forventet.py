"""Counted against expected: participants where the size of the target group says how many there should be (exact Poisson)."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log

from skreddersom.kjerne.statistikk.fordeling import gamma_kvantil, poisson_cdf
from skreddersom.kjerne.statistikk.intervall import NIVA
from skreddersom.kjerne.statistikk.svar import ForLite, Intervall
from skreddersom.kjerne.statistikk.trakt import HALE_FOLG_OPP, HALE_SE_PA, Side, Signal, signal


@dataclass(frozen=True, slots=True)
class Forholdstall:
    """``talt`` for each expected, with its exact interval, and what it says. 1 is as many as expected."""

    talt: int
    forventet: float
    forhold: float
    intervall: Intervall
    side: Side
    signal: Signal | ForLite


def forholdstall(talt: int, forventet: float, niva: float = NIVA) -> Forholdstall | ForLite:
    """Counted over expected. Where nothing is expected there is nothing to divide by, and the answer is that.

    Limits: half the χ² quantiles with 2·O and 2·(O + 1) degrees, over E (Garwood 1936). Raises ``ValueError`` for negative numbers.
    """
    if talt < 0 or forventet < 0:
        raise ValueError(f"{talt} mot {forventet} ventet er ikke et antall")
    if forventet == 0:
        return ForLite("Her er det ikke ventet noen, og da sier antallet ingenting.")
    side = Side.UNDER if talt <= forventet else Side.OVER
    return Forholdstall(talt, forventet, talt / forventet, _grenser(talt, forventet, (1 - niva) / 2), side, _signal(talt, forventet, side))


def _grenser(talt: int, forventet: float, hale: float) -> Intervall:
    nedre = gamma_kvantil(hale, talt) if talt else 0.0
    return Intervall(nedre / forventet, gamma_kvantil(1 - hale, talt + 1) / forventet)


def _signal(talt: int, forventet: float, side: Side) -> Signal | ForLite:
    """By the chance of so few (or so many). With few expected, even none at all is no sign; a count has no upper end."""
    haler = (HALE_FOLG_OPP, HALE_SE_PA)
    if side is Side.OVER:
        return signal(1 - poisson_cdf(talt - 1, forventet), haler)
    if signal(poisson_cdf(0, forventet), haler) is Signal.INNENFOR:
        return ForLite(f"For få ventet til å si om det er for få: det må ventes minst {floor(-log(HALE_SE_PA)) + 1}.")
    return signal(poisson_cdf(talt, forventet), haler)
