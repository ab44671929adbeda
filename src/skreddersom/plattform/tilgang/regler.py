"""One rule for each page: who may open it, how, and whether it shows a person. The table itself stands in ``oppsett/sider.py``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from skreddersom.plattform.logg.koder import Formal
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping

ALLE: Final = frozenset(Rolle)
POST: Final = frozenset({"POST"})


class Innsyn(Enum):
    """What a page shows, and so what the log must hold before it is given out."""

    INGEN = "no persons"
    LISTE = "several persons, not looked up one by one"
    PERSON = "one person; the log must tell who and why"


@dataclass(frozen=True, slots=True)
class Grense:
    """How often the page may be asked for, by one user (or one address, before login): ``antall`` times in ``sekunder``."""

    antall: int
    sekunder: int = 60
    metoder: frozenset[str] = POST


@dataclass(frozen=True, slots=True)
class Side:
    """Roles by method. A page that is ``apen`` needs no login; one with ``innlogget`` needs a login, but no active role.

    ``gitt``: also to be read by somebody from outside to whom the case has been opened.
    """

    metoder: Mapping[str, frozenset[Rolle]] = field(default_factory=dict)
    innsyn: Innsyn = Innsyn.INGEN
    formal: Formal = Formal.OPPFOLGING
    apen: bool = False
    innlogget: bool = False
    gitt: bool = False
    grense: Grense | None = None

    def slipper_inn(self, metode: str, rolle: Rolle, *, gitt: bool = False) -> bool:
        """True if ``rolle`` may use the page with ``metode``; HEAD is as GET. ``gitt``: the case has been opened to them."""
        metode = "GET" if metode == "HEAD" else metode
        return rolle in self.metoder.get(metode, frozenset()) or (self.gitt and gitt and metode == "GET")


def side(
    *,
    les: frozenset[Rolle] = frozenset(),
    skriv: frozenset[Rolle] = frozenset(),
    innsyn: Innsyn = Innsyn.INGEN,
    formal: Formal = Formal.OPPFOLGING,
    gitt: bool = False,
    grense: Grense | None = None,
) -> Side:
    """A page that ``les`` may open and ``skriv`` may post to."""
    metoder = {metode: roller for metode, roller in (("GET", les), ("POST", skriv)) if roller}
    return Side(metoder, innsyn, formal, gitt=gitt, grense=grense)
