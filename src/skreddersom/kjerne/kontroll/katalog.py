"""The controls, in the order of the catalogue. Theme 1: whether those who may have the right are found and told.

The duty to inform and to find is read out of several sections, and the days after which it is broken are ours: lovvalg L23.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.modell import Alvor, Kontroll, Terskel
from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR
from skreddersom.kjerne.lov.hjemmel import KOMMUNELOVEN, SOSIALTJENESTELOVEN, Hjemmel

if TYPE_CHECKING:
    from collections.abc import Mapping

I_KRAFT: Final = date(2010, 1, 1)
INTERNKONTROLL: Final = Hjemmel(SOSIALTJENESTELOVEN, "5", I_KRAFT)
INTERNKONTROLL_I_KOMMUNEN: Final = Hjemmel(KOMMUNELOVEN, "25-1", date(2021, 1, 1))
INFORMASJON_TIL_PUBLIKUM: Final = Hjemmel(SOSIALTJENESTELOVEN, "12", I_KRAFT)
RAAD_OG_VEILEDNING: Final = Hjemmel(SOSIALTJENESTELOVEN, "17", I_KRAFT)
RETTEN_TIL_PROGRAM: Final = Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT)

PERSONLIG: Final = ("samtale", "brev", "melding")
"""Ways of informing that reach one person; anything else is general."""


def _uten_utfall(per: date, dager: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_utfall").is_null() & _lenger_siden("kandidat_siden", per, dager["utfall"])


def _ikke_gjennomgatt(per: date, dager: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_gjennomgang").is_null() | _lenger_siden("siste_gjennomgang", per, dager["gjennomgang"])


def _bare_generelt(_per: date, _dager: Mapping[str, int]) -> pl.Expr:
    return ~pl.col("kanal").is_in(PERSONLIG)


def _vilkar_for_program_er_vurdert(_per: date, _dager: Mapping[str, int]) -> pl.Expr:
    return ~pl.col("program_vurdert_for_vilkar")


def _taust(per: date, dager: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_aktivitet").is_null() | _lenger_siden("siste_aktivitet", per, dager["aktivitet"])


def _lenger_siden(kolonne: str, per: date, dager: int) -> pl.Expr:
    """Whether the date is more than so many days before ``per``; null when it is unknown."""
    return pl.col(kolonne) < per - timedelta(days=dager)


KATALOG: Final = (
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
    Kontroll(
        "703",
        "Stille kontor",
        "Er det registrert aktivitet, eller er det bare tallene som mangler?",
        (INTERNKONTROLL,),
        Alvor.RISIKO,
        None,
        "kontor",
        _taust,
        ("siste_aktivitet",),
        (Terskel("aktivitet", 45, I_KRAFT),),
    ),
)
