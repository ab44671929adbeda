"""Units, staff and their roles. Nothing here is about those the offices help."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.tilgang.roller import Enhetsslag, Gradering, Naerhet, Rolle

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kontor(models.Model):
    """A unit with staff: a Nav office, a County Governor or the Directorate."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    navn = models.CharField(max_length=120, unique=True)
    slag = models.CharField(max_length=20, choices=Enhetsslag, default=Enhetsslag.NAVKONTOR)
    rekkefolge = models.PositiveSmallIntegerField(default=0, help_text="place on the map, west to east; lists are never by «best»")

    class Meta:
        """Order: by the map, then by name."""

        ordering: ClassVar = ["rekkefolge", "navn"]

    def __str__(self) -> str:
        return self.navn


class Kontorkommune(models.Model):
    """A municipality that an office serves; an office can serve several, and a municipality has one office (Oslo's districts aside)."""

    kontor = models.ForeignKey(Kontor, models.CASCADE, related_name="kommuner")
    kommunenr = models.CharField(max_length=4, validators=[RegexValidator(r"^\d{4}$")])

    class Meta:
        """One row for each pair."""

        ordering: ClassVar = ["kommunenr"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kontor", "kommunenr"],
                name="kontorkommune_en_gang",
                violation_error_message=_("Kontoret har allerede denne kommunen."),
            )
        ]


class Ansattregister(BaseUserManager["Ansatt"]):
    """How staff are made; there are no superusers."""

    def create_user(self, epost: str, navn: str) -> Ansatt:
        """A member of staff who logs in elsewhere, and so has no password here."""
        ansatt = self.model(epost=self.normalize_email(epost), navn=navn)
        ansatt.set_unusable_password()
        ansatt.save(using=self._db)
        return ansatt


class Ansatt(AbstractBaseUser):
    """A person at work: who logs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    navn = models.CharField(max_length=120)
    epost = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    roller_i_dag: list[Stilling] | None = None
    """Not kept: the roles of the day, on the one that a session belongs to (``hvem``)."""

    USERNAME_FIELD = "epost"
    EMAIL_FIELD = "epost"
    REQUIRED_FIELDS: ClassVar = ["navn"]
    objects: ClassVar[Ansattregister] = Ansattregister()

    class Meta:
        """Order: by name."""

        ordering: ClassVar = ["navn", "id"]

    def __str__(self) -> str:
        return self.navn


class Stilling(models.Model):
    """A role that a member of staff has at a unit, from a day to a day (both included), with the clearances that go with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ansatt = models.ForeignKey(Ansatt, models.PROTECT, related_name="stillinger")
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="stillinger")
    rolle = models.CharField(max_length=20, choices=Rolle)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    klareringer: ArrayField[Sequence[str], list[str]] = ArrayField(
        models.CharField(max_length=20, choices=Gradering), default=list, blank=True
    )

    class Meta:
        """A role is held once at a time at each unit."""

        ordering: ClassVar = ["kontor__rekkefolge", "kontor__navn", "rolle"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ansatt", "kontor", "rolle"],
                condition=Q(til__isnull=True),
                name="stilling_en_om_gangen",
                violation_error_message=_("Den ansatte har allerede denne rollen på kontoret."),
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=models.F("fra")),
                name="stilling_slutter_etter_start",
                violation_error_message=_("Siste dag kan ikke være før første dag."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rolle_display()}, {self.kontor}"

    @property
    def klareringsord(self) -> list[str]:
        """The kinds of protected persons that the role may see, in words."""
        return [str(Gradering(ett).label) for ett in self.klareringer]


class Skjerming(models.Model):
    """A person with protection. A row here hides the person from everyone at the office without the clearance."""

    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    person_id = models.UUIDField(unique=True)
    gradering = models.CharField(max_length=20, choices=Gradering)

    class Meta:
        """Only real protection is written down."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(gradering=Gradering.INGEN),
                name="skjerming_har_gradering",
                violation_error_message=_("Velg en gradering, eller fjern skjermingen."),
            )
        ]


class Inhabil(models.Model):
    """The local list of who must not handle whom: one's own case, relatives, and others one is too near."""

    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    ansatt = models.ForeignKey(Ansatt, models.CASCADE, related_name="+")
    person_id = models.UUIDField()
    grunn = models.CharField(max_length=20, choices=Naerhet)

    class Meta:
        """A pair stands once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ansatt", "person_id"], name="inhabil_en_gang", violation_error_message=_("Dette står allerede på lista.")
            )
        ]


class Innsynsrett(models.Model):
    """One case, opened by the office's leader to one person from outside, from a day to a day (both included), for a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    person_id = models.UUIDField()
    ansatt = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", help_text="who may read the case")
    fra = models.DateField()
    til = models.DateField()
    grunn = models.TextField()
    gitt_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    tid = models.DateTimeField(auto_now_add=True)
    avsluttet = models.DateTimeField(null=True, blank=True, help_text="taken back before its time")

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(til__gte=models.F("fra")),
                name="innsyn_slutter_etter_start",
                violation_error_message=_("Siste dag kan ikke være før første dag."),
            ),
            models.CheckConstraint(
                condition=~Q(grunn=""), name="innsyn_har_grunn", violation_error_message=_("Skriv hvorfor saken skal åpnes.")
            ),
        ]


class Invitasjon(models.Model):
    """A code that ties the login of one person to one member of staff, once. For logins that come without an e-mail address.

    Only the print of the code is kept. The office is the one whose administrator made it, and whose log tells of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ansatt = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")
    avtrykk = models.CharField(max_length=64, unique=True)
    utloper = models.DateTimeField()
    laget_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+")
    tid = models.DateTimeField(auto_now_add=True)
    brukt = models.DateTimeField(null=True, blank=True)
    trukket = models.DateTimeField(null=True, blank=True, help_text="a newer one took its place")

    class Meta:
        """One at a time can be used."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ansatt"],
                condition=Q(brukt__isnull=True, trukket__isnull=True),
                name="invitasjon_en_om_gangen",
                violation_error_message=_("Den ansatte har alt en kode som ikke er brukt."),
            )
        ]


class Forsok(models.Model):
    """How often somebody has asked for a page in a window of time. ``nokkel`` is a hash: it tells nobody who it was."""

    nokkel = models.CharField(max_length=64)
    utloper = models.BigIntegerField(help_text="seconds since 1970; the window ends then")
    antall = models.PositiveIntegerField()

    class Meta:
        """One row for each window."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["nokkel", "utloper"], name="forsok_en_gang")]
        indexes: ClassVar = [models.Index(fields=["utloper"], name="forsok_utloper")]
