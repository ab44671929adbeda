"""What the rows of a case have in common: the office, the person, the case, and who wrote them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models

from skreddersom.apper.kandidat.models import Person
from skreddersom.plattform.tilgang.models import Ansatt, Kontor

if TYPE_CHECKING:
    from django.db.models import Q
    from django.utils.functional import _StrPromise


class Rad(models.Model):
    """A row about a person. Row-level security reads ``kontor`` and ``person``; both are held to those of the case by the database."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        """No table of its own."""

        abstract = True


class Skrevet(Rad):
    """A row that somebody has written at a moment: ``tid`` is when it was written, not when it happened."""

    av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", db_index=False)
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        """No table of its own."""

        abstract = True


def krev(navn: str, regel: Q, setning: _StrPromise) -> models.CheckConstraint:
    """A check with its name and the sentence that a user reads when it is broken."""
    return models.CheckConstraint(condition=regel, name=navn, violation_error_message=setning)


def bare_en(navn: str, felt: list[str], setning: _StrPromise, naar: Q | None = None) -> models.UniqueConstraint:
    """One row only for ``felt``, among those where ``naar``; with name and sentence."""
    return models.UniqueConstraint(fields=felt, name=navn, condition=naar, violation_error_message=setning)
