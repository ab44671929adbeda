"""An attacker who knows everything that is shown, what adds up to what, and linear algebra; and made-up years to attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from skreddersom.kjerne.indikator.skjul import Linje, Tall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from numpy.typing import NDArray

    from skreddersom.kjerne.indikator.skjul import Telt, Vist

AV_DELTAKERNE = ("nye", "fullfort", "i_program", "avbrutt", "under_25", "sosialhjelp_for")
ANDELER = (*AV_DELTAKERNE, "vedtak_30", "til_arbeid")
Ukjent = tuple[Linje, str, int]
"""A number the attacker may not know: line, municipality, and 0 for numerator or 1 for denominator."""


def panel(terning: Random, kommuner: int, aarene: range) -> Telt:
    """Municipalities of all sizes, year after year: who is in programme at the end of a year is there in the next."""
    telt: Telt = {}
    for nr in range(kommuner):
        kommune, igjen = f"42{nr:02}", terning.choice((0, 1, 2, 3, 5, 8, 15, 40))
        for aar in aarene:
            tall, igjen = _et_aar(terning, igjen)
            for navn, ett in tall.items():
                telt.setdefault(Linje(navn, aar), {})[kommune] = ett
    return telt


def _et_aar(terning: Random, fra_for: int) -> tuple[dict[str, Tall], int]:
    nye = terning.choice((0, 1, 2, 4, 6, 12)) if fra_for else terning.choice((1, 3, 7))
    alle = fra_for + nye
    fullfort = terning.randint(0, alle)
    avbrutt = terning.randint(0, min(alle - fullfort, 7))
    igjen = alle - fullfort - avbrutt
    tellere = {"deltakere": alle, "nye": nye, "fullfort": fullfort, "i_program": igjen, "avbrutt": avbrutt}
    tellere |= {"under_25": terning.randint(0, alle), "sosialhjelp_for": terning.randint(0, alle)}
    av_deltakerne = {navn: Tall(antall, alle) for navn, antall in tellere.items()}
    andre = {"til_arbeid": Tall(terning.randint(0, fullfort), fullfort), "vedtak_30": Tall(terning.randint(0, nye), nye)}
    return av_deltakerne | andre | {"dager_vedtak": Tall(nye * terning.randint(5, 90), nye)}, igjen


class Angriper:
    """Holds what is known as equations; ``kan_finne`` tells whether a sum of unknowns follows from them."""

    def __init__(self, *viste: Mapping[Linje, Vist]) -> None:
        """What is shown in one place or more: the same line of two is the same persons."""
        linjer = [ett for vist in viste for ett in vist.items()]
        ukjente = dict.fromkeys(
            (linje, kommune, del_) for linje, ett in linjer for kommune in (*ett.enkelt, *ett.samlede) for del_ in (0, 1)
        )
        self.plass: dict[Ukjent, int] = {ukjent: nr for nr, ukjent in enumerate(ukjente)}
        kjent = [self._rad(ligning) for vist in viste for ligning in self._viste(vist)]
        kjent += [self._rad(ligning) for ligning in self._sammenhenger() if ligning.keys() <= self.plass.keys()]
        _, verdier, retninger = np.linalg.svd(np.array(kjent))
        self.fri = retninger[int((verdier > 1e-8).sum()) :]

    def _rad(self, ligning: Mapping[Ukjent, int]) -> NDArray[np.float64]:
        rad = np.zeros(len(self.plass))
        for ukjent, faktor in ligning.items():
            rad[self.plass[ukjent]] = faktor
        return rad

    def _viste(self, vist: Mapping[Linje, Vist]) -> Iterator[dict[Ukjent, int]]:
        for linje, ett in vist.items():
            for del_ in (0, 1):
                yield from ({(linje, kommune, del_): 1} for kommune in ett.enkelt)
                if ett.samlet:
                    yield {(linje, kommune, del_): 1 for kommune in ett.samlede}
                if ett.alle:
                    yield {(linje, kommune, del_): 1 for kommune in (*ett.enkelt, *ett.samlede)}

    def _sammenhenger(self) -> Iterator[dict[Ukjent, int]]:
        for (navn, aar), kommune, del_ in self.plass:
            her = {ett: (Linje(ett, aar), kommune) for ett in (*ANDELER, "deltakere", "dager_vedtak")}
            if navn == "deltakere" and del_ == 0:
                deltakere = (*her["deltakere"], 0)
                yield {deltakere: 1, (*her["deltakere"], 1): -1}
                yield {deltakere: 1} | {(*her[ett], 0): -1 for ett in ("fullfort", "i_program", "avbrutt")}
                yield from ({deltakere: 1, (*her[ett], 1): -1} for ett in AV_DELTAKERNE)
                yield {(*her["fullfort"], 0): 1, (*her["til_arbeid"], 1): -1}
                yield {(*her["nye"], 0): 1, (*her["dager_vedtak"], 1): -1}
                yield {(*her["nye"], 0): 1, (*her["vedtak_30"], 1): -1}
                i_fjor = (Linje("i_program", aar - 1), kommune, 0)
                if i_fjor in self.plass:
                    yield {deltakere: 1, i_fjor: -1, (*her["nye"], 0): -1}

    def kan_finne(self, *ledd: tuple[Ukjent, int]) -> bool:
        """Whether every solution of the equations gives the sum the same value."""
        return bool(np.abs(self.fri @ self._rad(dict(ledd))).max(initial=0) < 1e-8)
