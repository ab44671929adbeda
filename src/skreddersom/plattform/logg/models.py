"""One row for each thing that was done or refused.

``innhold`` is the row: canonical JSON, and what the hash is taken of. The columns one searches by are generated from it by the database,
so they cannot tell another story than the text that is chained.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from skreddersom.plattform.tilgang.models import Kontor


def _fra_innhold(navn: str, felt: models.Field) -> models.GeneratedField:  # type: ignore[type-arg]
    verdi = RawSQL(f"((innhold::jsonb) ->> '{navn}')", [])  # noqa: S611 – the names stand below
    return models.GeneratedField(expression=Cast(verdi, felt), output_field=felt, db_persist=True)


class Rad(models.Model):
    """A row of a unit's log. ``nr`` counts from 1 without gaps; ``hash`` covers the hash before, the number and the content."""

    id = models.BigAutoField(primary_key=True)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    nr = models.BigIntegerField(default=0, help_text="set by the database")
    innhold = models.TextField()
    hash = models.BinaryField(default=b"", help_text="SHA-256, set by the database")
    ansatt_id = _fra_innhold("ansatt", models.UUIDField())
    person_id = _fra_innhold("person", models.UUIDField(null=True))
    handling = _fra_innhold("handling", models.TextField())
    tid = _fra_innhold("tid", models.TextField())

    class Meta:
        """Order: as it happened."""

        ordering: ClassVar = ["kontor", "nr"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["kontor", "nr"], name="logg_rad_nr_en_gang")]
        indexes: ClassVar = [
            models.Index(fields=["kontor", "person_id", "-nr"], name="logg_rad_person"),
            models.Index(fields=["kontor", "ansatt_id", "-nr"], name="logg_rad_ansatt"),
            models.Index(fields=["kontor", "tid"], name="logg_rad_tid"),
        ]


class Hode(models.Model):
    """The end of a unit's chain: the last number and hash. Only the trigger writes here."""

    kontor = models.OneToOneField(Kontor, models.PROTECT, primary_key=True, related_name="+")
    nr = models.BigIntegerField()
    hash = models.BinaryField()
