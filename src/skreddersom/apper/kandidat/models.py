"""What is kept about candidates: the files they were found in, the reviews, the persons, and every outcome as an event.

``db_index=False`` on an office: the rows are found by another key, or by a longer one that begins with the office. One on the office
alone would only tempt the planner, when it does not know yet how many rows there are.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat import indikatormodeller  # noqa: F401 – Django looks for models here
from skreddersom.plattform.design.setninger import sagt
from skreddersom.plattform.tilgang.models import Ansatt, Kontor


class Filslag(models.TextChoices):
    """The kinds of file an office can upload."""

    F11 = "11F", _("11F, sosialhjelp")
    CF11 = "11CF", _("11CF, kvalifiseringsprogram")
    NAVN = "navn", _("Navneliste")


class Filstatus(models.TextChoices):
    """How far a file has come."""

    MOTTATT = "mottatt", _("Mottatt")
    KONTROLLERES = "kontrolleres", _("Kontrolleres")
    KLAR = "klar", _("Klar til gjennomgang")
    AVVIST = "avvist", _("Avvist")


class Utfallsslag(models.TextChoices):
    """What can come out of looking at a candidate."""

    INFORMERT = "informert", _("Informert")
    TILBUDT = "tilbudt", _("Tilbudt program")
    SOKNAD = "soknad", _("Søknad mottatt")
    AVSLAG = "avslag", _("Søknad avslått")
    AVVIST = "avvist", _("Søknad avvist")
    HENLAGT = "henlagt", _("Søknad henlagt")
    TAKKET_NEI = "takket_nei", _("Takket nei")
    IKKE_I_MALGRUPPEN = "ikke_i_malgruppen", _("Ikke i målgruppen")
    I_PROGRAM = "i_program", _("I program")
    AVSLUTTET = "avsluttet", _("Program avsluttet")
    FLYTTET = "flyttet", _("Flyttet")
    ANGRET = "angret", _("Angret")


AVGJORT = (Utfallsslag.AVSLAG, Utfallsslag.AVVIST, Utfallsslag.HENLAGT, Utfallsslag.AVSLUTTET)
"""What only a decision in a case, or its end without one, can bring: the application is no longer waiting, or the programme is over."""
HAR_SOKT = (Utfallsslag.SOKNAD, Utfallsslag.I_PROGRAM, *AVGJORT)
"""Outcomes after which there is a case to go to."""


class Kanal(models.TextChoices):
    """How somebody was informed; the last is not enough alone (control 103)."""

    SAMTALE = "samtale", _("Samtale")
    BREV = "brev", _("Brev")
    MELDING = "melding", _("Melding")
    GENERELL = "generell", _("Generell informasjon")


class Fil(models.Model):
    """A file the office has uploaded. The same bytes twice are one file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    navn = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    storrelse = models.PositiveBigIntegerField(help_text="bytes")
    slag = models.CharField(max_length=4, choices=Filslag, blank=True)
    aar = models.PositiveSmallIntegerField(null=True, blank=True)
    kommunenr = models.CharField(max_length=4, blank=True)
    status = models.CharField(max_length=20, choices=Filstatus, default=Filstatus.MOTTATT)
    linjer = models.PositiveIntegerField(default=0)
    framdrift = models.PositiveSmallIntegerField(default=0, help_text="per cent")
    melding = models.TextField(blank=True, help_text="why it was refused, or what to know, in bokmål")
    utsagn = models.JSONField(default=list, help_text="the same, as it is said in the language of the reader: see ``design/setninger``")
    funn = models.JSONField(default=list, help_text="what the controls said, by line, the first of them; never a fødselsnummer")
    antall_funn = models.PositiveIntegerField(default=0)
    lastet_opp_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    tid = models.DateTimeField(auto_now_add=True)
    var_her_fra_for = False
    """Not kept: true on the answer to an upload of bytes that were here already."""

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "sha256"], name="fil_en_gang", violation_error_message="Denne fila er lastet opp før."
            )
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def under_arbeid(self) -> bool:
        """Whether the controls are still to be done."""
        return self.status in (Filstatus.MOTTATT, Filstatus.KONTROLLERES)

    @property
    def sagt(self) -> str:
        """Why it was refused, or what to know, in the language of the reader."""
        return sagt(self.utsagn, self.melding)

    @property
    def stopper_innsending(self) -> int:
        """How many of the kept findings Statistics Norway would stop the delivery for."""
        return sum(funn["alvorlighet"] in ("ERROR", "FATAL") for funn in self.funn)


class Filinnhold(models.Model):
    """The bytes of a file, apart from the row that lists show."""

    fil = models.OneToOneField(Fil, models.CASCADE, primary_key=True, related_name="innhold")
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    data = models.BinaryField()


class Person(models.Model):
    """Somebody the office knows. ``nokkel`` says who it is in the files: by number, or by journal where there is no number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    nokkel = models.CharField(max_length=60)
    fnr = models.CharField(max_length=11, blank=True)
    navn = models.CharField(max_length=120, blank=True)
    fodselsdato = models.DateField(null=True, blank=True)

    class Meta:
        """A person stands once at each office."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "nokkel"], name="person_en_gang", violation_error_message="Personen finnes allerede på kontoret."
            )
        ]
        indexes: ClassVar = [models.Index(fields=["kontor", "fnr"], name="person_fnr")]


class Gjennomgang(models.Model):
    """A dated review of the whole caseload, from the files it names."""

    class Status(models.TextChoices):
        """How far the review has come."""

        VENTER = "venter", _("Venter")
        KJORER = "kjorer", _("Går gjennom")
        FERDIG = "ferdig", _("Ferdig")
        FEILET = "feilet", _("Stoppet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    per = models.DateField(help_text="the day everybody is assessed on")
    dato = models.DateField(help_text="the day the review was held: from then on the office knows of its candidates")
    filer: models.ManyToManyField[Fil, models.Model] = models.ManyToManyField(Fil, related_name="gjennomganger")
    status = models.CharField(max_length=20, choices=Status, default=Status.VENTER)
    framdrift = models.PositiveSmallIntegerField(default=0, help_text="per cent")
    melding = models.TextField(blank=True, help_text="why it stopped, in bokmål")
    utsagn = models.JSONField(default=list, help_text="the same, as it is said in the language of the reader")
    kommuner = models.JSONField(default=list, help_text="the municipalities whose 11F was part of it")
    aar = models.JSONField(default=list, help_text="the years that its 11F files tell of")
    merknader = models.JSONField(default=list, help_text="what one must know before trusting the list")
    startet_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    startet = models.DateTimeField(auto_now_add=True)
    ferdig = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-startet", "id"]

    @property
    def sagt(self) -> str:
        """Why it stopped, in the language of the reader."""
        return sagt(self.utsagn, self.melding)

    @property
    def under_arbeid(self) -> bool:
        """Whether it is not done yet."""
        return self.status in (self.Status.VENTER, self.Status.KJORER)


class Kandidat(models.Model):
    """A person one should look at, from the first review that found them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    siden = models.DateField(help_text="when the office could first know")
    veileder = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+")
    siste_vurdering = models.ForeignKey("Vurdering", models.PROTECT, null=True, related_name="+")
    siste_utfall = models.ForeignKey("Utfall", models.PROTECT, null=True, blank=True, related_name="+")
    paa_lista = models.BooleanField(default=True, help_text="whether the last review of the municipality found them a candidate")
    rang = models.PositiveIntegerField(null=True, blank=True, help_text="place in the last review that found them, kept here to sort by")
    kommunenr = models.CharField(max_length=4, help_text="of the last assessment")
    funnet_i = models.ForeignKey(Gjennomgang, models.PROTECT, related_name="+", help_text="the first review that found them")
    borte_i = models.ForeignKey(
        Gjennomgang,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="the review that did not find them",
    )
    inntatt_mot = models.CharField(
        max_length=40, blank=True, help_text="the reason for standing outside that somebody has overruled: it keeps them off no longer"
    )
    versjon = models.PositiveIntegerField(default=1, help_text="counts what people have changed; reviews do not count")

    class Meta:
        """A person is a candidate once at each office; the history is in the reviews and the outcomes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "person"], name="kandidat_en_gang", violation_error_message="Personen er allerede kandidat."
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["kontor", "veileder"], name="kandidat_veileder"),
            models.Index(fields=["kontor", "paa_lista", "rang", "id"], name="kandidat_rekkefolge"),
        ]


class Vurdering(models.Model):
    """What one review said of one person. The explanation is made anew from the facts by ``kjerne``, in the law version of the day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    gjennomgang = models.ForeignKey(Gjennomgang, models.PROTECT, related_name="vurderinger")
    person = models.ForeignKey(Person, models.PROTECT, related_name="vurderinger")
    rang = models.PositiveIntegerField(null=True, blank=True, help_text="place in the order; empty for those outside the list")
    utenfor = models.CharField(max_length=40, blank=True, help_text="why the person is not on the list; empty for candidates")
    kommunenr = models.CharField(max_length=4)
    journalnr = models.CharField(max_length=20)
    alder = models.SmallIntegerField(null=True, blank=True)
    maneder_siste_12 = models.PositiveSmallIntegerField()
    sammenhengende_maneder = models.PositiveSmallIntegerField()
    maske = models.BigIntegerField(default=0, help_text="months with support, a bit each; bit 0 is the month of the day of assessment")
    fakta = models.JSONField(default=dict, help_text="what the explanation is made from")

    class Meta:
        """A person is assessed once in a review."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gjennomgang", "person"], name="vurdering_en_gang", violation_error_message="Personen er allerede vurdert."
            )
        ]


class Inntak(models.Model):
    """Somebody has judged that a person outside the list should be looked at after all: who, when and why. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kandidat = models.ForeignKey(Kandidat, models.PROTECT, related_name="inntak")
    vurdering = models.ForeignKey(Vurdering, models.PROTECT, related_name="+", help_text="the assessment that was overruled")
    mot = models.CharField(max_length=40, help_text="why the person stood outside")
    grunn = models.TextField(help_text="why they should be looked at")
    av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order: the last first. An assessment is overruled once."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kandidat", "vurdering"], name="inntak_en_gang", violation_error_message="Personen er alt tatt inn på lista."
            ),
            models.CheckConstraint(
                condition=~Q(grunn=""), name="inntak_har_grunn", violation_error_message="Skriv hvorfor dere bør se på personen."
            ),
        ]


class Utfall(models.Model):
    """An outcome: something that happened, with date and author. Never changed; «angret» is an event of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kandidat = models.ForeignKey(Kandidat, models.PROTECT, related_name="utfall")
    slag = models.CharField(max_length=20, choices=Utfallsslag)
    dato = models.DateField(help_text="when it happened")
    kanal = models.CharField(max_length=10, choices=Kanal, blank=True)
    vilkar = models.CharField(max_length=40, blank=True, help_text="the condition of § 29 that is not met")
    tekst = models.TextField(blank=True, help_text="what was said, or the reason, in their words")
    angrer = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="angret_av")
    av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    versjon = models.PositiveIntegerField(help_text="of the candidate, when this had happened")
    tid = models.DateTimeField(auto_now_add=True)
    nokkel = models.UUIDField(unique=True, help_text="of the form it came with: the same form twice is one event")

    class Meta:
        """Order: as it happened."""

        ordering: ClassVar = ["-dato", "-tid"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(slag=Utfallsslag.INFORMERT) | ~Q(kanal=""),
                name="utfall_informert_hvordan",
                violation_error_message="Velg hvordan personen ble informert.",
            ),
            models.CheckConstraint(
                condition=~Q(slag=Utfallsslag.IKKE_I_MALGRUPPEN) | (~Q(vilkar="") & ~Q(tekst="")),
                name="utfall_vilkar_og_grunn",
                violation_error_message="Velg hvilket vilkår i § 29 som ikke er oppfylt, og skriv hvorfor.",
            ),
            models.CheckConstraint(
                condition=~Q(slag=Utfallsslag.TAKKET_NEI) | ~Q(tekst=""),
                name="utfall_hvorfor_nei",
                violation_error_message="Skriv grunnen slik personen selv sa den.",
            ),
            models.CheckConstraint(
                condition=Q(slag=Utfallsslag.ANGRET, angrer__isnull=False) | (~Q(slag=Utfallsslag.ANGRET) & Q(angrer__isnull=True)),
                name="utfall_angrer_noe",
                violation_error_message="Velg hva som skal angres.",
            ),
        ]
        indexes: ClassVar = [models.Index(F("kontor"), F("kandidat"), F("tid").desc(), name="utfall_kandidat")]

    @property
    def er_angret(self) -> bool:
        """Whether a later event takes this one back. Asks no more when ``angret_av`` is fetched."""
        return hasattr(self, "angret_av")


class Kontortall(models.Model):
    """Numbers of an office, for those who look from outside. No persons; protected persons are not counted.

    Written in the office's own context whenever a review ends or an outcome changes.
    """

    kontor = models.OneToOneField(Kontor, models.CASCADE, primary_key=True, related_name="+")
    personer = models.PositiveIntegerField(default=0, help_text="in the last review")
    kandidater = models.PositiveIntegerField(default=0, help_text="on the list now")
    med_utfall = models.PositiveIntegerField(default=0)
    informert = models.PositiveIntegerField(default=0)
    tilbudt = models.PositiveIntegerField(default=0, help_text="offered, applied or in programme")
    siste_gjennomgang = models.DateField(null=True, blank=True)
    oppdatert = models.DateTimeField(auto_now=True)
