"""What a municipality's share says beside the others: «for få til å si», «innenfor», «se nærmere» or «følg opp». Never a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.indikator.katalog import ETTER_ID, Slag
from skreddersom.kjerne.indikator.regioner import regionsvar
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.kjerne.statistikk.spredning import Spredning, spredning
from skreddersom.kjerne.statistikk.svar import Av, ForLite, Intervall
from skreddersom.kjerne.statistikk.trakt import Plassering, Signal, Trakt, trakt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skreddersom.kjerne.indikator.regioner import Regionsvar
    from skreddersom.kjerne.indikator.skjul import Linje, Tall, Vist


class Dom(Enum):
    """What to do about a share."""

    FOR_FA = "for få til å si"
    INNENFOR = "innenfor"
    SE_NARMERE = "se nærmere"
    FOLG_OPP = "følg opp"


class Ulikhet(Enum):
    """Whether the municipalities vary more than chance gives, and what was done about it."""

    SOM_VENTET = "som ventet"
    BARE_SAGT = "mer enn tilfeldigheter, men for få til å gjøre grensene videre"
    VIDERE = "mer enn tilfeldigheter, så grensene er gjort videre"


SIGNAL: Final = {Signal.INNENFOR: Dom.INNENFOR, Signal.SE_PA: Dom.SE_NARMERE, Signal.FOLG_OPP: Dom.FOLG_OPP}
ALENE: Final = ForLite("Det er bare én kommune her, og ingen å sammenlikne med.")
ULIKE: Final = 0.05
"""Chance gives so much variation less often than this: then it is said."""
INTET_KART: Final[Mapping[str, int]] = MappingProxyType({})
TREKNINGER: Final = 999
"""Enough to tell on which side of that a p-value lies, and a tenth of the time: a page is waiting."""


@dataclass(frozen=True, slots=True)
class Rad:
    """One municipality, or several together (``kommune`` empty). ``tall`` is None where it is hidden.

    ``verdi`` is a share 0–1, or a mean; None where nothing can be divided. ``plass`` is where it lies in the funnel, or why it cannot.
    """

    kommune: str
    tall: Tall | None
    verdi: float | None = None
    intervall: Intervall | None = None
    plass: Plassering | ForLite | None = None

    @property
    def dom(self) -> Dom | None:
        """The word for it; None for what is not judged: hidden numbers, counts, means."""
        match self.plass:
            case None:
                return None
            case ForLite():
                return Dom.FOR_FA
            case plass:
                return SIGNAL[plass.signal]


@dataclass(frozen=True, slots=True)
class Sammenlikning:
    """One indicator in one year: every municipality by its number, the hidden ones too, with the funnel where there is one.

    ``region`` is the county's two regions held against each other, where they are known.
    """

    linje: Linje
    rader: tuple[Rad, ...]
    samlet: Rad | None
    samlede: tuple[str, ...]
    alle: Rad | None
    trakt: Trakt | None
    ulikhet: Ulikhet
    region: Regionsvar | None = None

    def antall(self, dom: Dom) -> int:
        """How many are judged so."""
        return sum(rad.dom is dom for rad in self.rader)


def sammenlikn(linje: Linje, vist: Vist, kart: Mapping[str, int] = INTET_KART) -> Sammenlikning:
    """Judge every municipality that stands alone against all of them together. They stand as in ``kart``, the others by number after."""
    ramme, ulikhet, plasser = _trakt(vist) if ETTER_ID[linje.indikator].slag is Slag.ANDEL else (None, Ulikhet.SOM_VENTET, {})
    enkelt = {kommune: _rad(linje, kommune, tall, plasser.get(kommune)) for kommune, tall in vist.enkelt.items()}
    rader = enkelt | {kommune: Rad(kommune, None) for kommune in vist.samlede}
    samlede = tuple(sorted(vist.samlede, key=som_paa(kart)))
    samlet, alle = (_rad(linje, "", tall) if tall else None for tall in (vist.samlet, vist.alle))
    return Sammenlikning(
        linje, tuple(rader[nr] for nr in sorted(rader, key=som_paa(kart))), samlet, samlede, alle, ramme, ulikhet, regionsvar(linje, vist)
    )


def som_paa(kart: Mapping[str, int]) -> Callable[[str], tuple[float, str]]:
    """The order of municipalities: their places on the map, and then by number."""
    return lambda nr: (kart.get(nr, inf), nr)


def ett_tall(linje: Linje, sted: str, tall: Tall) -> Rad:
    """The number of one place by itself: not judged."""
    return _rad(linje, sted, tall)


def _trakt(vist: Vist) -> tuple[Trakt | None, Ulikhet, Mapping[str, Plassering | ForLite]]:
    """The funnel around the common share; wider where they vary more than chance gives, when they are many enough to tell how much."""
    if len(vist.enkelt) + len(vist.samlede) < 2:
        return None, Ulikhet.SOM_VENTET, dict.fromkeys(vist.enkelt, ALENE)
    tall = [Av(*ett) for ett in vist.enkelt.values()]
    maal = _maal(vist)
    spredt = spredning(tall, maal, trekninger=TREKNINGER)
    ulikhet, tau2 = _ulikhet(spredt)
    ramme = trakt(tall, maal, tau2)
    if isinstance(ramme, ForLite):
        return None, ulikhet, dict.fromkeys(vist.enkelt, ramme)
    return ramme, ulikhet, dict(zip(vist.enkelt, ramme.plasseringer, strict=True))


def _maal(vist: Vist) -> float | None:
    """The share of all, hidden ones included; None when that is not shown, or is nobody or everybody."""
    alle = vist.alle
    return alle.teller / alle.nevner if alle and 0 < alle.teller < alle.nevner else None


def _ulikhet(spredt: Spredning | ForLite) -> tuple[Ulikhet, float]:
    if isinstance(spredt, ForLite) or spredt.p.p >= ULIKE:
        return Ulikhet.SOM_VENTET, 0.0
    return (Ulikhet.BARE_SAGT, 0.0) if isinstance(spredt.tau2, ForLite) else (Ulikhet.VIDERE, spredt.tau2)


def _rad(linje: Linje, kommune: str, tall: Tall, plass: Plassering | ForLite | None = None) -> Rad:
    slag = ETTER_ID[linje.indikator].slag
    if slag is Slag.ANTALL or not tall.nevner:
        return Rad(kommune, tall, plass=plass)
    return Rad(kommune, tall, tall.teller / tall.nevner, wilson(*tall) if slag is Slag.ANDEL else None, plass)
