"""The form of an office's own limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.modell import Alvor, Enhet
from skreddersom.plattform.kontroller.grenser import Egne, avtrykk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.kontroll.modell import Kontroll, Terskel

LENGST: int = 1000


class Grenseskjema(forms.Form):
    """A number for each limit of the catalogue; an empty one is the catalogue's. ``avtrykk`` marks what the form was opened on."""

    avtrykk = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, naa: Egne, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"avtrykk": avtrykk(naa)})
        for kontroll in KATALOG:
            for ett in kontroll.terskler:
                self.fields[f"{kontroll.id}_{ett.navn}"] = _felt(kontroll, ett, naa.get(kontroll.id, {}).get(ett.navn))

    @property
    def egne(self) -> Egne:
        """What was filled in."""
        svar: Egne = {}
        for felt, verdi in self.cleaned_data.items():
            nr, _skille, navn = felt.partition("_")
            if navn and verdi is not None:
                svar.setdefault(nr, {})[navn] = verdi
        return svar


def _felt(kontroll: Kontroll, ett: Terskel, verdi: int | None) -> forms.IntegerField:
    laast = (ett.alvor or kontroll.alvor) is Alvor.BRUDD
    navn, enhet = _(kontroll.tittel), _("dager") if ett.enhet is Enhet.DAGER else _("måneder")
    hjelp = _("Tomt betyr %(verdi)s %(enhet)s.") if not laast else _("Tomt betyr %(verdi)s %(enhet)s, som er det lengste.")
    hoyst = ett.verdi if laast else LENGST
    return forms.IntegerField(
        label=_("%(tittel)s (kontroll %(nr)s), %(enhet)s") % {"tittel": navn, "nr": kontroll.id, "enhet": enhet},
        help_text=hjelp % {"verdi": ett.verdi, "enhet": enhet},
        initial=verdi,
        required=False,
        min_value=0,
        max_value=hoyst,
        error_messages={
            "invalid": _("Skriv et helt tall, eller la stå tomt."),
            "min_value": _("Tallet kan ikke være under null."),
            "max_value": _("Tallet kan være høyst %(hoyst)s. En grense for et lovbrudd kan bare strammes inn.") % {"hoyst": hoyst}
            if laast
            else _("Tallet kan være høyst %(hoyst)s.") % {"hoyst": hoyst},
        },
    )
