"""The forms of the work with a behandling: provisional reply, waiting, who has it, and its end without a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.kandidat.sporringer import veiledere
from skreddersom.apper.sak import varsler
from skreddersom.apper.sak.forms.ansvar import MedAnsvar
from skreddersom.apper.sak.forms.felter import KAN_LESES, Framtid, Skjema, langtekst, valg
from skreddersom.apper.sak.handlinger import Forelopig, Henlegging, Venting
from skreddersom.apper.sak.models import Henleggelse, Slag, Ventegrunn

if TYPE_CHECKING:
    from datetime import date

    from django import forms

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class Arbeidsskjema(Skjema):
    """A form about a behandling; without fields of its own it asks nothing but to be sure. ``kontekst`` is the one who fills it in."""

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.kontekst = kontekst
        super().__init__(om, data)


class ForelopigSvar(MedAnsvar, Arbeidsskjema):
    """The letter that tells why it takes time, or the day the applicant was told so in another way."""

    use_required_attribute = False

    arsak = langtekst(
        _("Hvorfor tar det tid?"),
        _("Står i brevet. Skriv hva dere arbeider med, og hva dere venter på. Plass, kø og budsjett er ikke lovlige grunner."),
    )
    forventet = Framtid(label=_("Når kan søkeren vente svar?"))
    trengs = langtekst(
        _("Hva trenger dere fra søkeren?"), _("Én ting på hver linje. La feltet stå tomt når ingenting trengs."), rader=3, paakrevd=False
    )
    dato = Dato(
        label=_("Er svaret alt gitt på en annen måte?"),
        help_text=_("Skriv dagen det ble gitt. Da lages det ikke noe brev."),
        required=False,
    )

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(kontekst, om, data)
        for navn in ("arsak", "forventet"):
            self.fields[navn].required = not self.data.get("dato")

    def clean(self) -> dict[str, Any]:
        """What the letter says is answered for; given in another way, there is no letter."""
        data = super().clean() or {}
        if not self.data.get("dato"):
            self.spor(varsler.i_forelopig_svar(data.get("arsak", ""), self.besvarte, timezone.localdate()))
        return data

    @property
    def besvarte(self) -> set[str]:
        """The warnings in the case that are answered for already."""
        return set(cast("Behandling", self.om).bekreftelser.values_list("merke", flat=True))

    @property
    def gitt(self) -> date | None:
        """The day it was given in another way, if it was."""
        dag: date | None = self.cleaned_data.get("dato")
        return dag

    @property
    def svar(self) -> Forelopig:
        """What the letter is to say."""
        data = self.cleaned_data
        return Forelopig(data["arsak"], data["forventet"], tuple(rad.strip() for rad in data["trengs"].splitlines() if rad.strip()))


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
