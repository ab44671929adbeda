"""Forms of a round until it is sent, and while answers come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.forms.felter import Dag, Linjer, Rundeskjema, langtekst, linje
from skreddersom.apper.omradeovervaking.handlinger import NyttSporsmal, Oppsett
from skreddersom.apper.omradeovervaking.models import Egettall, Slag, Utvalg
from skreddersom.apper.sak.forms.felter import valg
from skreddersom.plattform.tilgang.sporringer import kontorer_under

if TYPE_CHECKING:
    from skreddersom.apper.omradeovervaking.models import Sporsmal
    from skreddersom.plattform.tilgang.kontekst import Kontekst

MED_VALG: Final = {Slag.ETT_VALG, Slag.FLERE_VALG, Slag.MATRISE}
MED_EGET_TALL: Final = {Slag.TALL, Slag.DATO}


class NyRunde(forms.Form):
    """Begin a round: what it is called, its deadline, and the round whose questions it takes over."""

    tittel = linje(_("Hva heter runden?"), _("Navnet står over spørsmålene til kontorene, og på rapporten."))
    frist = Dag(label=_("Svarfrist"))
    etter = forms.ChoiceField(label=_("Spørsmål"), required=False)

    def __init__(self, kontekst: Kontekst, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(data)
        tidligere = [(str(ett.pk), _("Samme som i «%(runde)s»") % {"runde": ett.tittel}) for ett in sporringer.runder(kontekst)]
        self.fields["etter"].choices = [("", _("Begynn uten spørsmål")), *tidligere]  # type: ignore[attr-defined]

    def oppsett(self, kontekst: Kontekst) -> Oppsett:
        """As it begins: all offices are asked, and two code."""
        alle = [ett.pk for ett in kontorer_under(kontekst.kontor)]
        return Oppsett(self.cleaned_data["tittel"], self.cleaned_data["frist"], kontorer=alle)


class Oppsettskjema(Rundeskjema):
    """Whom it asks, and how it is coded."""

    tittel = linje(_("Hva heter runden?"))
    frist = Dag(label=_("Svarfrist"))
    kontorer = forms.MultipleChoiceField(
        label=_("Hvem skal svare?"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Velg minst ett kontor.")}
    )
    utvalg = valg(_("Hvordan er kontorene valgt?"), Utvalg.choices, _("Rapporten sier hvem svarene gjelder for ut fra dette."))
    kodere = forms.TypedChoiceField(
        label=_("Hvor mange skal kode svarene?"),
        help_text=_("To som koder hver for seg, viser hvor sikker kodingen er. De ser ikke hverandres koder før begge er ferdige."),
        choices=[(2, _("To, uavhengig av hverandre")), (1, _("Én"))],
        coerce=int,
        widget=forms.RadioSelect,
    )

    def forslag(self) -> dict[str, object]:
        """As it stands."""
        runde = self.grunnlag.runde
        felles = {navn: getattr(runde, navn) for navn in ("tittel", "frist", "utvalg", "kodere")}
        return {**felles, "kontorer": [str(ett) for ett in runde.kontorer]}

    def still_inn(self) -> None:
        """The offices that can be asked."""
        felt = self.fields["kontorer"]
        felt.choices = [(str(pk), navn) for pk, navn in self.grunnlag.kan_sporres]  # type: ignore[attr-defined]

    def oppsett(self) -> Oppsett:
        """As it is written."""
        felt = self.cleaned_data
        return Oppsett(felt["tittel"], felt["frist"], felt["utvalg"], felt["kodere"], list(map(_uuid, felt["kontorer"])))


def _uuid(tekst: str) -> Any:  # noqa: ANN401 – a UUID, which the choices have checked
    from uuid import UUID

    return UUID(tekst)


class Sporsmalskjema(Rundeskjema):
    """One question."""

    tekst = langtekst(_("Spørsmålet"), _("Slik kontoret leser det."), rader=2)
    navn = linje(_("Kort navn"), _("Overskriften i matrisen og rapporten."), lengst=80)
    slag = valg(_("Hvordan skal de svare?"), Slag.choices)
    valg = Linjer(_("Svar å velge mellom"), _("Ett på hver linje. Bare når kontoret skal velge."), rader=4)
    rader = Linjer(_("Linjer i tabellen"), _("Én på hver linje. Bare for tabeller."), rader=3)
    hjelp = langtekst(_("Hjelp til å svare"), paakrevd=False, rader=2)
    hvis = forms.ChoiceField(label=_("Hvem får spørsmålet?"), required=False)
    tall = forms.ChoiceField(
        label=_("Fyll ut fra kontorets egne tall"),
        help_text=_("Kontoret ser hvor tallet er fra, og kan endre det."),
        required=False,
        choices=[("", _("Nei")), *Egettall.choices],
    )
    paakrevd = forms.BooleanField(label=_("Må besvares"), required=False)
    navn_nn = linje(_("Kort navn på nynorsk"), paakrevd=False, lengst=80)
    tekst_nn = langtekst(_("Spørsmålet på nynorsk"), paakrevd=False, rader=2)
    valg_nn = Linjer(_("Svarene på nynorsk"), _("Like mange linjer, i samme rekkefølge. Uten dem står svarene på bokmål."), rader=4)
    rader_nn = Linjer(_("Linjene i tabellen på nynorsk"), _("Like mange linjer, i samme rekkefølge."), rader=3)
    hjelp_nn = langtekst(_("Hjelp på nynorsk"), paakrevd=False, rader=2)

    @property
    def gammelt(self) -> Sporsmal | None:
        """The question that is being changed."""
        return next((ett for ett in self.grunnlag.sporsmal if ett.nr == self.plass), None)

    def forslag(self) -> dict[str, object]:
        """As it stands; a new one is free text that must be answered."""
        ett = self.gammelt
        if ett is None:
            return {"slag": Slag.FRITEKST, "paakrevd": True}
        felt = {navn: getattr(ett, navn) for navn in ("tekst", "navn", "slag", "valg", "rader", "hjelp", "tall", "paakrevd")}
        return {
            **felt,
            **{navn: getattr(ett, navn) for navn in ("navn_nn", "tekst_nn", "valg_nn", "rader_nn", "hjelp_nn")},
            "hvis": f"{ett.hvis_kode}={ett.hvis_svar}" if ett.hvis_kode else "",
        }

    def still_inn(self) -> None:
        """The answers of earlier questions that it can hang on."""
        for navn in ("valg", "rader", "valg_nn", "rader_nn"):
            self.fields[navn].required = False
        self.kan_fjernes = self.gammelt is not None
        tidligere = [ett for ett in self.grunnlag.sporsmal if self.gammelt is None or ett.nr < self.gammelt.nr]
        styrer = [ett for ett in tidligere if ett.slag in (Slag.ETT_VALG, Slag.FLERE_VALG)]
        bare = _("Bare de som svarer «%(svar)s» på «%(navn)s»")
        mulige = [(f"{ett.kode}={svar}", bare % {"svar": svar, "navn": ett.navn}) for ett in styrer for svar in ett.valg]
        self.fields["hvis"].choices = [("", _("Alle")), *mulige]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Choices where there are choices, and numbers of one's own only where a number or a day is answered."""
        felt = self.cleaned_data
        slag = felt.get("slag")
        if slag in MED_VALG and len(set(felt.get("valg", []))) < 2:
            self.add_error("valg", _("Skriv minst to ulike svar å velge mellom."))
        if slag == Slag.MATRISE and not felt.get("rader"):
            self.add_error("rader", _("Skriv minst én linje i tabellen."))
        if felt.get("tall") and slag not in MED_EGET_TALL:
            self.add_error("tall", _("Bare tall og datoer kan fylles ut fra kontorets egne tall."))
        for navn in ("valg", "rader"):
            if felt.get(f"{navn}_nn") and len(felt[f"{navn}_nn"]) != len(felt.get(navn, [])):
                self.add_error(f"{navn}_nn", _("Skriv like mange linjer som på bokmål, eller ingen."))
        return felt

    def nytt(self) -> NyttSporsmal:
        """The question as it is written; what does not belong to its kind is left out."""
        felt = dict(self.cleaned_data)
        kode, _likhet, svar = felt.pop("hvis").partition("=")
        felt.pop("versjon")
        if felt["slag"] not in MED_VALG:
            felt["valg"] = felt["valg_nn"] = []
        if felt["slag"] != Slag.MATRISE:
            felt["rader"] = felt["rader_nn"] = []
        return NyttSporsmal(**felt, hvis_kode=kode, hvis_svar=svar)


class Paaminnelse(Rundeskjema):
    """A few words to those who have not answered."""

    tekst = langtekst(
        _("Beskjed til kontorene"),
        _("Lederen ser påminnelsen på Min benk og øverst på siden med spørsmålene. Det sendes ikke e-post."),
        paakrevd=False,
        rader=3,
    )


class Retur(Rundeskjema):
    """Why the answers are sent back."""

    grunn = langtekst(_("Hva trenger dere mer av?"), _("Kontoret ser det du skriver, og svarene de sendte blir stående."), rader=3)


class Fristskjema(Rundeskjema):
    """Another deadline."""

    frist = Dag(label=_("Ny svarfrist"))

    def forslag(self) -> dict[str, object]:
        """The one that stands."""
        return {"frist": self.grunnlag.runde.frist}
