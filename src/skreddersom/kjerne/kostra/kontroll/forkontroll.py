"""Statistics Norway's two pre-controls, of the file and not of the records. The first that says something stops everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.kontroll.modell import FATAL, MERKET, OK, setning, uten_merker
from skreddersom.kjerne.kostra.kontroll.rapport import fil_melding
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, oppsett

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.les import Linjefil
    from skreddersom.kjerne.kostra.oppsett import Oppsett

LENGSTE_TEGN = 4
"""Bytes of the longest character in UTF-8: a larger file has more than one character."""

LENGDER = {oppsett(skjema, aar).lengde: (skjema, str(aar)) for skjema in SKJEMAER for aar in AARGANGER}
"""Record length -> the form that has it; of several years, the latest."""

K000_TEKST = {
    (True, True): (
        FATAL,
        "Fila har bare ett tegn, men skal ha recorder. Lever uttrekket, eller oppgi at det ikke er noe å levere (--uten-vedlegg).",
    ),
    (False, True): (OK, "Fila har ett tegn og ingen recorder, slik den skal når det ikke er noe å levere."),
    (False, False): (
        FATAL,
        "Det er oppgitt at det ikke er noe å levere, men fila er ikke nøyaktig ett mellomrom. Lever uten --uten-vedlegg.",
    ),
}
"""(has a file extract, is one character) -> severity and sentence. Missing: nothing to say."""


def ett_tegn(fil: Linjefil) -> bool:
    """The whole file is one character, line end counted: how «nothing to report» is delivered."""
    return fil.kilde.storrelse <= LENGSTE_TEGN and len(fil.utf8.decode()) == 1


def k000(*, vedlegg: bool, ett_tegn: bool) -> pl.DataFrame:
    """The form says whether a file extract is delivered; the file agrees."""
    if (vedlegg, ett_tegn) not in K000_TEKST:
        return pl.DataFrame(schema=MERKET)
    alvorlighet, tekst = K000_TEKST[vedlegg, ett_tegn]
    return fil_melding("K000", alvorlighet, tekst, tittel="Skal levere filuttrekk", vaar=False)


def k001(linjer: pl.DataFrame, oppsett: Oppsett) -> pl.DataFrame:
    """Every line is exactly as long as a record and holds no tab."""
    feil = linjer.filter((pl.col(TEKST).str.len_chars() != oppsett.lengde) | pl.col(TEKST).str.contains("\t", literal=True))
    faste = {
        "kontroll": pl.lit("K001"),
        "alvorlighet": pl.lit(FATAL.name),
        "journalnr": pl.lit(None, dtype=pl.String),
        "vaar": pl.lit(value=False),
        "tittel": pl.lit("Recordlengde"),
        "merket_tittel": pl.lit("Recordlengde"),
    }
    ren = uten_merker(pl.col("merket_tekst")).alias("tekst")
    return feil.with_columns(_om_lengden(oppsett).alias("merket_tekst"), **faste).with_columns(ren).select(*MERKET)


def _om_lengden(oppsett: Oppsett) -> pl.Expr:
    lengde = pl.col(TEKST).str.len_chars()
    aarsak = (
        pl.when(pl.col(TEKST).str.starts_with("\ufeff"))
        .then(setning(" Fila begynner med et usynlig merke (BOM). Lagre den uten."))
        .when(pl.col(TEKST).str.contains("\t", literal=True))
        .then(setning(" Linja har tabulator. Bruk mellomrom."))
        .when((lengde != oppsett.lengde) & lengde.is_in(list(LENGDER)))
        .then(setning(" {} tegn er lengden til {} for {}.", lengde, *_skjema_og_aar(lengde)))
        .otherwise(pl.lit(""))
    )
    krav = [pl.lit(str(verdi)) for verdi in (oppsett.skjema, oppsett.aar, oppsett.lengde)]
    mal = "Linja har {} tegn, men en record i {} for {} har {}.{} Rett fila; de andre kontrollene er ikke kjørt."
    return setning(mal, lengde, *krav, aarsak)


def _skjema_og_aar(lengde: pl.Expr) -> list[pl.Expr]:
    """The form that has the length, and its year."""
    return [lengde.replace_strict({k: LENGDER[k][nr] for k in LENGDER}, default="", return_dtype=pl.String) for nr in (0, 1)]
