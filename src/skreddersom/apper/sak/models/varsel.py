"""An advance notice of a decision to the harm of the participant, and what the participant answered. Neither is ever changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models.behandling import Behandling
from skreddersom.apper.sak.models.felles import Skrevet, bare_en, krev
from skreddersom.apper.sak.models.grunnlag import SAMTIDIG
from skreddersom.apper.sak.models.koder import Maate, Varselunntak


class Forhandsvarsel(Skrevet):
    """The notice: a letter with a deadline, or why the law lets one decide without (fvl § 16). The newest counts."""

    behandling = models.ForeignKey(Behandling, models.PROTECT, related_name="varsler")
    nr = models.PositiveIntegerField()
    dato = models.DateField()
    brev = models.UUIDField(null=True, blank=True, help_text="the letter; empty when there is none")
    frist = models.DateField(null=True, blank=True, help_text="the last day to answer")
    unntak = models.CharField(max_length=20, choices=Varselunntak, blank=True)
    unntak_begrunnelse = models.TextField(blank=True)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-nr"]
        constraints: ClassVar = [
            bare_en("varsel_nr", ["behandling", "nr"], SAMTIDIG),
            krev(
                "varsel_brev_eller_unntak",
                Q(unntak="", brev__isnull=False, frist__isnull=False) | (~Q(unntak="") & Q(brev__isnull=True, frist__isnull=True)),
                _("Et forhåndsvarsel må ha et brev med en frist, eller en grunn til at det ikke trengs."),
            ),
            krev(
                "varsel_unntak_begrunnet",
                Q(unntak="") | (Q(unntak__in=sorted(Varselunntak.values)) & ~Q(unntak_begrunnelse="")),
                _("Skriv hvorfor deltakeren ikke trenger å varsles først."),
            ),
        ]


class Uttalelse(Skrevet):
    """What the participant answered, in their own words, or that they did not want to. ``ferdig``: they do not ask for more time."""

    varsel = models.ForeignKey(Forhandsvarsel, models.PROTECT, related_name="uttalelser")
    dato = models.DateField()
    maate = models.CharField(max_length=10, choices=Maate)
    tekst = models.TextField(blank=True)
    onsket_ikke = models.BooleanField(default=False)
    ferdig = models.BooleanField(default=False)

    class Meta:
        """Order: the newest first."""

        ordering: ClassVar = ["-dato", "-tid", "id"]
        constraints: ClassVar = [
            krev(
                "uttalelse_ord_eller_nei",
                (Q(onsket_ikke=False) & ~Q(tekst="")) | Q(onsket_ikke=True, tekst=""),
                _("Skriv hva personen selv sier, eller velg at personen ikke ønsket å si noe. Ikke begge deler."),
            ),
        ]
