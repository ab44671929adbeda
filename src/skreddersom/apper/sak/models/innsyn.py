"""What the party has been given of their case: how much, and what was withheld and why. Never what it said: that stands in the case."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.felles import Skrevet, krev
from skreddersom.apper.sak.models.sak import Sak


class Tilbakehold(models.TextChoices):
    """Why a row is not given out. The list is closed: what is not on it, the party has a right to see."""

    TREDJEPERSON = "tredjeperson", _("Opplysninger om en annen person")
    INTERNT = "internt", _("Dokument kontoret har laget for egen saksforberedelse")
    HENSYN = "hensyn", _("Hensynet til partens egen helse eller forhold til noen som står parten nær")


class Utlevering(Skrevet):
    """The case was given out on ``dato``: so many rows, less ``tilbakeholdt`` (id of a row → why). ``sha256`` is of the file."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="utleveringer")
    dato = models.DateField()
    antall = models.PositiveIntegerField()
    tilbakeholdt = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-tid", "id"]
        constraints: ClassVar = [krev("utlevering_har_fil", ~Q(sha256=""), _("En utlevering må ha en fil."))]
