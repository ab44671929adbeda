"""The forms of what a case rests on: the arbeidsevnevurdering, needs, own words, children, facts, målform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.sak.forms.felter import KAN_LESES, Skjema, langtekst, valg
from skreddersom.apper.sak.handlinger import Arbeidsevne, Barnevurdering, Egne, Kartlagt, Opplyst
from skreddersom.apper.sak.models import GAMLE_NAVN, Aev, Aldersgruppe, Innsatsgruppe, Malform, Omrade
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTA

if TYPE_CHECKING:
    from skreddersom.apper.sak.models import Sak

GRUPPER: Final = [(gruppe.value, f"{gruppe.label} ({GAMLE_NAVN[gruppe].lower()})") for gruppe in Innsatsgruppe]
FLEST_BARN: Final = 20
KAN_SLAAS_OPP: Final = [(navn, capfirst(faktum.ja)) for navn, faktum in FAKTA.items() if navn != DATOFAKTUM and not faktum.skjonn]
JA_NEI: Final = {"ja": True, "nei": False, "ukjent": None}
VERDIER: Final = [("ja", _("Ja")), ("nei", _("Nei")), ("ukjent", _("Ikke kjent lenger"))]


class Aevskjema(Skjema):
    """The dates of the arbeidsevnevurdering, and what it ended in. What is known already stands there."""

    bestilt = Dato(label=_("Når ble den bestilt?"), required=False)
    utfort = Dato(label=_("Når ble den utført?"), required=False, help_text=_("Den skal være gjort før det blir fattet vedtak."))
    vedtak_14a = Dato(label=_("Når kom vedtaket etter NAV-loven § 14 a?"), required=False)
    innsatsgruppe = valg(_("Hvilken innsatsgruppe?"), GRUPPER, _("Det nye navnet først, det gamle i parentes."), paakrevd=False)

    def forslag(self) -> dict[str, object]:
        """The newest row."""
        siste = Aev.objects.filter(sak_id=self.om.pk).order_by("-nr").first()
        return {navn: getattr(siste, navn) for navn in ("bestilt", "utfort", "vedtak_14a", "innsatsgruppe")} if siste else {}

    def clean(self) -> dict[str, Any]:
        """Something must have been done."""
        data = super().clean() or {}
        if not self.errors and not (data.get("bestilt") or data.get("utfort")):
            self.add_error("bestilt", _("Skriv når vurderingen ble bestilt eller utført."))
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The dates and the group."""
        data = self.cleaned_data
        gruppe = Innsatsgruppe(data["innsatsgruppe"]) if data["innsatsgruppe"] else None
        return (Arbeidsevne(data["bestilt"], data["utfort"], data["vedtak_14a"], gruppe),)


class Behovskjema(Skjema):
    """A need that the programme must answer."""

    omrade = valg(_("Hva gjelder behovet?"), Omrade.choices)
    tekst = langtekst(_("Hva trenger personen?"), _("Ett behov om gangen. Programmet skal senere svare på hvert av dem."), rader=3)
    kartlagt = Dato(label=_("Når ble det kartlagt?"))

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"kartlagt": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The need."""
        data = self.cleaned_data
        return (Kartlagt(Omrade(data["omrade"]), data["tekst"], data["kartlagt"]),)


class Bortfaltskjema(Skjema):
    """Which need is no longer there, since when, and why."""

    behov = valg(_("Hvilket behov?"), ())
    dato = Dato(label=_("Fra når?"))
    hvorfor = langtekst(_("Hvorfor er behovet ikke der lenger?"), KAN_LESES, rader=3)

    def __init__(self, om: Sak, data: Any = None, **initial: object) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data, **{"dato": timezone.localdate(), **initial})
        apne = om.behov.filter(bortfalt=None)
        felt = cast("forms.ChoiceField", self.fields["behov"])
        felt.choices = [(str(ett.pk), f"{ett.get_omrade_display()}: {ett.tekst}") for ett in apne]

    def argumenter(self) -> tuple[object, ...]:
        """The need, the day and the reason."""
        data = self.cleaned_data
        return (UUID(data["behov"]), data["dato"], data["hvorfor"])


class Egenvurderingsskjema(Skjema):
    """The applicant's own words, or that they did not want to say anything."""

    dato = Dato(label=_("Når sa personen dette?"))
    tekst = langtekst(_("Hva sier personen selv?"), _("Skriv det med personens egne ord."), paakrevd=False)
    onsket_ikke = forms.BooleanField(label=_("Personen ønsket ikke å si noe"), required=False)

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def clean(self) -> dict[str, Any]:
        """One or the other, not both."""
        data = super().clean() or {}
        if not self.errors and bool(data.get("tekst")) is bool(data.get("onsket_ikke")):
            self.add_error(
                "tekst", _("Skriv hva personen selv sier, eller kryss av for at personen ikke ønsket å si noe. Ikke begge deler.")
            )
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The words."""
        data = self.cleaned_data
        return (Egne(data["dato"], data["tekst"], data["onsket_ikke"]),)


class Barneskjema(Skjema):
    """The children in the household. No names, and no more than the programme must answer."""

    antall = forms.IntegerField(
        label=_("Hvor mange barn er det i husstanden?"),
        help_text=_("Skriv 0 når det ikke er noen."),
        min_value=0,
        max_value=FLEST_BARN,
        error_messages={
            "required": _("Skriv hvor mange barn det er, 0 hvis ingen."),
            "invalid": _("Skriv antallet med tall."),
            "min_value": _("Antallet kan ikke være mindre enn 0."),
            "max_value": _("Antallet kan ikke være større enn 20."),
        },
    )
    aldersgrupper = forms.MultipleChoiceField(
        label=_("Hvor gamle er de?"),
        choices=Aldersgruppe.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Velg blant aldersgruppene i lista.")},
    )
    behov = langtekst(_("Hva trenger barna når forelderen er i program?"), _("Ikke skriv navn."), paakrevd=False, rader=3)
    hva_gjores = langtekst(
        _("Hva gjøres for at det skal gå?"),
        _("For eksempel barnehage, skolefritidsordning eller timer som passer."),
        paakrevd=False,
        rader=3,
    )
    dato = Dato(label=_("Når ble dette vurdert?"))

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def clean(self) -> dict[str, Any]:
        """With children, their needs are assessed."""
        data = super().clean() or {}
        for felt in ("behov", "hva_gjores"):
            if data.get("antall") and not data.get(felt):
                self.add_error(felt, _("Er det barn i husstanden, skal dette vurderes. Skriv noen ord."))
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The assessment."""
        data = self.cleaned_data
        return (Barnevurdering(data["dato"], data["antall"], tuple(data["aldersgrupper"]), data["behov"], data["hva_gjores"]),)


class Faktumskjema(Skjema):
    """A fact that can be looked up, and where."""

    navn = valg(_("Hvilken opplysning?"), KAN_SLAAS_OPP)
    verdi = valg(_("Hva er svaret?"), VERDIER)
    kilde = langtekst(_("Hvor har du det fra?"), _("For eksempel «folkeregisteret 3. mars» eller «samtale med søkeren»."), rader=2)
    dato = Dato(label=_("Hvilken dag gjelder opplysningen?"))

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The fact."""
        data = self.cleaned_data
        return (Opplyst(data["navn"], JA_NEI[data["verdi"]], data["kilde"], data["dato"]),)


class Fodselsdatoskjema(Skjema):
    """The date of birth, and where it is known from."""

    fodselsdato = Dato(label=_("Når er personen født?"))
    kilde = langtekst(_("Hvor har du det fra?"), rader=2)

    def argumenter(self) -> tuple[object, ...]:
        """The fact."""
        data = self.cleaned_data
        return (Opplyst(DATOFAKTUM, data["fodselsdato"], data["kilde"], timezone.localdate()),)


class Malformskjema(Skjema):
    """The written form of the letters."""

    malform = valg(_("Hvilken målform skal brevene ha?"), Malform.choices, _("Den søkeren selv bruker eller ønsker."))

    def forslag(self) -> dict[str, object]:
        """As it is now."""
        return {"malform": cast("Sak", self.om).malform}

    def argumenter(self) -> tuple[object, ...]:
        """The form."""
        return (Malform(self.cleaned_data["malform"]),)
