"""What statistics may answer: a number, an interval, or that there are too few to tell. Never NaN, and never an order of offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Intervall(NamedTuple):
    """From ``lav`` to ``hoy``, both included."""

    lav: float
    hoy: float


@dataclass(frozen=True, slots=True)
class Av:
    """``k`` of ``n``: so many had it, of so many. Raises ``ValueError`` unless 0 ≤ k ≤ n."""

    k: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.k <= self.n:
            raise ValueError(f"{self.k} av {self.n} er ingen andel")

    @property
    def andel(self) -> float:
        """The share 0–1. Raises ``ZeroDivisionError`` for 0 of 0: ask only where there is somebody."""
        return self.k / self.n


@dataclass(frozen=True, slots=True)
class ForLite:
    """There is too little to tell. An answer as good as any other: it says why, and never turns into a zero or an «innenfor»."""

    setning: str


@dataclass(frozen=True, slots=True)
class KanIkkeBeregnes:
    """The formula divides nothing by nothing: there is data, and still no number."""

    setning: str


def for_fa(om: str, har: int, trenger: int | None = None) -> ForLite:
    """Too few to say ``om`` (the rest of a sentence), and how many it takes when that is known."""
    grense = f", og det må være minst {trenger}" if trenger else ""
    return ForLite(f"For få til å si {om}: her er det {har}{grense}.")


@dataclass(frozen=True, slots=True)
class PVerdi:
    """How often chance alone gives at least as much. ``intervall`` is how sure a simulated value is (99 %); None when it is exact."""

    p: float
    antall: int
    intervall: Intervall | None = None

    @property
    def eksakt(self) -> bool:
        """Whether every possibility was counted, instead of a drawn sample of them."""
        return self.intervall is None


def samlet(tall: tuple[Av, ...]) -> Av:
    """All offices together."""
    return Av(sum(ett.k for ett in tall), sum(ett.n for ett in tall))


def prosent(andel: float) -> str:
    """A share as a reader wants it: whole percent."""
    return f"{100 * andel:.0f} prosent"
