"""Who begins kvalifiseringsprogram, and when: recruited year by year, then dated from application to start."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.kalender import dag_i_maaned, fyller, nyttaarsdag, pluss_dager
from skreddersom.demo.syntetisk.stonadsforlop import forste_maaned
from skreddersom.demo.syntetisk.trekk import UMULIG, Bryter, Dato, Heltall, del_opp, rader, velg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skreddersom.demo.syntetisk.stonadsforlop import Mottak

    Statusantall = Mapping[str, int]

SISTE_START_MAANED: Final = 7
"""Receipt must begin by August (counted from 0) for an application the month after to become a start within the year."""

SOKNADSDAG: Final = (-30, 267)
"""First and last day for the application, counted from 1 January of the year of the start."""

DAGER_TIL_VEDTAK, DAGER_TIL_START = (14, 60), (1, 21)
"""Days from application to decision and from decision to start: together inside the six months of § 31."""

FORTSETTER: Final = ("1", "2")
"""STATUS of those who are in the next year's file too: in programme, or on leave."""


@dataclass(frozen=True)
class Rekrutt:
    """The programmes before they have dates, one per row."""

    person: Heltall
    aarnummer: Heltall
    """The year of the run they first appear in, counted from 0."""
    kull: Heltall
    """Years between the start and that year."""
    soknadsmaaned: Heltall
    """Month of application (0–11) for those whose social assistance in the file led to it, -1 for the others."""


@dataclass(frozen=True)
class Program:
    """The programmes with their dates, one per row, the same in every year."""

    person: Heltall
    aarnummer: Heltall
    sokt: Dato
    vedtatt: Dato
    begynt: Dato
    soknad_fra_11f: Bryter
    """The file's own social assistance came right before the application."""


def statusantall(rng: np.random.Generator, antall: int, antall_aar: int) -> list[Statusantall]:
    """For each year: how many of the ``antall`` participants have each STATUS on 31 December."""
    return [dict(zip(f.STATUS, del_opp(rng, antall, list(f.STATUS.values())).tolist(), strict=True)) for _ in range(antall_aar)]


def rekrutter(rng: np.random.Generator, mottak: Sequence[Mottak], antall_personer: int, status: Sequence[Statusantall]) -> Rekrutt:
    """The programmes of the run: as many new each year as left the year before.

    Half of them are among the year's recipients; the others are people of their own, numbered from ``antall_personer``.
    """
    opptatt = np.zeros(antall_personer, dtype=np.bool_)
    ledig_nummer, fortsetter = antall_personer, 0
    deler: list[Rekrutt] = []
    for aarnummer, (aaret, antall) in enumerate(zip(mottak, status, strict=True)):
        fra_11f, utenom = _del_nye(rng, sum(antall.values()) - fortsetter)
        deler.append(_aarets_nye(rng, aaret, aarnummer, _velg_mottakere(rng, aaret, opptatt, fra_11f), ledig_nummer + np.arange(utenom)))
        opptatt[deler[-1].person[:fra_11f]] = True
        ledig_nummer += utenom
        fortsetter = sum(antall[kode] for kode in FORTSETTER)
    return Rekrutt(*(np.concatenate([getattr(del_, felt.name) for del_ in deler]) for felt in fields(Rekrutt)))


def _del_nye(rng: np.random.Generator, antall: int) -> tuple[int, int]:
    fra_11f = int(del_opp(rng, antall, (f.DELTAKER_MED_SOSIALHJELP, 1 - f.DELTAKER_MED_SOSIALHJELP))[0])
    return fra_11f, antall - fra_11f


def _velg_mottakere(rng: np.random.Generator, aaret: Mottak, opptatt: Bryter, antall: int) -> Heltall:
    """Rows of the year's recipients who are not in programme yet, early enough in the year to apply and begin."""
    passer = ~opptatt[aaret.person] & (forste_maaned(aaret.maaneder) <= SISTE_START_MAANED)
    return velg(rng, np.where(passer, 1.0, UMULIG), antall)


def _aarets_nye(rng: np.random.Generator, aaret: Mottak, aarnummer: int, mottakere: Heltall, utenom: Heltall) -> Rekrutt:
    antall = len(mottakere) + len(utenom)
    kull = rader(rng, f.STARTKULL, antall) if aarnummer == 0 else np.zeros(antall, dtype=np.int64)
    soknad = np.concatenate([forste_maaned(aaret.maaneder[mottakere]) + 1, np.full(len(utenom), -1)])
    soknad[(kull > 0) | (soknad > SISTE_START_MAANED + 1)] = -1
    return Rekrutt(np.concatenate([aaret.person[mottakere], utenom]), np.full(antall, aarnummer), kull, soknad)


def dater(rng: np.random.Generator, rekrutt: Rekrutt, fodt: Dato, forste_aar: int) -> Program:
    """Application, decision and start, in that order and after the eighteenth birthday; ``fodt`` is the birth date per programme."""
    antall = len(rekrutt.person)
    startaar = forste_aar + rekrutt.aarnummer - rekrutt.kull
    fra_11f = rekrutt.soknadsmaaned >= 0
    etter_mottak = dag_i_maaned(startaar, np.maximum(rekrutt.soknadsmaaned, 0), rng.integers(1, 26, antall))
    ellers = pluss_dager(nyttaarsdag(startaar), _dager(rng, SOKNADSDAG, antall))
    sokt = np.maximum(np.where(fra_11f, etter_mottak, ellers), fyller(fodt, 18))
    vedtatt = pluss_dager(sokt, _dager(rng, DAGER_TIL_VEDTAK, antall))
    begynt = np.maximum(pluss_dager(vedtatt, _dager(rng, DAGER_TIL_START, antall)), pluss_dager(nyttaarsdag(startaar), 1))
    return Program(rekrutt.person, rekrutt.aarnummer, sokt, vedtatt, begynt, fra_11f)


def _dager(rng: np.random.Generator, spenn: tuple[int, int], antall: int) -> Heltall:
    return rng.integers(spenn[0], spenn[1] + 1, antall)
