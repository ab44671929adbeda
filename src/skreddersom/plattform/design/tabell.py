"""Sorting and paging that live in the address, so that a list can be shared and the back button works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, SupportsIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from django.db.models import QuerySet
    from django.http import HttpRequest, QueryDict

SORTERING: Final = "sorter"
SIDE: Final = "side"


@dataclass(frozen=True, slots=True)
class Sortering:
    """A column and a direction. ``str()`` is how it stands in the address and in ``order_by``: ``-navn`` is descending."""

    kolonne: str
    synkende: bool = False

    def __str__(self) -> str:
        return f"-{self.kolonne}" if self.synkende else self.kolonne

    @classmethod
    def les(cls, tekst: str) -> Sortering:
        """The opposite of ``str()``."""
        return cls(tekst.removeprefix("-"), tekst.startswith("-"))


@dataclass(frozen=True, slots=True)
class Utsnitt(Sequence[Any]):
    """A long list, for a paginator: how many there are is known, and ``hent(first, how many)`` fetches those that are shown."""

    hent: Callable[[int, int], Sequence[Any] | QuerySet[Any]]
    antall: int

    def __len__(self) -> int:
        return self.antall

    def __getitem__(self, hvilke: SupportsIndex | slice) -> Any:  # noqa: ANN401 – one, or several
        if isinstance(hvilke, slice):
            fra, til, _steg = hvilke.indices(self.antall)
            return self.hent(fra, til - fra) if til > fra else ()
        return self.hent(range(self.antall)[hvilke], 1)[0]


def les_sortering(request: HttpRequest, tillatt: Collection[str], standard: str) -> Sortering:
    """The sorting asked for in the address; ``standard`` when none is, or when the column is not among ``tillatt``."""
    valgt = Sortering.les(request.GET.get(SORTERING, standard))
    return valgt if valgt.kolonne in tillatt else Sortering.les(standard)


def neste(kolonne: str, gjeldende: str) -> Sortering:
    """The sorting that a press on the head of ``kolonne`` gives: ascending first, then the other way."""
    na = Sortering.les(gjeldende)
    return Sortering(kolonne, synkende=na.kolonne == kolonne and not na.synkende)


def aria_sort(kolonne: str, gjeldende: str) -> str:
    """The value of ``aria-sort`` for the head of ``kolonne``."""
    na = Sortering.les(gjeldende)
    if na.kolonne != kolonne:
        return "none"
    return "descending" if na.synkende else "ascending"


def adresse(query: QueryDict, **endret: object) -> str:
    """The query string with ``endret`` put in; a ``None`` takes the name out. Other names are kept in place."""
    ny = query.copy()
    for navn, verdi in endret.items():
        ny.pop(navn, None)
        if verdi is not None:
            ny[navn] = str(verdi)
    return f"?{ny.urlencode()}"
