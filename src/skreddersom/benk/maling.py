"""Several runs of each contestant, interleaved, and what is told of them: medians, never the best."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from skreddersom.benk.prosess import kjor
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from skreddersom.benk.prosess import Kjoring, Kommando


class Id(NamedTuple):
    """A contestant: what it does, and on how many records (0 where that has no meaning)."""

    hvem: str
    poster: int = 0


@dataclass(frozen=True, slots=True)
class Deltaker:
    """One thing to measure. One that is ``valgfri`` may fall out; the others then go on."""

    id: Id
    navn: str
    kommando: Kommando
    valgfri: bool = False


@dataclass(frozen=True, slots=True)
class Maling:
    """All counted runs of one contestant."""

    deltaker: Deltaker
    kjoringer: list[Kjoring] = field(default_factory=list)

    @property
    def arbeid(self) -> float:
        """Median seconds for the work inside the process."""
        return median(kjoring.arbeid for kjoring in self.kjoringer)

    @property
    def ende(self) -> float:
        """Median seconds from the start to the exit of the process."""
        return median(kjoring.ende for kjoring in self.kjoringer)

    @property
    def spenn(self) -> tuple[float, float]:
        """The least and the most seconds for the work."""
        return min(k.arbeid for k in self.kjoringer), max(k.arbeid for k in self.kjoringer)

    @property
    def minne_mb(self) -> float | None:
        """Median peak memory in MB; None when it is not known."""
        kjent = [kjoring.minne_mb for kjoring in self.kjoringer if kjoring.minne_mb is not None]
        return median(kjent) if kjent else None


Malinger = dict[Id, Maling]


def rekkefolge(deltakere: Sequence[Id], runder: int) -> Iterator[Id]:
    """Everyone once in each round; each round begins one place later, so that nobody always runs after the same."""
    for runde in range(runder):
        start = runde % len(deltakere) if deltakere else 0
        yield from (*deltakere[start:], *deltakere[:start])


def mal(deltakere: Sequence[Deltaker], runder: int, meld: Callable[[str], None]) -> tuple[Malinger, list[str]]:
    """One run each that is not counted, which warms the disk's memory and finds those that cannot run; then ``runder`` interleaved runs.

    Gives the measurements, and a sentence for each optional contestant that fell out. Raises ``Brukerfeil`` for the others.
    """
    malinger: Malinger = {}
    merknader = []
    for deltaker in deltakere:
        meld(f"Varmer opp: {deltaker.navn}")
        if merknad := _varm_opp(deltaker):
            merknader.append(merknad)
        else:
            malinger[deltaker.id] = Maling(deltaker)
    for id_ in rekkefolge(list(malinger), runder):
        meld(malinger[id_].deltaker.navn)
        malinger[id_].kjoringer.append(kjor(malinger[id_].deltaker.kommando))
    return malinger, merknader


def _varm_opp(deltaker: Deltaker) -> str:
    """What to say of an optional contestant that cannot run; else nothing."""
    try:
        kjor(deltaker.kommando)
    except Brukerfeil as feil:
        if not deltaker.valgfri:
            raise
        return f"{deltaker.navn}: hoppet over. {feil}"
    return ""
