"""The form of the head of the office's letters."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import linje
from skreddersom.apper.sak.forms.vedtak import Linjer
from skreddersom.apper.sak.handlinger.brevhode import Hode

if TYPE_CHECKING:
    from collections.abc import Mapping

FLEST_LINJER: Final = 5
LENGSTE_LINJE: Final = 120


class Brevhodeskjema(forms.Form):
    """Where the office is, and how one gets hold of it. ``avtrykk`` marks what the form was opened on."""

    avtrykk = forms.CharField(widget=forms.HiddenInput)
    adresse = Linjer(
        _("Adresse"), _("Dit klager kan sendes eller leveres. Uten navnet på kontoret, én linje for hver linje i brevet."), rader=3
    )
    telefon = linje(_("Telefon"), paakrevd=False, lengst=40)
    epost = forms.EmailField(
        label=_("E-postadresse"),
        help_text=_("Kontorets felles adresse. Skriv telefon, e-post eller begge."),
        required=False,
        max_length=254,
        error_messages={"invalid": _("Skriv e-postadressen slik: post@kommune.no.")},
    )
    apningstid = linje(_("Åpningstid"), _("Slik den skal stå i en setning: «mandag til fredag klokka 10–14»."), paakrevd=False)
    statsforvalter = linje(_("Statsforvalteren i"), _("Den som avgjør klager fra kommunen deres, for eksempel «Agder»."), lengst=60)

    def __init__(self, hode: Hode, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={**asdict(hode), "adresse": list(hode.adresse), "avtrykk": hode.avtrykk})
        self.fields["adresse"].required = True
        self.fields["adresse"].error_messages["required"] = _("Skriv adressen. Brevene må si hvor en klage kan sendes.")

    def clean_adresse(self) -> list[str]:
        """No more than there is room for on the paper."""
        linjer: list[str] = self.cleaned_data["adresse"]
        if len(linjer) > FLEST_LINJER or any(len(ett) > LENGSTE_LINJE for ett in linjer):
            raise forms.ValidationError(_("Adressen har ikke plass i brevet. Skriv høyst fem linjer, hver på høyst 120 tegn."))
        return linjer

    def clean(self) -> dict[str, Any]:
        """One way at least to get hold of the office."""
        data = super().clean() or {}
        if not {"telefon", "epost"} & set(self.errors) and not (data.get("telefon") or data.get("epost")):
            self.add_error("telefon", _("Skriv telefonnummer eller e-postadresse. Brevene må si hvordan man får tak i dere."))
        return data

    @property
    def hode(self) -> Hode:
        """What was written."""
        data = self.cleaned_data
        return Hode(tuple(data["adresse"]), data["telefon"], data["epost"], data["apningstid"], data["statsforvalter"])
