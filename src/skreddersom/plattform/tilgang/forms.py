"""The forms of the administrator."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.handlinger import NyRolle, NyttInnsyn
from skreddersom.plattform.tilgang.personer import katalog
from skreddersom.plattform.tilgang.roller import ROLLER_I, Enhetsslag, Gradering, Naerhet, Rolle

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Stilling

VANLIG_INNSYN: Final = timedelta(days=14)
"""How long a case is opened for when nothing else is chosen. Our own choice."""
KLARERINGER = [valg for valg in Gradering.choices if valg[0] != Gradering.INGEN]


def _dag() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Rolleskjema(forms.Form):
    """A role for somebody, new here or not."""

    navn = forms.CharField(label=_("Navn"), max_length=120)
    epost = forms.EmailField(label=_("E-post"), help_text=_("Adressen personen logger inn med."))
    rolle = forms.ChoiceField(label=_("Rolle"))
    fra = forms.DateField(label=_("Første dag"), widget=_dag())
    til = forms.DateField(label=_("Siste dag"), widget=_dag(), required=False)
    klareringer = forms.MultipleChoiceField(
        label=_("Kan se personer som er"), choices=KLARERINGER, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, stilling: Stilling, data: Any = None) -> None:  # noqa: ANN401 – a QueryDict or nothing, as Django takes it
        super().__init__(data, initial={"fra": timezone.localdate()})
        mulige = ROLLER_I[Enhetsslag(stilling.kontor.slag)]
        self.fields["rolle"].choices = [(rolle.value, rolle.label) for rolle in Rolle if rolle in mulige]  # type: ignore[attr-defined]

    def som_rolle(self) -> NyRolle:
        """What was filled in."""
        data = self.cleaned_data
        klarert = tuple(Gradering(ett) for ett in data["klareringer"])
        return NyRolle(data["navn"], data["epost"], Rolle(data["rolle"]), data["fra"], data["til"], klarert)


class Avsluttskjema(forms.Form):
    """The last day of a role."""

    siste_dag = forms.DateField(label=_("Siste dag"), widget=_dag())


class Kodeskjema(forms.Form):
    """The code that tells who somebody is."""

    kode = forms.CharField(
        label=_("Koden"),
        help_text=_("Tolv tegn. Store og små bokstaver er like, og strekene kan du hoppe over."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}),
        max_length=40,
        error_messages={"required": _("Skriv koden du har fått.")},
    )


class Personskjema(forms.Form):
    """A person, pointed out by number or id; what is typed stands in no address."""

    person = forms.CharField(
        label=_("Person"), help_text=_("Fødselsnummer, eller id-en som står i adressen til kandidatsiden."), max_length=40
    )

    def clean_person(self) -> UUID:
        """The person's id."""
        funnet = katalog().finn(self.cleaned_data["person"].strip())
        if funnet is None:
            raise ValidationError(gettext("Vi finner ingen med dette hos dere. Sjekk tallene."))
        return funnet


class Skjermingsskjema(Personskjema):
    """Protect a person."""

    gradering = forms.ChoiceField(label=_("Gradering"), choices=KLARERINGER)


class Habilitetsskjema(Personskjema):
    """Keep a member of staff and a person apart."""

    ansatt = forms.ChoiceField(label=_("Ansatt"))
    grunn = forms.ChoiceField(label=_("Grunn"), choices=Naerhet.choices)

    def __init__(self, kontekst: Kontekst, data: Any = None, **valg: Any) -> None:  # noqa: ANN401 – as Django takes them
        super().__init__(data, **valg)
        valgene = [(str(ansatt.pk), ansatt.navn) for ansatt in sporringer.ansatte(kontekst)]
        self.fields["ansatt"].choices = valgene  # type: ignore[attr-defined]


class Innsynsskjema(Personskjema):
    """Open one case to somebody from outside."""

    ansatt = forms.ChoiceField(
        label=_("Hvem skal få se saken?"),
        help_text=_("De som arbeider hos Statsforvalteren og i direktoratet."),
        error_messages={"required": _("Velg hvem som skal få se saken.")},
    )
    fra = forms.DateField(label=_("Første dag"), widget=_dag())
    til = forms.DateField(label=_("Siste dag"), widget=_dag())
    grunn = forms.CharField(
        label=_("Hvorfor skal de se den?"),
        help_text=_("For eksempel en klage eller et tilsyn."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": _("Skriv hvorfor saken skal åpnes.")},
    )

    def __init__(self, kontekst: Kontekst, data: Any = None, *, initial: dict[str, object]) -> None:  # noqa: ANN401 – as Django takes it
        idag = timezone.localdate()
        super().__init__(data, initial={"fra": idag, "til": idag + VANLIG_INNSYN, **initial})
        folk = {str(ett.ansatt_id): f"{ett.ansatt.navn}, {ett.kontor.navn}" for ett in sporringer.tilsynsfolk(kontekst, idag, date.max)}
        self.fields["ansatt"].choices = [("", gettext("Velg")), *folk.items()]  # type: ignore[attr-defined]

    def clean_til(self) -> date:
        """The last day, which must not have been."""
        til: date = self.cleaned_data["til"]
        if til < timezone.localdate():
            raise ValidationError(gettext("Siste dag har alt vært. Velg en dag som kommer."))
        return til

    def som_innsyn(self) -> NyttInnsyn:
        """What was filled in."""
        data = self.cleaned_data
        return NyttInnsyn(data["person"], UUID(data["ansatt"]), data["fra"], data["til"], data["grunn"])
