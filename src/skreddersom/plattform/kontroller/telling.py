"""The control catalogue asked of all that the one who looks may see: «k of n» for every control, whichever app keeps the facts.

An app that keeps some of the tables is a source (``KONTROLLKILDER`` in the settings); it knows nothing of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import telling
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.plattform.kontroller import grenser

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.kontroller.grenser import Egne
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class Kontrollkilde(Protocol):
    """What an app that keeps facts for controls offers."""

    def tabeller(self, kontekst: Kontekst, per: date) -> Mapping[str, pl.DataFrame]:
        """Its tables by name (see ``kjerne/kontroll/tabeller``), with only what the one who acts may see."""

    def adresse(self, kontroll: Kontroll) -> str:
        """The page with those a finding is about; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Tall:
    """A control with its numbers: ``k`` findings of ``n``, the interval 0–1, how many cannot be assessed, and what is near a breach."""

    kontroll: Kontroll
    k: int
    n: int
    intervall: tuple[float, float] | None
    ikke_vurderbare: int
    risiko: int
    adresse: str
    bevis: date | None = None
    """What a control of the office itself rests on; None for those of people and cases."""

    @property
    def lav(self) -> float | None:
        """The lower end of the interval."""
        return self.intervall[0] if self.intervall else None

    @property
    def hoy(self) -> float | None:
        """The upper end of the interval."""
        return self.intervall[1] if self.intervall else None


def kilder() -> list[Kontrollkilde]:
    """Every source that the settings name."""
    return [cast("Kontrollkilde", import_string(navn)()) for navn in settings.KONTROLLKILDER]


def tell(kontekst: Kontekst, per: date | None = None) -> list[Tall]:
    """All controls on the day ``per`` (today), in the order of the catalogue."""
    dag, egne = per or timezone.localdate(), grenser.egne(kontekst)
    alle = [tall for kilde in kilder() for tall in _tell(kilde, kontekst, dag, egne)]
    return sorted(alle, key=lambda tall: KATALOG.index(tall.kontroll))


def _tell(kilde: Kontrollkilde, kontekst: Kontekst, per: date, egne_grenser: Egne) -> list[Tall]:
    tabeller = kilde.tabeller(kontekst, per)
    egne = [kontroll for kontroll in KATALOG if kontroll.tabell in tabeller]
    rader = telling(tabeller, per, egne_grenser, katalog=egne).iter_rows(named=True)
    return [_tall(kilde, kontroll, rad, tabeller) for kontroll, rad in zip(egne, rader, strict=True)]


def _tall(kilde: Kontrollkilde, kontroll: Kontroll, rad: dict[str, Any], tabeller: Mapping[str, pl.DataFrame]) -> Tall:
    k, n = rad["funn"], rad["vurdert"]
    om_kontoret = kontroll.tabell == "kontor"
    bevis = tabeller["kontor"][kontroll.bevis[0]][0] if om_kontoret else None
    adresse = kilde.adresse(kontroll) if k or rad["risiko"] else ""
    return Tall(kontroll, k, n, wilson(k, n), rad["ikke_vurderbare"], rad["risiko"], adresse, bevis)
