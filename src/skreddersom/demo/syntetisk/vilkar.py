"""Conditions for social assistance (§ 20), and for those under 30 conditions of activity or an exemption (§ 20 a), with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.kalender import alder_paa, dag_i_maaned, maaned_i_aar, maanedsstarter, pluss_dager
from skreddersom.demo.syntetisk.kolonne import dato, enkeltkode, ja_nei, kryss
from skreddersom.demo.syntetisk.stonadsforlop import forste_maaned
from skreddersom.demo.syntetisk.trekk import Bryter, Dato, koder, sjanse
from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR

if TYPE_CHECKING:
    import polars as pl

    from skreddersom.demo.syntetisk.person import Personer
    from skreddersom.demo.syntetisk.samspill import Samspill
    from skreddersom.kjerne.kostra.oppsett import Oppsett

    Kolonner = dict[str, pl.Series]

UNG: Final = AKTIVITETSPLIKT_UNDER_AAR.verdi
"""Under this age conditions of activity shall be set, or an exemption decided (§ 20 a)."""

VEDTAKSMAANEDER: Final = 3
"""Months a decision on conditions lasts, at the most, within the year."""


def vilkarsdel(rng: np.random.Generator, oppsett: Oppsett, personer: Personer, aaret: Samspill) -> Kolonner:
    """The fields of 11F from VILKARSOSLOV to SANKSJONANDRE; everything is decided in the first month with stønad."""
    hvem, antall = aaret.mottak.person, len(aaret.mottak.person)
    vedtak = dag_i_maaned(aaret.aar, forste_maaned(aaret.mottak.maaneder), rng.integers(1, 26, antall))
    ung = alder_paa(personer.fodt[hvem], vedtak) < UNG
    vilkar = sjanse(rng, np.where(ung, f.VILKAR_UNDER_30, f.VILKAR_FRA_30), antall) & ~(ung & aaret.i_program)
    return {
        "VILKARSOSLOV": ja_nei(vilkar),
        "VILKARSAMEKT": ja_nei(personer.i_par[hvem] & sjanse(rng, f.VILKAR_SAMBOER, antall)),
        "UTBETDATO": dato(vedtak, vilkar),
        "UTBETTOMDATO": dato(_til_og_med(rng, aaret.aar, vedtak), vilkar),
        "VEDTAKDATO": dato(vedtak, ung & ~vilkar),
        **_slag(rng, oppsett, vilkar),
        **_unntak(rng, oppsett, ung & ~vilkar, aaret.i_program),
        **_sanksjon(rng, oppsett, ung & vilkar),
    }


def _til_og_med(rng: np.random.Generator, aar: int, vedtak: Dato) -> Dato:
    """The last day of a month, within the year of the decision."""
    etter = maaned_i_aar(vedtak, aar) + rng.integers(1, VEDTAKSMAANEDER + 1, len(vedtak))
    return pluss_dager(maanedsstarter(aar)[np.minimum(etter, 12)], -1)


def _slag(rng: np.random.Generator, oppsett: Oppsett, vilkar: Bryter) -> Kolonner:
    """The kinds of condition; whoever draws none has the commonest."""
    valgt = {navn: vilkar & sjanse(rng, sannsynlighet, len(vilkar)) for navn, sannsynlighet in f.VILKAR_TYPE.items()}
    vanligst = next(iter(valgt))
    valgt[vanligst] |= vilkar & ~np.logical_or.reduce(list(valgt.values()))
    return {navn: kryss(ja, enkeltkode(oppsett, navn)) for navn, ja in valgt.items()}


def _unntak(rng: np.random.Generator, oppsett: Oppsett, unntatt: Bryter, i_program: Bryter) -> Kolonner:
    """Reasons for exemption; participants are already in activity for another municipal benefit."""
    grunn = np.where(i_program, "VEDTAKAKT", koder(rng, f.UNNTAK_GRUNN, len(unntatt)))
    return {navn: kryss(unntatt & (grunn == navn), enkeltkode(oppsett, navn)) for navn in f.UNNTAK_GRUNN}


def _sanksjon(rng: np.random.Generator, oppsett: Oppsett, kan_faa: Bryter) -> Kolonner:
    slag = koder(rng, f.SANKSJON, len(kan_faa))
    return {navn: kryss(kan_faa & (slag == navn), enkeltkode(oppsett, navn)) for navn in f.SANKSJON if navn}
