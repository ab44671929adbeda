"""11CF files as one row per person, municipality and year: the facts that the indicators count.

Statistics Norway counts persons who were in the programme at the start of the year or began in it. A person with several records in a
municipality's file is one: the programme that began last tells how it went, months are counted once, and money is added up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kostra.felt import typet
from skreddersom.kjerne.kostra.fodselsnummer import fodselsaar
from skreddersom.kjerne.kostra.koder import FORTSATT_I_PROGRAM, FULLFORT, JA, PERMISJON
from skreddersom.kjerne.kostra.linjer import LINJE
from skreddersom.kjerne.screening.identitet import FODT, eget_nummer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skreddersom.kjerne.kostra.les import Kostrafil
    from skreddersom.kjerne.kostra.oppsett import Oppsett

NEI: Final = "2"
I_PROGRAM: Final = (FORTSATT_I_PROGRAM, PERMISJON)
AVBRUTT: Final = ("4", "5", "6", "7")
FRIST: Final = 30
"""Days: «within a month», counted alike whatever the month."""
UNG: Final = 25
"""Years; the age is the one reached in the year, as Statistics Norway counts it."""

ETTERPA: Final = {
    "til_arbeid": {"AVSL_ORDINAERTARB": "01"},
    "til_lonnstilskudd": {"AVSL_ARBLONNSTILS": "11"},
    "til_tiltak": {"AVSL_ARBMARK": "03"},
    "til_utdanning": {"AVSL_SKOLE": "04"},
    "til_aap": {"AVSL_AAP": "14"},
    "til_ufore": {"AVSL_UFORE": "13"},
    "til_sosialhjelp": {"AVSL_OK_AVKLAR": "15", "AVSL_UTEN_OK_AVKLAR": "16"},
}
"""What came right after: the boxes that are ticked, each with its one code."""

MANEDER: Final = {f"STMND_{nr}": f"{nr:02}" for nr in range(1, 13)}
HVEM: Final = ("kommune", "aar", "person")


def deltakere(filer: Iterable[Kostrafil]) -> pl.DataFrame:
    """One row per person, municipality and year of the 11CF ``filer``. A fact that the record does not tell is null.

    ``nummer`` is the person's own number, where there is one. The same file twice changes nothing but the money: take each once.
    """
    poster = [_poster(fil) for fil in filer]
    return _samlet(pl.concat(poster)) if poster else pl.DataFrame(schema=SKJEMA)


def _poster(fil: Kostrafil) -> pl.DataFrame:
    o = fil.oppsett
    fodt = typet(o[FODT]) if FODT in o else pl.lit(None, dtype=pl.Date)
    nummer = eget_nummer(pl.col("PERSON_FODSELSNR"), fodt)
    kommune, journal = pl.col("KOMMUNE_NR"), pl.col("PERSON_JOURNALNR")
    alene = pl.format("linje {}", LINJE)
    felt = fil.linjefil.lat.with_columns(typet(ett) for ett in o.felt if ett.navn in BRUKTE)
    rader = felt.select(
        kommune.fill_null("").alias("kommune"),
        pl.lit(o.aar, dtype=pl.Int32).alias("aar"),
        pl.coalesce(nummer.cast(pl.String), pl.format("journal {}", journal), alene).alias("person"),
        nummer.alias("nummer"),
        LINJE,
        *_tider(o),
        *_fakta(o),
    )
    return fil.linjefil.hent(rader)


def _tider(o: Oppsett) -> list[pl.Expr]:
    """Dates as days between, and whether the programme began in the year. Dates in the wrong order tell nothing."""
    sokt, vedtak, begynt = (pl.col(navn) for navn in ("REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO"))
    ny = (begynt.dt.year() == o.aar).fill_null(value=False)
    return [
        begynt.alias("begynt"),
        ny.alias("nye"),
        _dager(ny, sokt, vedtak).alias("dager_vedtak"),
        _dager(ny, vedtak, begynt).alias("dager_start"),
    ]


def _dager(ny: pl.Expr, fra: pl.Expr, til: pl.Expr) -> pl.Expr:
    dager = (til - fra).dt.total_days()
    return pl.when(ny & (dager >= 0)).then(dager)


def _fakta(o: Oppsett) -> list[pl.Expr]:
    status = pl.col("STATUS")
    alder = o.aar - fodselsaar(pl.col("PERSON_FODSELSNR"), pl.lit(o.aar))
    return [
        pl.col("KVP_STONAD").alias("stonad"),
        *(pl.col(felt).eq_missing(pl.lit(kode)).alias(felt) for felt, kode in MANEDER.items()),
        (alder < UNG).alias("under_25"),
        _ja_nei("BU18").alias("barn"),
        pl.col("YTELSE_SOSHJELP").eq_missing(pl.lit(JA)).alias("sosialhjelp_for"),
        _ja_nei("KVP_MED_ASTONAD").alias("hjelp_ved_siden"),
        status.is_in(I_PROGRAM).fill_null(value=False).alias("i_program"),
        status.eq_missing(pl.lit(FULLFORT)).alias("fullfort"),
        status.is_in(AVBRUTT).fill_null(value=False).alias("avbrutt"),
        *(_krysset(bokser).alias(navn) for navn, bokser in ETTERPA.items()),
    ]


def _ja_nei(felt: str) -> pl.Expr:
    return pl.when(pl.col(felt).is_in([JA, NEI])).then(pl.col(felt) == JA)


def _krysset(bokser: dict[str, str]) -> pl.Expr:
    return pl.any_horizontal(pl.col(felt).eq_missing(pl.lit(kode)) for felt, kode in bokser.items())


ANDRE: Final = (
    "KOMMUNE_NR PERSON_FODSELSNR PERSON_JOURNALNR REG_DATO VEDTAK_DATO BEGYNT_DATO BU18 YTELSE_SOSHJELP KVP_MED_ASTONAD KVP_STONAD STATUS"
)
BRUKTE: Final = frozenset({*ANDRE.split(), *MANEDER, *(felt for bokser in ETTERPA.values() for felt in bokser)})
"""The fields that are read."""

FAKTA: Final = ("under_25", "barn", "sosialhjelp_for", "hjelp_ved_siden", "i_program", "fullfort", "avbrutt", *ETTERPA)
SKJEMA: Final = {
    "kommune": pl.String,
    "aar": pl.Int32,
    "person": pl.String,
    "nummer": pl.Int64,
    "nye": pl.Boolean,
    "dager_vedtak": pl.Int64,
    "dager_start": pl.Int64,
    "stonad": pl.Int64,
    "maneder": pl.UInt32,
    **dict.fromkeys(FAKTA, pl.Boolean),
}


def _samlet(poster: pl.DataFrame) -> pl.DataFrame:
    """Of several records the last programme tells most. The rows come in the order of municipality, year and person."""
    i_rekkefolge = poster.sort(*HVEM, pl.col("begynt"), LINJE, nulls_last=False)
    siste = ("nummer", "nye", "dager_vedtak", "dager_start", *FAKTA)
    personer = i_rekkefolge.group_by(*HVEM, maintain_order=True).agg(
        pl.col(*siste).last(), pl.col("stonad").sum(), pl.col(*MANEDER).any().cast(pl.UInt32)
    )
    return personer.with_columns(pl.sum_horizontal(*MANEDER).alias("maneder")).select(*SKJEMA)
