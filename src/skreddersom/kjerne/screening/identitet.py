"""Who is who: which records tell of the same person (lovvalg L22).

A number identifies a person only when it can be somebody's: a possible date, and either right check digits or the person's own
date of birth. Placeholders such as 00000000000 and the numbers given to people without a number do not. Without such a number,
the journal of a municipality together with the date of birth does. What has neither is a person of its own.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from skreddersom.kjerne.kostra.fodselsnummer import HJELPEENDELSER, bestar_mod11, elleve_siffer, er_duf

FODT: Final = "FODSELSDATO"
"""The field of both forms that holds the date of birth, since 2025."""


def eget_nummer(fnr: pl.Expr, fodt: pl.Expr) -> pl.Expr:
    """The fødselsnummer (Int64) when it can be somebody's own, else null."""
    return pl.coalesce(fra_fodselsdato(fnr, fodt), fra_kontrollsifre(fnr))


def fra_fodselsdato(fnr: pl.Expr, fodt: pl.Expr) -> pl.Expr:
    """The number when it begins with the person's own date of birth: the quick look, which settles nearly everyone."""
    return pl.when(samme_dag(fnr, fodt) & elleve_siffer(fnr) & ~_for_dem_uten_nummer(fnr)).then(_tall(fnr))


def fra_kontrollsifre(fnr: pl.Expr) -> pl.Expr:
    """The number when it has right check digits and a possible date."""
    dag, maned, _ = _datodeler(fnr)
    mulig = dag.is_between(1, 31) & maned.is_between(1, 12) & ~_for_dem_uten_nummer(fnr)
    return pl.when(mulig & bestar_mod11(fnr)).then(_tall(fnr))


def fra_duf(duf: pl.Expr) -> pl.Expr:
    """The DUF number as a negative number, so that it is nobody's fødselsnummer."""
    return pl.when(er_duf(duf) & (duf != "0" * 12)).then(-_tall(duf))


def _for_dem_uten_nummer(fnr: pl.Expr) -> pl.Expr:
    return fnr.str.slice(6).is_in(HJELPEENDELSER)


def samme_dag(fnr: pl.Expr, fodt: pl.Expr) -> pl.Expr:
    """Whether the number begins with the date of birth, whatever the century; null when either is unknown (lovvalg L17)."""
    dag, maned, aar = _datodeler(fnr)
    return (dag == fodt.dt.day()) & (maned == fodt.dt.month()) & (aar == fodt.dt.year() % 100)


def _datodeler(fnr: pl.Expr) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """Day, month and two-digit year. Modulo 40 those of d-numbers (day + 40) and synthetic numbers (month + 40 or 80) are plain."""
    tall = _tall(fnr)
    return tall // 10**9 % 40, tall // 10**7 % 100 % 40, tall // 10**5 % 100


def _tall(nummer: pl.Expr) -> pl.Expr:
    return nummer.cast(pl.Int64, strict=False)


def med_person(poster: pl.DataFrame) -> pl.DataFrame:
    """Add ``person``, alike for records of the same person: the number when everyone has one, else text for all (see ``lesbar``).

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
    person = pl.coalesce(_som_tekst("nummer"), _som_tekst("samme"), "journal", alene)
    return ramme.with_columns(person.alias("person")).drop("journal", "samme")


def lesbar(person: pl.Series) -> pl.Series:
    """``person`` as text: a number as it is written, also where it has been a whole number for everyone."""
    return person if person.dtype == pl.String else person.to_frame().select(_som_tekst(person.name)).to_series()


def _som_tekst(nummer: str) -> pl.Expr:
    """A fødselsnummer has eleven digits; a DUF number, held as a negative number, has twelve."""
    tall = pl.col(nummer)
    return pl.when(tall < 0).then((-tall).cast(pl.String).str.zfill(12)).otherwise(tall.cast(pl.String).str.zfill(11)).alias(nummer)


def _journal() -> pl.Expr:
    """Municipality, journal and date of birth in one text; null when the journal is blank."""
    fodt = pl.col("fodselsdato").cast(pl.String).fill_null("?")
    return pl.concat_str(pl.col("kommune").cast(pl.String), pl.lit("/"), "journalnr", pl.lit(" født "), fodt)
