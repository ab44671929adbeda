"""The decision, which nobody changes, and the periods that decisions grant."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.behandling import Avgjorelse, Behandling
from skreddersom.apper.sak.models.felles import Rad, Skrevet, krev
from skreddersom.apper.sak.models.koder import Utfall
from skreddersom.apper.sak.models.sak import Sak
from skreddersom.plattform.tilgang.models import Ansatt

HAR_PERIODE = (Utfall.INNVILGET, Utfall.AVBRUTT, Utfall.STANSET)
"""Decisions that are about a period, from a day to a day."""


class Vedtak(Skrevet, Avgjorelse):
    """A decision. ``av`` has made it, on what ``saksbehandler`` prepared. A new decision changes it; nothing else does.

    ``kvittering`` are the bytes of the receipt, whose hash is ``kvittering_sha256``; ``brev`` is the letter, whose hash is in the receipt.
    """

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="vedtak")
    behandling = models.OneToOneField(Behandling, models.PROTECT, related_name="vedtak")
    dato = models.DateField()
    saksbehandler = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", db_index=False)
    barn = models.PositiveSmallIntegerField(null=True, blank=True, help_text="children in the household; empty when it is not known")
    kvittering = models.BinaryField()
    kvittering_sha256 = models.CharField(max_length=64)
    brev = models.UUIDField(help_text="the letter that tells of it")
    brev_sha256 = models.CharField(max_length=64)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-tid", "id"]
        indexes: ClassVar = [models.Index(fields=["kontor"], name="vedtak_kontor")]
        constraints: ClassVar = [
            krev("vedtak_fire_oyne", ~Q(av=F("saksbehandler")), _("Den som har behandlet saken, kan ikke fatte vedtaket.")),
            krev("vedtak_har_utfall", ~Q(utfall=""), _("Velg hva vedtaket går ut på.")),
            krev("vedtak_begrunnet", ~Q(begrunnelse=""), _("Vedtaket må begrunnes.")),
            krev(
                "vedtak_har_periode",
                ~Q(utfall__in=HAR_PERIODE) | Q(fra__isnull=False, til__isnull=False),
                _("Vedtaket må ha første og siste dag."),
            ),
            krev(
                "vedtak_periode_framover",
                Q(fra__isnull=True) | Q(til__isnull=True) | Q(til__gte=F("fra")),
                _("Siste dag kan ikke være før første."),
            ),
            krev(
                "vedtak_start_og_timer",
                ~Q(utfall=Utfall.INNVILGET) | Q(start__isnull=False, timer_uke__gt=0),
                _("Vedtaket må ha startdato og timer i uka."),
            ),
            krev(
                "vedtak_start_i_perioden",
                Q(start__isnull=True) | Q(start__gte=F("fra"), start__lte=F("til")),
                _("Programmet må starte i perioden som er innvilget."),
            ),
        ]


class Periode(Rad):
    """A granted period as it stands now: a later decision can cut it short or take it away. One person's never overlap."""

    vedtak = models.OneToOneField(Vedtak, models.PROTECT, related_name="periode")
    fra = models.DateField()
    til = models.DateField()
    gjelder = models.BooleanField(default=True, help_text="false when a later decision has taken all of it away")
    endret_av = models.ForeignKey(Vedtak, models.PROTECT, null=True, blank=True, related_name="avkortede")

    class Meta:
        """Order: in time."""

        ordering: ClassVar = ["fra", "id"]
        constraints: ClassVar = [krev("periode_framover", Q(til__gte=F("fra")), _("Siste dag kan ikke være før første."))]
