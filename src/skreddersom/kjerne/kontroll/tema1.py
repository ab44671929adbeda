"""Theme 1, identification and information: whether those who may have the right are found and told.

The duty to inform and to find is read out of several sections, and the days after which it is broken are ours: lovvalg L23.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.felles import I_KRAFT, INTERNKONTROLL, INTERNKONTROLL_I_KOMMUNEN, RETTEN_TIL_PROGRAM, lenger_siden
from skreddersom.kjerne.kontroll.modell import Alvor, Kontroll, Terskel
from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR
from skreddersom.kjerne.lov.hjemmel import SOSIALTJENESTELOVEN, Hjemmel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

INFORMASJON_TIL_PUBLIKUM: Final = Hjemmel(SOSIALTJENESTELOVEN, "12", I_KRAFT)
RAAD_OG_VEILEDNING: Final = Hjemmel(SOSIALTJENESTELOVEN, "17", I_KRAFT)

PERSONLIG: Final = ("samtale", "brev", "melding")
"""Ways of informing that reach one person; anything else is general."""


def _uten_utfall(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_utfall").is_null() & lenger_siden("kandidat_siden", per, grenser["utfall"])


def _ikke_gjennomgatt(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_gjennomgang").is_null() | lenger_siden("siste_gjennomgang", per, grenser["gjennomgang"])


def _bare_generelt(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return ~pl.col("kanal").is_in(PERSONLIG)


def _vilkar_for_program_er_vurdert(_per: date, _grenser: Mapping[str, int]) -> pl.Expr:
    return ~pl.col("program_vurdert_for_vilkar")


TEMA1: Final = (
    Kontroll(
        "101",
        "Kandidat uten utfall",
        "Får alle som kan ha rett til program, et svar på om de er informert, har fått tilbud eller ikke er i målgruppen?",
        (INFORMASJON_TIL_PUBLIKUM, RAAD_OG_VEILEDNING, RETTEN_TIL_PROGRAM),
        Alvor.BRUDD,
        2,
        "kandidat",
        _uten_utfall,
        ("kandidat_siden",),
        (Terskel("utfall", 30, I_KRAFT),),
    ),
    Kontroll(
        "102",
        "Saksmengden er ikke gjennomgått",
        "Går kontoret jevnlig gjennom brukerne det kjenner, for å finne dem som kan ha rett?",
        (INTERNKONTROLL, INTERNKONTROLL_I_KOMMUNEN),
        Alvor.BRUDD,
        2,
        "kontor",
        _ikke_gjennomgatt,
        ("siste_gjennomgang",),
        (Terskel("gjennomgang", 90, I_KRAFT),),
    ),
    Kontroll(
        "103",
        "Bare informert i alminnelighet",
        "Har den enkelte fått informasjon i samtale, brev eller melding?",
        (RAAD_OG_VEILEDNING,),
        Alvor.BRUDD,
        1,
        "kandidat",
        _bare_generelt,
        ("utfall_dato", "kanal"),
        gjelder=pl.col("siste_utfall") == "informert",
    ),
    Kontroll(
        "104",
        "Aktivitetsplikt før programmet var vurdert",
        "Er program vurdert før det ble stilt vilkår om aktivitet til dem under 30?",
        (AKTIVITETSPLIKT_UNDER_AAR.hjemmel, RETTEN_TIL_PROGRAM),
        Alvor.BRUDD,
        2,
        "kandidat",
        _vilkar_for_program_er_vurdert,
        ("alder",),
        gjelder=(pl.col("alder") < AKTIVITETSPLIKT_UNDER_AAR.verdi) & pl.col("vilkar_stilt"),
    ),
)
