"""What is read of staff, roles and rights: always for one unit, the active one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from skreddersom.plattform.tilgang.models import Ansatt, Inhabil, Innsynsrett, Kontor, Kontorkommune, Skjerming, Stilling
from skreddersom.plattform.tilgang.roller import SER_TALL, Enhetsslag

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def kontorer_under(enhet: UUID) -> QuerySet[Kontor]:
    """The offices a unit looks after, as on the map: those of its municipalities; all, when it is not tied to any."""
    alle = Kontor.objects.filter(slag=Enhetsslag.NAVKONTOR)
    egne = Kontorkommune.objects.filter(kontor_id=enhet).values("kommunenr")
    return alle.filter(kommuner__kommunenr__in=egne).distinct() if egne.exists() else alle


def stillinger(kontekst: Kontekst) -> QuerySet[Stilling]:
    """The roles at the unit that have not ended, also those that have not begun, by the names of those who have them."""
    gjeldende = Q(til__isnull=True) | Q(til__gte=timezone.localdate())
    egne = Stilling.objects.filter(gjeldende, kontor_id=kontekst.kontor)
    return egne.select_related("ansatt", "kontor").order_by("ansatt__navn", "ansatt_id", "rolle")


def avsluttede_stillinger(kontekst: Kontekst) -> QuerySet[Stilling]:
    """The roles at the unit that have ended, the last first."""
    egne = Stilling.objects.filter(kontor_id=kontekst.kontor, til__lt=timezone.localdate())
    return egne.select_related("ansatt", "kontor").order_by("-til", "ansatt__navn", "pk")


def ansatte(kontekst: Kontekst) -> QuerySet[Ansatt]:
    """Those who have, or have had, a role at the unit."""
    return Ansatt.objects.filter(stillinger__kontor_id=kontekst.kontor).distinct()


def skjerminger(kontekst: Kontekst) -> QuerySet[Skjerming]:
    """The unit's protected persons."""
    return Skjerming.objects.filter(kontor_id=kontekst.kontor).order_by("gradering", "pk")


def inhabile(kontekst: Kontekst) -> QuerySet[Inhabil]:
    """The unit's list of who must not handle whom."""
    return Inhabil.objects.filter(kontor_id=kontekst.kontor).select_related("ansatt").order_by("ansatt__navn", "pk")


def innsyn_i_dag(kontekst: Kontekst) -> QuerySet[Innsynsrett]:
    """The cases that are open today to the one who acts, from any office."""
    idag = timezone.localdate()
    egne = Innsynsrett.objects.filter(ansatt_id=kontekst.ansatt, fra__lte=idag, til__gte=idag, avsluttet=None)
    return egne.select_related("kontor", "gitt_av")


def gitte_innsyn(kontekst: Kontekst) -> QuerySet[Innsynsrett]:
    """The unit's cases that are, or have been, open to somebody from outside."""
    return Innsynsrett.objects.filter(kontor_id=kontekst.kontor).select_related("ansatt", "gitt_av")


def tilsynsfolk(kontekst: Kontekst, fra: date, til: date) -> QuerySet[Stilling]:
    """The roles from which the unit can be looked at, held on some day from ``fra`` to ``til``.

    They are those of units with one of its municipalities, and of units that are tied to none.
    """
    egne = Kontorkommune.objects.filter(kontor_id=kontekst.kontor).values("kommunenr")
    ser_hit = Q(kontor__kommuner=None) | Q(kontor__kommuner__kommunenr__in=egne)
    holdt = Stilling.objects.filter(ser_hit, rolle__in=SER_TALL, fra__lte=til, ansatt__is_active=True).exclude(til__lt=fra)
    return holdt.distinct().select_related("ansatt", "kontor").order_by("kontor__navn", "ansatt__navn", "pk")
