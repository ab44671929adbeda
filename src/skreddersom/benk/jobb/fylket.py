"""What the County Governor waits for: the funnel of all municipalities in Norway, and the report of a round as a page and as a PDF."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.kandidat.indikator.trakt import Traktbilde, bilde
from skreddersom.benk.barn import Arbeid
from skreddersom.demo.omradeovervaking import runde
from skreddersom.kjerne.indikator.dom import sammenlikn
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.omradeovervaking.definisjon import les_definisjon
from skreddersom.kjerne.omradeovervaking.koding import les_koder
from skreddersom.kjerne.omradeovervaking.rapport import Rapport, lag_rapport
from skreddersom.kjerne.omradeovervaking.svar import les_svar
from skreddersom.kjerne.omradeovervaking.utforming import utform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skreddersom.kjerne.indikator.skjul import Telt

DAG: Final = date(2026, 12, 31)
AARENE: Final = (2024, 2025, 2026)
STORRELSER: Final = (2, 4, 8, 15, 30, 60, 120, 400)
"""Participants in a municipality, from the smallest to the largest."""


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[int]:
    """``oppdrag["hva"]`` is ``trakt``, ``rapport`` or ``pdf``. What is loaded once and for all is loaded here."""
    gjor, pakke = ARBEID[oppdrag["hva"]]
    gjor(3)
    return Arbeid(lambda: gjor(len(KOMMUNER) - 1), lambda antall: {"stort": antall}, (pakke,))


def _trakt(kommuner: int) -> int:
    """The marks in the picture."""
    linje = Linje("fullfort", AARENE[-1])
    tegnet = bilde(sammenlikn(linje, skjul(landet(kommuner))[linje]))
    return len(tegnet.merker) if isinstance(tegnet, Traktbilde) else 0


def landet(kommuner: int) -> Telt:
    """Made-up counts of so many municipalities in three years; the same every time."""
    terning = Random(kommuner)  # noqa: S311 – the same numbers every time
    telt: Telt = {}
    for nummer in [kode for kode in KOMMUNER if kode != "9999"][:kommuner]:
        for aar in AARENE:
            alle = terning.choice(STORRELSER) + terning.randint(0, 5)
            telt.setdefault(Linje("deltakere", aar), {})[nummer] = Tall(alle, alle)
            telt.setdefault(Linje("fullfort", aar), {})[nummer] = Tall(sum(terning.random() < 0.25 for _ in range(alle)), alle)
    return telt


def _agder(nr: int) -> Rapport:
    """The round, reported on another day each time: the typesetter remembers a document it has seen."""
    filer = runde("agder-2020")
    svar = les_svar(filer["svar.csv"], "svar.csv")
    definisjon = les_definisjon(filer["rapport.toml"], "rapport.toml", svar)
    return lag_rapport(svar, les_koder(filer["koder.csv"], "koder.csv"), definisjon, DAG - timedelta(days=nr))


def _rapport(nr: int) -> int:
    from skreddersom.plattform.dokument.html import som_html

    return len(som_html(utform(_agder(nr), "nb", "benk")))


def _pdf(nr: int) -> int:
    from skreddersom.plattform.dokument.pdf import som_pdf

    return len(som_pdf(utform(_agder(nr), "nb", "benk"), DAG - timedelta(days=nr)))


ARBEID: Final[dict[str, tuple[Callable[[int], int], str]]] = {
    "trakt": (_trakt, "scipy"),
    "rapport": (_rapport, "polars"),
    "pdf": (_pdf, "typst"),
}
"""What is measured → what does it, and the package that does most of the work."""
