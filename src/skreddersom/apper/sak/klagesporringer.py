"""Complaints: what the one who looks may see, and what decides what may happen next with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, CharField, DateField, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Cast, Coalesce

from skreddersom.apper.sak import klagebrev
from skreddersom.apper.sak.klageport import SLIPPER
from skreddersom.apper.sak.klagetilstand import Formkravstilstand, Klagetilstand
from skreddersom.apper.sak.models import Behandling, Klage, Klagestatus, Slag, Status
from skreddersom.apper.sak.sporringer import SER_ALLE, saker
from skreddersom.plattform.tilgang.models import Ansatt, Inhabil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from skreddersom.apper.sak.models import Formkrav
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def klager(kontekst: Kontekst) -> QuerySet[Klage]:
    """The complaints in the cases that the one who acts may see."""
    alle = Klage.objects.filter(kontor_id=kontekst.kontor)
    if kontekst.rolle in SER_ALLE or kontekst.person is not None:
        return alle
    return alle.filter(sak__in=saker(kontekst))


def med_alt(sporring: QuerySet[Klage]) -> QuerySet[Klage]:
    """The same complaints, with what is shown of them fetched at once, and ``omgjort_dato`` as ``klagebrev.omgjort`` gives it."""
    nye = Behandling.objects.filter(slag=Slag.OMGJORING, gjelder=OuterRef("vedtak"), vedtak__dato__gte=OuterRef("mottatt"))
    omgjort = Subquery(nye.order_by("-vedtak__dato").values("vedtak__dato")[:1])
    return sporring.annotate(omgjort_dato=omgjort).select_related(
        "sak__kandidat", "sak__saksbehandler", "sak__person", "person", "saksbehandler", "vedtak__av", "behandling__vedtak", "av"
    )


def apne(sporring: QuerySet[Klage]) -> QuerySet[Klage]:
    """Those that wait for the office: neither sent on, withdrawn, nor settled by a decision."""
    avgjort = Q(status=Klagestatus.I_BEHANDLING, behandling__status=Status.VEDTATT)
    return sporring.exclude(status__in=(Klagestatus.OVERSENDT, Klagestatus.TRUKKET)).exclude(avgjort)


def til_kontroll(kontekst: Kontekst, per: date) -> tuple[QuerySet[Klage], Mapping[str, Combinable]]:
    """Every complaint at the office that had come by ``per``, for control 210; and what to read of each.

    That is its id, its case, when it came, and when it was settled.

    It is settled the day it was sent on, reversed, dismissed or withdrawn; None while it waits. Protected persons are not among them for
    those who may not see them.
    """
    return til_kontroll_av(Klage.objects.filter(kontor_id=kontekst.kontor), per)


def til_kontroll_av(alle: QuerySet[Klage], per: date) -> tuple[QuerySet[Klage], Mapping[str, Combinable]]:
    """The same of these complaints."""
    vedtatt = When(status=Klagestatus.I_BEHANDLING, then=F("behandling__vedtak__dato"))
    dag = Coalesce("oversendelse__dato", "trukket", Case(vedtatt, default=None, output_field=DateField()))
    tekst = {navn: Cast(navn, CharField()) for navn in ("pk", "sak")}
    return alle.filter(mottatt__lte=per).order_by("mottatt", "id"), {**tekst, "mottatt": F("mottatt"), "avgjort": dag}


def formkravet(klage: Klage) -> Formkrav | None:
    """The assessment that counts."""
    return klage.formkrav.select_related("av").first()


def tilstand(klage: Klage, dag: date, *, med_brev: bool = True) -> Klagetilstand:
    """All that decides what may happen next. ``klage`` has its ``vedtak`` and ``behandling`` with it."""
    krav = formkravet(klage)
    return Klagetilstand(
        stand=klage.stand,
        saksbehandler=klage.saksbehandler_id,
        vedtatt_av=klage.vedtak.av_id,
        formkrav=_av(krav) if krav else None,
        andre_kan=andre_kan(klage, dag),
        versjon=klage.versjon,
        omgjort=klagebrev.omgjort(klage),
        brev_mangler=klagebrev.mangler(klage, krav, dag) if med_brev else (),
    )


def _av(krav: Formkrav) -> Formkravstilstand:
    return Formkravstilstand(krav.oppfylt, krav.kan_rettes, krav.tas_opp_i_tide, krav.rettefrist)


def andre_kan(klage: Klage, dag: date) -> bool:
    """Whether anybody at the office can let it go who neither made the decision nor prepared the answer, and is not too near."""
    naa = Q(stillinger__til__isnull=True) | Q(stillinger__til__gte=dag)
    her = Q(stillinger__kontor_id=klage.kontor_id, stillinger__rolle__in=SLIPPER, stillinger__fra__lte=dag)
    inhabile = Inhabil.objects.filter(person_id=klage.person_id).values("ansatt_id")
    andre = Ansatt.objects.filter(naa & her, is_active=True).exclude(pk__in=inhabile)
    return andre.exclude(pk__in=[ett for ett in (klage.vedtak.av_id, klage.saksbehandler_id) if ett]).exists()
