"""The forms: what can be filled in, in the words of the caseworker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.handlinger.utfall import ny_nokkel
from skreddersom.apper.kandidat.models import Fil, Filslag, Filstatus, Kanal, Utfallsslag
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.design.setninger import paa_sprak

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import _StrPromise

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.tilgang.kontekst import Kontekst

Slag = Utfallsslag


class Dato(forms.DateField):
    """A day that has been: the browser's own calendar, and a sentence when it is not a day or has not come."""

    def __init__(self, **valg: Any) -> None:  # noqa: ANN401 – what a form field takes
        meldinger = {"invalid": _("Skriv datoen slik: 31.12.2026."), "required": _("Velg en dato.")}
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, error_messages=meldinger, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **valg)

    def validate(self, value: date | None) -> None:
        """Refuse days to come."""
        super().validate(value)
        if value and value > timezone.localdate():
            raise forms.ValidationError(_("Datoen kan ikke være etter i dag."))


class Gjennomgangsskjema(forms.Form):
    """Start a review: the day, and the files it rests on."""

    per = Dato(label=_("Dag vurderingen gjelder for"), help_text=_("Alder og måneder med stønad regnes per denne dagen."))
    filer = forms.ModelMultipleChoiceField(
        queryset=Fil.objects.none(),
        label=_("Filer"),
        help_text=_("Alle klare filer er valgt. Har dere lastet opp samme uttrekk flere ganger, brukes det nyeste."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én 11F-fil."), "invalid_choice": _("En av filene finnes ikke lenger. Velg på nytt.")},
    )

    def __init__(self, kontekst: Kontekst, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(data, initial={"per": timezone.localdate()})
        klare = Fil.objects.filter(kontor_id=kontekst.kontor, status=Filstatus.KLAR, slag__in=(Filslag.F11, Filslag.CF11))
        felt: Any = self.fields["filer"]
        felt.queryset = klare.order_by("-aar", "kommunenr", "slag", "-tid")
        felt.label_from_instance = _filtekst
        felt.initial = klare

    def clean_filer(self) -> list[object]:
        """The keys of the chosen files."""
        return [fil.pk for fil in self.cleaned_data["filer"]]


def _filtekst(fil: Fil) -> str:
    return f"{fil.slag} {fil.aar}, {KOMMUNER.get(fil.kommunenr, fil.kommunenr)} – {fil.navn}"


class Utfallsskjema(forms.Form):
    """One outcome of one candidate. Carries the version it was opened on, and a key of its own."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    nokkel = forms.UUIDField(widget=forms.HiddenInput)
    dato = Dato(label=_("Når skjedde det?"))

    def __init__(self, kandidat: Kandidat, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(data, initial={"versjon": kandidat.versjon, "nokkel": ny_nokkel(), "dato": timezone.localdate()})


PAAKREVD: Final = {"required": _("Skriv noen ord her.")}


def _tekst(merke: _StrPromise, hjelp: _StrPromise, *, paakrevd: bool) -> forms.CharField:
    felt = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=merke, help_text=hjelp, required=paakrevd, widget=felt, max_length=4000, error_messages=PAAKREVD)


class Informert(Utfallsskjema):
    """How, and about what."""

    kanal = forms.ChoiceField(
        label=_("Hvordan ble personen informert?"),
        choices=Kanal.choices,
        widget=forms.RadioSelect,
        help_text=_("Oppslag og generelle brev er bra, men den enkelte skal også få vite det i samtale, brev eller melding (§ 17)."),
        error_messages={"required": _("Velg hvordan.")},
    )
    tekst = _tekst(_("Hva ble sagt?"), _("Kort. Personen kan lese det du skriver."), paakrevd=False)


class TakketNei(Utfallsskjema):
    """The reason, as the person put it."""

    tekst = _tekst(
        _("Grunnen, slik personen selv sa den"), _("Å takke nei skal være frivillig og kan gjøres om når som helst."), paakrevd=True
    )


class IkkeIMalgruppen(Utfallsskjema):
    """Which condition of § 29 is not met, and why. There are no other grounds."""

    vilkar = forms.ChoiceField(
        label=_("Hvilket vilkår i § 29 er ikke oppfylt?"),
        widget=forms.RadioSelect,
        help_text=_("Økonomi, kvoter, ventetid, mangel på tiltak eller tidligere program er ikke lovlige grunner og kan ikke velges."),
        error_messages={"required": _("Velg ett vilkår."), "invalid_choice": _("Velg et av vilkårene i § 29.")},
    )
    tekst = _tekst(
        _("Hvorfor er vilkåret ikke oppfylt?"), _("Vis til opplysningene du bygger på. Personen kan lese det du skriver."), paakrevd=True
    )

    def __init__(self, kandidat: Kandidat, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(kandidat, data)
        felt: Any = self.fields["vilkar"]
        felt.choices = [(vilkar.id, paa_sprak(vilkar.krav)) for vilkar in versjon_paa(timezone.localdate()).grunner_for_nei]


class Inntaksskjema(forms.Form):
    """Why somebody outside the list should be looked at."""

    grunn = _tekst(
        _("Hvorfor bør dere se på personen?"),
        _("Skriv hva du vet som ikke står i filene. Personen kan lese det du skriver."),
        paakrevd=True,
    )


class MedMerknad(Utfallsskjema):
    """The outcomes that need no more than a date; a few words are welcome."""

    tekst = _tekst(_("Merknad"), _("Personen kan lese det du skriver."), paakrevd=False)


SKJEMA: Final[dict[Slag, type[Utfallsskjema]]] = {
    Slag.INFORMERT: Informert,
    Slag.TILBUDT: MedMerknad,
    Slag.TAKKET_NEI: TakketNei,
    Slag.IKKE_I_MALGRUPPEN: IkkeIMalgruppen,
    Slag.I_PROGRAM: MedMerknad,
    Slag.FLYTTET: MedMerknad,
}
"""Outcome → its form. An application is registered as a case, and becomes an outcome by that."""


class Angreskjema(forms.Form):
    """Take back the last outcome: on which version, and the key of this form."""

    versjon = forms.IntegerField()
    nokkel = forms.UUIDField()
