"""Forms of the coding: new codes, codes put together, and what two agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.omradeovervaking.forms.felter import Linjer, Rundeskjema, langtekst, linje, nynorsk
from skreddersom.apper.omradeovervaking.handlinger import NyKode
from skreddersom.apper.omradeovervaking.visning import maalform

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.svar import Rute


class Kodeskjema(Rundeskjema):
    """One code more for a question."""

    navn = linje(_("Hva heter koden?"), lengst=60)
    navn_nn = nynorsk()
    synonym = Linjer(_("Ord som foreslår koden"), _("Ett svar på hver linje, slik kontorene skriver det."), rader=4)

    def still_inn(self) -> None:
        """The words may be left out."""
        self.fields["synonym"].required = False

    def ny(self) -> NyKode:
        """The code as it is written, for the question in the address."""
        felt = self.cleaned_data
        return NyKode(self.valgt.get("sporsmal", ""), felt["navn"], felt["navn_nn"], felt["synonym"])


class Sammenskjema(Rundeskjema):
    """From now on one code counts as another."""

    fra = forms.ChoiceField(label=_("Denne koden"))
    til = forms.ChoiceField(label=_("skal telle som"))
    grunn = langtekst(_("Hvorfor?"), _("Det som er kodet, blir stående slik det ble skrevet."), rader=2)

    def still_inn(self) -> None:
        """The round's own codes of the question; only they can go, and any can be what they become."""
        sporsmal = self.valgt.get("sporsmal", "")
        alle = self.grunnlag.kodevalg(sporsmal, maalform())
        egne = {ett["kode"] for ett in self.grunnlag.listeversjon.koder if ett["sporsmal"] == sporsmal}
        self.fields["fra"].choices = [ett for ett in alle if ett[0] in egne]  # type: ignore[attr-defined]
        self.fields["til"].choices = alle  # type: ignore[attr-defined]


class Enighetskjema(Rundeskjema):
    """What two who had said different things have come to."""

    kode = forms.ChoiceField(label=_("Hva er dere blitt enige om?"), widget=forms.RadioSelect)
    begrunnelse = langtekst(_("Begrunnelse"), _("Den står i rapporten."), rader=3)

    def still_inn(self) -> None:
        """The codes of the question."""
        valgene = self.grunnlag.kodevalg(self.rute.sporsmal, maalform()) if self.rute else ()
        self.fields["kode"].choices = valgene  # type: ignore[attr-defined]

    @property
    def rute(self) -> Rute | None:
        """The cell that the address points at."""
        return next((rute for pk, rute in self.grunnlag.rute_for.items() if str(pk) == self.valgt.get("svar")), None)
