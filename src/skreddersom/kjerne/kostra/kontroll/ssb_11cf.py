"""Statistics Norway's 32 controls of an 11CF record, in their order. One rule profile: 2026, which is also run on 2025."""

from __future__ import annotations

import polars as pl

from skreddersom.kjerne.kostra.koder import AVSLUTTET, FORTSATT_I_PROGRAM, FULLFORT, PERMISJON
from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato, norsk, romslig_aar
from skreddersom.kjerne.kostra.kontroll.grunnlag import antall, i_oslo, maneder, noen_krysset
from skreddersom.kjerne.kostra.kontroll.modell import ERROR, WARNING, Kontroll, blank, setning
from skreddersom.kjerne.kostra.kontroll.ssb_felles import FNR, FORST, JOURNALNR, K05B_TEKST, SIST, forste_linjer, like_verdier, lovlig_kode
from skreddersom.kjerne.kostra.oppsett import oppsett

KODER = {felt.navn: tuple(felt.koder) for felt in oppsett("11CF", 2026).felt}

STOTTE = tuple(navn for navn in KODER if navn.startswith("KVP_MED_") and navn != "KVP_MED_ASTONAD")
STOTTEFELT = pl.lit(", ".join(STOTTE))
SITUASJON = tuple(navn for navn in KODER if navn.startswith("AVSL_") and navn not in {"AVSL_DATO", "AVSL_VIKTIGSTE_INNTEKT"})

ELDSTE_AAR = 4
"""A date may be at most this many reporting years old."""
HOYESTE_STONAD = 600_000
"""Kroner a year; exactly this is accepted."""

MED_SITUASJON = ("3", "7")

STATUS = pl.col("STATUS")
HAR_MANED = noen_krysset(KODER, *maneder())


def gammel_dato(id_: str, tittel: str, navn: str, aar: pl.Expr, *, feil: pl.Expr | None = None) -> Kontroll:
    """The date is there, readable and not older than four years counted from ``aar``; ``feil`` adds a condition. Not Oslo."""
    for_gammel = aar - romslig_aar(navn) > ELDSTE_AAR
    slar_ut = ~er_romslig_dato(navn) | for_gammel.fill_null(value=False) | (pl.lit(value=False) if feil is None else feil)
    hoyst = setning("{} er {}, men skal være en dato (ddmmåååå) som er høyst fire år før rapporteringsåret.", pl.lit(navn), navn)
    mellom = setning(
        "{} er {}, men skal være en dato (ddmmåååå) som er høyst fire år før rapporteringsåret og ikke etter 31.12 i rapporteringsåret.",
        pl.lit(navn),
        navn,
    )
    return Kontroll(id_, ERROR, tittel, ~i_oslo() & slar_ut, hoyst if feil is None else mellom)


def _i_aargangen(navn: str) -> pl.Expr:
    return (pl.col(navn.lower()).dt.year() == pl.col("aargang")).fill_null(value=False)


def _om_avslutning() -> pl.Expr:
    dato = pl.col("avsl_dato")
    funn = pl.when(dato.is_null()).then(setning("{}", "AVSL_DATO")).otherwise(norsk(dato))
    return setning("AVSL_DATO er {}, men STATUS {} krever en dato i {}.", funn, STATUS, pl.col("aargang"))


DUBLETTER_OG_ALDER: tuple[Kontroll, ...] = (
    Kontroll(
        "K05A",
        ERROR,
        "Samme fødselsnummer og status",
        like_verdier(pl.col(FNR) + STATUS, blant=~i_oslo() & pl.col("fnr_gyldig")),
        setning(
            "Fødselsnummeret står på {} recorder med samme STATUS, blant annet linje {}. Behold én, eller rett STATUS.",
            pl.len().over(FNR, "STATUS"),
            forste_linjer(FNR, "STATUS"),
        ),
    ),
    Kontroll("K05B", ERROR, "Samme journalnummer", like_verdier(pl.col(JOURNALNR), blant=~i_oslo()), K05B_TEKST),
    Kontroll(
        "K06",
        ERROR,
        "Under 18 år",
        pl.col("alder") < 18,
        setning(
            "Deltakeren er {} år etter fødselsnummeret. Programmet er for den som er fylt 18. Kontroller PERSON_FODSELSNR.", pl.col("alder")
        ),
    ),
    Kontroll(
        "K07",
        WARNING,
        "Over 68 år",
        pl.col("alder") > 68,
        setning("Deltakeren er {} år etter fødselsnummeret. Kontroller PERSON_FODSELSNR.", pl.col("alder")),
    ),
)

SOKNAD_TIL_STOTTE: tuple[Kontroll, ...] = (
    gammel_dato("K14", "Registrert søknad", "REG_DATO", pl.col("version_aar")),
    gammel_dato("K15", "Vedtak om program", "VEDTAK_DATO", pl.col("version_aar")),
    gammel_dato(
        "K16",
        "Begynt i program",
        "BEGYNT_DATO",
        pl.col("aargang"),
        feil=(romslig_aar("BEGYNT_DATO") > pl.col("aargang")).fill_null(value=False),
    ),
    lovlig_kode("K19", "Fra program i annen kommune", "KVP_KOMM", ("1", "2"), "ja eller nei"),
    Kontroll(
        "K20",
        ERROR,
        "Hvilken annen kommune",
        (pl.col("KVP_KOMM") == "1") & ~pl.col("KOMMNR_KVP_KOMM").is_in(KODER["KOMMNR_KVP_KOMM"]),
        setning("KOMMNR_KVP_KOMM er {}, men KVP_KOMM er 1 (ja). Oppgi et gyldig kommunenummer, eller 9999.", "KOMMNR_KVP_KOMM"),
    ),
    Kontroll(
        "K21",
        ERROR,
        "Type sosialhjelp før søknaden",
        (pl.col("YTELSE_SOSHJELP") == "1") & ~pl.col("YTELSE_TYPE_SOSHJ").is_in(KODER["YTELSE_TYPE_SOSHJ"]),
        setning(
            "YTELSE_TYPE_SOSHJ er {}, men YTELSE_SOSHJELP er krysset. Oppgi 2 (viktigste kilde) eller 3 (supplerende).", "YTELSE_TYPE_SOSHJ"
        ),
    ),
    lovlig_kode("K26", "Støtte ved siden av", "KVP_MED_ASTONAD", ("1", "2"), "ja eller nei"),
    Kontroll(
        "K27",
        ERROR,
        "Hvilken støtte ved siden av",
        ((pl.col("KVP_MED_ASTONAD") == "1") & ~noen_krysset(KODER, *STOTTE))
        | ((pl.col("KVP_MED_ASTONAD") == "2") & noen_krysset(KODER, *STOTTE)),
        pl.when(pl.col("KVP_MED_ASTONAD") == "1")
        .then(setning("KVP_MED_ASTONAD er 1 (ja), men ingen av {} er krysset med sin kode. Kryss av, eller svar 2 (nei).", STOTTEFELT))
        .otherwise(setning("KVP_MED_ASTONAD er 2 (nei), men minst én av {} er krysset. Fjern krysset, eller svar 1 (ja).", STOTTEFELT)),
    ),
)

STONAD: tuple[Kontroll, ...] = (
    Kontroll(
        "K28",
        WARNING,
        "Måneder med stønad",
        (STATUS != PERMISJON) & ~HAR_MANED,
        setning("Ingen av STMND_1–STMND_12 er krysset med sin kode. Kryss av månedene med kvalifiseringsstønad."),
    ),
    Kontroll(
        "K29",
        WARNING,
        "Stønad mangler",
        (STATUS == FORTSATT_I_PROGRAM) & (antall("KVP_STONAD") <= 0),
        setning("KVP_STONAD er {}, men deltakeren er i program (STATUS 1). Oppgi utbetalt stønad i hele kroner.", "KVP_STONAD"),
    ),
    Kontroll(
        "K30",
        WARNING,
        "Måneder uten stønad",
        (STATUS != PERMISJON) & HAR_MANED & blank("KVP_STONAD"),
        setning("KVP_STONAD er blank, men det er krysset av for måneder med stønad. Oppgi beløpet, eller fjern kryssene."),
    ),
    Kontroll(
        "K31",
        WARNING,
        "Stønad uten måneder",
        (STATUS == FORTSATT_I_PROGRAM) & (antall("KVP_STONAD") > 0) & ~HAR_MANED,
        setning("KVP_STONAD er {}, men ingen av STMND_1–STMND_12 er krysset med sin kode. Kryss av månedene.", "KVP_STONAD"),
    ),
    Kontroll(
        "K32",
        WARNING,
        "Høy stønad",
        antall("KVP_STONAD") > HOYESTE_STONAD,
        setning("KVP_STONAD er {} kroner, over kontrollgrensen på 600 000. Kontroller beløpet.", "KVP_STONAD"),
    ),
)

STATUS_OG_AVSLUTNING: tuple[Kontroll, ...] = (
    lovlig_kode("K36", "Status 31. desember", "STATUS", ("1", "2", "3", "4", "5", "6", "7"), "se kodene for STATUS i skjemaet"),
    Kontroll("K37", ERROR, "Avslutningsdato", STATUS.is_in(AVSLUTTET) & ~_i_aargangen("AVSL_DATO"), _om_avslutning()),
    Kontroll(
        "K38",
        ERROR,
        "Situasjon etter avslutning",
        STATUS.is_in(MED_SITUASJON) & ~noen_krysset(KODER, *SITUASJON),
        setning("STATUS er {}, men ingen av AVSL_ORDINAERTARB–AVSL_UKJENT er krysset med sin kode. Kryss av situasjonen.", STATUS),
    ),
    Kontroll(
        "K39",
        ERROR,
        "Viktigste inntektskilde",
        (STATUS == FULLFORT) & ~pl.col("AVSL_VIKTIGSTE_INNTEKT").is_in(KODER["AVSL_VIKTIGSTE_INNTEKT"]),
        setning("AVSL_VIKTIGSTE_INNTEKT er {}, men STATUS 3 krever en av kodene i skjemaet.", "AVSL_VIKTIGSTE_INNTEKT"),
    ),
)

KONTROLLER_11CF: tuple[Kontroll, ...] = (*FORST, *DUBLETTER_OG_ALDER, *SIST, *SOKNAD_TIL_STOTTE, *STONAD, *STATUS_OG_AVSLUTNING)
"""All 32, in Statistics Norway's order."""
