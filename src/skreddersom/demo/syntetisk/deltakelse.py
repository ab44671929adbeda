"""The programmes year by year: who is still there, STATUS on 31 December, days with stønad, and the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk.kalender import dager_mellom, maanedsstarter, pluss_dager
from skreddersom.demo.syntetisk.program import FORTSETTER
from skreddersom.demo.syntetisk.trekk import UMULIG, Bryter, Dato, Flyttall, Heltall, Tekst, mellom, velg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.demo.syntetisk.program import Program, Statusantall
    from skreddersom.demo.syntetisk.stonadsforlop import Mottak

I_PROGRAM, PERMISJON, FULLFORT, UTEBLITT, FLYTTET, SLUTT_ETTER_AVBRUDD = "1", "2", "3", "4", "5", "7"
"""The codes of STATUS outside Oslo's districts."""

MINST_DAGER, TO_AAR, TRE_AAR = 60, 730, 1_090
"""Days in programme before it ends; the two years of § 32, and with the third for særlige grunner."""

MAA_SLUTTE: Final = TRE_AAR - 30
"""Days since the start at the end of the year from which waiting another year would be too long."""

PERMISJON_INN_I_AARET: Final = 150
"""Those on leave at New Year are back within so many days."""

FULLFORT_DAGER: Final = 120
"""The weight of completing grows e-fold with so many days in programme: the oldest complete first. Skjønn."""

INGEN_DATO: Final = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Deltakelse:
    """One year of the programmes: ``program`` numbers rows of ``Program``; the other arrays follow it."""

    program: Heltall
    status: Tekst
    fra: Dato
    til: Dato
    """First and last day with stønad in the year, both included."""
    avsluttet: Dato
    """NaT for those who have not ended."""

    def dager(self, aar: int) -> Heltall:
        """(p, 12) days with stønad in each month of the year."""
        starter = maanedsstarter(aar)
        fra = np.maximum(self.fra[:, None], starter[:-1])
        til = np.minimum(pluss_dager(self.til, 1)[:, None], starter[1:])
        return np.maximum(dager_mellom(fra, til), 0)


@dataclass(frozen=True)
class _Stilling:
    """What is known of the year's participants when it begins, row by row."""

    begynt: Dato
    permisjon: Bryter
    sosialhjelp: Bryter
    """Receives social assistance in the municipality in the year or later, and so has not moved away."""


def folg_aarene(
    rng: np.random.Generator, program: Program, mottak: Sequence[Mottak], status: Sequence[Statusantall], forste_aar: int
) -> list[Deltakelse]:
    """Each year's participants: those who are still there and the new."""
    aarene: list[Deltakelse] = []
    blir = np.empty(0, dtype=np.int64)
    permisjon = np.zeros(len(program.person), dtype=np.bool_)
    for nummer, antall in enumerate(status):
        hvem = np.concatenate([blir, np.flatnonzero(program.aarnummer == nummer)])
        stilling = _Stilling(program.begynt[hvem], permisjon[hvem], _mottar(program, hvem, mottak[nummer:]))
        aarene.append(_ett_aar(rng, forste_aar + nummer, hvem, stilling, antall))
        blir = hvem[np.isin(aarene[-1].status, FORTSETTER)]
        permisjon[hvem] = aarene[-1].status == PERMISJON
    return aarene


def _mottar(program: Program, hvem: Heltall, mottak: Sequence[Mottak]) -> Bryter:
    return np.isin(program.person[hvem], np.concatenate([aaret.person for aaret in mottak]))


def _ett_aar(rng: np.random.Generator, aar: int, hvem: Heltall, stilling: _Stilling, antall: Statusantall) -> Deltakelse:
    slutt = np.datetime64(f"{aar}-12-31", "D")
    status = _status(rng, dager_mellom(stilling.begynt, slutt), stilling, antall)
    fra = _forste_dag(rng, aar, status, stilling)
    avsluttet = np.where(np.isin(status, FORTSETTER), INGEN_DATO, _sluttdato(rng, stilling.begynt, fra, slutt))
    siste = np.where(np.isnat(avsluttet), slutt, avsluttet)
    avbrudd = pluss_dager(fra, mellom(rng, np.zeros_like(hvem), dager_mellom(fra, siste)))
    til = np.where(np.isin(status, (PERMISJON, SLUTT_ETTER_AVBRUDD)), avbrudd, siste)
    return Deltakelse(hvem, status, fra, til, avsluttet)


def _status(rng: np.random.Generator, dager: Heltall, stilling: _Stilling, antall: Statusantall) -> Tekst:
    """STATUS per participant: so many of each, given to those it suits best. ``dager`` is days since the start, at the end of the year."""
    status = np.full(len(dager), I_PROGRAM)
    vekter: dict[str, Flyttall] = {
        SLUTT_ETTER_AVBRUDD: np.where(stilling.permisjon, 30.0, 1.0),
        PERMISJON: np.where(stilling.permisjon, UMULIG, 1.0),
        FLYTTET: np.where(stilling.sosialhjelp, UMULIG, 1.0),
        UTEBLITT: np.ones(len(dager)),
        FULLFORT: np.where(dager >= MAA_SLUTTE, 1 / UMULIG, np.exp(dager / FULLFORT_DAGER)),
    }
    for kode, vekt in vekter.items():
        ledig = status == I_PROGRAM
        kan_slutte = np.where(dager >= MINST_DAGER, vekt, UMULIG)
        status[velg(rng, np.where(ledig, kan_slutte, UMULIG**2), antall[kode])] = kode
    return status


def _forste_dag(rng: np.random.Generator, aar: int, status: Tekst, stilling: _Stilling) -> Dato:
    """New Year's Day or the start; those who were on leave come back some time in the year, or end at once."""
    borte = np.where(status == SLUTT_ETTER_AVBRUDD, 0, rng.integers(0, PERMISJON_INN_I_AARET, len(status)))
    nyttaar = pluss_dager(np.datetime64(f"{aar}-01-01", "D"), np.where(stilling.permisjon, borte, 0))
    return np.maximum(stilling.begynt, nyttaar)


def _sluttdato(rng: np.random.Generator, begynt: Dato, fra: Dato, slutt: np.datetime64) -> Dato:
    """The last day: after some time in programme and, where it can be, within two years of the start, else within three."""
    tidligst = np.minimum(np.maximum(pluss_dager(begynt, MINST_DAGER), pluss_dager(fra, 10)), slutt)
    to_aar = pluss_dager(begynt, TO_AAR)
    grense = np.minimum(np.where(to_aar > pluss_dager(tidligst, 20), to_aar, pluss_dager(begynt, TRE_AAR)), slutt)
    return pluss_dager(tidligst, mellom(rng, np.zeros(len(begynt), dtype=np.int64), dager_mellom(tidligst, grense)))
