"""The facts of theme 1 for the control catalogue, as far as the one who looks may see, and whom a finding is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.models import HAR_SOKT, Fil, Gjennomgang, Utfall, Utfallsslag
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn
from skreddersom.kjerne.kontroll.tabeller import KANDIDAT, KONTOR
from skreddersom.plattform.ferdig import IDER, Ferdig, FerdigForRolle
from skreddersom.plattform.kontroller import grenser
from skreddersom.plattform.tilgang.models import Kontor

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.tilgang.kontekst import Kontekst

VURDERT: Final = frozenset({Utfallsslag.TILBUDT, Utfallsslag.TAKKET_NEI, Utfallsslag.IKKE_I_MALGRUPPEN, *HAR_SOKT})
"""Outcomes that show that the programme has been assessed. 11F tells that conditions were set, not when: control 104 takes any
assessment as one before (lovvalg L21)."""


class Kilde:
    """The tables of theme 1, and of the office itself, for ``plattform/kontroller``."""

    def tabeller(self, kontekst: Kontekst, _per: date) -> dict[str, pl.DataFrame]:
        """The candidates and the office."""
        return {"kandidat": _kandidater(kontekst), "kontor": _kontoret(kontekst)}

    def adresse(self, kontroll: Kontroll) -> str:
        """The list of candidates, narrowed to those a finding is about."""
        return f"{reverse('kandidat:kandidater')}?funn={kontroll.id}" if kontroll.tabell == "kandidat" else ""


def kandidater_med_funn(kontekst: Kontekst, kontroll_id: str) -> list[str]:
    """Whom the findings of a control are about; nobody for a control that is unknown or not about candidates."""
    valgt = [kontroll for kontroll in KATALOG if kontroll.id == kontroll_id and kontroll.tabell == "kandidat"]
    tabeller = {"kandidat": _kandidater(kontekst)} if valgt else {}
    return finn(tabeller, timezone.localdate(), grenser.egne(kontekst), katalog=valgt)["id"].to_list()


def _kandidater(kontekst: Kontekst) -> pl.DataFrame:
    """Those on the list now."""
    rader = [
        (str(pk), str(kontekst.kontor), siden, slag, dato, kanal, alder, stilt, slag in VURDERT)
        for pk, siden, slag, dato, kanal, alder, stilt in _PAA_LISTA(kontekst)
    ]
    return pl.DataFrame(rader, schema=dict(KANDIDAT), orient="row")


FELT: Final = ("pk", "siden", "siste_utfall__slag", "siste_utfall__dato", "siste_utfall__kanal", "siste_vurdering__alder")
_PAA_LISTA: Final[FerdigForRolle[Any]] = FerdigForRolle(
    lambda kontekst: sporringer.kandidater(kontekst).filter(paa_lista=True).values_list(*FELT, "siste_vurdering__fakta__vilkar_stilt")
)


def _kontoret(kontekst: Kontekst) -> pl.DataFrame:
    """When the office last reviewed its caseload, and when anything last happened there: an outcome, a review or a file."""
    ((gjennomgatt, *tider),) = _SIST(kontor=kontekst.kontor)
    sist = max((timezone.localdate(tid) for tid in tider if tid), default=None)
    rad = (str(kontekst.kontor), str(kontekst.kontor), gjennomgatt, sist)
    return pl.DataFrame([rad], schema=dict(KONTOR), orient="row")


def _sist(kontor: UUID) -> QuerySet[Any]:
    """One row: the day of the last finished review, and the moment of the last review, outcome and file."""
    ferdige = Gjennomgang.objects.filter(status=Gjennomgang.Status.FERDIG)
    nyeste = ((ferdige, "dato"), (Gjennomgang.objects.all(), "startet"), (Utfall.objects.all(), "tid"), (Fil.objects.all(), "tid"))
    return Kontor.objects.filter(pk=kontor).order_by().values_list(*(_nyeste(alle, felt) for alle, felt in nyeste))


def _nyeste(alle: QuerySet[Any], felt: str) -> Subquery:
    ved_kontoret = alle.filter(kontor_id=OuterRef("pk")).order_by(F(felt).desc(nulls_last=True))
    return Subquery(ved_kontoret.values(felt)[:1])


_SIST: Final[Ferdig[Any]] = Ferdig(_sist, kontor=IDER)
