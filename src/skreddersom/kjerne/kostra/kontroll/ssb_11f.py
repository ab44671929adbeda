"""Statistics Norway's controls of an 11F record, in their order, in two rule profiles: 2025 (44 controls) and 2026 (46)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.fodselsnummer import er_duf
from skreddersom.kjerne.kostra.koder import AAP, ALDERSPENSJON, BARNETRYGD, INGEN_TRYGD, OVERGANGSSTONAD, UFORETRYGD
from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato
from skreddersom.kjerne.kostra.kontroll.grunnlag import antall, maneder, noen_krysset
from skreddersom.kjerne.kostra.kontroll.modell import ERROR, WARNING, Kontroll, blank, setning
from skreddersom.kjerne.kostra.kontroll.ssb_11f_felt import kontroller_002
from skreddersom.kjerne.kostra.kontroll.ssb_felles import FNR, FORST, JOURNALNR, K05B_TEKST, SIST, forste_linjer, like_verdier, lovlig_kode
from skreddersom.kjerne.kostra.oppsett import MANED, oppsett
from skreddersom.kjerne.setning import setning as tittel

if TYPE_CHECKING:
    from collections.abc import Mapping

OPPSETT = oppsett("11F", 2026)
KODER = {felt.navn: tuple(felt.koder) for felt in OPPSETT.felt}

VILKAR = tuple(navn for navn in KODER if navn.startswith("VILKAR") and navn not in {"VILKARSOSLOV", "VILKARSAMEKT"})

HOYESTE_SUM, LAVESTE_SUM = 1_000_000, 200
"""Kroner a year: more than the first and at most the second is questioned."""
ALDERSPENSJON_FRA = MappingProxyType({2025: 60, 2026: 62})
UKJENT_ALDER = -1


VKLO, TRYGDESIT, ARBSIT = pl.col("VKLO"), pl.col("TRYGDESIT"), pl.col("ARBSIT")
ALDER = pl.col("alder").fill_null(UKJENT_ALDER)
SUM = antall("BIDRAG") + antall("LAAN")
FORSORGER = (pl.col("BU18") == "1") & (antall("ANTBU18") > 0)
STILT_VILKAR = pl.col("VILKARSOSLOV") == "1"


def aar_gammel() -> pl.Expr:
    """The age in words; an age that cannot be told is said to be unknown."""
    return pl.when(pl.col("alder").is_null()).then(setning("ukjent")).otherwise(setning("{} år", pl.col("alder")))


def _eller(koder: tuple[str, ...]) -> pl.Expr:
    """The codes in a row, with a word before the last."""
    *forste, siste = koder
    return setning("{} eller {}", pl.lit(", ".join(forste)), pl.lit(siste)) if forste else pl.lit(siste)


def arbeidssituasjon(id_: str, vklo: str, arbsit: tuple[str, ...]) -> Kontroll:
    """With ``vklo`` as the main source of livelihood, ARBSIT is one of these. Social assistance (5) only warns."""
    kilde = OPPSETT["VKLO"].koder[vklo].lower()
    deler = (pl.lit(vklo), pl.lit(kilde), _eller(arbsit))
    tekst = setning("VKLO er {} ({}), og da skal ARBSIT være {}, men den er {}.", *deler, "ARBSIT")
    alvorlighet = WARNING if vklo == "5" else ERROR
    return Kontroll(id_, alvorlighet, tittel("Arbeidssituasjon ved {}", kilde), VKLO.eq(vklo) & ~ARBSIT.is_in(arbsit), tekst)


def uten_barn(id_: str, trygdesit: str) -> Kontroll:
    """A benefit for parents, for someone who supports no child."""
    ytelse = OPPSETT["TRYGDESIT"].koder[trygdesit].lower()
    deler = (pl.lit(trygdesit), pl.lit(ytelse), "BU18", "ANTBU18")
    tekst = setning("TRYGDESIT er {} ({}), men BU18 er {} og ANTBU18 {}. Oppgi barna, eller rett TRYGDESIT.", *deler)
    return Kontroll(id_, ERROR, tittel("{} uten barn", ytelse.capitalize()), TRYGDESIT.eq(trygdesit) & ~FORSORGER, tekst)


def for_ung(id_: str, grense: int) -> Kontroll:
    """Old-age pension before the age it can be drawn from; an unknown age counts as too young."""
    mal = "TRYGDESIT er 07 (alderspensjon), men alderen etter fødselsnummeret er {}; grensen er {} år."
    tekst = setning(mal, aar_gammel(), pl.lit(grense))
    return Kontroll(id_, ERROR, "For ung for alderspensjon", (TRYGDESIT == ALDERSPENSJON) & ALDER.lt(grense), tekst)


def arbeid_med_pensjon(arbsit: tuple[str, ...]) -> Kontroll:
    """K24: uføretrygd or alderspensjon with a work situation that does not fit."""
    slar_ut = TRYGDESIT.is_in([UFORETRYGD, ALDERSPENSJON]) & ~ARBSIT.is_in(arbsit)
    tekst = setning(
        "TRYGDESIT er {} (uføretrygd eller alderspensjon), og ARBSIT {} passer ikke til det. Kontroller begge.", TRYGDESIT, "ARBSIT"
    )
    return Kontroll("K24", WARNING, "Trygd og arbeidssituasjon", slar_ut, tekst)


def manedssum(id_: str, navn: str) -> Kontroll:
    """The twelve months add up to the year."""
    maneder_ = pl.sum_horizontal([antall(f"{navn}_{maned}") for maned in MANED])
    mal = "{} er {} kroner, men månedene blir til sammen {}. Fordel beløpet på månedene, eller rett summen."
    tekst = setning(mal, pl.lit(navn), antall(navn), maneder_)
    return Kontroll(id_, WARNING, tittel("{} mot månedene", navn), maneder_ != antall(navn), tekst)


def vilkarsdato(id_: str, navn: str) -> Kontroll:
    """A date that must be given when conditions are set."""
    tekst = setning("{} er {}, men VILKARSOSLOV er 1 (stilt vilkår). Oppgi datoen som ddmmåååå.", pl.lit(navn), navn)
    return Kontroll(id_, ERROR, tittel("{} ved vilkår", navn), STILT_VILKAR & ~er_romslig_dato(navn), tekst)


def under_18(*, ukjent_alder: bool) -> Kontroll:
    """K06: since 2026 an unknown age is also reported."""
    slar_ut = ALDER < 18 if ukjent_alder else pl.col("alder") < 18
    tekst = setning("Mottakerens alder etter fødselsnummeret er {}, ikke 18 år eller mer. Kontroller PERSON_FODSELSNR.", aar_gammel())
    return Kontroll("K06", WARNING, "Under 18 år", slar_ut, tekst)


DUBLETTER: tuple[Kontroll, ...] = (
    Kontroll(
        "K05A",
        ERROR,
        "Samme fødselsnummer",
        like_verdier(pl.col(FNR), blant=pl.col("fnr_mod11")),
        setning(
            "Fødselsnummeret står på {} recorder, blant annet linje {}. Hver mottaker skal ha én record.",
            pl.len().over(FNR),
            forste_linjer(FNR),
        ),
    ),
    Kontroll("K05B", ERROR, "Samme journalnummer", pl.col(JOURNALNR).is_duplicated(), K05B_TEKST),
)

SVAERT_GAMMEL = Kontroll(
    "K07",
    WARNING,
    "96 år eller eldre",
    ALDER >= 96,
    setning("Mottakerens alder etter fødselsnummeret er {}. Kontroller PERSON_FODSELSNR.", aar_gammel()),
)

LIVSOPPHOLD: tuple[Kontroll, ...] = (
    lovlig_kode("K14", "Viktigste kilde til livsopphold", "VKLO", KODER["VKLO"], "se kodene for VKLO i skjemaet"),
    arbeidssituasjon("K15", "1", ("01", "02")),
    arbeidssituasjon("K16", "2", ("03", "05", "06")),
    arbeidssituasjon("K17", "4", ("03",)),
    arbeidssituasjon("K18", "6", ("09",)),
    arbeidssituasjon("K19", "8", ("10",)),
)

TRYGD_UTEN_AT_DET_ER_KILDEN = Kontroll(
    "K20_A",
    WARNING,
    "Trygd som ikke er viktigste kilde",
    (VKLO != "3") & (TRYGDESIT != INGEN_TRYGD),
    setning(
        "TRYGDESIT er {}, men VKLO er {}. SSBs regler for 2025 venter 12 (ingen trygd) når trygd ikke er viktigste kilde.",
        "TRYGDESIT",
        "VKLO",
    ),
)

TRYGD_SOM_KILDE = Kontroll(
    "K20_B",
    ERROR,
    "Hvilken trygd er viktigste kilde",
    (VKLO == "3") & ((TRYGDESIT == INGEN_TRYGD) | ~TRYGDESIT.is_in(KODER["TRYGDESIT"])),
    setning("VKLO er 3 (trygd), men TRYGDESIT er {}. Oppgi hvilken trygd, eller rett VKLO.", "TRYGDESIT"),
)

GYLDIG_TRYGDESIT = Kontroll(
    "K22",
    ERROR,
    "Trygdesituasjon",
    ~TRYGDESIT.is_in(KODER["TRYGDESIT"]),
    setning("TRYGDESIT er {}, men skal være en av {}.", "TRYGDESIT", pl.lit(", ".join(KODER["TRYGDESIT"]))),
)

AAP_UTEN_REGISTRERING = Kontroll(
    "K24B",
    ERROR,
    "Arbeidsavklaringspenger og arbeidssituasjon",
    (VKLO == "3") & (TRYGDESIT == AAP) & (ARBSIT == "08"),
    setning("TRYGDESIT er 11 (arbeidsavklaringspenger), men ARBSIT er 08 (ikke registrert hos Nav). Rett den ene."),
)

ARBEID_TIL_PLAN: tuple[Kontroll, ...] = (
    lovlig_kode("K25", "Arbeidssituasjon", "ARBSIT", KODER["ARBSIT"], "se kodene for ARBSIT i skjemaet"),
    Kontroll(
        "K26",
        ERROR,
        "Måneder med stønad",
        ~noen_krysset(KODER, *maneder()),
        setning("Ingen av STMND_1–STMND_12 er krysset med sin kode. Kryss av månedene med stønad."),
    ),
    Kontroll(
        "K27",
        ERROR,
        "Stønadssum mangler",
        ~((antall("BIDRAG") > 0) | (antall("LAAN") > 0)),
        setning("Verken BIDRAG ({}) eller LAAN ({}) er et beløp over 0. Oppgi det som er utbetalt, i hele kroner.", "BIDRAG", "LAAN"),
    ),
    Kontroll(
        "K30",
        WARNING,
        "Høy stønad",
        SUM > HOYESTE_SUM,
        setning("BIDRAG og LAAN er til sammen {} kroner, over kontrollgrensen på 1 000 000. Kontroller beløpene.", SUM),
    ),
    Kontroll(
        "K31",
        WARNING,
        "Lav stønad",
        SUM <= LAVESTE_SUM,
        setning("BIDRAG og LAAN er til sammen {} kroner. SSB spør når summen er 200 eller mindre. Kontroller beløpene.", SUM),
    ),
    lovlig_kode("K32", "Økonomisk rådgivning", "GITT_OKONOMIRAD", ("1", "2"), "ja eller nei"),
    lovlig_kode("K33", "Individuell plan", "FAAT_INDIVIDUELL_PLAN", ("1", "2"), "ja eller nei"),
    lovlig_kode("K35", "Bosituasjon", "BOSIT", KODER["BOSIT"], "se kodene for BOSIT i skjemaet"),
    manedssum("K36", "BIDRAG"),
    manedssum("K37", "LAAN"),
    Kontroll(
        "K38",
        WARNING,
        "DUF-nummer",
        blank(FNR) & ~er_duf(pl.col("PERSON_DUF")).fill_null(value=False),
        setning("PERSON_FODSELSNR er blankt, og PERSON_DUF er ikke et gyldig DUF-nummer (tolv sifre). Oppgi ett av dem."),
    ),
)

VILKARENE: tuple[Kontroll, ...] = (
    lovlig_kode("K39", "Vilkår for mottakeren", "VILKARSOSLOV", ("1", "2"), "ja eller nei"),
    lovlig_kode("K40", "Vilkår for ektefelle eller samboer", "VILKARSAMEKT", ("1", "2"), "ja eller nei"),
    vilkarsdato("K41", "UTBETDATO"),
    vilkarsdato("K42", "UTBETTOMDATO"),
    Kontroll(
        "K43",
        ERROR,
        "Type vilkår",
        STILT_VILKAR & ~noen_krysset(KODER, *VILKAR),
        setning("VILKARSOSLOV er 1 (stilt vilkår), men ingen type vilkår er krysset med sin kode. Kryss av hva vilkåret gjelder."),
    ),
)

REGLER_2025: tuple[Kontroll, ...] = (
    *FORST,
    *DUBLETTER,
    under_18(ukjent_alder=False),
    SVAERT_GAMMEL,
    *SIST,
    *LIVSOPPHOLD,
    TRYGD_UTEN_AT_DET_ER_KILDEN,
    TRYGD_SOM_KILDE,
    arbeidssituasjon("K21", "5", ("02", "04", "05", "06", "07", "08")),
    for_ung("K22", ALDERSPENSJON_FRA[2025]),
    uten_barn("K23", OVERGANGSSTONAD),
    arbeid_med_pensjon(("02", "04", "07")),
    AAP_UTEN_REGISTRERING,
    *ARBEID_TIL_PLAN,
    *VILKARENE,
)

REGLER_2026: tuple[Kontroll, ...] = (
    *kontroller_002(OPPSETT),
    *FORST,
    *DUBLETTER,
    under_18(ukjent_alder=True),
    SVAERT_GAMMEL,
    *SIST,
    *LIVSOPPHOLD,
    TRYGD_SOM_KILDE,
    arbeidssituasjon("K21", "5", ("02", "03", "04", "05", "06", "07", "08")),
    GYLDIG_TRYGDESIT,
    for_ung("K23A", ALDERSPENSJON_FRA[2026]),
    uten_barn("K23B", OVERGANGSSTONAD),
    uten_barn("K23C", BARNETRYGD),
    arbeid_med_pensjon(("02", "03", "04", "05", "06", "07")),
    AAP_UTEN_REGISTRERING,
    *ARBEID_TIL_PLAN,
    *VILKARENE,
)

KONTROLLER_11F: Mapping[int, tuple[Kontroll, ...]] = MappingProxyType({2025: REGLER_2025, 2026: REGLER_2026})
"""Rule profile -> its controls in Statistics Norway's order; in 2026 control 002 has a row for each field."""
