"""A field of the record as an expression over the record line: its exact characters, or its value.

Measured on a million 11F records: a slice costs about 15 ms, a whole number 30 ms and a date 60 ms on two cores; reading each field from
bytes instead of characters, or whole numbers by bit arithmetic, was no faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Felt

TEKST = "tekst"
"""The column that holds the whole record line."""

AARHUNDRE = "20"
"""Dates of six characters (ddMMyy, to 2024) lie in 2000–2099: they tell of decisions and programmes, and SSB reads them so."""


def raa(felt: Felt) -> pl.Expr:
    """The exact characters of the field, named after it."""
    return pl.col(TEKST).str.slice(felt.fra - 1, felt.lengde).alias(felt.navn)


def typet(felt: Felt) -> pl.Expr:
    """The value of the field, named after it: String without blanks at its ends, Int64 or Date; null when blank or no such value."""
    return _TYPER[felt.type](raa(felt), felt.lengde).alias(felt.navn)


def _tekst(tegn: pl.Expr, _lengde: int) -> pl.Expr:
    uten_blanke = tegn.str.strip_chars(" ")
    return pl.when(uten_blanke != "").then(uten_blanke)


def _heltall(tegn: pl.Expr, _lengde: int) -> pl.Expr:
    """As SSB reads: justified to either side, with leading zeros or a sign; not with a decimal sign, letters or inner blanks."""
    return tegn.str.strip_chars(" ").cast(pl.Int64, strict=False)


def _dato(tegn: pl.Expr, lengde: int) -> pl.Expr:
    """Only digits, and only a day of the calendar: Polars alone would read blanks and signs as parts of the numbers.

    Reading a date is quicker than looking up whether it has been read before.
    """
    hel = tegn if lengde == 8 else pl.concat_str(tegn.str.slice(0, 4), pl.lit(AARHUNDRE), tegn.str.slice(4))
    gyldig = hel.str.contains("^[0-9]{8}$") & ~hel.str.ends_with("0000")
    return pl.when(gyldig).then(hel).str.to_date("%d%m%Y", strict=False, cache=False)


_TYPER = {"tekst": _tekst, "heltall": _heltall, "dato": _dato}
