"""The search form of the log. Only ids and days stand in the address; a fødselsnummer is posted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.logg.sporringer import Utvalg
from skreddersom.plattform.tilgang.forms import Personskjema


def _dag() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Sokeskjema(forms.Form):
    """By person, by member of staff, by days."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput())
    ansatt = forms.TypedChoiceField(label=_("Ansatt"), required=False, empty_value=None)
    fra = forms.DateField(label=_("Fra"), required=False, widget=_dag())
    til = forms.DateField(label=_("Til"), required=False, widget=_dag())

    def __init__(self, ansatte: list[tuple[str, str]], data: Any) -> None:  # noqa: ANN401 – a QueryDict
        super().__init__(data)
        self.fields["ansatt"].choices = [("", _("Alle")), *ansatte]  # type: ignore[attr-defined]

    def utvalg(self) -> Utvalg:
        """What was asked for; what could not be read is left out, and the form says so."""
        self.is_valid()
        return Utvalg(**{navn: self.cleaned_data.get(navn) or None for navn in ("person", "ansatt", "fra", "til")})


class Finnskjema(Personskjema):
    """Whose log?"""
