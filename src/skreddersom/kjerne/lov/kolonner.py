"""Many persons held against § 29 at once: the same rules as columns of a frame.

Frames come in through Narwhals: Polars as it is, DuckDB and PySpark with the extras ``[duckdb]`` and ``[spark]``. pandas is
refused, because its comparisons turn a missing value into False and a missing fact must never become «no».
"""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTANAVN, Fakta
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from narwhals.typing import IntoFrameT

UTFALL: Final = "utfall"
VILKAR: Final = "vilkar_"


class PandasNektet(Brukerfeil):
    """The frame comes from a library whose missing values count as False."""


def vurder_kolonner(ramme: IntoFrameT, per: date) -> IntoFrameT:
    """Add one column per condition (``vilkar_<id>``) and ``utfall``: true is JA, false NEI, null UKJENT.

    ``ramme`` has one row per person and a column for each fact that is known of anyone, named as in ``Fakta``:
    ``fodselsdato`` is a date, all others Boolean. Facts without a column are unknown for everyone.

    Raises:
        PandasNektet: for pandas-like frames.
        ForLoven: when ``per`` is before the act.

    """
    nw_ramme: Any = nw.from_native(ramme)
    if nw_ramme.implementation.is_pandas_like():
        melding = "pandas kan ikke brukes her: en manglende opplysning ville blitt til «nei». Bruk Polars, DuckDB eller PySpark."
        raise PandasNektet(melding)
    uttrykk = uttrykk_paa(per, nw_ramme.collect_schema().names())
    svar: IntoFrameT = nw_ramme.with_columns(**uttrykk).to_native()
    return svar


def uttrykk_paa(per: date, kolonner: Collection[str]) -> dict[str, nw.Expr]:
    """The conditions of § 29 on ``per`` as expressions by column name, given which facts have a column."""
    fakta = _fakta(kolonner)
    vilkar = {VILKAR + v.id: v.regel(fakta, per) for v in versjon_paa(per).vilkar}
    return vilkar | {UTFALL: reduce(and_, vilkar.values())}


def _fakta(kolonner: Collection[str]) -> Fakta[nw.Expr]:
    return Fakta(*(nw.col(navn) if navn in kolonner else _ukjent(navn) for navn in FAKTANAVN))


def _ukjent(navn: str) -> nw.Expr:
    return nw.lit(None, dtype=nw.Date() if navn == DATOFAKTUM else nw.Boolean())
