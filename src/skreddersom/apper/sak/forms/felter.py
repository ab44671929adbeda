"""What the forms of a case have in common: the version they were opened on, a key of their own, and the kinds of field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.sak.handlinger import Innsending, ny_nokkel
from skreddersom.apper.sak.handlinger.felles import FOR_LANG, LENGSTE_TEKST

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import _StrPromise

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.apper.sak.models import Behandling, Klage, Sak

KAN_LESES: Final = _("Personen kan lese det du skriver.")


class Skjema(forms.Form):
    """A form about a case, a behandling, a complaint or a candidate (``om``). It counts on the version it was opened on, once."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    nokkel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, om: Sak | Behandling | Klage | Kandidat, data: Any = None, **initial: object) -> None:  # noqa: ANN401 – what Django posts
        self.om = om
        super().__init__(data, initial={"versjon": om.versjon, "nokkel": ny_nokkel(), **self.forslag(), **initial})

    def forslag(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}

    def innsending(self) -> Innsending:
        """The version and the key."""
        return Innsending(self.cleaned_data["versjon"], self.cleaned_data["nokkel"])

    def argumenter(self) -> tuple[object, ...]:
        """What the action takes after the ``Innsending``."""
        return ()


class Framtid(Dato):
    """A day from today on."""

    def validate(self, value: date | None) -> None:
        """Refuse days that have been."""
        forms.DateField.validate(self, value)
        if value and value < timezone.localdate():
            raise forms.ValidationError(_("Datoen kan ikke være før i dag."))


def langtekst(merke: _StrPromise | str, hjelp: _StrPromise | str = "", *, paakrevd: bool = True, rader: int = 5) -> forms.CharField:
    """A text of some length."""
    felt = forms.Textarea(attrs={"rows": rader})
    meldinger = {"required": _("Skriv noen ord her."), "max_length": FOR_LANG}
    return forms.CharField(label=merke, help_text=hjelp, required=paakrevd, widget=felt, max_length=LENGSTE_TEKST, error_messages=meldinger)


def linje(merke: _StrPromise, hjelp: _StrPromise | str = "", *, paakrevd: bool = True, lengst: int = 120) -> forms.CharField:
    """A few words."""
    meldinger = {"required": _("Skriv noen ord her."), "max_length": FOR_LANG}
    return forms.CharField(label=merke, help_text=hjelp, required=paakrevd, max_length=lengst, error_messages=meldinger)


def valg(merke: _StrPromise, valgene: Any, hjelp: _StrPromise | str = "", *, paakrevd: bool = True) -> forms.ChoiceField:  # noqa: ANN401
    """One of a closed list, as radio buttons."""
    meldinger = {"required": _("Velg ett av alternativene."), "invalid_choice": _("Velg ett av alternativene i lista.")}
    return forms.ChoiceField(
        label=merke, help_text=hjelp, choices=valgene, required=paakrevd, widget=forms.RadioSelect, error_messages=meldinger
    )
