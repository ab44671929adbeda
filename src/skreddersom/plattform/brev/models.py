"""The kept letters: the data they were made of, the very bytes, and how far they have come on their way.

From the moment a letter is ready nobody can change it, by trigger; only what tells of its sending moves on, and stops at «sendt».
"""

from __future__ import annotations

import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.tilgang.models import Ansatt, Kontor

SLAGNAVN: Final = {
    Brevslag.SOKNAD: _("Søknad om program"),
    Brevslag.KVITTERING: _("Kvittering på søknad"),
    Brevslag.FORELOPIG_SVAR: _("Foreløpig svar"),
    Brevslag.INVITASJON: _("Invitasjon til samtale"),
    Brevslag.INNVILGELSE: _("Innvilgelse"),
    Brevslag.AVSLAG: _("Avslag"),
    Brevslag.AVVISNING: _("Avvisning"),
    Brevslag.KLAGEAVVISNING: _("Avvisning av klage"),
    Brevslag.FORHANDSVARSEL: _("Forhåndsvarsel"),
    Brevslag.AVBRUDD: _("Avbrudd av program"),
    Brevslag.AVSLUTNING: _("Avslutning av program"),
    Brevslag.STANS: _("Stans av stønad"),
    Brevslag.OPPHEVELSE: _("Opphevelse av vedtak"),
    Brevslag.OVERSENDELSE: _("Oversendelse av klage"),
    Brevslag.DELTAKERBEVIS: _("Deltakerbevis"),
}
"""The kinds as pages show them."""


class Status(models.TextChoices):
    """How far a letter has come."""

    UTKAST = "utkast", _("Utkast")
    KLAR = "klar", _("Klar til sending")
    SENDT = "sendt", _("Sendt")
    FEILET = "feilet", _("Sendingen feilet")
    FORKASTET = "forkastet", _("Skal ikke sendes")


class Kanal(models.TextChoices):
    """How a letter goes out."""

    NEDLASTING = "nedlasting", _("Skrevet ut og sendt av kontoret")
    SVARUT = "svarut", _("Digital post eller print")


class Malform(models.TextChoices):
    """The two written forms of Norwegian."""

    BOKMAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")


class Brev(models.Model):
    """A letter to or about one person. A copy to somebody else is a letter of its own, with the same bytes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    person_id = models.UUIDField()
    sak_id = models.UUIDField(null=True, blank=True)
    slag = models.CharField(max_length=20, choices=[(slag.value, navn) for slag, navn in SLAGNAVN.items()])
    malform = models.CharField(max_length=2, choices=Malform)
    data = models.JSONField(help_text="what the letter is made of: the fields of brev/felt.toml")
    mottaker = models.JSONField(default=dict, help_text="who gets it: navn and adresse")
    kopi_av = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="kopier")
    pdf = models.BinaryField(default=b"", help_text="empty while it is a draft")
    sha256 = models.CharField(max_length=64, blank=True, help_text="of the PDF, in hex")
    maler = models.CharField(max_length=60, blank=True, help_text="the texts, layout and typesetter it was made with")
    laget_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", null=True, blank=True, help_text="empty: the system")
    tid = models.DateTimeField(auto_now_add=True)
    klar = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.UTKAST)
    kanal = models.CharField(max_length=12, choices=Kanal, blank=True)
    forsok = models.PositiveSmallIntegerField(default=0)
    feil = models.TextField(blank=True, help_text="why the last attempt did not work, or why it is not to be sent")
    sendt = models.DateTimeField(null=True, blank=True)
    sendt_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", null=True, blank=True, help_text="who put it in the post")
    ekstern = models.CharField(max_length=100, blank=True, help_text="what the channel calls it")

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status=Status.UTKAST, pdf=b"", klar__isnull=True)
                | (~Q(status=Status.UTKAST) & ~Q(pdf=b"") & Q(klar__isnull=False) & ~Q(maler="")),
                name="brev_klar_har_fil",
                violation_error_message="Et brev som er klart, må ha en fil.",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.SENDT, sendt__isnull=False) & ~Q(kanal="") | (~Q(status=Status.SENDT) & Q(sendt__isnull=True)),
                name="brev_sendt_har_tid",
                violation_error_message="Et brev som er sendt, må ha tidspunkt og kanal.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(F("kontor"), F("person_id"), F("tid").desc(), name="brev_person"),
            models.Index(F("kontor"), F("sak_id"), name="brev_sak"),
            models.Index(F("kontor"), F("klar"), name="brev_usendt", condition=Q(status__in=[Status.KLAR, Status.FEILET])),
        ]

    @property
    def filnavn(self) -> str:
        """A name for the file, with nothing of the person in it."""
        return f"{self.slag}-{self.tid:%Y-%m-%d}-{str(self.pk)[:8]}.pdf"
