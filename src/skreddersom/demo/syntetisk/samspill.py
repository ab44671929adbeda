"""Where the two forms meet: social assistance beside the programme and after it, told the same way in 11F and 11CF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.deltakelse import FULLFORT, SLUTT_ETTER_AVBRUDD
from skreddersom.demo.syntetisk.kalender import maaned_i_aar
from skreddersom.demo.syntetisk.stonadsforlop import MAANEDER, Mottak, siste_maaned
from skreddersom.demo.syntetisk.trekk import Bryter, Heltall, Tekst, koder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.demo.syntetisk.deltakelse import Deltakelse
    from skreddersom.demo.syntetisk.program import Program

HJELP_ETTER: Final = 3
"""Months of social assistance after a programme that ended in it, at the most within the year."""


@dataclass(frozen=True)
class Samspill:
    """One year of one chunk: (p,) rows follow ``deltakelse``, (n,) rows follow ``mottak``."""

    aar: int
    mottak: Mottak
    deltakelse: Deltakelse
    dager: Heltall
    """(p, 12) days with kvalifiseringsstønad in each month."""
    samtidig: Bryter
    """(p, 12) months with both kvalifiseringsstønad and social assistance."""
    situasjon: Tekst
    """(p,) code of the situation right after the programme; blank when none is asked for."""
    hjelp_etter: Bryter
    """(p,) social assistance right after the programme."""
    i_program: Bryter
    """(n,) in programme in the last month with social assistance: that is the last contact."""


def knytt(rng: np.random.Generator, aar: int, mottak: Mottak, program: Program, deltakelse: Deltakelse, *, agder: bool) -> Samspill:
    """The year with its two forms agreeing: whoever leaves the programme for social assistance also receives it in 11F."""
    rad = _rad_i_mottak(mottak, program.person[deltakelse.program])
    i_11f = rad >= 0
    situasjon = _situasjon(rng, deltakelse, i_11f, agder=agder)
    etter = _maaneder_etter(aar, deltakelse)
    til_hjelp = i_11f & np.isin(situasjon, f.SITUASJON_MED_SOSIALHJELP)
    maaneder = mottak.maaneder.copy()
    maaneder[rad[til_hjelp]] |= etter[til_hjelp]
    hjelp = maaneder[rad] & i_11f[:, None]
    dager = deltakelse.dager(aar)
    i_program = np.zeros(len(maaneder), dtype=np.bool_)
    i_program[rad[i_11f]] = dager[i_11f, siste_maaned(maaneder[rad[i_11f]])] > 0
    return Samspill(
        aar=aar,
        mottak=Mottak(mottak.person, maaneder),
        deltakelse=deltakelse,
        dager=dager,
        samtidig=(dager > 0) & hjelp,
        situasjon=situasjon,
        hjelp_etter=np.logical_or.reduce(etter & hjelp, axis=1),
        i_program=i_program,
    )


def _rad_i_mottak(mottak: Mottak, person: Heltall) -> Heltall:
    """The row of each person among the year's recipients, -1 for those who are not there."""
    rad = np.full(max(mottak.person.max(), person.max(initial=0)) + 1, -1, dtype=np.int64)
    rad[mottak.person] = np.arange(len(mottak.person))
    return rad[person]


def _situasjon(rng: np.random.Generator, deltakelse: Deltakelse, i_11f: Bryter, *, agder: bool) -> Tekst:
    """Only those whom 11F shows can have gone to social assistance; to keep the share they are twice as likely to."""
    fullfort = f.SITUASJON_FULLFORT_AGDER if agder else f.SITUASJON_FULLFORT
    situasjon = np.full(len(deltakelse.status), "", dtype="<U2")
    for status, fordeling in ((FULLFORT, fullfort), (SLUTT_ETTER_AVBRUDD, f.SITUASJON_AVBRUTT)):
        for mottar, gange in ((i_11f, 2), (~i_11f, 0)):
            hvem = np.flatnonzero((deltakelse.status == status) & mottar)
            situasjon[hvem] = koder(rng, _vektet(fordeling, gange), len(hvem))
    return situasjon


def _vektet(fordeling: Mapping[str, float], gange: float) -> Mapping[str, float]:
    return {kode: vekt * (gange if kode in f.SITUASJON_MED_SOSIALHJELP else 1) for kode, vekt in fordeling.items()}


def _maaneder_etter(aar: int, deltakelse: Deltakelse) -> Bryter:
    """(p, 12) the first months after the end of the programme, within the year."""
    forste = np.where(np.isnat(deltakelse.avsluttet), 12, maaned_i_aar(deltakelse.avsluttet, aar) + 1)[:, None]
    return (forste <= MAANEDER) & (forste + HJELP_ETTER > MAANEDER)
