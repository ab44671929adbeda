"""Main livelihood, benefit and work situation at the last contact, drawn from one table by who the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.demo.syntetisk import fordeling as f
from skreddersom.demo.syntetisk.trekk import Flyttall, Heltall, etter_andel, sjanse

if TYPE_CHECKING:
    from skreddersom.demo.syntetisk.trekk import Bryter

LANGTID: Final = 6
"""Months in the year from which the weights for long receipt apply."""

RADER: Final = (*f.LIVSSITUASJON, f.I_PROGRAM)
"""The table and, last, the participants' row."""


def trekk_livssituasjon(
    rng: np.random.Generator, legning: Flyttall, alder: Heltall, maaneder: Heltall, *, barn: Bryter, par: Bryter
) -> Heltall:
    """A row of ``RADER`` per recipient, never the participants'. ``legning`` keeps most people where they were the year before."""
    andel = np.where(sjanse(rng, f.NY_SITUASJON, len(alder)), rng.random(len(alder)), legning)
    trekk = np.column_stack([alder, maaneder >= LANGTID, barn, par])
    ulike, gruppe = np.unique(trekk, axis=0, return_inverse=True)
    rad = np.zeros(len(alder), dtype=np.int64)
    for nummer, (aar, lang, har_barn, i_par) in enumerate(ulike.tolist()):
        hvem = np.flatnonzero(gruppe.ravel() == nummer)
        rad[hvem] = etter_andel(andel[hvem], [_vekt(r, aar, lang, {"": 1, "barn": har_barn, "par": i_par}) for r in f.LIVSSITUASJON])
    return rad


def _vekt(rad: f.Livssituasjon, alder: int, lang: int, oppfylt: dict[str, int]) -> float:
    """The row's weight for someone; 0 when it cannot befall them."""
    passer = rad.alder_fra <= alder <= rad.alder_til and oppfylt[rad.krav]
    return (rad.vekt_lang if lang else rad.vekt) if passer else 0
