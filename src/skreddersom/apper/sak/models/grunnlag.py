"""What a case rests on: the assessment of work capacity, the needs, the applicant's own words, the facts, the children.

Rows are added, never changed: ``nr`` counts the versions, and the highest is the one that counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.felles import Skrevet, bare_en, krev
from skreddersom.apper.sak.models.koder import Aldersgruppe, Innsatsgruppe, Omrade
from skreddersom.apper.sak.models.sak import Sak
from skreddersom.kjerne.lov.fakta import FAKTANAVN

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMTIDIG = _("Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.")


class Aev(Skrevet):
    """The arbeidsevnevurdering: its dates and what it ended in. Its content is Nav's, and is not judged again here."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="aev")
    nr = models.PositiveIntegerField()
    bestilt = models.DateField(null=True, blank=True)
    utfort = models.DateField(null=True, blank=True)
    vedtak_14a = models.DateField(null=True, blank=True)
    innsatsgruppe = models.CharField(max_length=40, choices=Innsatsgruppe, blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            bare_en("aev_nr", ["sak", "nr"], SAMTIDIG),
            krev("aev_har_dato", Q(bestilt__isnull=False) | Q(utfort__isnull=False), _("Skriv når vurderingen ble bestilt eller utført.")),
            krev(
                "aev_utfort_etter_bestilt",
                Q(bestilt__isnull=True) | Q(utfort__isnull=True) | Q(utfort__gte=F("bestilt")),
                _("Vurderingen kan ikke være utført før den ble bestilt."),
            ),
            krev(
                "aev_vedtak_etter_utfort",
                Q(vedtak_14a__isnull=True) | Q(utfort__isnull=False, vedtak_14a__gte=F("utfort")),
                _("Vedtaket etter § 14 a kan ikke være eldre enn vurderingen det bygger på."),
            ),
            krev(
                "aev_gruppe_av_vedtak",
                Q(innsatsgruppe="") | Q(vedtak_14a__isnull=False),
                _("Innsatsgruppen følger av vedtaket. Skriv når det kom."),
            ),
        ]


class Behov(Skrevet):
    """A need that has been mapped; the programme must later answer each that has not fallen away."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="behov")
    omrade = models.CharField(max_length=20, choices=Omrade)
    tekst = models.TextField()
    kartlagt = models.DateField()
    bortfalt = models.DateField(null=True, blank=True)
    bortfalt_hvorfor = models.TextField(blank=True)

    class Meta:
        """Order: as they were mapped."""

        ordering: ClassVar = ["kartlagt", "tid", "id"]
        constraints: ClassVar = [
            krev("behov_har_tekst", ~Q(tekst=""), _("Skriv hva behovet er.")),
            krev(
                "behov_bortfalt_etter",
                Q(bortfalt__isnull=True) | Q(bortfalt__gte=F("kartlagt")),
                _("Behovet kan ikke ha falt bort før det ble kartlagt."),
            ),
            krev(
                "behov_bortfalt_hvorfor", Q(bortfalt__isnull=True) | ~Q(bortfalt_hvorfor=""), _("Skriv hvorfor behovet ikke er der lenger.")
            ),
        ]


class Egenvurdering(Skrevet):
    """What the applicant says of their own situation, in their own words, or that they did not want to."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="egenvurderinger")
    dato = models.DateField()
    tekst = models.TextField(blank=True)
    onsket_ikke = models.BooleanField(default=False)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-tid", "id"]
        constraints: ClassVar = [
            krev(
                "egenvurdering_ord_eller_nei",
                (Q(onsket_ikke=False) & ~Q(tekst="")) | Q(onsket_ikke=True, tekst=""),
                _("Skriv hva personen selv sier, eller velg at personen ikke ønsket å si noe. Ikke begge deler."),
            ),
        ]


UTEN_KILDE: Final = models.ExpressionWrapper(Q(kilde__regex=r"^\s*$"), output_field=models.BooleanField())


class Faktum(Skrevet):
    """One fact of § 29 and where it is known from. ``verdi``: true, false, a date as text, or null when it is no longer known.

    A discretionary fact is somebody's judgement: ``av`` made it and ``kilde`` is the reason.
    """

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="fakta")
    navn = models.CharField(max_length=60)
    nr = models.PositiveIntegerField()
    verdi = models.JSONField(null=True)
    kilde = models.TextField()
    dato = models.DateField(help_text="the day it was so")
    uten_kilde = models.GeneratedField(expression=UTEN_KILDE, output_field=models.BooleanField(), db_persist=True)

    class Meta:
        """Order: by name, the newest first."""

        ordering: ClassVar = ["navn", "-nr"]
        indexes: ClassVar = [models.Index(fields=["kontor"], name="faktum_uten_kilde", condition=Q(uten_kilde=True))]
        constraints: ClassVar = [
            bare_en("faktum_nr", ["sak", "navn", "nr"], SAMTIDIG),
            krev("faktum_finnes", Q(navn__in=sorted(FAKTANAVN)), _("Dette er ikke et faktum etter § 29.")),
            krev("faktum_har_kilde", ~Q(kilde=""), _("Skriv hvor opplysningen er hentet fra.")),
        ]


class Barn(Skrevet):
    """The assessment of the children in the household: how many, how old, what they need and what is done. Never names."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="barn")
    nr = models.PositiveIntegerField()
    dato = models.DateField()
    antall = models.PositiveSmallIntegerField()
    aldersgrupper: ArrayField[Sequence[str], list[str]] = ArrayField(
        models.CharField(max_length=5, choices=Aldersgruppe), default=list, blank=True
    )
    behov = models.TextField(blank=True)
    hva_gjores = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            bare_en("barn_nr", ["sak", "nr"], SAMTIDIG),
            krev(
                "barn_vurdert",
                Q(antall=0) | (~Q(behov="") & ~Q(hva_gjores="")),
                _("Er det barn i husstanden, må behovene deres vurderes, og det må stå hva som gjøres."),
            ),
        ]
