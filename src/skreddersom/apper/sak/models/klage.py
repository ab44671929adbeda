"""A complaint at the office that decided: what came, whether it can be taken up, and what the office did with it.

A reversal and a dismissal are decisions, made in a behandling of their own by its four eyes. What is sent on is kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.behandling import Behandling
from skreddersom.apper.sak.models.felles import Skrevet, bare_en, krev
from skreddersom.apper.sak.models.grunnlag import SAMTIDIG
from skreddersom.apper.sak.models.klagekoder import (
    TAS_OPP,
    Fristunntak,
    Klager,
    Klagestand,
    Klagestatus,
    Omgjoringsarsak,
    Underretning,
)
from skreddersom.apper.sak.models.koder import Maate, Retursaarsak, Slag, Status
from skreddersom.apper.sak.models.sak import Sak
from skreddersom.apper.sak.models.vedtak import Vedtak
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Sequence


class Klage(Skrevet):
    """A complaint about one decision. What came is never changed; ``anforsler`` … ``kopi_adresse`` are the draft of the covering letter.

    ``behandling`` is where it is reversed or dismissed; one that was dropped can be followed by another.
    """

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="klager")
    vedtak = models.ForeignKey(Vedtak, models.PROTECT, related_name="klager")
    mottatt = models.DateField(help_text="when it came in, or was put in the post")
    maate = models.CharField(max_length=10, choices=Maate)
    klager = models.CharField(max_length=10, choices=Klager, default=Klager.PARTEN)
    klager_navn = models.CharField(max_length=120, blank=True, help_text="empty when it is the party")
    innhold = models.TextField(help_text="what it says, in their words; a talk as it was written down")
    endring = models.TextField(blank=True, help_text="what they want changed")
    status = models.CharField(max_length=16, choices=Klagestatus, default=Klagestatus.UNDER_ARBEID)
    saksbehandler = models.ForeignKey(Ansatt, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    behandling = models.OneToOneField(Behandling, models.PROTECT, null=True, blank=True, related_name="av_klage")
    arsak = models.CharField(max_length=20, choices=Omgjoringsarsak, blank=True)
    arsak_tekst = models.TextField(blank=True)
    trukket = models.DateField(null=True, blank=True)
    anforsler = models.TextField(blank=True)
    vurdering = models.TextField(blank=True)
    vedlegg: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    til_adresse: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    omgjort_del = models.TextField(blank=True, help_text="what the office has changed itself, when the rest is sent on")
    kopi_adresse: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-mottatt", "-tid", "id"]
        constraints: ClassVar = [
            krev(
                "klage_har_innhold",
                ~Q(innhold=""),
                _("Skriv hva det klages over. Kom klagen i en samtale, skriver du ned det som ble sagt."),
            ),
            krev(
                "klage_har_navn",
                Q(klager=Klager.PARTEN, klager_navn="") | (~Q(klager=Klager.PARTEN) & ~Q(klager_navn="")),
                _("Skriv hvem som klager, når det ikke er den vedtaket gjelder."),
            ),
            krev(
                "klage_trukket_etter_mottatt",
                Q(trukket__isnull=True) | Q(trukket__gte=F("mottatt")),
                _("Klagen kan ikke være trukket før den kom."),
            ),
            krev(
                "klage_trukket_har_dag",
                Q(status=Klagestatus.TRUKKET, trukket__isnull=False) | (~Q(status=Klagestatus.TRUKKET) & Q(trukket__isnull=True)),
                _("Skriv når klagen ble trukket."),
            ),
            krev(
                "klage_i_behandling",
                ~Q(status=Klagestatus.I_BEHANDLING) | Q(behandling__isnull=False),
                _("En klage som avgjøres i en egen behandling, må ha den."),
            ),
            krev(
                "klage_har_hvem",
                ~Q(status=Klagestatus.TIL_BESLUTNING) | Q(saksbehandler__isnull=False),
                _("En oversendelse som venter på en annen, må ha en som har laget den."),
            ),
            krev("klage_arsak_annet", ~Q(arsak=Omgjoringsarsak.ANNET) | ~Q(arsak_tekst=""), _("Skriv hva «annet» er.")),
            krev("klage_arsak_i_lista", Q(arsak="") | Q(arsak__in=sorted(Omgjoringsarsak.values)), _("Velg årsak fra lista.")),
        ]
        indexes: ClassVar = [models.Index(fields=["kontor", "status", "mottatt"], name="klage_status")]

    @property
    def stand(self) -> Klagestand:
        """How far it has come. A behandling that was dropped has settled nothing. Has its ``behandling`` with it."""
        if self.status != Klagestatus.I_BEHANDLING or self.behandling is None:
            return Klagestand(self.status)
        omgjores = self.behandling.slag == Slag.OMGJORING
        if self.behandling.status == Status.HENLAGT:
            return Klagestand.UNDER_ARBEID
        if self.behandling.status == Status.VEDTATT:
            return Klagestand.OMGJORT if omgjores else Klagestand.AVVIST
        return Klagestand.OMGJORES if omgjores else Klagestand.AVVISES


class Formkrav(Skrevet):
    """Whether a complaint can be taken up (fvl §§ 28–32), with the days that decide it. The newest counts.

    ``frist`` is empty when nobody can show when the party was told: then it came in time.
    """

    klage = models.ForeignKey(Klage, models.PROTECT, related_name="formkrav")
    nr = models.PositiveIntegerField()
    part = models.BooleanField(help_text="by the party, or by somebody with authority from the party")
    konkret = models.BooleanField(help_text="says which decision and what is wanted changed")
    underskrevet = models.BooleanField(help_text="signed, or authenticated")
    begrunnelse = models.TextField(blank=True)
    rettefrist = models.DateField(null=True, blank=True)
    underretning = models.CharField(max_length=12, choices=Underretning)
    framkommet = models.DateField(null=True, blank=True)
    tilgjengelig = models.DateField(null=True, blank=True)
    varslet = models.DateField(null=True, blank=True)
    frist = models.DateField(null=True, blank=True)
    i_tide = models.BooleanField()
    unntak = models.CharField(max_length=20, choices=Fristunntak, blank=True)
    unntak_begrunnelse = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            bare_en("formkrav_nr", ["klage", "nr"], SAMTIDIG),
            krev(
                "formkrav_begrunnet",
                Q(part=True, konkret=True, underskrevet=True) | ~Q(begrunnelse=""),
                _("Skriv hva som mangler ved klagen."),
            ),
            krev(
                "formkrav_rettefrist",
                Q(rettefrist__isnull=True) | ~Q(part=True, konkret=True, underskrevet=True),
                _("Det er ikke noe å rette. Ta bort fristen."),
            ),
            krev(
                "formkrav_underretning",
                Q(underretning=Underretning.PAPIR, framkommet__isnull=False, tilgjengelig__isnull=True, varslet__isnull=True)
                | Q(underretning=Underretning.ELEKTRONISK, framkommet__isnull=True, tilgjengelig__isnull=False, varslet__isnull=False)
                | Q(underretning=Underretning.UKJENT, framkommet__isnull=True, tilgjengelig__isnull=True, varslet__isnull=True),
                _("Skriv når vedtaket kom fram, eller når det ble gjort tilgjengelig og varslet."),
            ),
            krev(
                "formkrav_frist",
                Q(underretning=Underretning.UKJENT, frist__isnull=True, i_tide=True)
                | (~Q(underretning=Underretning.UKJENT) & Q(frist__isnull=False)),
                _("Klagefristen følger av når vedtaket kom fram."),
            ),
            krev(
                "formkrav_unntak",
                Q(i_tide=True, unntak="") | (Q(i_tide=False) & ~Q(unntak="")),
                _("Ta stilling til om klagen likevel tas opp."),
            ),
            krev("formkrav_unntak_begrunnet", Q(unntak="") | ~Q(unntak_begrunnelse=""), _("Skriv hvorfor klagen tas opp, eller ikke.")),
        ]

    @property
    def kan_rettes(self) -> bool:
        """Whether something is missing that the complainer can put right."""
        return not (self.part and self.konkret and self.underskrevet)

    @property
    def tas_opp_i_tide(self) -> bool:
        """In time, or taken up all the same."""
        return self.i_tide or self.unntak in TAS_OPP

    @property
    def oppfylt(self) -> bool:
        """Whether the complaint can be taken up."""
        return self.tas_opp_i_tide and not self.kan_rettes


class Klagetillegg(Skrevet):
    """What came later: what was missing, or more to say."""

    klage = models.ForeignKey(Klage, models.PROTECT, related_name="tillegg")
    dato = models.DateField()
    tekst = models.TextField()

    class Meta:
        """Order: as it came."""

        ordering: ClassVar = ["dato", "tid", "id"]
        constraints: ClassVar = [krev("klagetillegg_har_tekst", ~Q(tekst=""), _("Skriv hva som kom."))]


class Klageretur(Skrevet):
    """Another has sent the covering letter back, with reasons from the closed list."""

    klage = models.ForeignKey(Klage, models.PROTECT, related_name="returer")
    arsaker: ArrayField[Sequence[str], list[str]] = ArrayField(models.CharField(max_length=30, choices=Retursaarsak))
    tekst = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-tid", "id"]
        constraints: ClassVar = [
            krev("klageretur_arsak", ~Q(arsaker=[]), _("Velg hvorfor saken sendes tilbake.")),
            krev("klageretur_annet", ~Q(arsaker__contains=[Retursaarsak.ANNET]) | ~Q(tekst=""), _("Skriv hva «annet» er.")),
            krev("klageretur_liste", Q(arsaker__contained_by=sorted(Retursaarsak.values)), _("Velg årsaker fra lista.")),
        ]


class Oversendelse(Skrevet):
    """The complaint went to the County Governor: what the office said of it, and who stood for it. Never changed.

    ``av`` let it go, on what ``forberedt_av`` made. ``egen_avgjorelse``: no other at the office could, than the one who had decided.
    """

    klage = models.OneToOneField(Klage, models.PROTECT, related_name="oversendelse")
    dato = models.DateField()
    forberedt_av = models.ForeignKey(Ansatt, models.PROTECT, related_name="+", db_index=False)
    egen_avgjorelse = models.BooleanField(default=False)
    vurdering = models.TextField()
    brev = models.UUIDField(help_text="the covering letter")
    brev_sha256 = models.CharField(max_length=64)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-tid", "id"]
        constraints: ClassVar = [
            krev("oversendelse_fire_oyne", ~Q(av=F("forberedt_av")), _("Den som har laget oversendelsen, kan ikke sende den.")),
            krev("oversendelse_begrunnet", ~Q(vurdering=""), _("Skriv hvorfor vedtaket blir stående.")),
        ]
