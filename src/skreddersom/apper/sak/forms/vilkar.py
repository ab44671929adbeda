"""The form of one condition of § 29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import KAN_LESES, Skjema, langtekst, linje, valg
from skreddersom.apper.sak.handlinger import Vilkarssvar
from skreddersom.apper.sak.handlinger.vilkar import FELT
from skreddersom.apper.sak.models import Svar
from skreddersom.apper.sak.visning.ord import maalform
from skreddersom.kjerne.lov.grunner import grunner

if TYPE_CHECKING:
    from datetime import date

    from django import forms

    from skreddersom.apper.sak.models import Behandling, Vilkarsvurdering

MANGLER: Final = {
    "begrunnelse": _("Skriv begrunnelsen. Den skal kunne prøves av andre."),
    "grunn": _("Velg en av de lovlige grunnene til at vilkåret ikke er oppfylt."),
    "mangler": _("Skriv hva som mangler."),
    "hvem": _("Skriv hvem som skaffer det."),
}
"""Field → what to say when the answer needs it and it is empty."""


class Vilkarsskjema(Skjema):
    """The answer to one condition. Yes and no need a reason, no a lawful ground, «not known yet» what is missing and who gets it."""

    svar = valg(_("Er vilkåret oppfylt?"), Svar.choices)
    grunn = valg(_("Hvorfor ikke?"), (), _("Bare lovlige grunner kan velges."), paakrevd=False)
    begrunnelse = langtekst(_("Begrunnelse"), KAN_LESES, paakrevd=False, rader=8)
    mangler = langtekst(_("Hva mangler?"), paakrevd=False, rader=3)
    hvem = linje(_("Hvem skaffer det?"), paakrevd=False)

    def __init__(self, om: Behandling, vilkar_id: str, dag: date, data: Any = None, *, forrige: Vilkarsvurdering | None = None) -> None:  # noqa: ANN401
        self.vilkar_id = vilkar_id
        fra_for = {navn: getattr(forrige, navn) for navn in ("svar", *MANGLER)} if forrige else {}
        super().__init__(om, data, **fra_for)
        felt = cast("forms.ChoiceField", self.fields["grunn"])
        felt.choices = [(ett.kode, ett.tekst.paa(maalform())) for ett in grunner(vilkar_id, dag)]
        if not felt.choices:
            felt.help_text = _now("Dette vilkåret kan ikke være grunn til å si nei.")

    def clean(self) -> dict[str, Any]:
        """What the answer needs, and nothing else."""
        data = super().clean() or {}
        for felt in FELT[Svar(data["svar"])] if data.get("svar") else ():
            if felt not in self.errors and not data.get(felt):
                self.add_error(felt, MANGLER[felt])
        return data

    def vilkarssvar(self) -> Vilkarssvar:
        """The answer."""
        data = self.cleaned_data
        return Vilkarssvar(self.vilkar_id, Svar(data["svar"]), data["begrunnelse"], data["grunn"], data["mangler"], data["hvem"])

    def argumenter(self) -> tuple[object, ...]:
        """The answer, alone."""
        return (self.vilkarssvar(),)
