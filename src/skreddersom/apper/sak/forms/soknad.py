"""The forms that take an application in: from a candidate, and from somebody no file has told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.kandidat.handlinger import NyPerson
from skreddersom.apper.sak.forms.felter import langtekst, linje, valg
from skreddersom.apper.sak.handlinger import NySoknad, ny_nokkel
from skreddersom.apper.sak.models import Maate, Malform

if TYPE_CHECKING:
    from skreddersom.apper.kandidat.models import Kandidat


class Soknadsskjema(forms.Form):
    """An application. It may lack something; it counts from the day it came in all the same."""

    nokkel = forms.UUIDField(widget=forms.HiddenInput)
    mottatt = Dato(
        label=_("Når kom søknaden inn?"), help_text=_("Fristene for svar og for oppstart regnes fra denne dagen, også når noe mangler.")
    )
    maate = valg(
        _("Hvordan kom den?"),
        Maate.choices,
        _("Det er også en søknad når personen sier i en samtale at hun eller han vil ha program."),
    )
    innhold = langtekst(_("Hva søkes det om?"), _("Med søkerens egne ord."), paakrevd=False)
    mangler = langtekst(_("Hva mangler i søknaden?"), _("La feltet stå tomt når ingenting mangler."), paakrevd=False, rader=3)
    malform = valg(_("Hvilken målform skal brevene ha?"), Malform.choices)

    def __init__(self, data: Any = None, **initial: object) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(data, initial={"mottatt": timezone.localdate(), "malform": Malform.BOKMAL, "nokkel": ny_nokkel(), **initial})

    def soknad(self, **hvem: Any) -> NySoknad:  # noqa: ANN401 – the fields of ``NySoknad`` that say who
        """What is to be registered."""
        data = self.cleaned_data
        felt = {navn: data[navn] for navn in ("nokkel", "mottatt", "innhold", "mangler")}
        return NySoknad(maate=Maate(data["maate"]), malform=Malform(data["malform"]), **felt, **hvem)


class FraKandidat(Soknadsskjema):
    """From a candidate, on the version of the candidate that the form was opened on."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, kandidat: Kandidat, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.kandidat = kandidat
        super().__init__(data, versjon=kandidat.versjon)

    def ny(self) -> NySoknad:
        """What is to be registered."""
        return self.soknad(kandidat_id=self.kandidat.pk, kandidat_versjon=self.cleaned_data["versjon"])


class FraNyPerson(Soknadsskjema):
    """From somebody the office has not met in any file."""

    fnr = linje(_("Fødselsnummer"), _("Elleve siffer. Er personen kjent fra før, brukes det som alt er registrert."), lengst=20)
    navn = linje(_("Navn"))

    field_order = ("fnr", "navn")

    def person(self) -> NyPerson:
        """Who it is."""
        return NyPerson(self.cleaned_data["fnr"], self.cleaned_data["navn"])
