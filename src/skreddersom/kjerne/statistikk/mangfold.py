"""Who looks at many offices at once, will find something by chance alone: how often, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.kjerne.statistikk.fordeling import binom_cdf
from skreddersom.kjerne.statistikk.svar import prosent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.statistikk.svar import Av


def minst_en_utenfor(antall: int, dekning: float) -> float:
    """The chance that at least one of so many falls outside limits that each covers ``dekning``, when nothing is wrong anywhere."""
    return float(1 - dekning**antall)


@dataclass(frozen=True, slots=True)
class Mangfold:
    """The warning that belongs to ``antall`` offices looked at together. Small offices make the chances smaller, never larger."""

    antall: int

    @property
    def setning(self) -> str:
        """For the reader of the picture."""
        sjanse = [prosent(minst_en_utenfor(self.antall, dekning)) for dekning in (0.95, 0.998)]
        return (
            f"Når {self.antall} kontorer ses samlet, er det opptil {sjanse[0]} sjanse for at minst ett havner utenfor 95-prosentgrensene "
            f"ved en tilfeldighet, og opptil {sjanse[1]} for 99,8-prosentgrensene."
        )


def mid_p(tall: Av, maal: float) -> float:
    """Two-sided mid-p for ``k`` of ``n`` against a target: half of the observed count's own chance on each side (Lancaster 1961)."""
    under, opptil = binom_cdf(tall.k - 1, tall.n, maal), binom_cdf(tall.k, tall.n, maal)
    midt = (under + opptil) / 2
    return min(1.0, 2 * min(midt, 1 - midt))


def benjamini_hochberg(p: Sequence[float]) -> tuple[float, ...]:
    """For each p-value, in the order given, the smallest share of false findings at which it would be one.

    Holds for independent tests and for offices compared with a common mean. (Benjamini & Hochberg 1995, JRSS B 57:289.)
    """
    justert, minst = [0.0] * len(p), 1.0
    for minus, plass in enumerate(sorted(range(len(p)), key=lambda nr: p[nr], reverse=True)):
        minst = min(minst, p[plass] * len(p) / (len(p) - minus))
        justert[plass] = minst
    return tuple(justert)
