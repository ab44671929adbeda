"""When a person has reached an age. The same definition for one date of birth and for a column of them."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Dato(Protocol[T_co]):
    """A date, a missing date or a column of dates: all that an age needs is «on or before»."""

    def __le__(self, annen: date, /) -> T_co:
        """Whether the date is ``annen`` or earlier."""


def fylt(aar: int, fodselsdato: Dato[T_co], per: date) -> T_co:
    """Whether the person has reached ``aar`` years on ``per``; the birthday itself counts (lovvalg L02)."""
    return fodselsdato <= fodt_senest(aar, per)


def fodt_senest(aar: int, per: date) -> date:
    """The latest date of birth that has reached ``aar`` years on ``per``.

    Whoever is born on 29 February has their birthday on 28 February in other years (lovvalg L01),
    so on such a 28 February those born on the 29th are included.
    """
    fodselsaar = per.year - aar
    if (per.month, per.day) == (2, 29) and not isleap(fodselsaar):
        return date(fodselsaar, 2, 28)
    if (per.month, per.day) == (2, 28) and isleap(fodselsaar) and not isleap(per.year):
        return date(fodselsaar, 2, 29)
    return per.replace(year=fodselsaar)


def alder(fodselsdato: date, per: date) -> int:
    """Age in whole years on ``per``, by the same rule as ``fylt``. Negative before birth."""
    aar = per.year - fodselsdato.year
    return aar if fodselsdato <= fodt_senest(aar, per) else aar - 1
