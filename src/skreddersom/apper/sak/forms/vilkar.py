"""The form of one condition of § 29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import varsler
from skreddersom.apper.sak.forms.ansvar import MedAnsvar
from skreddersom.apper.sak.forms.felter import KAN_LESES, langtekst, linje, valg
from skreddersom.apper.sak.handlinger import Vilkarssvar
from skreddersom.apper.sak.handlinger.vilkar import FELT
from skreddersom.apper.sak.models import Svar
from skreddersom.kjerne.lov.grunner import grunner

if TYPE_CHECKING:
    from collections.abc import Collection
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


class Vilkarsskjema(MedAnsvar):
    """The answer to one condition. Yes and no need a reason, no a lawful ground, «not known yet» what is missing and who gets it.

    Words that sound like an unlawful ground get a field of their own each, that asks why they are right all the same.
    """

    use_required_attribute = False

    svar = valg(_("Er vilkåret oppfylt?"), Svar.choices)
    grunn = valg(_("Hvorfor ikke?"), (), _("Bare lovlige grunner kan velges."))
    begrunnelse = langtekst(_("Begrunnelse"), KAN_LESES, rader=8)
    mangler = langtekst(_("Hva mangler?"), rader=3)
    hvem = linje(_("Hvem skaffer det?"))

    def __init__(
        self,
        om: Behandling,
        vilkar_id: str,
        dag: date,
        data: Any = None,  # noqa: ANN401 – what Django posts
        *,
        forrige: Vilkarsvurdering | None,
        besvarte: Collection[str],
    ) -> None:
        """``forrige`` is the answer that stands, ``besvarte`` the marks of the warnings that are answered for."""
        self.vilkar_id, self.dag, self.besvarte = vilkar_id, dag, besvarte
        super().__init__(om, data, **({navn: getattr(forrige, navn) for navn in ("svar", *MANGLER)} if forrige else {}))
        self._lovlige_grunner()
        for navn, setning in MANGLER.items():
            self.fields[navn].required = not self.is_bound or navn in FELT.get(cast("Svar", self.data.get("svar")), ())
            self.fields[navn].error_messages["required"] = setning

    def _lovlige_grunner(self) -> None:
        felt = cast("forms.ChoiceField", self.fields["grunn"])
        felt.choices = [(ett.kode, _now(ett.tekst.nb)) for ett in grunner(self.vilkar_id, self.dag)]
        if not felt.choices:
            felt.help_text = _now("Dette vilkåret kan ikke være grunn til å si nei.")

    def clean(self) -> dict[str, Any]:
        """Words that sound like an unlawful ground are answered for, or changed."""
        data = super().clean() or {}
        felt = FELT.get(cast("Svar", data.get("svar")), ())
        begrunnelse, mangler = (data.get(navn, "") if navn in felt else "" for navn in ("begrunnelse", "mangler"))
        self.spor(varsler.i_vilkaret(self.vilkar_id, begrunnelse, mangler, self.besvarte, self.dag))
        return data

    def vilkarssvar(self) -> Vilkarssvar:
        """The answer."""
        data = self.cleaned_data
        return Vilkarssvar(self.vilkar_id, Svar(data["svar"]), data["begrunnelse"], data["grunn"], data["mangler"], data["hvem"])
