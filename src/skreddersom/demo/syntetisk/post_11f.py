"""The 11F records of one year: one per recipient of social assistance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.kalender import alder_paa, dag_i_maaned
from skreddersom.demo.syntetisk.kolonne import belop, ja_nei, kode_for, maanedskryss, persondel, siffer
from skreddersom.demo.syntetisk.livssituasjon import RADER, trekk_livssituasjon
from skreddersom.demo.syntetisk.stonadsforlop import forste_maaned, siste_maaned
from skreddersom.demo.syntetisk.trekk import Bryter, Heltall, sjanse
from skreddersom.demo.syntetisk.vilkar import vilkarsdel
from skreddersom.kjerne.kostra.oppsett import oppsett

if TYPE_CHECKING:
    from skreddersom.demo.syntetisk.person import Personer
    from skreddersom.demo.syntetisk.samspill import Samspill

    Kolonner = dict[str, pl.Series]

MAANEDSNAVN: Final = ("JAN", "FEB", "MARS", "APRIL", "MAI", "JUNI", "JULI", "AUG", "SEPT", "OKT", "NOV", "DES")
"""The ends of the amount fields' names."""

TRYGDEKILDE, INGEN_TRYGD, BARNETRYGD = "3", "12", "13"

BARE_TRYGD_SOM_HOVEDKILDE: Final = 2025
"""The last year whose rules warned of any TRYGDESIT but 12 when benefits were not the main livelihood; the systems filled it in so."""

FLEST_BARN_REGNET: Final = 4

SVINGNING: Final = (0.85, 1.15)
"""How much a month may differ from the person's usual."""


def poster(rng: np.random.Generator, kommune: str, personer: Personer, aaret: Samspill) -> pl.DataFrame:
    """One row per recipient of the year, columns named as the fields of 11F."""
    layout, hvem, maaneder = oppsett("11F", aaret.aar), aaret.mottak.person, aaret.mottak.maaneder
    situasjon = _situasjon(rng, personer, aaret)
    return pl.DataFrame(
        {
            **persondel(kommune, aaret.aar, personer, hvem),
            **_livsopphold(aaret.aar, situasjon, personer.barn[hvem] > 0),
            **maanedskryss(layout, maaneder),
            **_belop(rng, situasjon, personer.barn[hvem], maaneder),
            "GITT_OKONOMIRAD": ja_nei(sjanse(rng, f.OKONOMIRAD, len(hvem))),
            "FAAT_INDIVIDUELL_PLAN": ja_nei(sjanse(rng, f.INDIVIDUELL_PLAN, len(hvem))),
            "BOSIT": siffer(personer.bosituasjon[hvem]),
            **vilkarsdel(rng, layout, personer, aaret),
        }
    )


def _situasjon(rng: np.random.Generator, personer: Personer, aaret: Samspill) -> Heltall:
    """The row of ``RADER`` at the last contact: the last month with stønad."""
    hvem, maaneder = aaret.mottak.person, aaret.mottak.maaneder
    alder = alder_paa(personer.fodt[hvem], dag_i_maaned(aaret.aar, siste_maaned(maaneder), 1))
    rad = trekk_livssituasjon(
        rng, personer.legning[hvem], alder, maaneder.sum(axis=1), barn=personer.barn[hvem] > 0, par=personer.i_par[hvem]
    )
    return np.where(aaret.i_program, len(RADER) - 1, rad)


def _livsopphold(aar: int, situasjon: Heltall, har_barn: Bryter) -> Kolonner:
    ytelser = sorted({rad.trygdesit for rad in RADER} | {BARNETRYGD})
    uten_barn, med_barn = (
        np.array([ytelser.index(_trygd(rad, aar, barn=barn)) for rad in RADER], dtype=np.int64)[situasjon] for barn in (False, True)
    )
    return {
        "VKLO": kode_for(situasjon, [rad.vklo for rad in RADER]),
        "TRYGDESIT": kode_for(np.where(har_barn, med_barn, uten_barn), ytelser),
        "ARBSIT": kode_for(situasjon, [rad.arbsit for rad in RADER]),
    }


def _trygd(rad: f.Livssituasjon, aar: int, *, barn: bool) -> str:
    """TRYGDESIT: what the row says, or barnetrygd when there is nothing larger; before 2026 only what is the main livelihood."""
    if aar <= BARE_TRYGD_SOM_HOVEDKILDE:
        return rad.trygdesit if rad.vklo == TRYGDEKILDE else INGEN_TRYGD
    return BARNETRYGD if barn and rad.trygdesit == INGEN_TRYGD else rad.trygdesit


def _belop(rng: np.random.Generator, situasjon: Heltall, barn: Heltall, maaneder: Bryter) -> Kolonner:
    """Amounts by month, in the crossed months only, and their sums. Everyone who gets a loan gets it in one month."""
    median = np.array([f.BELOP_PER_MAANED[rad.vklo] for rad in RADER], dtype=np.float64)[situasjon]
    personlig = median * rng.lognormal(0, f.BELOP_SPREDNING, len(median)) * (1 + f.BELOP_PER_BARN * np.minimum(barn, FLEST_BARN_REGNET))
    vanlig = np.rint(personlig[:, None] * rng.uniform(*SVINGNING, maaneder.shape))
    kroner = vanlig.clip(f.BELOP_MINST, f.BELOP_MEST).astype(np.int64) * maaneder
    laan = (kroner * f.LAAN_ANDEL).astype(np.int64) * _laanemaaned(rng, maaneder)
    bidrag = kroner - laan
    kolonner = {"BIDRAG": pl.Series(bidrag.sum(axis=1)), "LAAN": pl.Series(laan.sum(axis=1))}
    for i, navn in enumerate(MAANEDSNAVN):
        kolonner[f"BIDRAG_{navn}"] = belop(bidrag[:, i], maaneder[:, i])
        kolonner[f"LAAN_{navn}"] = belop(laan[:, i], laan[:, i] > 0)
    return kolonner


def _laanemaaned(rng: np.random.Generator, maaneder: Bryter) -> Bryter:
    """The first month of those who get a loan: often an advance on a benefit to come."""
    laan = np.zeros_like(maaneder)
    laan[np.arange(len(maaneder)), forste_maaned(maaneder)] = sjanse(rng, f.LAAN, len(maaneder))
    return laan
