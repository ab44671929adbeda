"""The form that takes an application in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.sak.forms.felter import langtekst, valg
from skreddersom.apper.sak.handlinger import NySoknad, ny_nokkel
from skreddersom.apper.sak.models import Maate, Malform

if TYPE_CHECKING:
    from skreddersom.apper.kandidat.models import Kandidat


class Soknadsskjema(forms.Form):
    """An application of a candidate. It may lack something; it counts from the day it came in all the same."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    nokkel = forms.UUIDField(widget=forms.HiddenInput)
    mottatt = Dato(
        label=_("Når kom søknaden inn?"), help_text=_("Fristene for svar og for oppstart regnes fra denne dagen, også når noe mangler.")
    )
    maate = valg(
        _("Hvordan kom den?"), Maate.choices, _("Det er også en søknad når personen sier i en samtale at hun eller han vil ha program.")
    )
    innhold = langtekst(_("Hva søkes det om?"), _("Med søkerens egne ord."), paakrevd=False)
    mangler = langtekst(_("Hva mangler i søknaden?"), _("La feltet stå tomt når ingenting mangler."), paakrevd=False, rader=3)
    malform = valg(_("Hvilken målform skal brevene ha?"), Malform.choices)

    def __init__(self, kandidat: Kandidat, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.kandidat = kandidat
        forslag = {"mottatt": timezone.localdate(), "malform": Malform.BOKMAL, "versjon": kandidat.versjon, "nokkel": ny_nokkel()}
        super().__init__(data, initial=forslag)

    def soknad(self) -> NySoknad:
        """What is to be registered."""
        data = self.cleaned_data
        return NySoknad(
            nokkel=data["nokkel"],
            mottatt=data["mottatt"],
            maate=Maate(data["maate"]),
            kandidat_id=self.kandidat.pk,
            kandidat_versjon=data["versjon"],
            innhold=data["innhold"],
            mangler=data["mangler"],
            malform=Malform(data["malform"]),
        )
