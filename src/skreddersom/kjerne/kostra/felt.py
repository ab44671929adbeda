"""A field of the record as an expression over the record line: its exact characters, or its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Felt

TEKST = "tekst"
"""The column that holds the whole record line."""

DATOFORMAT = {8: "%d%m%Y", 6: "%d%m%y"}
"""Length of a date field -> its format: ddMMyyyy from 2025, ddMMyy before."""


def raa(felt: Felt) -> pl.Expr:
    """The exact characters of the field, named after it."""
    return pl.col(TEKST).str.slice(felt.fra - 1, felt.lengde).alias(felt.navn)


def typet(felt: Felt) -> pl.Expr:
    """The value of the field, named after it: String, Int64 or Date; null when blank or not a value of its type."""
    return _TYPER[felt.type](raa(felt), felt.lengde).alias(felt.navn)


def _tekst(tegn: pl.Expr, _lengde: int) -> pl.Expr:
    uten = tegn.str.strip_chars(" ")
    return pl.when(uten != "").then(uten)


def _heltall(tegn: pl.Expr, _lengde: int) -> pl.Expr:
    return tegn.str.strip_chars(" ").cast(pl.Int64, strict=False)


def _dato(tegn: pl.Expr, lengde: int) -> pl.Expr:
    return tegn.str.to_date(DATOFORMAT[lengde], strict=False)


_TYPER = {"tekst": _tekst, "heltall": _heltall, "dato": _dato}
