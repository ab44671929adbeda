"""A behandling: the work towards one decision, condition by condition, with those who looked it over and what it waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.felles import Rad, Skrevet, bare_en, krev
from skreddersom.apper.sak.models.grunnlag import SAMTIDIG
from skreddersom.apper.sak.models.koder import FERDIGE, Henleggelse, Retursaarsak, Slag, Status, Svar, Utfall, Ventegrunn
from skreddersom.apper.sak.models.sak import Sak, Soknad
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Sequence


class Avgjorelse(models.Model):
    """What a decision says, in the draft and in the decision itself. Days are included at both ends."""

    utfall = models.CharField(max_length=20, choices=Utfall, blank=True)
    fra = models.DateField(null=True, blank=True)
    til = models.DateField(null=True, blank=True)
    start = models.DateField(null=True, blank=True, help_text="the day the programme starts")
    timer_uke = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    begrunnelse = models.TextField(blank=True)
    alternativ_uten_kvp = models.TextField(blank=True, help_text="what would have been the alternative without the programme")

    class Meta:
        """No table of its own."""

        abstract = True


class Behandling(Rad, Avgjorelse):
    """The work towards one decision; the fields of ``Avgjorelse`` are the draft. The only row here that people change."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="behandlinger")
    soknad = models.OneToOneField(Soknad, models.PROTECT, null=True, blank=True, related_name="behandling")
    gjelder = models.ForeignKey("sak.Vedtak", models.PROTECT, null=True, blank=True, related_name="senere_behandlinger")
    slag = models.CharField(max_length=12, choices=Slag)
    status = models.CharField(max_length=20, choices=Status, default=Status.UNDER_ARBEID)
    saksbehandler = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    beslutter = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    brevfelt = models.JSONField(default=dict, blank=True, help_text="what the letter tells beyond the decision, by the letter's own fields")
    henlagt_fordi = models.CharField(max_length=20, choices=Henleggelse, blank=True)
    versjon = models.PositiveIntegerField(default=1)
    apnet = models.DateField()
    apnet_tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-apnet", "-apnet_tid", "id"]
        constraints: ClassVar = [
            bare_en(
                "behandling_en_apen", ["sak", "slag"], _("Det er alt en slik behandling under arbeid i saken."), ~Q(status__in=FERDIGE)
            ),
            krev(
                "behandling_soknad",
                Q(slag=Slag.SOKNAD, soknad__isnull=False) | (~Q(slag=Slag.SOKNAD) & Q(soknad__isnull=True)),
                _("En behandling av en søknad må ha en søknad."),
            ),
            krev(
                "behandling_gjelder",
                Q(slag=Slag.SOKNAD, gjelder__isnull=True) | (~Q(slag=Slag.SOKNAD) & Q(gjelder__isnull=False)),
                _("Velg hvilket vedtak behandlingen gjelder."),
            ),
            krev(
                "behandling_fire_oyne",
                Q(saksbehandler__isnull=True) | Q(beslutter__isnull=True) | ~Q(saksbehandler=F("beslutter")),
                _("Den som har behandlet saken, kan ikke beslutte i den."),
            ),
            krev(
                "behandling_har_hvem",
                Q(status=Status.UNDER_ARBEID)
                | Q(status=Status.HENLAGT)
                | Q(status=Status.TIL_BESLUTNING, saksbehandler__isnull=False)
                | Q(saksbehandler__isnull=False, beslutter__isnull=False),
                _("En sak til beslutning må ha en saksbehandler, og en som besluttes, må ha en beslutter."),
            ),
            krev(
                "behandling_henlagt_fordi",
                Q(status=Status.HENLAGT) & ~Q(henlagt_fordi="") | ~Q(status=Status.HENLAGT) & Q(henlagt_fordi=""),
                _("Velg hvorfor saken henlegges."),
            ),
            krev(
                "behandling_soknad_avgjores",
                ~Q(slag=Slag.SOKNAD, henlagt_fordi=Henleggelse.IKKE_AKTUELL),
                _("En søknad må avgjøres med vedtak, så lenge søkeren ikke har trukket den."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["kontor", "status", "apnet"], name="behandling_status"),
            models.Index(fields=["kontor", "saksbehandler", "status"], name="behandling_saksbehandler"),
        ]


class Vilkarsvurdering(Skrevet):
    """An answer to one condition of § 29. The newest for each condition counts; its author is ``av``.

    ``fakta`` is what it was answered from: name of fact → id of the row that counted then (null when nothing was known).
    """

    behandling = models.ForeignKey(Behandling, models.PROTECT, related_name="vurderinger")
    vilkar = models.CharField(max_length=40)
    nr = models.PositiveIntegerField()
    svar = models.CharField(max_length=6, choices=Svar)
    grunn = models.CharField(max_length=60, blank=True, help_text="the lawful ground, when the answer is no")
    begrunnelse = models.TextField(blank=True)
    mangler = models.TextField(blank=True, help_text="what is missing, when it is not known")
    hvem = models.CharField(max_length=120, blank=True, help_text="who gets hold of it")
    fakta = models.JSONField(default=dict)
    lovversjon = models.CharField(max_length=20)

    class Meta:
        """Order: by condition, the newest first."""

        ordering: ClassVar = ["vilkar", "-nr"]
        constraints: ClassVar = [
            bare_en("vilkarsvurdering_nr", ["behandling", "vilkar", "nr"], SAMTIDIG),
            krev(
                "vilkarsvurdering_begrunnet",
                Q(svar=Svar.UKJENT) | ~Q(begrunnelse=""),
                _("Et ja eller et nei må begrunnes."),
            ),
            krev(
                "vilkarsvurdering_lovlig_grunn",
                (Q(svar=Svar.NEI) & ~Q(grunn="")) | (~Q(svar=Svar.NEI) & Q(grunn="")),
                _("Et nei må ha en av de lovlige grunnene."),
            ),
            krev(
                "vilkarsvurdering_hva_mangler",
                ~Q(svar=Svar.UKJENT) | (~Q(mangler="") & ~Q(hvem="")),
                _("Skriv hva som mangler, og hvem som skaffer det."),
            ),
        ]


class Kvalitetssikring(Skrevet):
    """Another's look at one assessment: approved, or sent back with reasons from the closed list.

    ``vurdert_av`` is held to the author of the assessment by the database, so that a check can hold the two apart.
    """

    vilkarsvurdering = models.OneToOneField(Vilkarsvurdering, models.PROTECT, related_name="kvalitetssikring")
    vurdert_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", db_index=False)
    godkjent = models.BooleanField()
    arsaker: ArrayField[Sequence[str], list[str]] = ArrayField(
        models.CharField(max_length=30, choices=Retursaarsak), default=list, blank=True
    )
    tekst = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            krev("kvalitetssikring_annens", ~Q(av=F("vurdert_av")), _("Du kan ikke kvalitetssikre din egen vurdering.")),
            krev(
                "kvalitetssikring_arsak",
                Q(godkjent=True, arsaker=[]) | (Q(godkjent=False) & ~Q(arsaker=[])),
                _("Velg hvorfor vurderingen sendes tilbake."),
            ),
            krev("kvalitetssikring_annet", ~Q(arsaker__contains=[Retursaarsak.ANNET]) | ~Q(tekst=""), _("Skriv hva «annet» er.")),
            krev("kvalitetssikring_liste", Q(arsaker__contained_by=sorted(Retursaarsak.values)), _("Velg årsaker fra lista.")),
        ]


class Retur(Skrevet):
    """The beslutter sends the whole back, with reasons from the closed list."""

    behandling = models.ForeignKey(Behandling, models.PROTECT, related_name="returer")
    arsaker: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=30, choices=Retursaarsak))
    tekst = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            krev("retur_arsak", ~Q(arsaker=[]), _("Velg hvorfor saken sendes tilbake.")),
            krev("retur_annet", ~Q(arsaker__contains=[Retursaarsak.ANNET]) | ~Q(tekst=""), _("Skriv hva «annet» er.")),
            krev("retur_liste", Q(arsaker__contained_by=sorted(Retursaarsak.values)), _("Velg årsaker fra lista.")),
        ]


class Vent(Skrevet):
    """Waiting for something, until a day. The days count as processing time all the same."""

    behandling = models.ForeignKey(Behandling, models.PROTECT, related_name="venting")
    grunn = models.CharField(max_length=30, choices=Ventegrunn)
    tekst = models.TextField(blank=True)
    fra = models.DateField()
    frist = models.DateField()
    gjenopptatt = models.DateField(null=True, blank=True)
    gjenopptatt_av = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            bare_en("vent_en_om_gangen", ["behandling"], _("Saken er alt satt på vent."), Q(gjenopptatt__isnull=True)),
            krev("vent_lovlig_grunn", Q(grunn__in=sorted(Ventegrunn.values)), _("Velg en av grunnene i lista.")),
            krev("vent_frist_framover", Q(frist__gte=F("fra")), _("Fristen kan ikke være før i dag.")),
            krev(
                "vent_gjenopptatt_av",
                Q(gjenopptatt__isnull=True, gjenopptatt_av__isnull=True) | Q(gjenopptatt__gte=F("fra"), gjenopptatt_av__isnull=False),
                _("Saken kan ikke være gjenopptatt før den ble satt på vent."),
            ),
        ]


class Bekreftelse(Skrevet):
    """A warning that somebody has read and stands by, kept with the words it was about and what they answered."""

    behandling = models.ForeignKey(Behandling, models.PROTECT, related_name="bekreftelser")
    merke = models.CharField(max_length=64, help_text="of field, ground and words: the same words need no new answer")
    felt = models.CharField(max_length=80)
    grunn = models.CharField(max_length=60)
    utdrag = models.TextField()
    svar = models.TextField()

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            bare_en("bekreftelse_en_gang", ["behandling", "merke"], _("Denne advarselen er alt besvart.")),
            krev("bekreftelse_besvart", ~Q(svar=""), _("Skriv hvorfor teksten likevel er riktig.")),
        ]
