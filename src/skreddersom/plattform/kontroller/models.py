"""What an office has set itself, where the catalogue lets it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from skreddersom.plattform.tilgang.models import Kontor


class Egengrense(models.Model):
    """A limit of a control, in place of the catalogue's. Who set it and when stands in the log. Nothing about persons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.CASCADE, related_name="+")
    kontroll = models.CharField(max_length=3)
    navn = models.CharField(max_length=40)
    verdi = models.PositiveIntegerField()

    class Meta:
        """One of each."""

        ordering: ClassVar = ["kontroll", "navn"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["kontor", "kontroll", "navn"], name="egengrense_en")]
