"""Theme 2, offer, enlightenment and decision: whether an application is answered in time, on facts and reasons, by more than one.

The days of 201 and 210 and the warning of 205 are ours; the other limits are the law's (lovvalg L37).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.felles import (
    I_KRAFT,
    INTERNKONTROLL,
    INTERNKONTROLL_I_KOMMUNEN,
    RETTEN_TIL_PROGRAM,
    lenger_siden,
    regnet,
)
from skreddersom.kjerne.kontroll.modell import Alvor, Enhet, Kontroll, Terskel
from skreddersom.kjerne.kontroll.ulovlige import ulovlige_i
from skreddersom.kjerne.lov import frister
from skreddersom.kjerne.lov.grenser import STARTFRIST_MANEDER
from skreddersom.kjerne.lov.grunner import ulovlige_koder
from skreddersom.kjerne.lov.hjemmel import SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.saksbehandlingslov import Tema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

BARNS_BEHOV: Final = Hjemmel(SOSIALTJENESTELOVEN, "1", I_KRAFT, ledd=2)
KOMMUNENS_ANSVAR: Final = Hjemmel(SOSIALTJENESTELOVEN, "7", I_KRAFT)
ARBEIDSEVNEVURDERING: Final = Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT, ledd=2)

APEN: Final = pl.col("henlagt").ne_missing(other=True)
STAAR: Final = pl.col("omgjort").ne_missing(other=True)
"""A decision that was wrong is mended by a new one that changes it (L38)."""


def _uten_tilbud(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("tilbud").is_null() & pl.col("alle_vilkar") & lenger_siden("vilkar_siden", per, grenser["tilbud"])


def _ulovlig_grunn(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("ulovlig") != ""


def _uten_aev_forst(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("trenger_aev") & (pl.col("aev_utfort").is_null() | (pl.col("aev_utfort") > pl.col("dato")))


def _uten_svar(per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("vedtak").is_null() & pl.col("forelopig_svar").is_null() & (pl.col("frist") < per)


def _for_sen_start(per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    """The start when it is decided, else today; granted without a known start cannot be told."""
    start = pl.when(pl.col("tilbud").is_null()).then(pl.col("start").fill_null(per)).otherwise(pl.col("start"))
    return start > pl.col("frist")


def _start_haster(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    varsles = regnet("mottatt", lambda mottatt: frister.om_maneder(mottatt, grenser["varsel"]))
    return pl.col("start").is_null() & (varsles <= per)


def _uten_grunn(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return ~pl.col("begrunnet") | (pl.col("opplysninger") == 0) | (pl.col("uten_kilde") > 0)


BARNA_ER_GLEMT: Final = (pl.col("barn") > 0) & ~pl.col("barn_vurdert")


def _barn_ikke_vurdert(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return pl.when(BARNA_ER_GLEMT.is_not_null()).then(BARNA_ER_GLEMT & pl.col("vedtak").is_not_null())


def _barn_maa_vurderes(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return BARNA_ER_GLEMT & pl.col("vedtak").is_null()


def _over_ett_aar(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("til") > pl.col("siste_dag")


def _eget_arbeid(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return (pl.col("fattet_av") == pl.col("saksbehandler")) | pl.col("forfattere").list.contains(pl.col("fattet_av"))


def _klage_ligger(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("avgjort").is_null() & lenger_siden("mottatt", per, grenser["klage"])


KLAGE_LIGGER: Final = Terskel("klage", 30, I_KRAFT)
"""Days that a complaint may lie before it is sent on or reversed."""

TEMA2: Final = (
    Kontroll(
        "201",
        "Rett uten tilbud",
        "Får den som oppfyller alle vilkårene, tilbud om program?",
        (RETTEN_TIL_PROGRAM,),
        Alvor.BRUDD,
        3,
        "soknad",
        _uten_tilbud,
        ("mottatt", "vilkar_siden"),
        (Terskel("tilbud", 14, I_KRAFT),),
        gjelder=APEN & (pl.col("alle_vilkar") | (pl.col("alle_vilkar").is_null() & pl.col("vedtak").is_null())),
    ),
    Kontroll(
        "202",
        "Avslag med ulovlig grunn",
        "Er avslag begrunnet med økonomi, kvote, venteliste, mangel på tiltak eller annet som loven ikke godtar?",
        (KOMMUNENS_ANSVAR, RETTEN_TIL_PROGRAM),
        Alvor.BRUDD,
        3,
        "vedtak",
        _ulovlig_grunn,
        ("dato", "ulovlig"),
        gjelder=STAAR & pl.col("utfall").is_in(["avslatt", "avvist"]),
        utledet=(ulovlige_i("grunner", "begrunnelse", ulovlige_koder()).alias("ulovlig"),),
    ),
    Kontroll(
        "203",
        "Vedtak uten arbeidsevnevurdering",
        "Er arbeidsevnevurderingen gjort før vedtaket?",
        (ARBEIDSEVNEVURDERING, Tema.UTREDNING),
        Alvor.BRUDD,
        3,
        "vedtak",
        _uten_aev_forst,
        ("dato", "aev_utfort"),
        gjelder=STAAR & pl.col("trenger_aev").ne_missing(other=False),
    ),
    Kontroll(
        "204",
        "Søknad uten foreløpig svar",
        "Får den som ikke har fått vedtak innen en måned, et foreløpig svar?",
        (Tema.FORELOPIG_SVAR,),
        Alvor.BRUDD,
        3,
        "soknad",
        _uten_svar,
        ("mottatt", "frist"),
        gjelder=APEN,
        utledet=(regnet("mottatt", lambda mottatt: frister.forelopig_svar(mottatt).dato).alias("frist"),),
    ),
    Kontroll(
        "205",
        "Programmet starter for sent",
        "Starter programmet senest seks måneder etter søknaden?",
        (STARTFRIST_MANEDER.hjemmel,),
        Alvor.BRUDD,
        4,
        "soknad",
        _for_sen_start,
        ("mottatt", "frist", "start"),
        (Terskel("varsel", 5, I_KRAFT, Enhet.MANEDER, Alvor.RISIKO),),
        gjelder=APEN & (pl.col("vedtak").is_null() | pl.col("tilbud").is_not_null()),
        utledet=(regnet("mottatt", lambda mottatt: frister.seneste_start(mottatt).dato).alias("frist"),),
        varsel=_start_haster,
    ),
    Kontroll(
        "206",
        "Vilkår uten begrunnelse",
        "Er hvert vilkår begrunnet, og går det fram hvor opplysningene er hentet fra?",
        (Tema.BEGRUNNELSE, Tema.BEGRUNNELSENS_INNHOLD),
        Alvor.BRUDD,
        3,
        "vilkarsvurdering",
        _uten_grunn,
        ("vilkar", "svar", "uten_kilde"),
        gjelder=pl.col("svar").is_in(["JA", "NEI"]),
    ),
    Kontroll(
        "207",
        "Barna er ikke vurdert",
        "Er behovene til barn i husstanden vurdert før vedtaket?",
        (BARNS_BEHOV,),
        Alvor.BRUDD,
        3,
        "soknad",
        _barn_ikke_vurdert,
        ("mottatt", "vedtak", "barn"),
        gjelder=APEN & (pl.col("barn").ne_missing(other=0)) & pl.col("utfall").ne_missing(other="avvist"),
        varsel=_barn_maa_vurderes,
    ),
    Kontroll(
        "208",
        "Vedtak for mer enn ett år",
        "Gjelder hvert vedtak for høyst ett år?",
        (frister.VEDTAKSPERIODE_MANEDER.hjemmel,),
        Alvor.BRUDD,
        7,
        "vedtak",
        _over_ett_aar,
        ("fra", "til", "siste_dag"),
        gjelder=STAAR & (pl.col("utfall") == "innvilget"),
        utledet=(regnet("fra", lambda fra: frister.lengste_vedtak(fra).dato).alias("siste_dag"),),
    ),
    Kontroll(
        "209",
        "Eget arbeid godkjent",
        "Er vedtaket fattet av en annen enn den som behandlet saken og vurderte vilkårene?",
        (INTERNKONTROLL, INTERNKONTROLL_I_KOMMUNEN),
        Alvor.BRUDD,
        3,
        "vedtak",
        _eget_arbeid,
        ("dato",),
        gjelder=STAAR,
    ),
    Kontroll(
        "210",
        "Klage ligger",
        "Blir klager oversendt eller tatt til følge uten unødig opphold?",
        (Tema.KLAGEBEHANDLING,),
        Alvor.BRUDD,
        3,
        "klage",
        _klage_ligger,
        ("mottatt",),
        (KLAGE_LIGGER,),
    ),
)
