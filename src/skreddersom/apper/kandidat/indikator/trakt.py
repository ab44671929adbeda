"""The funnel as a drawing: every municipality a mark, by how many it has and how large the share is, between the limits of chance.

Lengths are in the units of the SVG view box. A mark's shape says what is said of it, so that colour is not needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.indikator.dom import Dom
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.trakt import grenser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning

BREDDE: Final = 720
HOYDE: Final = 400
VENSTRE, HOYRE, OVER, UNDER = 88, 20, 16, 56
PUNKTER: Final = 60
"""Points of each curve."""
MERKER: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
PROSENT: Final = (0, 20, 40, 60, 80, 100)
FORM: Final = {Dom.INNENFOR: "sirkel", Dom.FOR_FA: "ring", Dom.SE_NARMERE: "rute", Dom.FOLG_OPP: "firkant"}


@dataclass(frozen=True, slots=True)
class Merke:
    """A municipality in the picture. ``navn`` is written beside those that ask for something."""

    form: str
    x: float
    y: float
    navn: str
    tittel: str

    @property
    def til_venstre(self) -> bool:
        """Whether the name stands on the left, since there is no room on the right."""
        return self.x > BREDDE * 0.75


@dataclass(frozen=True, slots=True)
class Strek:
    """A line or a mark on an axis: where, and what is written there."""

    plass: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Traktbilde:
    """All that the picture is made of."""

    merker: tuple[Merke, ...]
    ytre: str
    indre: str
    maal: Strek
    x_akse: tuple[Strek, ...]
    y_akse: tuple[Strek, ...]
    bredde: int = BREDDE
    hoyde: int = HOYDE
    venstre: int = VENSTRE
    bunn: int = HOYDE - UNDER
    slutt: int = BREDDE - HOYRE


def bilde(ett: Sammenlikning) -> Traktbilde | None:
    """The picture; None where there is no common share to stand around."""
    if ett.trakt is None:
        return None
    rader = [rad for rad in ett.rader if rad.tall and rad.verdi is not None]
    skala = _Skala(max((rad.tall.nevner for rad in rader if rad.tall), default=10))
    kurver = [(n, grenser(n, ett.trakt.maal, ett.trakt.tau2)) for n in skala.punkter()]
    return Traktbilde(
        merker=tuple(_merke(rad, skala) for rad in rader),
        ytre=_baand([(skala.x(n), y(g.folg_opp_under), y(g.folg_opp_over)) for n, g in kurver]),
        indre=_baand([(skala.x(n), y(g.se_pa_under), y(g.se_pa_over)) for n, g in kurver]),
        maal=Strek(y(ett.trakt.maal), f"{100 * ett.trakt.maal:.0f} %"),
        x_akse=tuple(Strek(skala.x(n), str(n)) for n in MERKER if skala.forste <= n <= skala.siste),
        y_akse=tuple(Strek(y(prosent / 100), f"{prosent} %") for prosent in PROSENT),
    )


@dataclass(frozen=True, slots=True)
class _Skala:
    """How many, on a logarithmic scale: offices are from five persons to five hundred."""

    storst: int
    forste: int = 4

    @property
    def siste(self) -> int:
        return max(ceil(self.storst * 1.15), 20)

    def x(self, n: float) -> float:
        """From the left edge of the picture."""
        andel = log(n / self.forste) / log(self.siste / self.forste)
        return round(VENSTRE + andel * (BREDDE - VENSTRE - HOYRE), 1)

    def punkter(self) -> list[int]:
        """Whole numbers, evenly on the scale: limits are for so many persons, never for parts of one."""
        steg = (self.siste / self.forste) ** (1 / PUNKTER)
        return sorted({round(self.forste * steg**nr) for nr in range(PUNKTER + 1)})


def y(andel: float) -> float:
    """From the top of the picture."""
    return round(OVER + (1 - andel) * (HOYDE - OVER - UNDER), 1)


def _baand(punkter: Sequence[tuple[float, float, float]]) -> str:
    """The area between two curves, as the points of a polygon: along the lower, and back along the upper."""
    ned = [f"{x},{under}" for x, under, _ in punkter]
    opp = [f"{x},{over}" for x, _, over in reversed(punkter)]
    return " ".join([*ned, *opp])


def _merke(rad: Rad, skala: _Skala) -> Merke:
    k, n = rad.tall or (0, 1)
    navn = KOMMUNER.get(rad.kommune, rad.kommune)
    vis = rad.dom in {Dom.SE_NARMERE, Dom.FOLG_OPP}
    form = FORM[rad.dom or Dom.FOR_FA]
    return Merke(form, skala.x(max(n, skala.forste)), y(k / n), navn if vis else "", f"{navn}: {k}/{n}")
