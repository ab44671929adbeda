"""What another says of the work: approved, or sent back with reasons from the closed list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.handlinger import Dom, Innsending, ny_nokkel
from skreddersom.apper.sak.handlinger.felles import FOR_LANG, LENGSTE_TEKST
from skreddersom.apper.sak.models import Retursaarsak

GODKJENN = "godkjenn"
"""The value of the button that approves; any other sends back."""


class Domskjema(forms.Form):
    """Why something is sent back. Carries the version it was opened on, and a key of its own."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    nokkel = forms.UUIDField(widget=forms.HiddenInput)
    arsaker = forms.MultipleChoiceField(
        label=_("Hvorfor sendes det tilbake?"),
        choices=Retursaarsak.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Velg årsaker fra lista.")},
    )
    tekst = forms.CharField(
        label=_("Hva må rettes?"),
        help_text=_("Skriv så den andre vet hva som skal gjøres. Personen kan lese det du skriver."),
        required=False,
        max_length=LENGSTE_TEKST,
        error_messages={"max_length": FOR_LANG},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, versjon: int, data: Any = None, *, merke: object = "", **mer: Any) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(data, initial={"versjon": versjon, "nokkel": ny_nokkel(), **mer}, auto_id=f"id_{merke}_%s" if merke else "id_%s")

    def clean(self) -> None:
        """A return has a reason, said where it is missing."""
        if self.dom.godkjent:
            return
        if not self.dom.arsaker:
            self.add_error("arsaker", _("Velg minst én årsak."))
        elif Retursaarsak.ANNET in self.dom.arsaker and not self.dom.tekst.strip():
            self.add_error("tekst", _("Skriv hva «annet» er."))

    @property
    def dom(self) -> Dom:
        """What was said."""
        godkjent = self.data.get("dom") == GODKJENN
        arsaker = () if godkjent else tuple(Retursaarsak(ett) for ett in self.cleaned_data.get("arsaker", ()))
        return Dom(godkjent, arsaker, self.cleaned_data.get("tekst", ""))

    @property
    def inn(self) -> Innsending:
        """The version and the key."""
        return Innsending(self.cleaned_data["versjon"], self.cleaned_data["nokkel"])


class Vilkarsdom(Domskjema):
    """The same of one assessment."""

    vurdering = forms.UUIDField(widget=forms.HiddenInput)
