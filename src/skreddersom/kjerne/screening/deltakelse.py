"""Who is in kvalifiseringsprogram, and who has been: what 11CF tells of each person on the day of assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kostra.felt import raa, typet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from skreddersom.kjerne.kostra.les import Kostrafil

# STATUS at the end of the year: in programme, on leave, moved to another district of Oslo before the programme was over.
I_PROGRAM: Final = ("1", "2", "6")

SKJEMA: Final = {
    "fnr": pl.String,
    "kvp_aar": pl.Int32,
    "kvp_aktiv": pl.Boolean,
    "kvp_begynt": pl.Date,
    "kvp_avsluttet": pl.Date,
    "kvp_status": pl.String,
}


def deltakelse(filer: Sequence[Kostrafil], per: date) -> pl.DataFrame:
    """One row per fødselsnummer in the 11CF files: the newest programme, and whether it runs on ``per`` (lovvalg L16)."""
    poster = pl.concat([_poster(fil, per) for fil in filer]) if filer else pl.DataFrame(schema=SKJEMA)
    return poster.sort("kvp_aar", "kvp_aktiv", "kvp_begynt", nulls_last=False).group_by("fnr", maintain_order=True).last()


def _poster(fil: Kostrafil, per: date) -> pl.DataFrame:
    o = fil.oppsett
    begynt, avsluttet = typet(o["BEGYNT_DATO"]), typet(o["AVSL_DATO"])
    status = raa(o["STATUS"])
    begynner_senere = (typet(o["VEDTAK_DATO"]) > per).fill_null(value=False)
    lever = (status.is_in(I_PROGRAM) | (avsluttet > per).fill_null(value=False)) & ~begynner_senere
    poster = fil.linjefil.lat.select(
        raa(o["PERSON_FODSELSNR"]).alias("fnr"),
        pl.lit(o.aar, dtype=pl.Int32).alias("kvp_aar"),
        lever.alias("kvp_aktiv"),
        begynt.alias("kvp_begynt"),
        pl.when(~status.is_in(I_PROGRAM)).then(avsluttet).alias("kvp_avsluttet"),
        status.replace_strict(o["STATUS"].koder, default=None).alias("kvp_status"),
    )
    return poster.collect(engine="streaming")


def med_deltakelse(personer: pl.DataFrame, deltakere: pl.DataFrame) -> pl.DataFrame:
    """Add what 11CF knows to each person, and ``i_program``.

    A programme that 11CF shows as running counts when the form is as new as the person's 11F; one that it shows as ended
    overrules what 11F last said.
    """
    ramme = personer.join(deltakere, on="fnr", how="left", maintain_order="left")
    like_ny = (pl.col("kvp_aar") >= pl.col("aar")).fill_null(value=False)
    aktiv = like_ny & pl.col("kvp_aktiv")
    return ramme.with_columns((aktiv | (pl.col("kvp_i_11f") & ~like_ny)).fill_null(value=False).alias("i_program"))
