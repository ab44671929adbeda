"""The indicators as they are kept for those who look from outside: counts by office, of the files and of the cases. No persons."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from skreddersom.plattform.tilgang.models import Kontor


class Indikatortall(models.Model):
    """One indicator of a municipality in a year, counted from the office's 11CF: two whole numbers, no persons, none who is protected.

    Written in the office's own context whenever a file has been controlled or a review ends.
    """

    kontor = models.ForeignKey(Kontor, models.CASCADE, related_name="+", db_index=False)
    kommunenr = models.CharField(max_length=4)
    aar = models.PositiveSmallIntegerField()
    indikator = models.CharField(max_length=30)
    teller = models.BigIntegerField()
    nevner = models.BigIntegerField()
    oppdatert = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A number stands once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "kommunenr", "aar", "indikator"],
                name="indikatortall_en_gang",
                violation_error_message="Tallet finnes allerede.",
            )
        ]


class Sakstall(models.Model):
    """One indicator as the office's cases tell it on a day: two whole numbers, no persons, none who is protected.

    Written in the office's own context whenever ``Kontortall`` is, when something is decided, and every night; all of an office at once.
    """

    kontor = models.ForeignKey(Kontor, models.CASCADE, related_name="+", db_index=False)
    per = models.DateField(help_text="the day they were counted; the numbers are of that year, so far")
    indikator = models.CharField(max_length=30)
    teller = models.BigIntegerField()
    nevner = models.BigIntegerField()

    class Meta:
        """A number stands once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "indikator"], name="sakstall_en_gang", violation_error_message="Tallet finnes allerede."
            )
        ]
