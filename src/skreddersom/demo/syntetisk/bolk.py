"""A chunk of one municipality's people and their records: what bounds the memory, however many are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk import post_11cf, post_11f
from skreddersom.demo.syntetisk.deltakelse import folg_aarene
from skreddersom.demo.syntetisk.person import lag_personer
from skreddersom.demo.syntetisk.program import dater, rekrutter, statusantall
from skreddersom.demo.syntetisk.samspill import knytt
from skreddersom.demo.syntetisk.stonadsforlop import lag_forlop
from skreddersom.demo.syntetisk.trekk import strom
from skreddersom.kjerne.kostra.kommuner import AGDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import polars as pl

    from skreddersom.demo.syntetisk.bestilling import Bestilling
    from skreddersom.demo.syntetisk.fodselsnummer import Nummerkiste
    from skreddersom.demo.syntetisk.person import Personer
    from skreddersom.demo.syntetisk.program import Program
    from skreddersom.demo.syntetisk.samspill import Samspill
    from skreddersom.kjerne.kostra.oppsett import Skjema

    Ramme = tuple[Skjema, int, pl.DataFrame]

STORRELSE: Final = 25_000
"""Recipients a year in a chunk. Part of the seed: another size gives other people."""

KOMMUNE_STROM: Final = 0
"""Marks the municipalities' streams of chance off from those of the number pools."""


@dataclass(frozen=True)
class Bolk:
    """How many recipients and participants a year the chunk has."""

    nummer: int
    antall: int
    deltakere: int


def bolker(bestilling: Bestilling) -> Iterator[Bolk]:
    """The chunks of the municipality; participants are rounded over the whole, so that they add up."""
    andel = f.DELTAKERE_PER_MOTTAKER if bestilling.har_kvp else 0
    for nummer, fra in enumerate(range(0, bestilling.antall, STORRELSE)):
        til = min(fra + STORRELSE, bestilling.antall)
        yield Bolk(nummer, til - fra, round(til * andel) - round(fra * andel))


def lag_bolk(bestilling: Bestilling, bolk: Bolk, kiste: Nummerkiste, journalnummer: int) -> tuple[int, Iterator[Ramme]]:
    """How many people the chunk has, and their records by year and form; journal numbers count from ``journalnummer``.

    In order: months with social assistance, who takes part in the programme, who they all are, and how the programmes go.
    """
    aar, kommune = bestilling.aar, bestilling.kommune
    rng = strom(bestilling.fro, KOMMUNE_STROM, int(kommune), bolk.nummer)
    mottak, forste_aar = lag_forlop(rng, bolk.antall, len(aar))
    status = statusantall(rng, bolk.deltakere, len(aar))
    rekrutt = rekrutter(rng, mottak, len(forste_aar), status)
    forste_aar = np.concatenate([forste_aar, rekrutt.aarnummer[rekrutt.person >= len(forste_aar)]])
    deltaker = np.isin(np.arange(len(forste_aar)), rekrutt.person)
    personer = lag_personer(rng, kiste, bestilling, journalnummer, forste_aar=aar[0] + forste_aar, deltaker=deltaker)
    program = dater(rng, rekrutt, personer.fodt[rekrutt.person], aar[0])
    deltakelser = folg_aarene(rng, program, mottak, status, aar[0])
    aarene = [knytt(rng, a, m, program, d, agder=kommune in AGDER) for a, m, d in zip(aar, mottak, deltakelser, strict=True)]
    return len(personer), _rammer(rng, kommune, personer, program, aarene)


def _rammer(rng: np.random.Generator, kommune: str, personer: Personer, program: Program, aarene: Sequence[Samspill]) -> Iterator[Ramme]:
    """The records of each year and form, one frame at a time."""
    forhistorie = post_11cf.lag_forhistorie(rng, program, kommune)
    for aaret in aarene:
        yield "11F", aaret.aar, post_11f.poster(rng, kommune, personer, aaret)
        yield "11CF", aaret.aar, post_11cf.poster(rng, kommune, personer, program, forhistorie, aaret)
