"""Persons, as the platform asks for them: by number or id in, names and pages out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from skreddersom.apper.kandidat.models import Kandidat, Person
from skreddersom.apper.kandidat.sporringer import siste_vurdering

if TYPE_CHECKING:
    from collections.abc import Collection

FNR: Final = re.compile(r"\d{6} ?\d{5}")


class Katalog:
    """Reads through row-level security, so only those the one who acts may see."""

    def finn(self, tekst: str) -> UUID | None:
        """The person with this fødselsnummer, or with this id (of the person or of the candidate)."""
        if FNR.fullmatch(tekst):
            return Person.objects.filter(fnr=tekst.replace(" ", "")).values_list("pk", flat=True).first()
        try:
            id_ = UUID(tekst)
        except ValueError:
            return None
        kandidat = Kandidat.objects.filter(Q(pk=id_) | Q(person_id=id_)).values_list("person_id", flat=True).first()
        return kandidat or Person.objects.filter(pk=id_).values_list("pk", flat=True).first()

    def navn(self, personer: Collection[UUID]) -> dict[UUID, str]:
        """The names of those who may be seen; by journal where no name is known."""
        return {person.pk: person.navn or person.nokkel for person in Person.objects.filter(pk__in=personer)}

    def adresse(self, person: UUID) -> str:
        """The page of the candidate that the person is; for one who is none, what the last review said of them."""
        kandidat = Kandidat.objects.filter(person_id=person).values_list("pk", flat=True).first()
        if kandidat:
            return reverse("kandidat:kandidat", args=[kandidat])
        vurdering = siste_vurdering(person)
        return reverse("kandidat:utenfor_en", args=[vurdering.pk]) if vurdering and vurdering.utenfor else ""
