"""A table with sums both ways, where small numbers are hidden and cannot be found again by subtraction (Gusfield 1988, SIAM J Comput).

Rows and columns are nodes, numbers are edges between them, and the sums are a row and a column of their own. A hidden number can be
another one exactly when it lies on a detour: a ring of hidden numbers where one person more here is one less there, and every sum still
holds. Zeros are shown, so a reader knows that each hidden number is at least 1; a ring may therefore not take the only person of a cell.
Where a small number has no such ring, the cheapest one, counted in persons, is hidden too. There always is one, by way of the sums.

It holds against reading this table and what it adds up to. Tables of the same persons published apart, with a common line, must be
made as one table; and whoever knows one hidden number from elsewhere can take others from it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

from skreddersom.kjerne.statistikk.undertrykk import MINST, for_lite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Celle = tuple[int, int]
"""Row and column; the sums are the last of each."""

_Veier = defaultdict[int, list[tuple[int, Celle]]]
"""From each node: where one can go, and by which cell."""

Tall = tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Vist:
    """The table as it may be shown: None where hidden. ``alt`` has the sums as its last row and column."""

    alt: Tall

    @property
    def celler(self) -> Tall:
        """Without sums."""
        return tuple(rad[:-1] for rad in self.alt[:-1])

    @property
    def radsummer(self) -> tuple[int | None, ...]:
        """One for each row."""
        return tuple(rad[-1] for rad in self.alt[:-1])

    @property
    def kolonnesummer(self) -> tuple[int | None, ...]:
        """One for each column."""
        return self.alt[-1][:-1]

    @property
    def sum(self) -> int | None:
        """All together."""
        return self.alt[-1][-1]


def undertrykk_tabell(tabell: Sequence[Sequence[int]], minst: int = MINST) -> Vist:
    """Hide every small number and sum, and what could betray them. Raises ``ValueError`` for rows of unequal length or negative numbers."""
    alt = _med_summer(tabell)
    vern = _Vern(alt, minst)
    vern.gi_omveier()
    return Vist(
        tuple(tuple(None if (rad, kol) in vern.skjult else verdi for kol, verdi in enumerate(linje)) for rad, linje in enumerate(alt))
    )


def _med_summer(tabell: Sequence[Sequence[int]]) -> list[list[int]]:
    if len({len(rad) for rad in tabell}) > 1 or any(verdi < 0 for rad in tabell for verdi in rad):
        raise ValueError("tabellen må ha like lange rader og ingen negative tall")
    rader = [[*rad, sum(rad)] for rad in tabell]
    return [*rader, [sum(kolonne) for kolonne in zip(*rader, strict=True)] or [0]]


class _Vern:
    """The table while it is being protected: ``skjult`` grows, and the small numbers in ``vernet`` must each be on a ring."""

    def __init__(self, alt: list[list[int]], minst: int) -> None:
        self.alt, self.minst = alt, minst
        self.rader, self.kolonner = len(alt) - 1, len(alt[0]) - 1
        self.vernet = [celle for celle in self._fylte() if for_lite(self._verdi(celle), minst)]
        self.skjult: set[Celle] = set()
        self.veier, self.gratis = _Veier(list), _Veier(list)
        for celle in self._fylte():
            self._legg_til(self.veier, celle)
        self._skjul(self.vernet)

    def _verdi(self, celle: Celle) -> int:
        return self.alt[celle[0]][celle[1]]

    def _fylte(self) -> Iterator[Celle]:
        """Every place that is not zero."""
        for rad, linje in enumerate(self.alt):
            yield from ((rad, kol) for kol, verdi in enumerate(linje) if verdi)

    def _er_delsum(self, celle: Celle) -> bool:
        """A row's or a column's sum: it counts the other way from the numbers it is the sum of, and from the sum of all."""
        return (celle[0] == self.rader) != (celle[1] == self.kolonner)

    def _piler(self, celle: Celle) -> Iterator[tuple[int, int]]:
        """Between which nodes a person more, and a person less when it is not the only one, can go. Columns have negative numbers."""
        rad, kol = celle[0], -1 - celle[1]
        fler, faerre = ((kol, rad), (rad, kol)) if self._er_delsum(celle) else ((rad, kol), (kol, rad))
        yield fler
        if self._verdi(celle) > 1:
            yield faerre

    def _legg_til(self, veier: _Veier, celle: Celle) -> None:
        """Let ways go by the cell."""
        for fra, til in self._piler(celle):
            veier[fra].append((til, celle))

    def gi_omveier(self) -> None:
        """Hiding more only opens more detours, so each is looked at once; whoever lies on another's ring can be another number too."""
        trygge: set[Celle] = set()
        for gruppe in [*self._lette_grupper(), *([celle] for celle in self.vernet)]:
            if len(gruppe) > 1 or gruppe[0] not in trygge:
                ring = self._gratis_ring(gruppe) or self._billigste_ring(gruppe)
                self._skjul(ring)
                trygge.update(ring)

    def _lette_grupper(self) -> Iterator[list[Celle]]:
        """Small numbers on one line that are few persons even together: then the first needs a ring that the others are not on."""
        for linje in self._linjer():
            gruppe = [celle for celle in linje[:-1] if celle in self.skjult]
            if len(gruppe) > 1 and for_lite(sum(self._verdi(celle) for celle in gruppe), self.minst):
                yield gruppe

    def _linjer(self) -> Iterable[list[Celle]]:
        """The places of every row and column that are not zero, the sum last."""
        linjer: dict[int, list[Celle]] = defaultdict(list)
        for celle in self._fylte():
            linjer[celle[0]].append(celle)
            linjer[-1 - celle[1]].append(celle)
        return linjer.values()

    def _skjul(self, celler: Iterable[Celle]) -> None:
        """Hide them, and let detours go by them."""
        for celle in celler:
            if celle not in self.skjult:
                self.skjult.add(celle)
                self._legg_til(self.gratis, celle)

    def _gratis_ring(self, gruppe: list[Celle]) -> list[Celle]:
        """A ring of hidden numbers only through the first of the group and none of the rest, breadth first; empty when there is none."""
        for fra, til in self._piler(gruppe[0]):
            kom_fra, kant = {til: (til, gruppe[0])}, [til]
            for her in kant:
                for neste, celle in self.gratis[her]:
                    if celle not in gruppe and neste not in kom_fra:
                        kom_fra[neste] = (her, celle)
                        kant.append(neste)
            if fra in kom_fra:
                return list(_spor(kom_fra, til, fra))
        return []

    def _billigste_ring(self, gruppe: list[Celle]) -> list[Celle]:
        """The ring that takes fewest persons to hide, by one person more or one less in the first of the group."""
        return min(self._omvei(til, fra, gruppe) for fra, til in self._piler(gruppe[0]))[1]

    def _omvei(self, fra: int, til: int, gruppe: list[Celle]) -> tuple[float, list[Celle]]:
        """The cheapest way between two nodes, not by the group: its price in persons that must be hidden, and its cells (Dijkstra).

        With one person more there always is one, by the sums of the row, of the column and of all; with one less there may be none.
        """
        pris, kom_fra, ko = {fra: 0}, dict[int, tuple[int, Celle]](), [(0, fra)]
        while ko:
            hittil, her = heappop(ko)
            if her == til:
                return hittil, list(_spor(kom_fra, fra, til))
            for neste, celle in self.veier[her]:
                ny = hittil + (0 if celle in self.skjult else self._verdi(celle))
                if celle not in gruppe and ny < pris.get(neste, inf):
                    pris[neste], kom_fra[neste] = ny, (her, celle)
                    heappush(ko, (ny, neste))
        return inf, []


def _spor(kom_fra: dict[int, tuple[int, Celle]], fra: int, til: int) -> Iterator[Celle]:
    """The cells of the way, from its end."""
    while til != fra:
        til, celle = kom_fra[til]
        yield celle
