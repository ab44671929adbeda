"""The control catalogue over what the one who looks may see: «k of n», and whom a finding is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db.models import Max
from django.utils import timezone

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Utfall, Utfallsslag
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn, telling
from skreddersom.kjerne.statistikk.intervall import wilson

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.tilgang.kontekst import Kontekst

KANDIDAT: Final[dict[str, Any]] = {
    "id": pl.String,
    "kontor_id": pl.String,
    "kandidat_siden": pl.Date,
    "siste_utfall": pl.String,
    "utfall_dato": pl.Date,
    "kanal": pl.String,
    "alder": pl.Int32,
    "vilkar_stilt": pl.Boolean,
    "program_vurdert_for_vilkar": pl.Boolean,
}
KONTOR: Final[dict[str, Any]] = {"id": pl.String, "kontor_id": pl.String, "siste_gjennomgang": pl.Date, "siste_aktivitet": pl.Date}

VURDERT: Final = frozenset(
    {Utfallsslag.TILBUDT, Utfallsslag.SOKNAD, Utfallsslag.TAKKET_NEI, Utfallsslag.IKKE_I_MALGRUPPEN, Utfallsslag.I_PROGRAM}
)
"""Outcomes that show that the programme has been assessed. 11F tells that conditions were set, not when: control 104 takes any
assessment as one before (lovvalg L21)."""


@dataclass(frozen=True, slots=True)
class Tall:
    """A control with its numbers: ``k`` findings of ``n``, the interval 0–1, and how many cannot be assessed."""

    kontroll: Kontroll
    k: int
    n: int
    intervall: tuple[float, float] | None
    ikke_vurderbare: int
    bevis: date | None = None
    """What a control of the office itself rests on; None for those of candidates."""

    @property
    def lav(self) -> float | None:
        """The lower end of the interval."""
        return self.intervall[0] if self.intervall else None

    @property
    def hoy(self) -> float | None:
        """The upper end of the interval."""
        return self.intervall[1] if self.intervall else None


def tell(kontekst: Kontekst, per: date | None = None) -> list[Tall]:
    """All controls, in the order of the catalogue."""
    tabeller = _tabeller(kontekst)
    rader = telling(tabeller, per or timezone.localdate()).iter_rows(named=True)
    av_id = {kontroll.id: kontroll for kontroll in KATALOG}
    return [_tall(av_id[rad["kontroll"]], rad, tabeller) for rad in rader]


def _tall(kontroll: Kontroll, rad: dict[str, Any], tabeller: dict[str, pl.DataFrame]) -> Tall:
    k, n = rad["funn"] or 0, rad["vurdert"]
    bevis = tabeller["kontor"][kontroll.bevis[0]][0] if kontroll.tabell == "kontor" else None
    return Tall(kontroll, k, n, wilson(k, n), rad["ikke_vurderbare"], bevis)


def kandidater_med_funn(kontekst: Kontekst, kontroll_id: str) -> list[str]:
    """Whom the findings of a control are about; nobody for a control that is unknown or not about candidates."""
    valgt = [kontroll for kontroll in KATALOG if kontroll.id == kontroll_id and kontroll.tabell == "kandidat"]
    tabeller = {"kandidat": _kandidater(kontekst)} if valgt else {}
    return finn(tabeller, timezone.localdate(), katalog=valgt)["id"].to_list()


def _tabeller(kontekst: Kontekst) -> dict[str, pl.DataFrame]:
    return {"kandidat": _kandidater(kontekst), "kontor": _kontoret(kontekst)}


def _kandidater(kontekst: Kontekst) -> pl.DataFrame:
    """Those on the list now."""
    felt = ("pk", "siden", "siste_utfall__slag", "siste_utfall__dato", "siste_utfall__kanal", "siste_vurdering__alder")
    paa_lista = sporringer.kandidater(kontekst).filter(paa_lista=True)
    rader = [
        (str(pk), str(kontekst.kontor), siden, slag, dato, kanal, alder, stilt, slag in VURDERT)
        for pk, siden, slag, dato, kanal, alder, stilt in paa_lista.values_list(*felt, "siste_vurdering__fakta__vilkar_stilt")
    ]
    return pl.DataFrame(rader, schema=KANDIDAT, orient="row")


def _kontoret(kontekst: Kontekst) -> pl.DataFrame:
    her = {"kontor_id": kontekst.kontor}
    siste = Gjennomgang.objects.filter(**her, status=Gjennomgang.Status.FERDIG).aggregate(dato=Max("dato"))["dato"]
    tider = [modell.objects.filter(**her).aggregate(tid=Max(felt))["tid"] for modell, felt in AKTIVITET]
    sist = max((timezone.localdate(tid) for tid in tider if tid), default=None)
    return pl.DataFrame([(str(kontekst.kontor), str(kontekst.kontor), siste, sist)], schema=KONTOR, orient="row")


AKTIVITET: Final[tuple[tuple[Any, str], ...]] = ((Utfall, "tid"), (Gjennomgang, "startet"), (Fil, "tid"))
"""What counts as something happening at the office."""
