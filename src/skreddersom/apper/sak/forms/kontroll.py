"""What another says of the work: approved, or sent back with reasons from the closed list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import KAN_LESES, Skjema, langtekst
from skreddersom.apper.sak.handlinger import Dom
from skreddersom.apper.sak.models import Retursaarsak

if TYPE_CHECKING:
    from skreddersom.apper.sak.models import Behandling

GODKJENN = "godkjenn"
"""The value of the button that approves; any other sends back."""


class Domskjema(Skjema):
    """Why something is sent back. ``merke`` holds apart forms on the same page."""

    arsaker = forms.MultipleChoiceField(
        label=_("Hvorfor sendes det tilbake?"),
        choices=Retursaarsak.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Velg årsaker fra lista.")},
    )
    tekst = langtekst(_("Hva må rettes?"), KAN_LESES, paakrevd=False, rader=3)

    def __init__(self, om: Behandling, data: Any = None, *, merke: object = "", **mer: object) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data, **mer)
        self.auto_id = f"id_{merke}_%s" if merke else "id_%s"

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


class Vilkarsdom(Domskjema):
    """The same of one assessment."""

    vurdering = forms.UUIDField(widget=forms.HiddenInput)
