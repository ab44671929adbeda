"""The forms of the letters that a veileder writes: an invitation to a talk, and the certificate of a programme."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import Framtid, Skjema, langtekst, linje, valg
from skreddersom.apper.sak.forms.vedtak import Linjer
from skreddersom.apper.sak.handlinger import Bevis, Invitasjon
from skreddersom.apper.sak.models import Malform
from skreddersom.plattform.brev.vern import har_sperret_adresse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.apper.kandidat.models import Kandidat, Person
    from skreddersom.apper.sak.models import Sak
    from skreddersom.kjerne.lov.brevkrav import Malform as Brevmalform


class Klokkeslett(forms.TimeField):
    """A time of the day, kept as a letter says it: «10.30»."""

    def __init__(self, merke: Any) -> None:  # noqa: ANN401 – a text, translated late
        feil = {"required": _("Skriv klokkeslettet slik: 10.30."), "invalid": _("Skriv klokkeslettet slik: 10.30.")}
        former = ["%H.%M", "%H:%M", "%H"]
        super().__init__(label=merke, help_text=_("Slik: 10.30."), widget=forms.TextInput, input_formats=former, error_messages=feil)

    def clean(self, value: Any) -> str:  # noqa: ANN401 – what was posted
        """As the letter says it; empty for what was not filled in where it need not be."""
        tid = super().clean(value)
        return f"{tid:%H.%M}" if isinstance(tid, time) else ""


class Invitasjonsskjema(Skjema):
    """When and where the talk is, and why. ``person`` is the one it is sent to."""

    use_required_attribute = False

    navn = linje(_("Navnet på personen"), _("Kontoret har ikke registrert noe navn. Det må stå i brevet."))
    dato = Framtid(label=_("Hvilken dag?"))
    klokkeslett = Klokkeslett(_("Klokka?"))
    sted = linje(_("Hvor?"), _("Så en som ikke har vært der, finner fram. Står i brevet."))
    med = linje(_("Hvem møter personen?"), _("Navnet på den eller dem som er med i samtalen."), paakrevd=False)
    hvorfor = langtekst(
        _("Hvorfor vil dere snakke med personen?"),
        _("Skriv «du»: teksten står i brevet. La feltet stå tomt når det ikke er mer å si enn det som alt står der."),
        paakrevd=False,
    )
    adresse = Linjer(_("Adressen brevet sendes til"), _("Uten navnet. Det fyller vi ut."), rader=3)

    def __init__(self, om: Sak | Kandidat, person: Person, data: Any = None, **initial: object) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data, **initial)
        self.sperret = har_sperret_adresse(person.pk)
        for navn, uten in (("adresse", self.sperret), ("navn", person.navn)):
            if uten:
                del self.fields[navn]

    @property
    def invitasjon(self) -> Invitasjon:
        """What the letter is to say, as far as it has come; a field that could not be read is empty."""
        data = self.cleaned_data
        ord_ = {navn: data.get(navn, "") for navn in ("navn", "klokkeslett", "sted", "med", "hvorfor")}
        return Invitasjon(dato=data.get("dato"), adresse=tuple(data.get("adresse") or ()), **ord_)


class Kandidatinvitasjon(Invitasjonsskjema):
    """The same to somebody who has no case, where one has not chosen in which form of Norwegian they read."""

    malform = valg(_("Hvilken målform skal brevet ha?"), Malform.choices)

    def forslag(self) -> dict[str, object]:
        """Bokmål."""
        return {"malform": Malform.BOKMAL}

    @property
    def valgt_malform(self) -> Brevmalform:
        """As chosen; bokmål until it is."""
        return "nn" if self.cleaned_data.get("malform") == Malform.NYNORSK else "nb"


class Bevisskjema(Skjema):
    """What the participant has done. What the programme was to hold, stands in it."""

    use_required_attribute = False

    innhold = Linjer(
        _("Hva har deltakeren gjort i programmet?"), _("Én ting på hver linje. Ta bort det som ikke ble noe av, og legg til resten.")
    )
    ferdigheter = Linjer(
        _("Hva har deltakeren lært og vist?"),
        _("Én ting på hver linje, sammen med deltakeren. Ikke skriv noe om helse, økonomi eller familie: beviset vises til arbeidsgivere."),
    )

    def __init__(self, om: Sak, planlagt: Sequence[str], data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data, innhold=list(planlagt))
        self.fields["innhold"].required = True
        self.fields["innhold"].error_messages["required"] = _("Før opp minst én ting deltakeren har gjort.")

    @property
    def bevis(self) -> Bevis:
        """What the certificate is to say, as far as it has come."""
        return Bevis(tuple(self.cleaned_data.get("innhold") or ()), tuple(self.cleaned_data.get("ferdigheter") or ()))
