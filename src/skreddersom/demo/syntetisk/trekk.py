"""Draws: from a distribution, a number split into shares, a weighted choice. The only place that turns weights into chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Heltall = NDArray[np.int64]
Flyttall = NDArray[np.float64]
Bryter = NDArray[np.bool_]
Tekst = NDArray[np.str_]
Dato = NDArray[np.datetime64]

UMULIG: Final = 1e-12
"""Weight of what must not be drawn unless nothing else is left: a tiny municipality must still add up."""


def strom(fro: int, *sted: int) -> np.random.Generator:
    """The stream of chance of one place in the run (municipality, chunk …): the same seed and place give the same draws."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(fro, spawn_key=sted)))


def rader(rng: np.random.Generator, vekter: Sequence[float], antall: int) -> Heltall:
    """``antall`` row numbers of a table, drawn by its weights."""
    return etter_andel(rng.random(antall), vekter)


def etter_andel(andel: Flyttall, vekter: Sequence[float] | Flyttall) -> Heltall:
    """The row in which each share (0 to 1) of the summed weights falls: the same share stays in about the same row."""
    grenser = np.cumsum(np.asarray(vekter, dtype=np.float64))
    return np.searchsorted(grenser / grenser[-1], andel, side="right").clip(max=len(grenser) - 1)


def koder(rng: np.random.Generator, fordeling: Mapping[str, float], antall: int) -> Tekst:
    """``antall`` codes drawn by a distribution code -> weight."""
    return np.array(list(fordeling))[rader(rng, list(fordeling.values()), antall)]


def del_opp(rng: np.random.Generator, antall: int, andeler: Sequence[float]) -> Heltall:
    """``antall`` split into whole numbers after the shares; what does not add up is rounded by chance, never lost."""
    grenser = antall * np.cumsum(np.asarray(andeler, dtype=np.float64)) / sum(andeler)
    trinn = np.floor(grenser + rng.random()).astype(np.int64).clip(max=antall)
    trinn[-1] = antall
    return np.diff(trinn, prepend=0)


def velg(rng: np.random.Generator, vekter: Flyttall, antall: int) -> Heltall:
    """``antall`` different positions, heavy ones first to be taken: the smallest of exponential waiting times."""
    ventetid = rng.exponential(size=len(vekter)) / np.maximum(vekter, np.finfo(np.float64).tiny)
    return np.sort(np.argsort(ventetid, kind="stable")[:antall])


def mellom(rng: np.random.Generator, lavest: Heltall, hoyest: Heltall) -> Heltall:
    """A whole number per row from ``lavest`` to ``hoyest``, both included; ``lavest`` where the interval is empty."""
    bredde = np.maximum(hoyest - lavest, 0) + 1
    tillegg: Heltall = (rng.random(len(lavest)) * bredde).astype(np.int64)
    return lavest + tillegg


def sjanse(rng: np.random.Generator, sannsynlighet: Flyttall | float, antall: int) -> Bryter:
    """True with the given probability, row by row."""
    return rng.random(antall) < sannsynlighet
