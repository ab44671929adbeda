"""Dates as Statistics Norway reads them: generously, except the date a programme ended."""

from __future__ import annotations

import polars as pl


def er_romslig_dato(navn: str) -> pl.Expr:
    """The field is ddMMåååå with day 1–31 and month 1–12; 31.02 counts, being read as the last of February."""
    tegn = pl.col(navn)
    return tegn.str.contains(r"^(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{4}$") & ~tegn.str.ends_with("0000")


def romslig_aar(navn: str) -> pl.Expr:
    """The year of such a date (Int32); null when the field is not one."""
    return pl.when(er_romslig_dato(navn)).then(pl.col(navn).str.slice(4).cast(pl.Int32, strict=False))


def norsk(dato: pl.Expr) -> pl.Expr:
    """A date as it is read aloud: 31.12.2026."""
    return dato.dt.to_string("%d.%m.%Y")


def manedsnummer(dato: pl.Expr) -> pl.Expr:
    """The month counted from the reporting year: 1 is its January, 0 the December before, 13 the January after (Int32)."""
    return (dato.dt.year() - pl.col("aargang")) * 12 + dato.dt.month()
