"""What «8 of 15» may be used to say depends on how the 15 were chosen. Here that is a type, and decides what comes out.

All of them: no sampling interval. A random draw: an interval for the frame. Picked for a reason: nothing about anyone else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

from skreddersom.kjerne.statistikk import hypergeometrisk
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.kjerne.statistikk.svar import Av, ForLite, Intervall, for_fa, prosent


@dataclass(frozen=True, slots=True)
class Telling:
    """All there are were asked."""


@dataclass(frozen=True, slots=True)
class Tilfeldig:
    """Drawn at random among ``ramme``."""

    ramme: int


@dataclass(frozen=True, slots=True)
class Utvalgt:
    """Picked for a reason, which ends the sentence «De ble valgt fordi …»."""

    fordi: str


Grunnlag = Telling | Tilfeldig | Utvalgt


@dataclass(frozen=True, slots=True)
class Talt:
    """The number itself; there is nobody else to be unsure about."""

    tall: Av

    @property
    def setning(self) -> str:
        """What may be said."""
        return f"{_av(self.tall)}. Alle er med, så tallet har ingen usikkerhet fra utvalg."


@dataclass(frozen=True, slots=True)
class Anslag:
    """The number, and the interval for the whole frame it was drawn from (95 %)."""

    tall: Av
    ramme: int
    intervall: Intervall

    @property
    def setning(self) -> str:
        """What may be said."""
        lav, hoy = (prosent(grense) for grense in self.intervall)
        return f"{_av(self.tall)}, trukket tilfeldig. Blant alle {self.ramme} ligger andelen trolig mellom {lav} og {hoy}."


@dataclass(frozen=True, slots=True)
class BareDisse:
    """The number, about those it was counted among and nobody else: it has no interval to show."""

    tall: Av
    fordi: str

    @property
    def setning(self) -> str:
        """What may be said."""
        return f"{_av(self.tall)}. De ble valgt fordi {self.fordi}, så tallet sier ikke noe om andre."


def _av(tall: Av) -> str:
    return f"{tall.k} av {tall.n} ({prosent(tall.andel)})"


@overload
def si(tall: Av, grunnlag: Telling, *, funn: bool = False) -> Talt | ForLite: ...
@overload
def si(tall: Av, grunnlag: Tilfeldig, *, funn: bool = False) -> Anslag | Talt | ForLite: ...
@overload
def si(tall: Av, grunnlag: Utvalgt, *, funn: bool = False) -> BareDisse | ForLite: ...
def si(tall: Av, grunnlag: Grunnlag, *, funn: bool = False) -> Talt | Anslag | BareDisse | ForLite:
    """What the number may be used to say. A legal finding (``funn``) gets the exact interval, everything else Wilson's.

    A draw of the whole frame is a count of it. Raises ``ValueError`` when more were drawn than the frame has.
    """
    if tall.n == 0:
        return for_fa("noe om andelen", 0, 1)
    if isinstance(grunnlag, Utvalgt):
        return BareDisse(tall, grunnlag.fordi)
    if isinstance(grunnlag, Telling) or tall.n == grunnlag.ramme:
        return Talt(tall)
    return Anslag(tall, grunnlag.ramme, _intervall(tall, grunnlag.ramme, funn=funn))


def _intervall(tall: Av, ramme: int, *, funn: bool) -> Intervall:
    til_visning = None if funn else wilson(tall.k, tall.n, ramme=ramme)
    return til_visning or hypergeometrisk.intervall(tall, ramme)
