"""The facts of theme 2 as the tables of the control catalogue, and which cases a finding is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from skreddersom.apper.sak import kontrollfakta, kontrolltabeller
from skreddersom.apper.sak.kontrolltabeller import EGNE
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn
from skreddersom.plattform.kontroller import grenser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    import polars as pl

    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.kontroller.grenser import Egne
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class Kilde:
    """The tables of theme 2, for ``plattform/kontroller``."""

    def tabeller(self, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
        """The applications, the decisions, the assessments and the complaints of the cases one may see."""
        return tabeller(kontekst, per)

    def adresse(self, kontroll: Kontroll) -> str:
        """The cases that a finding is about."""
        return reverse("sak:funn", args=[kontroll.id])


@dataclass(frozen=True, slots=True)
class Funn:
    """A finding: of which control, in which case, how grave, and the evidence as name and value."""

    kontroll: Kontroll
    sak: str
    alvor: str
    bevis: tuple[tuple[str, str], ...]


def tabeller(kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    """Every table of ``EGNE`` as it is on the day ``per``. Five queries."""
    return kontrolltabeller.av(kontrollfakta.ved_kontoret(kontekst, per), kontekst, per)


def funn(kontekst: Kontekst, kontroll: Kontroll, per: date) -> list[Funn]:
    """What the control finds in the cases one may see, breaches first."""
    return _funn(tabeller(kontekst, per), per, [kontroll], grenser.egne(kontekst))


def funn_i_saken(kontekst: Kontekst, sak: UUID, per: date) -> list[Funn]:
    """What the controls find in one case, which one has been found to see, in their order."""
    lest, egne = kontrollfakta.i_saken(sak, per)
    return _funn(kontrolltabeller.av(lest, kontekst, per), per, list(egne_kontroller().values()), egne)


def _funn(alle: Mapping[str, pl.DataFrame], per: date, katalog: Sequence[Kontroll], egne: Egne) -> list[Funn]:
    sak_av = {tabell: dict(zip(alle[tabell]["id"], alle[tabell]["sak_id"], strict=True)) for tabell in {ett.tabell for ett in katalog}}
    av_id = {ett.id: ett for ett in katalog}
    return [
        Funn(av_id[rad["kontroll"]], sak_av[rad["tabell"]][rad["id"]], rad["alvor"], tuple(_delt(rad["bevis"])))
        for rad in finn(alle, per, egne, katalog=katalog).iter_rows(named=True)
    ]


def egne_kontroller() -> dict[str, Kontroll]:
    """The controls that are asked of these tables, by id."""
    return {kontroll.id: kontroll for kontroll in KATALOG if kontroll.tabell in EGNE}


def _delt(bevis: list[str]) -> Iterator[tuple[str, str]]:
    for ett in bevis:
        navn, _kolon, verdi = ett.partition(": ")
        yield navn, verdi
