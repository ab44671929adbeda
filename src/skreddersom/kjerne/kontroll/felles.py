"""What controls of several themes rest on: the rules of internal control, and how dates are compared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.lov.hjemmel import KOMMUNELOVEN, SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.saksbehandlingslov import IngenRegel

if TYPE_CHECKING:
    from collections.abc import Callable

I_KRAFT: Final = date(2010, 1, 1)
INTERNKONTROLL: Final = Hjemmel(SOSIALTJENESTELOVEN, "5", I_KRAFT)
INTERNKONTROLL_I_KOMMUNEN: Final = Hjemmel(KOMMUNELOVEN, "25-1", date(2021, 1, 1))
RETTEN_TIL_PROGRAM: Final = Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT)


def lenger_siden(kolonne: str, per: date, dager: int) -> pl.Expr:
    """Whether the date is more than so many days before ``per``; null when it is unknown."""
    return pl.col(kolonne) < per - timedelta(days=dager)


def regnet(kolonne: str, regel: Callable[[date], date]) -> pl.Expr:
    """The day that a rule of ``kjerne/lov`` gives from the dates of a column.

    Null where the date is, or where no law reaches it: a mistyped year cannot be assessed, and must not stop the others.
    """

    def dag(fra: date) -> date | None:
        try:
            return regel(fra)
        except (IngenRegel, ValueError, OverflowError):
            return None

    return pl.col(kolonne).map_elements(dag, return_dtype=pl.Date)
