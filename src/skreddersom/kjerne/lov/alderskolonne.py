"""Age in whole years for columns of Polars dates: the rule of ``alder``, also when the day differs from row to row."""

from __future__ import annotations

import polars as pl


def alder_paa(fodt: pl.Expr, dag: pl.Expr) -> pl.Expr:
    """Whole years from ``fodt`` to ``dag`` (Int32), null when either is. Those born on 29 February: lovvalg L01."""
    fodselsdag, i_dag = _maned_og_dag(fodt), _maned_og_dag(dag)
    skuddaarsbarn = (fodselsdag == 229) & (i_dag == 228) & ~dag.dt.is_leap_year()
    return dag.dt.year() - fodt.dt.year() - pl.when((i_dag >= fodselsdag) | skuddaarsbarn).then(0).otherwise(1)


def _maned_og_dag(dato: pl.Expr) -> pl.Expr:
    return dato.dt.month().cast(pl.Int32) * 100 + dato.dt.day()
