"""The case, the applications in it, and everything that has happened."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.sak.models.felles import Rad, Skrevet, bare_en, krev
from skreddersom.apper.sak.models.koder import Hendelsesslag, Maate, Malform
from skreddersom.plattform.tilgang.models import Ansatt, Kontor

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sak(Rad):
    """What an office has with one person, from the first application. ``versjon`` counts what is changed in the case itself."""

    kandidat = models.ForeignKey(Kandidat, models.PROTECT, null=True, blank=True, related_name="saker")
    malform = models.CharField(max_length=2, choices=Malform, default=Malform.BOKMAL)
    saksbehandler = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    versjon = models.PositiveIntegerField(default=1)
    apnet = models.DateField(help_text="the day the first application came in")
    avsluttet = models.DateField(null=True, blank=True)

    class Meta:
        """One open case for a person at an office. Order: the newest first."""

        ordering: ClassVar = ["-apnet", "id"]
        constraints: ClassVar = [
            bare_en("sak_en_apen", ["kontor", "person"], _("Personen har alt en åpen sak på kontoret."), Q(avsluttet__isnull=True)),
            krev(
                "sak_avsluttet_etter_apnet",
                Q(avsluttet__isnull=True) | Q(avsluttet__gte=F("apnet")),
                _("Saken kan ikke være avsluttet før den ble åpnet."),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["kontor", "saksbehandler"], name="sak_saksbehandler")]

    @property
    def referanse(self) -> str:
        """How letters name the case; says nothing of who it is about."""
        return f"{self.apnet.year}/{self.pk.hex[:8]}"


class Brevhode(models.Model):
    """What stands at the head of the office's letters: where it is, and how one gets hold of it. Nothing about persons."""

    kontor = models.OneToOneField(Kontor, models.CASCADE, primary_key=True, related_name="+")
    adresse: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    telefon = models.CharField(max_length=40, blank=True)
    epost = models.EmailField(blank=True)
    apningstid = models.CharField(max_length=120, blank=True)
    statsforvalter = models.CharField(max_length=60, blank=True, help_text="the County Governor's county, as in «Agder»")


class Soknad(Skrevet):
    """An application. Its date starts two deadlines of the law; it may be incomplete, and then says what is missing."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="soknader")
    mottatt = models.DateField(help_text="when it came in; counts from here")
    maate = models.CharField(max_length=10, choices=Maate)
    innhold = models.TextField(blank=True, help_text="what it said, in their words")
    mangler = models.TextField(blank=True, help_text="what is missing, if anything; it is an application all the same")
    forelopig_svar = models.DateField(null=True, blank=True, help_text="when the provisional reply was given")
    trukket = models.DateField(null=True, blank=True)
    nokkel = models.UUIDField(unique=True, default=uuid.uuid4, help_text="of the form it came with: the same form twice is one")

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-mottatt", "-tid", "id"]
        indexes: ClassVar = [models.Index(fields=["kontor"], name="soknad_kontor")]
        constraints: ClassVar = [
            krev(
                "soknad_trukket_etter_mottatt",
                Q(trukket__isnull=True) | Q(trukket__gte=F("mottatt")),
                _("Søknaden kan ikke være trukket før den ble mottatt."),
            ),
            krev(
                "soknad_svar_etter_mottatt",
                Q(forelopig_svar__isnull=True) | Q(forelopig_svar__gte=F("mottatt")),
                _("Foreløpig svar kan ikke være gitt før søknaden ble mottatt."),
            ),
        ]


class Hendelse(Skrevet):
    """Something that happened: ``dato`` when it happened, ``tid`` when it was written. Never changed.

    ``versjon`` is that of the behandling or the complaint (or of the case, when it is about neither) when it had happened. ``nokkel``
    belongs to the form: the same form twice is one event.
    """

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="hendelser")
    behandling = models.ForeignKey("sak.Behandling", models.PROTECT, null=True, blank=True, related_name="hendelser")
    klage = models.ForeignKey("sak.Klage", models.PROTECT, null=True, blank=True, related_name="hendelser")
    slag = models.CharField(max_length=20, choices=Hendelsesslag)
    dato = models.DateField()
    versjon = models.PositiveIntegerField()
    nokkel = models.UUIDField(unique=True)
    data = models.JSONField(default=dict, help_text="codes and ids of what was done; never a name or a number of a person")

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "-versjon", "id"]
        indexes: ClassVar = [models.Index(fields=["kontor", "slag", "dato"], name="hendelse_slag")]
