"""One person held against § 29 with the whole explanation, again and again."""

from __future__ import annotations

import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.lov.fakta import FAKTA, FAKTANAVN, Opplysning, Vurdering
from skreddersom.kjerne.lov.vurdering import vurder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.lov.fakta import Kjent

PER: Final = date(2026, 12, 31)
BUNKER, I_BUNKEN = 41, 500

FODT: Final = Opplysning(date(1990, 3, 12), "KOSTRA 11F 2026, fødselsdato")
UTEN_YTELSER: Final = Opplysning(verdi=True, kilde="KOSTRA 11F 2026, trygd og hovedkilde")
I_SAKEN: Final = Opplysning(verdi=True, kilde="saken")
VURDERT: Final = Vurdering(svar=True, forfatter="Kari", dato=PER, begrunnelse="samtale")
IKKE_BYRDEFULLT: Final = Vurdering(svar=False, forfatter="Kari", dato=PER, begrunnelse="samtale")
FYLT_UT: Final[Mapping[str, Kjent]] = {navn: VURDERT if FAKTA[navn].skjonn else I_SAKEN for navn in FAKTANAVN}


PERSONER: Final[Mapping[str, Mapping[str, Kjent]]] = {
    "ingenting er kjent": {},
    "det 11F vet": {"fodselsdato": FODT, "ingen_ytelser": UTEN_YTELSER},
    "alt er kjent": {**FYLT_UT, "fodselsdato": FODT, "uforholdsmessig_byrdefullt": IKKE_BYRDEFULLT},
}
"""A cast of three, from the first look to a case that is ready for decision."""


def forbered(_oppdrag: Mapping[str, Any]) -> Arbeid[dict[str, float]]:
    """The answer is seconds per call for the slowest of the cast."""
    return Arbeid(_sekunder, lambda tider: {"sekunder": max(tider.values()), "hver": tider}, ())


def _sekunder() -> dict[str, float]:
    return {navn: median(_bunke(kjente) for _ in range(BUNKER)) for navn, kjente in PERSONER.items()}


def _bunke(kjente: Mapping[str, Kjent]) -> float:
    """Seconds per call in one batch."""
    start = time.perf_counter()
    for _ in range(I_BUNKEN):
        vurder(kjente, PER)
    return (time.perf_counter() - start) / I_BUNKEN
