"""The forms of the work with a behandling: provisional reply, waiting, who has it, and its end without a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.kandidat.sporringer import veiledere
from skreddersom.apper.sak.forms.felter import KAN_LESES, Framtid, Skjema, langtekst, valg
from skreddersom.apper.sak.handlinger import Henlegging, Venting
from skreddersom.apper.sak.models import Henleggelse, Slag, Ventegrunn

if TYPE_CHECKING:
    from django import forms

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class Arbeidsskjema(Skjema):
    """A form about a behandling; without fields of its own it asks nothing but to be sure. ``kontekst`` is the one who fills it in."""

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.kontekst = kontekst
        super().__init__(om, data)


class ForelopigSvar(Arbeidsskjema):
    """When the provisional reply was given."""

    dato = Dato(
        label=_("Når fikk søkeren foreløpig svar?"), help_text=_("Svaret skal si når søkeren kan vente vedtak, og hvorfor det tar tid.")
    )

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The day."""
        return (self.cleaned_data["dato"],)


class Ventskjema(Arbeidsskjema):
    """What is waited for, and until when."""

    grunn = valg(_("Hva venter dere på?"), Ventegrunn.choices, _("Plass, kø og budsjett er ikke lovlige grunner til å vente."))
    frist = Framtid(label=_("Til når?"), help_text=_("Dagene på vent teller med i behandlingstida."))
    tekst = langtekst(_("Merknad"), KAN_LESES, paakrevd=False, rader=3)

    def argumenter(self) -> tuple[object, ...]:
        """What, until when, and a few words."""
        data = self.cleaned_data
        return (Venting(Ventegrunn(data["grunn"]), data["frist"], data["tekst"]),)


class Tildelskjema(Arbeidsskjema):
    """Who is to have it."""

    ansatt = valg(_("Hvem skal ha saken?"), ())

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(kontekst, om, data)
        felt = cast("forms.ChoiceField", self.fields["ansatt"])
        felt.choices = [(str(ett.pk), ett.navn) for ett in veiledere(kontekst)]

    def argumenter(self) -> tuple[object, ...]:
        """The veileder."""
        return (UUID(self.cleaned_data["ansatt"]),)


class Henleggskjema(Arbeidsskjema):
    """Why there will be no decision."""

    grunn = valg(_("Hvorfor blir det ikke noe vedtak?"), (), _("En søknad skal avgjøres med vedtak så lenge søkeren ikke har trukket den."))
    dato = Dato(label=_("Fra hvilken dag?"))
    tekst = langtekst(_("Hva er skjedd?"), KAN_LESES, paakrevd=False, rader=3)

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(kontekst, om, data)
        felt = cast("forms.ChoiceField", self.fields["grunn"])
        felt.choices = [(ett.value, ett.label) for ett in Henleggelse if om.slag != Slag.SOKNAD or ett is not Henleggelse.IKKE_AKTUELL]

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The reason."""
        data = self.cleaned_data
        return (Henlegging(Henleggelse(data["grunn"]), data["dato"], data["tekst"]),)
