"""The office's own numbers, for those who look from outside. Counted as somebody without clearance would count."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q
from django.utils.module_loading import import_string

from skreddersom.apper.kandidat.models import HAR_SOKT, Gjennomgang, Kandidat, Kontortall, Utfallsslag, Vurdering
from skreddersom.plattform.tilgang.kontekst import sett

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.plattform.tilgang.kontekst import Kontekst

INGEN: Final = UUID(int=0)
"""Nobody: has no relatives, so no one is hidden for being near."""

FATT_TILBUD: Final = (Utfallsslag.TILBUDT, *HAR_SOKT)
"""Offered, or further on the way: whoever has applied, stays counted when the application is decided."""

TALL: Final = {
    "kandidater": Count("pk"),
    "med_utfall": Count("siste_utfall"),
    "informert": Count("pk", filter=Q(siste_utfall__slag=Utfallsslag.INFORMERT)),
    "tilbudt": Count("pk", filter=Q(siste_utfall__slag__in=FATT_TILBUD)),
}


def tell_kontoret(kontekst: Kontekst) -> None:
    """Count the office anew. Protected persons are not in the numbers, so that numbers cannot tell of them."""
    with uten_klarering(kontekst):
        siste = Gjennomgang.objects.filter(kontor_id=kontekst.kontor, status=Gjennomgang.Status.FERDIG).first()
        tall = Kandidat.objects.filter(kontor_id=kontekst.kontor, paa_lista=True).aggregate(**TALL)
        personer = Vurdering.objects.filter(gjennomgang=siste).count() if siste else 0
    verdier = tall | {"personer": personer, "siste_gjennomgang": siste.dato if siste else None}
    Kontortall.objects.update_or_create(kontor_id=kontekst.kontor, defaults=verdier)


def tell_hele_kontoret(kontekst: Kontekst) -> None:
    """Count all that is counted of the office. One outcome more changes nothing but the list: then ``tell_kontoret`` is enough."""
    tell_kontoret(kontekst)
    for navn in settings.KONTORTELLERE:
        import_string(navn)(kontekst)


@contextmanager
def uten_klarering(kontekst: Kontekst) -> Iterator[None]:
    """See only those whom anybody at the office may see, while the work inside goes on."""
    sett(replace(kontekst, ansatt=INGEN, klareringer=(), ser_alle=False))
    try:
        yield
    finally:
        if not connection.needs_rollback:
            sett(kontekst)
