"""From records to persons: the years and journals of one person are joined, and whoever stands twice is said to."""

from __future__ import annotations

from typing import Final

import polars as pl

# What a person is known by when records differ (lovvalg L22): the newest year, in it the journal with the latest month, and in
# a journal the last line, which is taken to be the correction of those before.
NYEST_SIST: Final = ("aar", "siste_stonad", "linje")
JOURNAL: Final = ("person", "aar", "kommune", "journalnr")


def samle(poster: pl.DataFrame) -> pl.DataFrame:
    """One row per ``person``, in the order they first appear.

    Statuses are those of the newest record; the months of all records are joined. ``journaler`` lists the journals when a
    person has more than one record in the same year, else it is null. Most persons have one record and pass straight through.
    """
    ingen = pl.lit(None, dtype=pl.List(pl.String)).alias("journaler")
    if poster["person"].n_unique() == len(poster):
        return poster.with_columns(ingen)
    nummer = poster.with_row_index("rekkefolge")
    flere = poster["person"].is_duplicated()
    en = nummer.filter(~flere).with_columns(ingen)
    sammen = _slaa_sammen(nummer.filter(flere)).select(en.columns)
    return pl.concat([en, sammen]).sort("rekkefolge").drop("rekkefolge")


def _slaa_sammen(poster: pl.DataFrame) -> pl.DataFrame:
    siste_stonad = -_nyeste_bit().min().over(JOURNAL)
    sortert = poster.with_columns(siste_stonad.alias("siste_stonad")).sort(NYEST_SIST)
    status = [navn for navn in poster.columns if navn not in {"person", "maske", "rekkefolge", "fodselsdato", "barn"}]
    return sortert.group_by("person", maintain_order=True).agg(
        pl.col("rekkefolge").min(),
        pl.col("maske").bitwise_or(),
        pl.col("fodselsdato").drop_nulls().last(),
        pl.col("barn").last(),
        pl.col(status).last(),
        pl.when(pl.col("aar").n_unique() < pl.len()).then(_journaler()).alias("journaler"),
    )


def _nyeste_bit() -> pl.Expr:
    """How many months before the assessment the last month with support is; the whole scale when there is none."""
    return pl.when(pl.col("maske") == 0).then(64).otherwise(pl.col("maske").bitwise_trailing_zeros().cast(pl.Int64))


def _journaler() -> pl.Expr:
    journal = pl.concat_str(pl.col("kommune").cast(pl.String), pl.lit("/"), pl.col("journalnr").fill_null("?"))
    return journal.unique(maintain_order=True).implode()
