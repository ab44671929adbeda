"""A round: what is asked, whom, what they answered word for word, how it is coded, and what was published. No persons anywhere.

``kontor`` is whose row it is. What passes between the two has also ``eier``, the unit that asks: both see it, one of them writes it.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.tilgang.models import Ansatt, Kontor

if TYPE_CHECKING:
    from collections.abc import Sequence


class Slag(models.TextChoices):
    """The kinds of question, as in ``kjerne/omradeovervaking/sporreskjema.py``."""

    FRITEKST = "fritekst", _("Fritekst")
    ETT_VALG = "ett_valg", _("Ett valg")
    FLERE_VALG = "flere_valg", _("Flere valg")
    TALL = "tall", _("Tall")
    MATRISE = "matrise", _("Tabell med ett valg på hver linje")
    DATO = "dato", _("Dato")


class Egettall(models.TextChoices):
    """The office's own numbers that an answer can be filled in from."""

    PERSONER = "personer", _("Personer i siste gjennomgang")
    KANDIDATER = "kandidater", _("Kandidater på lista")
    INFORMERT = "informert", _("Kandidater som er informert")
    TILBUDT = "tilbudt", _("Kandidater som har fått tilbud")
    SISTE_GJENNOMGANG = "siste_gjennomgang", _("Dato for siste gjennomgang")


class Utvalg(models.TextChoices):
    """How the offices came to be asked, as in ``kjerne/omradeovervaking/definisjon.py``."""

    ALLE = "alle", _("Alle kontorene vi følger opp")
    TILFELDIG = "tilfeldig", _("Et tilfeldig utvalg")
    UTPLUKKET = "utplukket", _("Kontorer vi har plukket ut")
    IKKE_OPPGITT = "ikke oppgitt", _("Ikke oppgitt")


class Status(models.TextChoices):
    """How far a round has come."""

    UTKAST = "utkast", _("Utkast")
    SENDT = "sendt", _("Sendt")
    LUKKET = "lukket", _("Lukket")


class Rad(models.Model):
    """A row of the unit ``kontor``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kontor = models.ForeignKey(Kontor, models.PROTECT, related_name="+")

    class Meta:
        """No table of its own."""

        abstract = True


class Skrevet(Rad):
    """A row that somebody has written at a moment."""

    av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", db_index=False)
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        """No table of its own."""

        abstract = True


class Sporreskjema(Skrevet):
    """A questionnaire in one version; when it has been sent it is never changed. ``forrige`` is the version it was made from."""

    nr = models.PositiveIntegerField(default=1)
    forrige = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    sendt = models.DateTimeField(null=True, blank=True)


class Sporsmal(Rad):
    """One question. ``forrige`` is the question of the older version that it takes the place of: answers can be held against each other."""

    skjema = models.ForeignKey(Sporreskjema, models.PROTECT, related_name="sporsmal")
    nr = models.PositiveIntegerField()
    kode = models.SlugField(max_length=60)
    slag = models.CharField(max_length=12, choices=Slag)
    navn = models.CharField(max_length=80)
    navn_nn = models.CharField(max_length=80, blank=True)
    tekst = models.TextField()
    tekst_nn = models.TextField(blank=True)
    hjelp = models.TextField(blank=True)
    valg: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    rader: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    hjelp_nn = models.TextField(blank=True)
    valg_nn: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    rader_nn: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    paakrevd = models.BooleanField(default=True)
    hvis_kode = models.CharField(max_length=60, blank=True)
    hvis_svar = models.CharField(max_length=120, blank=True)
    tall = models.CharField(max_length=20, choices=Egettall, blank=True)
    forrige = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """Order: as asked."""

        ordering: ClassVar = ["nr"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["skjema", "kode"], name="sporsmal_kode_en_gang"),
            models.UniqueConstraint(fields=["skjema", "nr"], name="sporsmal_nr_en_gang"),
        ]


class Runde(Skrevet):
    """One questionnaire to some offices, by a day. ``kontorer`` are those to be asked; when it is sent, each has a ``Kontorsvar``.

    ``kodere``: how many must code each question. With two, nobody sees the other's codes before both are done.
    """

    skjema = models.OneToOneField(Sporreskjema, models.PROTECT, related_name="runde")
    tittel = models.CharField(max_length=120)
    utvalg = models.CharField(max_length=12, choices=Utvalg, default=Utvalg.ALLE)
    frist = models.DateField()
    kodere = models.PositiveSmallIntegerField(default=2)
    kontorer: ArrayField[Sequence[uuid.UUID], list[uuid.UUID]] = ArrayField(models.UUIDField(), default=list, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.UTKAST)
    sendt = models.DateTimeField(null=True, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kodere__in=[1, 2]), name="runde_en_eller_to_kodere"),
            models.UniqueConstraint(fields=["id", "kontor"], name="runde_id_kontor_sammen"),
        ]


class Hendelse(Skrevet):
    """What was done with a round, in words: it is never changed. ``versjon`` is the one the round got by it."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="hendelser")
    versjon = models.PositiveIntegerField()
    hva = models.CharField(max_length=20)
    tekst = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-versjon"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["runde", "versjon"], name="hendelse_en_per_versjon")]


class Delt(Skrevet):
    """A row between the office (``kontor``) and the unit that asks (``eier``)."""

    eier = models.ForeignKey(Kontor, models.PROTECT, related_name="+")

    class Meta:
        """No table of its own."""

        abstract = True


class Kontorsvar(Delt):
    """That an office is asked."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="kontorsvar")
    nr = models.PositiveIntegerField(help_text="the place of the office, as on the map")

    class Meta:
        """Order: as on the map."""

        ordering: ClassVar = ["nr"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runde", "kontor"], name="kontorsvar_en_gang"),
            models.UniqueConstraint(fields=["id", "kontor", "eier"], name="kontorsvar_id_kontor_eier_sammen"),
        ]


class Svarutkast(Skrevet):
    """What the office is writing: nobody else sees it, and the unit that asks does not see that it is there."""

    kontorsvar = models.OneToOneField(Kontorsvar, models.PROTECT, related_name="utkast")
    verdier = models.JSONField(default=dict)
    merknader = models.JSONField(default=dict)
    versjon = models.PositiveIntegerField(default=1)


class Levering(Delt):
    """That an office has sent its answers, the first time or again. ``minutter`` is what it cost, where it was measured."""

    kontorsvar = models.ForeignKey(Kontorsvar, models.PROTECT, related_name="leveringer")
    nr = models.PositiveIntegerField()
    minutter = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kontorsvar", "nr"], name="levering_nr_en_gang"),
            models.UniqueConstraint(fields=["id", "kontor", "eier"], name="levering_id_kontor_eier_sammen"),
        ]


class Svar(Delt):
    """One answer, word for word. ``foreslatt`` is what was filled in from the office's own numbers, and ``kilde`` where it was from."""

    levering = models.ForeignKey(Levering, models.PROTECT, related_name="svar")
    kode = models.CharField(max_length=60)
    verdi = models.JSONField()
    ord = models.TextField(blank=True)
    merknad = models.TextField(blank=True)
    foreslatt = models.CharField(max_length=40, blank=True)
    kilde = models.CharField(max_length=200, blank=True)

    class Meta:
        """One for each question."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["levering", "kode"], name="svar_en_gang"),
            models.UniqueConstraint(fields=["id", "eier"], name="svar_id_eier_sammen"),
        ]


class Melding(Delt):
    """What the unit that asks has said to the office: a reminder, or that the answers of ``levering`` are sent back, and why."""

    class Slag(models.TextChoices):
        """The two kinds."""

        PAAMINNELSE = "paaminnelse", _("Påminnelse")
        RETUR = "retur", _("Sendt tilbake")

    kontorsvar = models.ForeignKey(Kontorsvar, models.PROTECT, related_name="meldinger")
    slag = models.CharField(max_length=12, choices=Slag)
    tekst = models.TextField(blank=True)
    levering = models.OneToOneField(Levering, models.PROTECT, null=True, blank=True, related_name="retur")

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(slag="paaminnelse", levering=None) | (Q(slag="retur", levering__isnull=False) & ~Q(tekst="")),
                name="melding_retur_har_grunn",
            )
        ]


class Kodelisteversjon(Skrevet):
    """The round's own codes in one version. ``slatt_sammen``: codes of older versions that count as another; no old coding is changed."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="kodelister")
    nr = models.PositiveIntegerField()
    koder = models.JSONField(default=list)
    slatt_sammen = models.JSONField(default=list)
    grunn = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["runde", "nr"], name="kodeliste_nr_en_gang")]


class Koding(Skrevet):
    """What one person said that an answer counts as, or (``enighet``) what two agreed on. The newest counts; the old ones stay."""

    svar = models.ForeignKey(Svar, models.PROTECT, related_name="kodinger")
    kode = models.CharField(max_length=60)
    liste_nr = models.PositiveIntegerField()
    enighet = models.BooleanField(default=False)
    begrunnelse = models.TextField(blank=True)

    class Meta:
        """Order: as they came."""

        ordering: ClassVar = ["tid"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(enighet=False) | ~Q(begrunnelse=""), name="koding_enighet_har_grunn"),
        ]


class Rapportutkast(Skrevet):
    """The report as it is being written: what ``kjerne/omradeovervaking/definisjon.py`` reads, less what the round itself says."""

    runde = models.OneToOneField(Runde, models.PROTECT, related_name="rapportutkast")
    innhold = models.JSONField(default=dict)


class Utgave(Skrevet):
    """A report as it was published: never changed. A later one says what it corrects, and why. ``data`` is what it is held against."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="utgaver")
    nr = models.PositiveIntegerField()
    maalform = models.CharField(max_length=2)
    grunn = models.TextField(blank=True)
    data = models.JSONField()

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runde", "nr"], name="utgave_nr_en_gang"),
            models.CheckConstraint(condition=Q(nr=1) | ~Q(grunn=""), name="utgave_rettelse_har_grunn"),
        ]


class Utgavefil(Rad):
    """The very bytes of a published report in one form."""

    utgave = models.ForeignKey(Utgave, models.PROTECT, related_name="filer")
    form = models.CharField(max_length=5)
    innhold = models.BinaryField()

    class Meta:
        """One of each form."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["utgave", "form"], name="utgavefil_en_gang")]
