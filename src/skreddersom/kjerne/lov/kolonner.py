"""Many persons held against § 29 at once: the same rules as columns of a frame.

A Polars frame takes the rules as Polars' own expressions; DuckDB and PySpark, with the extras ``[duckdb]`` and ``[spark]``, come in
through Narwhals, which is loaded only then. pandas is refused, because its comparisons turn a missing value into False and a missing
fact must never become «no».
"""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTANAVN, Fakta
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from narwhals.typing import IntoFrameT

UTFALL: Final = "utfall"
VILKAR: Final = "vilkar_"

Motor: TypeAlias = Any
"""The module that expressions are made with: Polars, or Narwhals, which has taken the names from it."""
Uttrykk: TypeAlias = Any
"""A column expression of the engine."""


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
    if type(ramme).__module__.startswith("polars."):
        return _i_polars(ramme, per)
    return _gjennom_narwhals(ramme, per)


def _i_polars(ramme: IntoFrameT, per: date) -> IntoFrameT:
    import polars as pl

    polarsramme: Any = ramme
    svar: IntoFrameT = polarsramme.with_columns(**uttrykk_paa(per, polarsramme.collect_schema().names(), pl))
    return svar


def _gjennom_narwhals(ramme: IntoFrameT, per: date) -> IntoFrameT:
    import narwhals as nw

    nw_ramme: Any = nw.from_native(ramme)
    if nw_ramme.implementation.is_pandas_like():
        melding = "pandas kan ikke brukes her: en manglende opplysning ville blitt til «nei». Bruk Polars, DuckDB eller PySpark."
        raise PandasNektet(melding)
    svar: IntoFrameT = nw_ramme.with_columns(**uttrykk_paa(per, nw_ramme.collect_schema().names(), nw)).to_native()
    return svar


def uttrykk_paa(per: date, kolonner: Collection[str], motor: Motor) -> dict[str, Uttrykk]:
    """The conditions of § 29 on ``per`` as expressions by column name, given which facts have a column."""
    fakta = _fakta(kolonner, motor)
    vilkar = {VILKAR + v.id: v.regel(fakta, per) for v in versjon_paa(per).vilkar}
    return vilkar | {UTFALL: reduce(and_, vilkar.values())}


def _fakta(kolonner: Collection[str], motor: Motor) -> Fakta[Uttrykk]:
    return Fakta(*(motor.col(navn) if navn in kolonner else _ukjent(navn, motor) for navn in FAKTANAVN))


def _ukjent(navn: str, motor: Motor) -> Uttrykk:
    return motor.lit(None, dtype=motor.Date() if navn == DATOFAKTUM else motor.Boolean())
