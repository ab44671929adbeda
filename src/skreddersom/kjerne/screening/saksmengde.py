"""The caseload: what 11F tells of each record, in the terms that § 29 and the order of the list need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kostra.felt import raa, typet
from skreddersom.kjerne.kostra.fodselsnummer import fodselsdato
from skreddersom.kjerne.kostra.koder import (
    BARNETRYGD,
    I_INTRODUKSJONSORDNING,
    I_KVALIFISERINGSPROGRAM,
    INGEN_TRYGD,
    INTRODUKSJONSSTONAD,
    JA,
    KURSSTONAD,
    KVALIFISERINGSSTONAD,
    SOSIALHJELP,
    TRYGD,
)
from skreddersom.kjerne.kostra.linjer import LINJE
from skreddersom.kjerne.screening.identitet import FODT, fra_duf, fra_fodselsdato, fra_kontrollsifre, samme_dag
from skreddersom.kjerne.screening.maneder import noye_maske, rask_maske, ruter, tvil

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.kostra.les import Kostrafil
    from skreddersom.kjerne.kostra.oppsett import Oppsett

# TRYGDESIT: benefits under folketrygdloven, and what counts as none (lovvalg L04, L14). Code 09, supplerende stønad, is neither.
FOLKETRYGD: Final = ("01", "02", "04", "05", "06", "07", "10", "11")

BARE_SPURT: Final = ("KOMMUNE_NR", "VKLO", "TRYGDESIT", "ARBSIT", "BU18", "VILKARSOSLOV")


def saksmengde(fil: Kostrafil, per: date) -> pl.DataFrame:
    """One row per record of an 11F file, as known on ``per``.

    ``nummer`` identifies the person, null when no number does: see ``identitet``.
    ``fodselsdato`` and ``ingen_ytelser`` are facts of § 29 (null is unknown); ``maske`` the months with support; the rest
    decides who is outside the list and in which order the others come.
    """
    oppsett = fil.oppsett
    lest = fil.linjefil.lat.select(LINJE, *_som_de_staar(oppsett), *ruter(oppsett))
    maneder = (rask_maske(oppsett, per).alias("maske"), tvil(oppsett).alias("tvil"))
    poster = fil.linjefil.hent(lest.select(pl.lit(oppsett.aar, dtype=pl.Int16).alias("aar"), LINJE, *maneder, *_tolket()))
    return _med_fodt_etter_nummer(_med_nummer(_med_noye_maske(poster, fil, per), fil))


def _som_de_staar(oppsett: Oppsett) -> list[pl.Expr]:
    """The fields, each cut out of the line once. The date of birth stands in the file from 2025."""
    fodt = typet(oppsett[FODT]) if FODT in oppsett else pl.lit(None, dtype=pl.Date).alias(FODT)
    beholdt = [typet(oppsett["PERSON_JOURNALNR"]), raa(oppsett["PERSON_FODSELSNR"])]
    return [fodt, typet(oppsett["ANTBU18"]), *map(_eget_minne, beholdt), *(raa(oppsett[navn]) for navn in BARE_SPURT)]


def _eget_minne(felt: pl.Expr) -> pl.Expr:
    """A copy: a slice would keep all the lines of the file in memory for as long as it is used."""
    return pl.concat_str(felt, pl.lit(""))


def _tolket() -> list[pl.Expr]:
    return [
        pl.col("KOMMUNE_NR").cast(pl.Categorical).alias("kommune"),
        pl.col("PERSON_JOURNALNR").alias("journalnr"),
        pl.col("PERSON_FODSELSNR").alias("fnr"),
        fra_fodselsdato(pl.col("PERSON_FODSELSNR"), pl.col(FODT)).alias("nummer"),
        pl.col(FODT).alias("fodselsdato"),
        (~samme_dag(pl.col("PERSON_FODSELSNR"), pl.col(FODT))).fill_null(value=False).alias("fodselsdato_i_strid"),
        *_kodesvar(),
    ]


def _kodesvar() -> list[pl.Expr]:
    vklo, trygd, arbsit = pl.col("VKLO"), pl.col("TRYGDESIT"), pl.col("ARBSIT")
    folketrygd = trygd.is_in(FOLKETRYGD)
    uten_trygd = (trygd == BARNETRYGD) | ((trygd == INGEN_TRYGD) & (vklo != TRYGD))
    return [
        vklo.cast(pl.Categorical),
        trygd.cast(pl.Categorical),
        pl.when(folketrygd)
        .then(pl.lit(value=False))
        .when(uten_trygd & (vklo != KURSSTONAD))
        .then(pl.lit(value=True))
        .alias("ingen_ytelser"),
        (folketrygd & (vklo == TRYGD)).alias("lever_av_trygd"),
        (vklo == SOSIALHJELP).alias("lever_av_sosialhjelp"),
        ((arbsit == I_KVALIFISERINGSPROGRAM) | (vklo == KVALIFISERINGSSTONAD)).alias("kvp_i_11f"),
        ((arbsit == I_INTRODUKSJONSORDNING) | (vklo == INTRODUKSJONSSTONAD)).alias("introduksjonsprogram"),
        (pl.col("VILKARSOSLOV") == JA).alias("vilkar_stilt"),
        pl.when(pl.col("BU18") == JA).then(pl.col("ANTBU18").fill_null(1).clip(1)).otherwise(0).cast(pl.Int8).alias("barn"),
    ]


def _med_noye_maske(poster: pl.DataFrame, fil: Kostrafil, per: date) -> pl.DataFrame:
    """Read the amounts of the few records whose ticks do not tell all."""
    i_tvil = poster["tvil"].arg_true()
    return _les_om_igjen(poster.drop("tvil"), fil, i_tvil, noye_maske(fil.oppsett, per).alias("maske"))


def _med_nummer(poster: pl.DataFrame, fil: Kostrafil) -> pl.DataFrame:
    """Where the quick look did not settle whose record it is: by the check digits, else by the DUF number."""
    uten = poster["nummer"].is_null().arg_true()
    fnr, duf = raa(fil.oppsett["PERSON_FODSELSNR"]), raa(fil.oppsett["PERSON_DUF"])
    return _les_om_igjen(poster, fil, uten, pl.coalesce(fra_kontrollsifre(fnr), fra_duf(duf)).alias("nummer"))


def _les_om_igjen(poster: pl.DataFrame, fil: Kostrafil, hvem: pl.Series, uttrykk: pl.Expr) -> pl.DataFrame:
    """Put another value, read from the record line, in one column of the rows numbered ``hvem``: what is too slow to ask of everyone."""
    if not len(hvem):
        return poster
    linjer = poster[LINJE].gather(hvem)
    lest = fil.linjefil.hent(fil.linjefil.lat.filter(pl.col(LINJE).is_in(linjer.implode())).select(uttrykk)).to_series()
    return poster.with_columns(poster[lest.name].scatter(hvem, lest))


def _med_fodt_etter_nummer(poster: pl.DataFrame) -> pl.DataFrame:
    """Where the file has no readable date of birth, the fødselsnummer tells it."""
    if not poster["fodselsdato"].null_count():
        return poster
    return poster.with_columns(pl.col("fodselsdato").fill_null(fodselsdato(pl.col("fnr"))))
