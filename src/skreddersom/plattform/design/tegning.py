"""The geometry of the small drawings: a bar of months, and a share with its interval. Lengths are in the units of the SVG view box."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

STEG: Final = 10  # one month with its gap
BREDDE: Final = 7
HOYDE: Final = 20
SKALA: Final = 100


@dataclass(frozen=True, slots=True)
class Maned:
    """A month (any day in it) and whether there was support in it; ``None`` when nobody knows."""

    dato: date
    fikk: bool | None

    @property
    def slag(self) -> str:
        """The CSS class of its bar; the three differ in height as well as in colour."""
        return {True: "fikk", False: "fikk-ikke", None: "ukjent"}[self.fikk]

    @property
    def ord(self) -> str:
        """The answer as a word."""
        return {True: _("Ja"), False: _("Nei"), None: _("Ukjent")}[self.fikk]


@dataclass(frozen=True, slots=True)
class Stolpe:
    """One bar in the drawing of months."""

    maned: Maned
    x: int
    y: float
    hoyde: float


def stolper(maneder: Sequence[Maned]) -> list[Stolpe]:
    """One bar per month, in the order given: full height for yes, half for unknown, a low mark for no."""
    hoyder = {"fikk": HOYDE, "ukjent": HOYDE / 2, "fikk-ikke": 3}
    return [Stolpe(maned, nr * STEG, HOYDE - hoyder[maned.slag], hoyder[maned.slag]) for nr, maned in enumerate(maneder)]


@dataclass(frozen=True, slots=True)
class Andel:
    """k of n with an interval, all as positions 0–100 on the scale."""

    punkt: float
    fra: float
    til: float

    @property
    def bredde(self) -> float:
        """The width of the interval; never so narrow that it cannot be seen."""
        return max(self.til - self.fra, 1.0)


def andel(k: int, n: int, lav: float | None, hoy: float | None) -> Andel | None:
    """The drawing of k of n; ``lav`` and ``hoy`` are shares 0–1. ``None`` when n is 0: there is nothing to draw."""
    if n == 0:
        return None
    punkt = SKALA * k / n
    return Andel(punkt, punkt if lav is None else SKALA * lav, punkt if hoy is None else SKALA * hoy)


def prosent(k: int, n: int, lav: float | None, hoy: float | None) -> tuple[int | None, int | None, int | None]:
    """The share and its interval in whole per cent. The ends go outwards, so that the words never promise more than the numbers do."""
    punkt = round(SKALA * k / n) if n else None
    return punkt, None if lav is None else floor(round(SKALA * lav, 6)), None if hoy is None else ceil(round(SKALA * hoy, 6))
