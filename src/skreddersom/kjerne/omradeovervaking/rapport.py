"""The report as facts, before any of it is worded: answers, codes, columns, and claims held against their cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.kjerne.lov.trelogikk import JA
from skreddersom.kjerne.omradeovervaking.enighet import enigheter
from skreddersom.kjerne.omradeovervaking.koding import kod
from skreddersom.kjerne.omradeovervaking.matrise import kolonne
from skreddersom.kjerne.omradeovervaking.paastand import belegg

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.omradeovervaking.definisjon import Definisjon, Del, Retting
    from skreddersom.kjerne.omradeovervaking.enighet import Koderenighet
    from skreddersom.kjerne.omradeovervaking.koding import Kodelinje, Koding
    from skreddersom.kjerne.omradeovervaking.matrise import Kolonne
    from skreddersom.kjerne.omradeovervaking.paastand import Belegg
    from skreddersom.kjerne.omradeovervaking.rettelse import Rettelse
    from skreddersom.kjerne.omradeovervaking.svar import Svarsett


@dataclass(frozen=True, slots=True)
class Rapport:
    """One report, dated. ``rettelser`` are those made since it was first published, the newest first."""

    definisjon: Definisjon
    koding: Koding
    kolonner: tuple[Kolonne, ...]
    enighet: tuple[Koderenighet, ...]
    paastander: tuple[tuple[Del, Belegg], ...]
    rettinger: tuple[tuple[Retting, Belegg], ...]
    dato: date
    rettelser: tuple[Rettelse, ...] = ()

    @property
    def svar(self) -> Svarsett:
        """The answers, with the offices in the order of the report."""
        return self.koding.svar

    def i_del(self, del_: Del) -> list[Belegg]:
        """The claims of one part."""
        return [ett for sted, ett in self.paastander if sted is del_]

    def for_sterke(self) -> list[Belegg]:
        """The claims that the cells do not carry, or that hang on cells which are not settled. None of them should be published."""
        return [ett for _, ett in self.paastander if ett.baerer() is not JA]


def lag_rapport(svar: Svarsett, linjer: list[Kodelinje], definisjon: Definisjon, dato: date) -> Rapport:
    """The report on the answers.

    Raises:
        Brukerfeil: when codes or definition speak of something that is not in the answers.

    """
    koding = kod(svar.i_rekkefolge(definisjon.kontorer), definisjon.kodeliste, linjer)
    return Rapport(
        definisjon,
        koding,
        tuple(kolonne(koding, sporsmal) for sporsmal in svar.sporsmal),
        enigheter(koding),
        tuple((del_, belegg(koding, paastand)) for del_, paastand in definisjon.paastander),
        tuple((retting, belegg(koding, retting.paastand)) for retting in definisjon.rettinger),
        dato,
    )
