"""The only way to persons: what the one who looks may see. The office and the protected are held by the database, below this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Exists, F, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404
from django.utils import timezone

from skreddersom.apper.kandidat.models import Inntak, Kandidat, Utfall, Vurdering
from skreddersom.plattform.ferdig import DAGER, IDER, LISTER, Ferdig, FerdigForRolle
from skreddersom.plattform.tilgang.models import Ansatt
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import BooleanField, IntegerField, QuerySet

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
    return sporring.select_related("person", "veileder", "siste_utfall", "siste_vurdering__gjennomgang")


def fra_fila(faktum: str, slag: BooleanField[bool, bool] | IntegerField[int, int]) -> Cast:
    """What 11F told of a candidate the last time, as ``slag``; null when it did not tell."""
    fakta = Func(F("siste_vurdering__fakta"), Value(faktum), function="jsonb_extract_path_text", output_field=TextField())
    return Cast(fakta, slag)


def paa_en_side(ider: Sequence[UUID]) -> list[Kandidat]:
    """These candidates, in this order, with all that a line of a list shows.

    Lists find the ids first, by the index that has their order: joined with all that is shown, the database fetched the whole office's
    persons and assessments to sort them.
    """
    funnet = {ett.pk: ett for ett in _LINJER(ider=list(ider))}
    return [funnet[pk] for pk in ider]


PAA_LINJA: Final = (
    *("rang", "siden", "paa_lista", "person__navn", "veileder__navn", "siste_utfall__slag", "siste_utfall__dato"),
    *(f"siste_vurdering__{navn}" for navn in ("journalnr", "kommunenr", "alder", "maske", "fakta", "gjennomgang__per", "gjennomgang__aar")),
)
"""What a line of a list is made of (``visning.rad``)."""


def _linjer(ider: list[UUID]) -> QuerySet[Kandidat]:
    return med_alt(Kandidat.objects.filter(pk__blant=ider)).only(*PAA_LINJA)


_LINJER: Final = Ferdig(_linjer, ider=LISTER)


def kandidat(kontekst: Kontekst, kandidat_id: UUID) -> Kandidat:
    """One candidate with all that is shown, if the one who acts may see it. Raises ``Http404`` otherwise."""
    for funnet in _KANDIDAT(kontekst, kandidat=kandidat_id):
        return funnet
    raise Http404


def _kandidat(kontekst: Kontekst, kandidat: UUID) -> QuerySet[Kandidat]:
    return med_alt(kandidater(kontekst)).filter(pk=kandidat)


_KANDIDAT: Final = FerdigForRolle(_kandidat, kandidat=IDER)


def veiledere(kontekst: Kontekst) -> list[Ansatt]:
    """The staff who are veileder at the office today, by name."""
    return _VEILEDERE(kontor=kontekst.kontor, idag=timezone.localdate())


def _veiledere(kontor: UUID, idag: date) -> QuerySet[Ansatt]:
    naa = Q(stillinger__til__isnull=True) | Q(stillinger__til__gte=idag)
    her = Q(stillinger__kontor_id=kontor, stillinger__rolle=Rolle.VEILEDER, stillinger__fra__lte=idag)
    return Ansatt.objects.filter(naa & her, is_active=True).distinct()


_VEILEDERE: Final = Ferdig(_veiledere, kontor=IDER, idag=DAGER)


def hendelser(kandidat: Kandidat, etter: int = 0) -> list[Utfall]:
    """What has happened with the candidate, the last first; only what came after the version ``etter``."""
    return _HENDELSER(kandidat=kandidat.pk, etter=etter)


def _hendelser(kandidat: UUID, etter: int) -> QuerySet[Utfall]:
    utfall = Utfall.objects.filter(kandidat_id=kandidat, versjon__gt=etter)
    return utfall.select_related("av", "angret_av", "angrer").order_by("-versjon")


_HENDELSER: Final = Ferdig(_hendelser, kandidat=IDER, etter=(1_000_001, 1_000_002))


def utenfor(kontekst: Kontekst) -> QuerySet[Vurdering]:
    """Those the reviews have left outside the list, as far as the one who acts may see them; ``kandidat`` is their id as candidates.

    Whoever a veileder may not see as a candidate, is not seen here either.
    """
    som_kandidat = Kandidat.objects.filter(person_id=OuterRef("person_id"))
    vurdert = Vurdering.objects.filter(kontor_id=kontekst.kontor).exclude(utenfor="")
    alle = vurdert.annotate(kandidat=Subquery(som_kandidat.values("pk")[:1]))
    if kontekst.rolle in SER_ALLE or kontekst.person is not None:
        return alle
    if kontekst.rolle is Rolle.VEILEDER:
        return alle.exclude(Exists(som_kandidat.exclude(veileder_id=kontekst.ansatt).exclude(veileder=None)))
    return alle.none()


def bare_utenfor(kontekst: Kontekst) -> QuerySet[Vurdering]:
    """Those who are no candidates, and never were: what the last review that knew them said of each, as far as may be seen."""
    aldri = ~Exists(Kandidat.objects.filter(person_id=OuterRef("person_id")))
    return utenfor(kontekst).filter(aldri).order_by("person_id", "-gjennomgang__startet", "-pk").distinct("person_id")


def siste_vurdering(person: UUID) -> Vurdering | None:
    """What the last review said of the person."""
    return Vurdering.objects.filter(person_id=person).order_by("-gjennomgang__startet", "-pk").first()


def inntak(kandidat: Kandidat) -> list[Inntak]:
    """When somebody has taken the candidate in on the list, the last first."""
    return _INNTAK(kandidat=kandidat.pk)


def _inntak(kandidat: UUID) -> QuerySet[Inntak]:
    return Inntak.objects.filter(kandidat_id=kandidat).select_related("av")


_INNTAK: Final = Ferdig(_inntak, kandidat=IDER)


def vurderinger(om: Kandidat | Vurdering) -> list[Vurdering]:
    """What each review has said of the person, the last first."""
    return _VURDERINGER(person=om.person_id)


def _vurderinger(person: UUID) -> QuerySet[Vurdering]:
    return Vurdering.objects.filter(person_id=person).select_related("gjennomgang").order_by("-gjennomgang__startet")


_VURDERINGER: Final = Ferdig(_vurderinger, person=IDER)
