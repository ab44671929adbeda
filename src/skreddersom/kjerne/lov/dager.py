"""Norwegian public holidays of any year, and the working day on or after a day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

LORDAG: Final = 5  # ``date.weekday`` of Saturday

# Month and day. 1 and 17 May are equal to holidays by an act of their own. Christmas Eve, New Year's Eve and Easter Eve are not (L31).
FASTE: Final = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
# Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
BEVEGELIGE: Final = (-3, -2, 0, 1, 39, 49, 50)


@cache
def forste_paskedag(aar: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of the golden number, the epact and the Sunday letter."""
    gyllental, hundrear = aar % 19, aar // 100
    utelatte_skuddaar = hundrear - hundrear // 4
    maneretting = (8 * hundrear + 13) // 25
    epakt = (19 * gyllental + utelatte_skuddaar - maneretting + 15) % 30
    # A full moon on the two latest days is moved one day back, so that two years of a cycle never share it too late.
    fullmane = epakt - (epakt == 29 or (epakt == 28 and gyllental > 10))
    etter_21_mars = fullmane + 7 - (aar + aar // 4 - utelatte_skuddaar + fullmane + 2) % 7
    return date(aar, 3, 21) + timedelta(days=etter_21_mars)


@cache
def helligdager(aar: int) -> frozenset[date]:
    """Every public holiday of a year that can fall on a weekday; ordinary Sundays are told by the day of the week."""
    paske = forste_paskedag(aar)
    return frozenset({date(aar, *dag) for dag in FASTE} | {paske + timedelta(days=dager) for dager in BEVEGELIGE})


def er_virkedag(dag: date) -> bool:
    """Whether a deadline may end on the day: neither Saturday, Sunday nor a public holiday."""
    return dag.weekday() < LORDAG and dag not in helligdager(dag.year)


def virkedag_fra_og_med(dag: date) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not er_virkedag(dag):
        dag += timedelta(days=1)
    return dag
