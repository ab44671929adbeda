"""Our own stricter controls that 11F and 11CF share. All years, fields by name; a fact that is missing gives no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra import fodselsnummer
from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.kontroll.grunnlag import antall
from skreddersom.kjerne.kostra.kontroll.modell import WARNING, Kontroll, blank, egen, setning
from skreddersom.kjerne.kostra.kontroll.ssb_felles import FNR, JOURNALNR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skreddersom.kjerne.kostra.oppsett import Oppsett

STORSTE_SUM = 2**31 - 1
"""The largest sum Statistics Norway's program can count to."""
SUMFELT = {"11F": ("BIDRAG", "LAAN"), "11CF": ("KVP_STONAD",)}

ER_HJELPENUMMER = fodselsnummer.er_hjelpenummer(pl.col(FNR))
FODSELSDATO = pl.col("fodselsdato")


def navnene(hvor: Iterable[tuple[str, pl.Expr]]) -> pl.Expr:
    """The names whose expression is true, as text with commas between."""
    return pl.concat_str([pl.when(slar_ut).then(pl.lit(navn)) for navn, slar_ut in hvor], separator=", ", ignore_nulls=True)


def _fodt_en_annen_dag() -> pl.Expr:
    """Help numbers state no century, so only day, month and two digits of the year are compared for them."""
    seks_siffer = FODSELSDATO.dt.to_string("%d%m%y")
    return pl.when(ER_HJELPENUMMER).then(pl.col(FNR).str.slice(0, 6) != seks_siffer).otherwise(pl.col("fnr_fodt") != FODSELSDATO)


def _om_kjonn() -> pl.Expr:
    kjonn = pl.when(pl.col("fnr_mann")).then(setning("en mann")).otherwise(setning("en kvinne"))
    return setning("KJONN er {}, men fødselsnummeret tilhører {}. Kontroller begge mot folkeregisteret.", "KJONN", kjonn)


PERSON: tuple[Kontroll, ...] = (
    egen(
        "S01",
        "Fødselsdato mot fødselsnummer",
        pl.col("fnr_gyldig") & _fodt_en_annen_dag(),
        setning("FODSELSDATO er {}, men fødselsnummeret begynner med en annen dato. Kontroller begge mot folkeregisteret.", "FODSELSDATO"),
        grunn="SSB regner alderen av fødselsnummeret og ser ikke på fødselsdatoen; er de ulike, er minst én av dem feil.",
    ),
    egen(
        "S02",
        "Kjønn mot fødselsnummer",
        pl.col("fnr_gyldig") & pl.col("KJONN").is_in(["1", "2"]) & ((pl.col("KJONN") == "1") != pl.col("fnr_mann")),
        _om_kjonn(),
        grunn="Niende siffer i fødselsnummeret er oddetall for menn og partall for kvinner.",
    ),
    egen(
        "S03",
        "Fødselsnummer uten mulig fødselsdato",
        pl.col("fnr_mod11") & ~ER_HJELPENUMMER & pl.col("fnr_fodt").is_null(),
        setning("PERSON_FODSELSNR har riktige kontrollsifre, men begynner ikke med en dato noen kan være født. Kontroller nummeret."),
        grunn="SSB godtar elleve nuller og en 31. februar så lenge kontrollsifrene stemmer; da blir alderen ukjent.",
    ),
    egen(
        "S09",
        "Tegn utenfor ASCII",
        pl.col(TEKST).str.len_bytes() != pl.col(TEKST).str.len_chars(),
        setning("Linja har tegn som æ, ø eller å. Skriv bare tegn uten aksent (ASCII), for eksempel i SAKSBEHANDLER og PERSON_JOURNALNR."),
        grunn="SSBs kanaler leser fila med ulike tegnsett; slike tegn kan flytte feltene og stanse fila.",
    ),
)


def egne_felles(oppsett: Oppsett) -> tuple[Kontroll, ...]:
    """The shared controls for one layout."""
    return (*PERSON, _negative(oppsett), _uten_journalnummer(oppsett), _stor_sum(oppsett))


def _negative(oppsett: Oppsett) -> Kontroll:
    felt = [f.navn for f in oppsett.felt if f.type == "heltall"]
    negativ = [(navn, pl.col(navn.lower()) < 0) for navn in felt]
    return egen(
        "S07",
        "Negativt tall",
        pl.any_horizontal([slar_ut for _, slar_ut in negativ]),
        setning("{} er mindre enn 0. Rett tallet; et tilbakebetalt beløp hører ikke hjemme i fila.", navnene(negativ)),
        grunn="SSB godtar negative tall så lenge summene stemmer, men et antall eller en utbetaling er aldri negativ.",
    )


def _uten_journalnummer(oppsett: Oppsett) -> Kontroll:
    """SSB's control 002 says it in 11F from 2026."""
    sagt = (pl.col("regler") == 2026) & (oppsett.skjema == "11F")
    return egen(
        "S08",
        "Journalnummer mangler",
        blank(JOURNALNR) & ~sagt,
        setning("PERSON_JOURNALNR er blankt. Fyll ut nummeret saken har i fagsystemet."),
        grunn="Uten journalnummer kan ingen finne igjen saken når SSB spør.",
    )


def _stor_sum(oppsett: Oppsett) -> Kontroll:
    """Concerns the whole file, so it hits on its first line only."""
    felt = SUMFELT[oppsett.skjema]
    sum_ = pl.sum_horizontal([antall(navn) for navn in felt]).sum()
    return Kontroll(
        "S10",
        WARNING,
        "Samlet beløp er for stort for SSBs program",
        (pl.col("linje") == pl.col("linje").min()) & (sum_ > STORSTE_SUM),
        setning(
            "Summen av {} i fila er over 2 147 483 647 kroner. Kontroller beløpene; statistikken hos SSB blir feil.",
            pl.lit(" + ".join(felt)),
        ),
        grunn="SSBs program teller med 32 biter; en større sum blir negativ i rapporten.",
        hele_fila=True,
    )
