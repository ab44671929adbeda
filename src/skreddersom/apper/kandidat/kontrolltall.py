"""The facts of theme 1 for the control catalogue, as far as the one who looks may see, and whom a finding is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db.models import BooleanField, CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
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
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

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
    kolonner = dict(zip(LEST, zip(*_PAA_LISTA(kontekst), strict=True), strict=False))
    lest = pl.DataFrame(kolonner, schema={navn: KANDIDAT[navn] for navn in LEST})
    return lest.with_columns(
        pl.lit(str(kontekst.kontor)).alias("kontor_id"),
        pl.col("siste_utfall").is_in(VURDERT).fill_null(value=False).alias("program_vurdert_for_vilkar"),
    ).select(*KANDIDAT)


LEST: Final[Mapping[str, Combinable]] = {
    "id": Cast("pk", CharField()),
    "kandidat_siden": F("siden"),
    "siste_utfall": F("siste_utfall__slag"),
    "utfall_dato": F("siste_utfall__dato"),
    "kanal": F("siste_utfall__kanal"),
    "alder": F("siste_vurdering__alder"),
    "vilkar_stilt": sporringer.fra_fila("vilkar_stilt", BooleanField()),
}
"""Column of the catalogue's table → where it is read. The database makes them what they are to be, since an office has thousands."""
_PAA_LISTA: Final[FerdigForRolle[Any]] = FerdigForRolle(
    lambda kontekst: sporringer.kandidater(kontekst).filter(paa_lista=True).values_list(*LEST.values())
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
