"""Statistics Norway's controls that 11F and 11CF share. The conditions are theirs; the sentences are ours."""

from __future__ import annotations

import polars as pl

from skreddersom.kjerne.kostra.fodselsnummer import elleve_siffer
from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato
from skreddersom.kjerne.kostra.kontroll.grunnlag import antall, i_oslo
from skreddersom.kjerne.kostra.kontroll.modell import ERROR, Kontroll, blank, setning

OSLOS_BYDELER = tuple(f"{bydel:02d}" for bydel in range(1, 16))
MANGE_BARN = 14

FNR = "PERSON_FODSELSNR"
JOURNALNR = "PERSON_JOURNALNR"


def lovlig_kode(id_: str, tittel: str, navn: str, koder: tuple[str, ...], betydning: str) -> Kontroll:
    """The field holds one of ``koder``, exactly."""
    spenn = setning("{} eller {}", *map(pl.lit, koder)) if len(koder) == 2 else pl.lit(f"{koder[0]}–{koder[-1]}")
    tekst = setning("{} er {}, men skal være {} ({}).", pl.lit(navn), navn, spenn, setning(betydning))
    return Kontroll(id_, ERROR, tittel, ~pl.col(navn).is_in(koder), tekst)


def like_verdier(nokkel: pl.Expr, *, blant: pl.Expr) -> pl.Expr:
    """The key stands on at least two of the records that ``blant`` picks out."""
    return blant & pl.when(blant).then(nokkel).is_duplicated()


def forste_linjer(*nokkel: str) -> pl.Expr:
    """The first lines that share the key, as text: enough to find them, however many there are."""
    return pl.col("linje").cast(pl.String).head(5).implode().over(*nokkel).list.join(", ")


def _feil_bydel() -> pl.Expr:
    bydel = pl.col("BYDELSNR")
    return pl.when(i_oslo()).then(~bydel.is_in(OSLOS_BYDELER)).otherwise(~blank("BYDELSNR"))


def _om_bydel() -> pl.Expr:
    return (
        pl.when(i_oslo())
        .then(setning("BYDELSNR er {}, men en record fra Oslo skal ha bydel 01–15.", "BYDELSNR"))
        .otherwise(setning("BYDELSNR er {}, men feltet skal stå blankt utenfor Oslo.", "BYDELSNR"))
    )


def _om_fodselsnummer() -> pl.Expr:
    feil = (
        pl.when(blank(FNR))
        .then(setning("{} mangler", pl.lit(FNR)))
        .when(~elleve_siffer(pl.col(FNR)))
        .then(setning("{} har ikke elleve sifre", pl.lit(FNR)))
        .otherwise(setning("{} har kontrollsifre som ikke stemmer", pl.lit(FNR)))
    )
    return setning("{}. Rett nummeret, eller skriv fødselsdatoen (ddmmåå) fulgt av 00100 for mann eller 00200 for kvinne.", feil)


FORST: tuple[Kontroll, ...] = (
    Kontroll(
        "K03",
        ERROR,
        "Kommunenummer",
        pl.col("KOMMUNE_NR") != pl.col("kommune"),
        setning(
            "KOMMUNE_NR er {}, men fila kontrolleres for kommune {}. Rett feltet, eller velg riktig region.",
            "KOMMUNE_NR",
            pl.col("kommune"),
        ),
    ),
    Kontroll("K03", ERROR, "Bydelsnummer", _feil_bydel(), _om_bydel()),
    Kontroll(
        "K04",
        ERROR,
        "Oppgaveår",
        pl.col("version_aar") != pl.col("aargang"),
        setning("VERSION er {}, men rapporteringsåret er {}. Rett feltet, eller oppgi riktig år.", "VERSION", pl.col("aargang")),
    ),
    Kontroll(
        "K04A",
        ERROR,
        "Fødselsdato",
        ~er_romslig_dato("FODSELSDATO"),
        setning("FODSELSDATO er {}, men skal være fødselsdatoen skrevet ddmmåååå.", "FODSELSDATO"),
    ),
    Kontroll("K05", ERROR, "Fødselsnummer", ~pl.col("fnr_gyldig"), _om_fodselsnummer()),
)
"""K03–K05, which come before the controls of duplicates and age."""

K05B_TEKST = setning(
    "PERSON_JOURNALNR {} står på {} recorder. Hver record skal ha sitt eget journalnummer.", JOURNALNR, pl.len().over(JOURNALNR)
)

SIST: tuple[Kontroll, ...] = (
    lovlig_kode("K08", "Kjønn", "KJONN", ("1", "2"), "mann eller kvinne"),
    lovlig_kode(
        "K09", "Sivilstand", "EKTSTAT", ("1", "2", "3", "4", "5"), "ugift, gift, samboer, skilt eller separert, enke eller enkemann"
    ),
    lovlig_kode("K10", "Forsørgerplikt for barn", "BU18", ("1", "2"), "ja eller nei"),
    Kontroll(
        "K11",
        ERROR,
        "Antall barn mangler",
        (pl.col("BU18") == "1") & (antall("ANTBU18") <= 0),
        setning("BU18 er 1 (forsørger barn), men ANTBU18 er {}. Oppgi antall barn under 18 år, eller rett BU18.", "ANTBU18"),
    ),
    Kontroll(
        "K12",
        ERROR,
        "Antall barn uten at det er barn",
        (antall("ANTBU18") > 0) & (pl.col("BU18") != "1"),
        setning("ANTBU18 er {}, men BU18 er {}. Sett BU18 til 1, eller fjern antallet.", "ANTBU18", "BU18"),
    ),
    Kontroll(
        "K13",
        ERROR,
        "Mange barn",
        antall("ANTBU18") >= MANGE_BARN,
        setning("ANTBU18 er {}. SSB stanser fila ved 14 barn eller flere. Kontroller antallet.", "ANTBU18"),
    ),
)
"""K08–K13, which come after the controls of duplicates and age."""
