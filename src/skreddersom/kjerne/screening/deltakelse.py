"""Who is in kvalifiseringsprogram, and who has been: what 11CF tells of each person on the day of assessment (lovvalg L16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kostra.felt import raa, typet
from skreddersom.kjerne.kostra.koder import FLYTTET_BYDEL, FORTSATT_I_PROGRAM, PERMISJON
from skreddersom.kjerne.screening.identitet import FODT, eget_nummer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from skreddersom.kjerne.kostra.les import Kostrafil

# STATUS at the end of the year: in programme, on leave, moved to another district of Oslo before the programme was over.
I_PROGRAM: Final = (FORTSATT_I_PROGRAM, PERMISJON, FLYTTET_BYDEL)

# What a programme is on the day of assessment, the least telling first.
KOMMENDE, AVSLUTTET, APENT, LOPENDE = range(4)

SKJEMA: Final = {
    "nummer": pl.Int64,
    "kvp_aar": pl.Int32,
    "kvp_fase": pl.Int32,
    "kvp_begynt": pl.Date,
    "kvp_avsluttet": pl.Date,
    "kvp_status": pl.String,
}


def deltakelse(filer: Sequence[Kostrafil], per: date) -> pl.DataFrame:
    """One row per person with a number of their own: the programme that tells most of the day ``per``.

    Programmes decided after the day come last; of the others the newest form counts, and in it one that is not over.
    """
    if not filer:
        return pl.DataFrame(schema=SKJEMA)
    poster = pl.concat([_poster(fil, per) for fil in filer])
    nyest_sist = poster.sort(pl.col("kvp_fase") != KOMMENDE, "kvp_aar", "kvp_fase", "kvp_begynt", nulls_last=False)
    return nyest_sist.group_by("nummer", maintain_order=True).last()


def _poster(fil: Kostrafil, per: date) -> pl.DataFrame:
    o = fil.oppsett
    status, slutt = raa(o["STATUS"]), typet(o["AVSL_DATO"])
    fodt = typet(o[FODT]) if FODT in o else pl.lit(None, dtype=pl.Date)
    poster = fil.linjefil.lat.select(
        eget_nummer(raa(o["PERSON_FODSELSNR"]), fodt).alias("nummer"),
        pl.lit(o.aar, dtype=pl.Int32).alias("kvp_aar"),
        _fase(status, slutt, typet(o["VEDTAK_DATO"]), per).cast(pl.Int32).alias("kvp_fase"),
        typet(o["BEGYNT_DATO"]).alias("kvp_begynt"),
        pl.when(~status.is_in(I_PROGRAM)).then(slutt).alias("kvp_avsluttet"),
        status.replace_strict(o["STATUS"].koder, default=None).alias("kvp_status"),
    )
    return fil.linjefil.hent(poster.drop_nulls("nummer"))


def _fase(status: pl.Expr, slutt: pl.Expr, vedtak: pl.Expr, per: date) -> pl.Expr:
    """A programme runs when its end lies after ``per``; an open status only tells of the last day of the form's year."""
    apent = status.is_in(I_PROGRAM)
    return pl.when(vedtak > per).then(KOMMENDE).when(apent).then(APENT).when(slutt > per).then(LOPENDE).otherwise(AVSLUTTET)


def med_deltakelse(personer: pl.DataFrame, deltakere: pl.DataFrame) -> pl.DataFrame:
    """Add what 11CF knows to each person, and ``i_program``.

    An open status counts when the form is as new as the person's 11F; a form as new that says ended overrules what 11F last said.
    """
    ramme = personer.join(deltakere, on="nummer", how="left", maintain_order="left") if len(deltakere) else _uten_deltakere(personer)
    like_ny = pl.col("kvp_aar") >= pl.col("aar")
    fase = pl.col("kvp_fase")
    i_11cf = (fase == LOPENDE) | ((fase == APENT) & like_ny)
    i_11f = pl.col("kvp_i_11f") & ~((fase == AVSLUTTET) & like_ny).fill_null(value=False)
    return ramme.with_columns((i_11cf.fill_null(value=False) | i_11f).alias("i_program"))


def _uten_deltakere(personer: pl.DataFrame) -> pl.DataFrame:
    """Nothing is known from 11CF: the same columns, without looking up a million persons in an empty table."""
    return personer.with_columns(pl.lit(None, dtype=type_).alias(navn) for navn, type_ in SKJEMA.items() if navn != "nummer")
