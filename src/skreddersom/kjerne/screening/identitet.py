"""Who is who: which records tell of the same person (lovvalg L22).

A number identifies a person only when it can be somebody's: a possible date, and either right check digits or the person's own
date of birth. Placeholders such as 00000000000 and the numbers given to people without a number do not. Without such a number,
the journal of a municipality together with the date of birth does. What has neither is a person of its own.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from skreddersom.kjerne.kostra.kontroll.fodselsnummer import HJELPEENDELSER, bestar_mod11, er_duf

FODT: Final = "FODSELSDATO"
"""The field of both forms that holds the date of birth, since 2025."""


def eget_nummer(fnr: pl.Expr, fodt: pl.Expr, duf: pl.Expr | None = None) -> pl.Expr:
    """The fødselsnummer, else the DUF number, when it can be somebody's own; else null."""
    dag, maned, _ = _datodeler(fnr)
    mulig = dag.is_between(1, 31) & maned.is_between(1, 12) & ~fnr.str.slice(6).is_in(HJELPEENDELSER)
    ellevesifret = fnr.str.contains("^[0-9]{11}$")
    nummer = pl.when(mulig & (bestar_mod11(fnr) | (ellevesifret & samme_dag(fnr, fodt)))).then(fnr)
    return nummer if duf is None else nummer.when(er_duf(duf) & (duf != "0" * 12)).then(duf)


def samme_dag(fnr: pl.Expr, fodt: pl.Expr) -> pl.Expr:
    """Whether the number begins with the date of birth, whatever the century; null when either is unknown (lovvalg L17)."""
    dag, maned, aar = _datodeler(fnr)
    return (dag == fodt.dt.day()) & (maned == fodt.dt.month()) & (aar == fodt.dt.year() % 100)


def _datodeler(fnr: pl.Expr) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """Day, month and two-digit year. Modulo 40 those of d-numbers (day + 40) and synthetic numbers (month + 40 or 80) are plain."""
    tall = fnr.cast(pl.Int64, strict=False)
    return tall // 10**9 % 40, tall // 10**7 % 100 % 40, tall // 10**5 % 100


def med_person(poster: pl.DataFrame) -> pl.DataFrame:
    """Add ``person``, alike for records of the same person.

    ``poster`` has ``nummer``, ``kommune``, ``journalnr`` and ``fodselsdato``. A record without a number belongs to whoever has a
    number in the same journal with the same date of birth, when there is only one: the number was put in later.
    """
    if not poster["nummer"].null_count():
        return poster.with_columns(pl.col("nummer").alias("person"))
    med_journal = poster.with_columns(_journal().alias("journal"))
    kjente = med_journal.drop_nulls(["journal", "nummer"]).group_by("journal").agg(pl.col("nummer").unique().alias("numre"))
    ett = kjente.filter(pl.col("numre").list.len() == 1).select("journal", pl.col("numre").list.first().alias("samme"))
    ramme = med_journal.join(ett, on="journal", how="left", maintain_order="left")
    alene = pl.format("linje {}", pl.int_range(pl.len()))
    return ramme.with_columns(pl.coalesce("nummer", "samme", "journal", alene).alias("person")).drop("journal", "samme")


def _journal() -> pl.Expr:
    """Municipality, journal and date of birth in one text; null when the journal is blank."""
    fodt = pl.col("fodselsdato").cast(pl.String).fill_null("?")
    return pl.concat_str("kommune", pl.lit("/"), "journalnr", pl.lit(" født "), fodt)
