"""Who receives social assistance in which months: one matrix of months per year, tied together over New Year by person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.trekk import UMULIG, Bryter, Heltall, del_opp, mellom, sjanse, velg

if TYPE_CHECKING:
    from collections.abc import Sequence

MAANEDER: Final = np.arange(12)

LIKHET_OVER_NYTTAAR: Final = 2.0
"""Spread, in months, when the long-term of one year are matched with the long-term of the next."""


@dataclass(frozen=True)
class Mottak:
    """One year's recipients: ``person`` (n,) numbers people in the run of years; ``maaneder`` (n, 12) is true where stønad was paid."""

    person: Heltall
    maaneder: Bryter


@dataclass(frozen=True)
class _Aarsforlop:
    """A year seen alone: months per recipient, and who came from last year and who goes on to the next (equally many)."""

    antall_maaneder: Heltall
    fra_i_fjor: Bryter
    til_neste: Bryter


def lag_forlop(rng: np.random.Generator, antall: int, antall_aar: int) -> tuple[list[Mottak], Heltall]:
    """``antall`` recipients in each year, half of whom go on to the next; and for each person the first year, counted from 0."""
    aarene = [_aarsforlop(rng, antall) for _ in range(antall_aar)]
    numre = _nummerer(rng, aarene)
    mottak = [Mottak(person, _plasser(rng, aaret)) for person, aaret in zip(numre, aarene, strict=True)]
    forste_aar = np.concatenate([np.full(nye, nummer) for nummer, nye in enumerate(np.diff([0, *(int(n.max()) + 1 for n in numre)]))])
    return mottak, forste_aar


def _aarsforlop(rng: np.random.Generator, antall: int) -> _Aarsforlop:
    maaneder = rng.permutation(np.repeat(np.arange(1, 13), del_opp(rng, antall, f.MAANEDER_MED_STONAD)))
    videre = round(antall * f.VIDERE_TIL_NESTE_AAR)
    vekt = np.asarray(f.VIDERE_VEKT, dtype=np.float64)[maaneder - 1]
    fra = _merk(velg(rng, vekt, videre), antall)
    # one month cannot be both January and December
    til = _merk(velg(rng, np.where(fra & (maaneder == 1), UMULIG, vekt), videre), antall)
    return _Aarsforlop(maaneder, fra, til)


def _merk(plasser: Heltall, antall: int) -> Bryter:
    merket = np.zeros(antall, dtype=np.bool_)
    merket[plasser] = True
    return merket


def _nummerer(rng: np.random.Generator, aarene: Sequence[_Aarsforlop]) -> list[Heltall]:
    """Numbers the people: those who come from last year keep their number, the others get the next free ones."""
    numre = [np.arange(len(aarene[0].fra_i_fjor))]
    for i_fjor, i_aar in pairwise(aarene):
        ledig = int(numre[-1].max()) + 1
        person = np.empty(len(i_aar.fra_i_fjor), dtype=np.int64)
        person[~i_aar.fra_i_fjor] = ledig + np.arange(np.count_nonzero(~i_aar.fra_i_fjor))
        person[_etter_lengde(rng, i_aar, i_aar.fra_i_fjor)] = numre[-1][_etter_lengde(rng, i_fjor, i_fjor.til_neste)]
        numre.append(person)
    return numre


def _etter_lengde(rng: np.random.Generator, aaret: _Aarsforlop, utvalg: Bryter) -> Heltall:
    hvem = np.flatnonzero(utvalg)
    return hvem[np.argsort(aaret.antall_maaneder[hvem] + rng.normal(0, LIKHET_OVER_NYTTAAR, len(hvem)), kind="stable")]


def _plasser(rng: np.random.Generator, aaret: _Aarsforlop) -> Bryter:
    """The months as one spell, sometimes two: from January for those from last year, to December for those who go on."""
    lengde, antall = aaret.antall_maaneder, len(aaret.antall_maaneder)
    januar = aaret.fra_i_fjor & ~sjanse(rng, f.BRUDD_OVER_NYTTAAR, antall)
    desember = aaret.til_neste & ~sjanse(rng, f.BRUDD_OVER_NYTTAAR, antall)
    begge = januar & desember & (lengde > 1)
    opphold = np.where(begge, 12 - lengde, _opphold(rng, lengde))
    ledig = 12 - lengde - opphold
    start = np.where(januar, 0, np.where(desember, ledig, mellom(rng, np.zeros_like(ledig), ledig)))
    forste = np.where(opphold > 0, mellom(rng, np.ones_like(lengde), lengde - 1), lengde)
    return _spenn(start, start + forste) | _spenn(start + forste + opphold, start + lengde + opphold)


def _opphold(rng: np.random.Generator, lengde: Heltall) -> Heltall:
    har = sjanse(rng, f.OPPHOLD, len(lengde)) & (lengde > 1) & (lengde < 11)
    return np.where(har, mellom(rng, np.ones_like(lengde), np.minimum(12 - lengde, f.LENGSTE_OPPHOLD)), 0)


def _spenn(fra: Heltall, til: Heltall) -> Bryter:
    """True in the months from ``fra`` to before ``til``, counted from 0."""
    return (fra[:, None] <= MAANEDER) & (til[:, None] > MAANEDER)


def forste_maaned(maaneder: Bryter) -> Heltall:
    """The first month with a cross, counted from 0; 12 where there is none."""
    return np.where(maaneder.any(axis=1), maaneder.argmax(axis=1), 12)


def siste_maaned(maaneder: Bryter) -> Heltall:
    """The last month with a cross, counted from 0; -1 where there is none."""
    return np.where(maaneder.any(axis=1), 11 - maaneder[:, ::-1].argmax(axis=1), -1)
