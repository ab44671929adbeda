"""The only way to persons: what the one who looks may see. The office and the protected are held by the database, below this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Q
from django.utils import timezone

from skreddersom.apper.kandidat.models import Kandidat, Utfall, Vurdering
from skreddersom.plattform.tilgang.models import Ansatt
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst

SER_ALLE: Final = frozenset({Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER})
"""Roles that see all candidates of the office. A veileder sees their own and those nobody has; all others see none."""


def kandidater(kontekst: Kontekst) -> QuerySet[Kandidat]:
    """The candidates that the one who acts may see, with what is shown of them."""
    alle = Kandidat.objects.filter(kontor_id=kontekst.kontor)
    if kontekst.rolle in SER_ALLE or kontekst.person is not None:  # a case opened to somebody: the database holds it to the one
        return alle
    if kontekst.rolle is Rolle.VEILEDER:
        return alle.filter(Q(veileder_id=kontekst.ansatt) | Q(veileder=None))
    return alle.none()


def med_alt(sporring: QuerySet[Kandidat]) -> QuerySet[Kandidat]:
    """The same candidates, with person, assessment, outcome and veileder fetched at once."""
    return sporring.select_related("person", "veileder", "siste_utfall__av", "siste_vurdering__gjennomgang")


def veiledere(kontekst: Kontekst) -> QuerySet[Ansatt]:
    """The staff who are veileder at the office today, by name."""
    idag = timezone.localdate()
    naa = Q(stillinger__til__isnull=True) | Q(stillinger__til__gte=idag)
    her = Q(stillinger__kontor_id=kontekst.kontor, stillinger__rolle=Rolle.VEILEDER, stillinger__fra__lte=idag)
    return Ansatt.objects.filter(naa & her, is_active=True).distinct()


def hendelser(kandidat: Kandidat, etter: int = 0) -> list[Utfall]:
    """What has happened with the candidate, the last first; only what came after the version ``etter``."""
    return list(kandidat.utfall.filter(versjon__gt=etter).select_related("av", "angret_av", "angrer").order_by("-versjon"))


def vurderinger(kandidat: Kandidat) -> list[Vurdering]:
    """What each review has said of the person, the last first."""
    return list(Vurdering.objects.filter(person_id=kandidat.person_id).select_related("gjennomgang").order_by("-gjennomgang__startet"))
