"""The 11CF records of one year: one per participant in kvalifiseringsprogram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.kalender import alder_paa, dager_mellom, maanedsstarter
from skreddersom.demo.syntetisk.kolonne import dato, enkeltkode, ja_nei, kode_for, kryss, maanedskryss, persondel
from skreddersom.demo.syntetisk.trekk import Bryter, Flyttall, Heltall, Tekst, koder, sjanse
from skreddersom.kjerne.kostra.kommuner import AGDER
from skreddersom.kjerne.kostra.oppsett import Oppsett, oppsett
from skreddersom.kjerne.lov.satser import STONADSDAGER, sats, stonad_per_aar

if TYPE_CHECKING:
    from skreddersom.demo.syntetisk.person import Personer
    from skreddersom.demo.syntetisk.program import Program
    from skreddersom.demo.syntetisk.samspill import Samspill

    Kolonner = dict[str, pl.Series]

UNG: Final = 25
"""Under this age stønad is two thirds (§ 35)."""

FAA_MAANEDER: Final = 2
"""Social assistance beside the programme in so few months is a single payment, in more a supplement."""

HJELP_UNDER_AVKLARING, HJELP_UTEN_AVKLARING = "AVSL_OK_AVKLAR", "AVSL_UTEN_OK_AVKLAR"


@dataclass(frozen=True)
class Forhistorie:
    """What led to each programme, the same in every year: rows as ``Program``."""

    sosialhjelp: Bryter
    viktigst: Bryter
    annen_ytelse: Tekst
    """Name of the field to cross, or blank."""
    fra_kommune: Tekst
    """The municipality of an earlier programme, or blank."""


def lag_forhistorie(rng: np.random.Generator, program: Program, kommune: str) -> Forhistorie:
    """Income in the two months before the application, and a programme elsewhere in Agder."""
    antall = len(program.person)
    sosialhjelp = program.soknad_fra_11f | sjanse(rng, f.SOSIALHJELP_FOR, antall)
    andre = np.array([kode for kode in AGDER if kode != kommune])[rng.integers(0, len(AGDER) - 1, antall)]
    return Forhistorie(
        sosialhjelp=sosialhjelp,
        viktigst=sjanse(rng, f.SOSIALHJELP_VIKTIGST, antall),
        annen_ytelse=np.where(sosialhjelp, "", koder(rng, f.ANNEN_YTELSE_FOR, antall)),
        fra_kommune=np.where(sjanse(rng, f.FRA_ANNEN_KOMMUNE, antall), andre, ""),
    )


def poster(
    rng: np.random.Generator, kommune: str, personer: Personer, program: Program, forhistorie: Forhistorie, aaret: Samspill
) -> pl.DataFrame:
    """One row per participant of the year, columns named as the fields of 11CF."""
    layout, rad = oppsett("11CF", aaret.aar), aaret.deltakelse.program
    hvem = program.person[rad]
    return pl.DataFrame(
        {
            **persondel(kommune, aaret.aar, personer, hvem),
            "REG_DATO": dato(program.sokt[rad]),
            "VEDTAK_DATO": dato(program.vedtatt[rad]),
            "BEGYNT_DATO": dato(program.begynt[rad]),
            **_for_programmet(layout, forhistorie, rad),
            **_ved_siden_av(rng, layout, aaret.samtidig),
            **maanedskryss(layout, aaret.dager > 0),
            "KVP_STONAD": pl.Series(_stonad(rng, aaret, personer, hvem)),
            "STATUS": pl.Series(aaret.deltakelse.status.tolist(), dtype=pl.String),
            "AVSL_DATO": dato(aaret.deltakelse.avsluttet),
            **_etter_programmet(layout, aaret),
        }
    )


def _for_programmet(layout: Oppsett, forhistorie: Forhistorie, rad: Heltall) -> Kolonner:
    sosialhjelp, fra, annen = forhistorie.sosialhjelp[rad], forhistorie.fra_kommune[rad], forhistorie.annen_ytelse[rad]
    viktigst, supplerende = layout["YTELSE_TYPE_SOSHJ"].koder
    slag = np.where(forhistorie.viktigst[rad], 1, 2) * sosialhjelp
    kolonner = {
        "KVP_KOMM": ja_nei(fra != ""),
        "KOMMNR_KVP_KOMM": pl.Series(fra.tolist(), dtype=pl.String),
        "YTELSE_SOSHJELP": kryss(sosialhjelp, enkeltkode(layout, "YTELSE_SOSHJELP")),
        "YTELSE_TYPE_SOSHJ": kode_for(slag, ("", viktigst, supplerende)),
    }
    for navn in filter(None, f.ANNEN_YTELSE_FOR):
        felt = _feltnavn(layout, navn)
        kolonner[felt] = kryss(annen == navn, enkeltkode(layout, felt))
    return kolonner


def _feltnavn(layout: Oppsett, navn: str) -> str:
    """The field for tiltakspenger was called individstønad until 2025."""
    return navn if navn in layout else navn.replace("TILTAKSPENGER", "INDIVIDSTONAD")


def _ved_siden_av(rng: np.random.Generator, layout: Oppsett, samtidig: Bryter) -> Kolonner:
    antall, maaneder = len(samtidig), samtidig.sum(axis=1)
    hjelp = maaneder > 0
    svar = {
        "KVP_MED_KOMMBOS": sjanse(rng, f.KOMMUNAL_BOSTOTTE, antall),
        "KVP_MED_HUSBANKBOS": sjanse(rng, f.HUSBANK, antall),
        "KVP_MED_SOSHJ_ENGANG": hjelp & (maaneder <= FAA_MAANEDER),
        "KVP_MED_SOSHJ_PGM": hjelp & sjanse(rng, f.SAERUTGIFTER, antall),
        "KVP_MED_SOSHJ_SUP": hjelp & (maaneder > FAA_MAANEDER),
    }
    noe = np.logical_or.reduce(list(svar.values()))
    return {"KVP_MED_ASTONAD": ja_nei(noe)} | {navn: kryss(ja, enkeltkode(layout, navn)) for navn, ja in svar.items()}


def _stonad(rng: np.random.Generator, aaret: Samspill, personer: Personer, hvem: Heltall) -> Heltall:
    """Kroner in the year: the month's stønad and barnetillegg after days in programme, less absence without stønad."""
    full, ung, barnetillegg = _satser(aaret.aar)
    starter = maanedsstarter(aaret.aar)
    dager_i_maaned = dager_mellom(starter[:-1], starter[1:])
    alder = np.stack([alder_paa(personer.fodt[hvem], np.repeat(start, len(hvem))) for start in starter[:-1]], axis=1)
    kroner = np.where(alder < UNG, ung, full) + personer.barn[hvem][:, None] * barnetillegg
    opptjent: Flyttall = (kroner * aaret.dager / dager_i_maaned).sum(axis=1)
    return np.rint(opptjent * rng.uniform(*f.OPPMOTE, len(hvem))).astype(np.int64)


@cache
def _satser(aar: int) -> tuple[Flyttall, Flyttall, Flyttall]:
    """Stønad a month (full, under 25) and barnetillegg per child a month, for each month of the year."""
    maaneder = [date(aar, maaned, 1) for maaned in range(1, 13)]
    full = [float(stonad_per_aar(start, under_25=False) / 12) for start in maaneder]
    ung = [float(stonad_per_aar(start, under_25=True) / 12) for start in maaneder]
    barn = [float(sats("barnetillegg", start) * STONADSDAGER / 12) for start in maaneder]
    return np.array(full), np.array(ung), np.array(barn)


def _etter_programmet(layout: Oppsett, aaret: Samspill) -> Kolonner:
    """Crosses for the situation after the end; whoever also received social assistance right after has that cross too."""
    felt = {felt.navn: enkeltkode(layout, felt.navn) for felt in layout.felt if felt.navn.startswith("AVSL_") and len(felt.koder) == 1}
    svar = {navn: aaret.situasjon == kode for navn, kode in felt.items()}
    svar[HJELP_UTEN_AVKLARING] |= aaret.hjelp_etter & (aaret.situasjon != "") & ~svar[HJELP_UNDER_AVKLARING]
    kolonner = {navn: kryss(svar[navn], kode) for navn, kode in felt.items()}
    return kolonner | {"AVSL_VIKTIGSTE_INNTEKT": pl.Series(aaret.situasjon.tolist(), dtype=pl.String)}
