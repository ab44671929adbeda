"""How many cases to open, and what was shown by it: drawing without putting back, counted exactly in whole numbers.

N is the frame, D how many of them have the breach, n how many are drawn. (Wright 1991; ISO 2859-2; ISA 530.)
"""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from math import ceil, comb
from typing import Final

from skreddersom.kjerne.statistikk.intervall import NIVA
from skreddersom.kjerne.statistikk.svar import Av, Intervall

RISIKO: Final = 0.05


def _noyaktig(andel: float) -> Fraction:
    """The share as it is written: 0.1 is a tenth, not the nearest binary number, so that a tenth of thirty is three."""
    return Fraction(str(andel))


def _opptil(k: int, ramme: int, brudd: int, n: int) -> Fraction:
    """P(at most k of the n drawn have the breach)."""
    return Fraction(sum(comb(brudd, treff) * comb(ramme - brudd, n - treff) for treff in range(min(k, n) + 1)), comb(ramme, n))


def antall_brudd(ramme: int, andel: float) -> int:
    """The smallest whole number of cases that makes at least this share of the frame."""
    return ceil(_noyaktig(andel) * ramme)


def sjanse_for_funn(ramme: int, brudd: int, n: int) -> float:
    """The chance that at least one of ``n`` drawn has a breach that ``brudd`` of ``ramme`` have.

    Raises ``ValueError`` unless breaches and drawn are within the frame.
    """
    if not (0 <= brudd <= ramme and 0 <= n <= ramme):
        raise ValueError(f"{brudd} brudd og {n} trukket får ikke plass i {ramme}")
    return float(1 - _opptil(0, ramme, brudd, n))


def minste_utvalg(ramme: int, andel: float, sikkerhet: float = NIVA) -> int:
    """The fewest cases that find at least one breach with this certainty, when this share of the frame has it.

    Raises ``ValueError`` unless the frame has anyone and 0 < andel ≤ 1, 0 < sikkerhet ≤ 1.
    """
    if ramme < 1 or not (0 < andel <= 1 and 0 < sikkerhet <= 1):
        raise ValueError(f"ingen utvalgsstørrelse for {ramme} saker, andel {andel} og sikkerhet {sikkerhet}")
    brudd, krav = antall_brudd(ramme, andel), _noyaktig(sikkerhet)
    return bisect_left(range(ramme), krav, key=lambda n: 1 - _opptil(0, ramme, brudd, n))


def plan(ramme: int, talt: float, godtatt: int, risiko: float = RISIKO) -> int | None:
    """The fewest cases so that at most ``godtatt`` breaches among them show that fewer than ``talt`` of the frame have it.

    The chance of concluding so wrongly is at most ``risiko``. None when the frame is so small that not even all of it can show that.
    """
    brudd = antall_brudd(ramme, talt)
    if brudd <= godtatt:
        return None
    return bisect_left(range(ramme), -_noyaktig(risiko), key=lambda n: -_opptil(godtatt, ramme, brudd, n))


def ovre_grense(tall: Av, ramme: int, risiko: float = RISIKO) -> int:
    """The most breaches there can be in the frame after ``k`` of ``n`` drawn had it, wrong at most in ``risiko`` of draws."""
    _sjekk(tall, ramme)
    mulige = range(tall.k, ramme - tall.n + tall.k + 1)
    for_mange = bisect_left(mulige, -_noyaktig(risiko), key=lambda brudd: -_opptil(tall.k, ramme, brudd, tall.n))
    return mulige[for_mange - 1]


def nedre_grense(tall: Av, ramme: int, risiko: float = RISIKO) -> int:
    """The fewest breaches there can be in the frame: the upper limit for those without."""
    return ramme - ovre_grense(Av(tall.n - tall.k, tall.n), ramme, risiko)


def intervall(tall: Av, ramme: int, niva: float = NIVA) -> Intervall:
    """The exact interval for the share of the frame: from fewest to most, half the risk on each side. One point when all were drawn."""
    hale = (1 - niva) / 2
    return Intervall(nedre_grense(tall, ramme, hale) / ramme, ovre_grense(tall, ramme, hale) / ramme)


def _sjekk(tall: Av, ramme: int) -> None:
    if not 0 < tall.n <= ramme:
        raise ValueError(f"{tall.n} kan ikke være trukket av {ramme}")
