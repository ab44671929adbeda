"""The draft decision: what each outcome asks for, and where in the letter it stands."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import Skjema
from skreddersom.apper.sak.handlinger import Utkast
from skreddersom.apper.sak.handlinger.felles import FOR_LANG, LENGSTE_TEKST
from skreddersom.apper.sak.models import UTFALL, Slag, Utfall
from skreddersom.plattform.brev.vern import har_sperret_adresse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.tilstand import Advarsel

PERIODE: Final = ("fra", "til")
GRUNNER: Final = ("begrunnelse", "alternativ_uten_kvp")
FELT: Final[Mapping[Utfall, tuple[str, ...]]] = {
    Utfall.INNVILGET: (*PERIODE, "start", "timer_uke", *GRUNNER, "innhold", "evalueringer", "adresse"),
    Utfall.AVSLATT: (*GRUNNER, "aev_resultat", "aev_uten", "alternativer", "adresse"),
    Utfall.AVVIST: ("fakta", "regel", "begrunnelse", "alternativer", "adresse"),
    Utfall.AVBRUTT: (*PERIODE, "fakta", "begrunnelse", "adresse"),
    Utfall.STANSET: (*PERIODE, "fakta", "begrunnelse", "adresse"),
    Utfall.AVSLUTTET: ("til", "avslutning", "fakta", "begrunnelse", "alternativer", "adresse"),
    Utfall.OPPHEVET: ("fakta", "begrunnelse", "virkning", "adresse"),
    Utfall.KLAGE_AVVIST: ("begrunnelse", "adresse"),
}
"""Outcome → the fields of its draft, in the order of the form."""

VALGFRIE: Final = frozenset({"innhold", "adresse", "aev_resultat", "aev_uten"})
"""Fields that a decision can do without, or with one of."""

I_BREVET: Final[Mapping[str, tuple[str, ...]]] = {
    "innhold": ("innhold",),
    "evalueringer": ("evalueringer",),
    "adresse": ("mottaker", "adresse"),
    "aev_resultat": ("aev", "resultat"),
    "aev_uten": ("aev", "uten"),
    "alternativer": ("alternativer",),
    "fakta": ("fakta",),
    "regel": ("regel",),
    "virkning": ("virkning",),
    "avslutning": ("gjelder",),
}
"""Field of the form → where it stands in the letter's data. The other fields are the decision's own."""


class Dag(forms.DateField):
    """A day, also one to come: the browser's own calendar, and a sentence when it is not a day."""

    def __init__(self, merke: _StrPromise, hjelp: _StrPromise | str = "") -> None:
        super().__init__(
            label=merke,
            help_text=hjelp,
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d.%m.%Y"],
            error_messages={"invalid": _("Skriv datoen slik: 31.12.2026.")},
        )


class Fritekst(forms.CharField):
    """As many paragraphs as one likes."""

    def __init__(self, merke: _StrPromise, hjelp: _StrPromise | str = "", rader: int = 5) -> None:
        felt = forms.Textarea(attrs={"rows": rader})
        super().__init__(label=merke, help_text=hjelp, required=False, max_length=LENGSTE_TEKST, widget=felt)
        self.error_messages["max_length"] = FOR_LANG


class Linjer(Fritekst):
    """A list, one on each line."""

    def clean(self, value: Any) -> list[str]:  # noqa: ANN401 – what was posted
        """The lines with something on them."""
        return [linje for rad in super().clean(value).splitlines() if (linje := rad.strip())]

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 – a list from the draft, or what was typed
        """As it is typed."""
        return "\n".join(value) if isinstance(value, list) else value


class Dager(Linjer):
    """Days, one on each line; kept as the letter keeps them."""

    def clean(self, value: Any) -> list[str]:  # noqa: ANN401 – what was posted
        """The days in order. Raises ``ValidationError`` for a line that is no day."""
        return sorted(_dag(linje).isoformat() for linje in super().clean(value))

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        """As they are typed."""
        dager = [f"{date.fromisoformat(ett):%d.%m.%Y}" for ett in value] if isinstance(value, list) else value
        return super().prepare_value(dager)


def _dag(linje: str) -> date:
    try:
        return datetime.strptime(linje, "%d.%m.%Y").date()  # noqa: DTZ007 – a day has no time zone
    except ValueError:
        raise forms.ValidationError(_("Skriv hver dato på en egen linje, slik: 31.12.2026.")) from None


class Sendeskjema(Skjema):
    """To the one who decides, with an answer to each warning that has none."""

    def __init__(self, behandling: Behandling, advarsler: Iterable[Advarsel], data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(behandling, data)
        for ett in advarsler:
            self.fields[f"svar_{ett.merke}"] = felt = Fritekst(_("Hvorfor er det likevel riktig?"), _advarsel(ett), rader=2)
            felt.required = True
            felt.error_messages["required"] = _("Endre teksten, eller skriv hvorfor den likevel er riktig.")

    @property
    def bekreftet(self) -> dict[str, str]:
        """Mark of a warning → why the words are right all the same."""
        return {navn.removeprefix("svar_"): svar for navn, svar in self.cleaned_data.items() if navn.startswith("svar_")}


def _advarsel(ett: Advarsel) -> str:
    return gettext("«%(utdrag)s» kan leses som en ulovlig grunn. %(hvorfor)s") % {"utdrag": ett.utdrag, "hvorfor": ett.hvorfor}


class Utkastskjema(Skjema):
    """The draft of one outcome. Nothing is required here: it is filled in little by little, and the checklist says what is left.

    Where somebody with a protected address lives (``sperret``) is not asked for.
    """

    use_required_attribute = False

    utfall = forms.ChoiceField(choices=Utfall.choices, widget=forms.HiddenInput)
    fra = Dag(_("Første dag"))
    til = Dag(_("Siste dag"))
    start = Dag(_("Programmet starter"), _("I perioden, og senest seks måneder etter søknaden."))
    timer_uke = forms.DecimalField(
        label=_("Timer i uka"),
        required=False,
        min_value=Decimal(1),
        max_value=Decimal(40),
        decimal_places=2,
        localize=True,
        help_text=_("Full tid er 37,5 timer, med mindre noe annet er avtalt for virksomheten."),
        error_messages={"invalid": _("Skriv timetallet slik: 37,5."), "max_value": _("Høyst 40 timer."), "min_value": _("Minst én time.")},
    )
    avslutning = forms.ChoiceField(
        label=_("Hvordan slutter programmet?"),
        choices=[("", _("Velg")), ("fullfort", _("Programmet er fullført")), ("for_tiden", _("Før tiden"))],
        required=False,
    )
    fakta = Fritekst(_("Hva har skjedd?"), _("De faktiske forholdene vedtaket bygger på."))
    regel = forms.CharField(
        label=_("Regelen avvisningen bygger på"),
        help_text=_("Lov og paragraf."),
        required=False,
        max_length=200,
        error_messages={"max_length": FOR_LANG},
    )
    begrunnelse = Fritekst(
        _("Begrunnelse"), _("Hva dere har lagt vekt på for akkurat denne personen. Skriv «du»: teksten står i brevet."), rader=8
    )
    alternativ_uten_kvp = Fritekst(
        _("Hva ville vært alternativet uten programmet?"),
        _("For dere selv; det står ikke i brevet. Er alternativet bedre eller dårligere?"),
        rader=3,
    )
    aev_resultat = Fritekst(_("Hva arbeidsevnevurderingen viste"), rader=3)
    aev_uten = Fritekst(_("Hvorfor søknaden kan avgjøres uten arbeidsevnevurdering"), _("Bare når den ikke trengs for å avslå."), rader=3)
    alternativer = Fritekst(_("Annen hjelp personen kan få eller søke om"), rader=4)
    virkning = Fritekst(
        _("Hva opphevelsen betyr"),
        _("Hva som gjelder nå, og hva som skjer videre. Skriv «du»: teksten står i brevet."),
        rader=4,
    )
    innhold = Linjer(_("Hva programmet skal inneholde"), _("Ett tiltak på hver linje."), rader=4)
    evalueringer = Dager(_("Når dere skal se på hvordan programmet virker"), _("Én dato på hver linje, slik: 31.12.2026."), rader=3)
    adresse = Linjer(_("Adressen brevet sendes til"), _("Uten navnet. Det fyller vi ut."), rader=3)

    def __init__(self, behandling: Behandling, utfall: Utfall, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(behandling, data, utfall=utfall.value, **_lest(behandling))
        self.valgt, self.sperret = utfall, har_sperret_adresse(behandling.person_id)
        felter = [navn for navn in FELT[utfall] if not (self.sperret and navn == "adresse")]
        valg: Any = self.fields["utfall"]
        valg.choices = [(utfall.value, utfall.label)]
        for navn in set(self.fields) - {"versjon", "nokkel", "utfall", *felter}:
            del self.fields[navn]
        self.order_fields(["versjon", "nokkel", "utfall", *felter])
        self._merk(valgfritt=False)

    def full_clean(self) -> None:
        """A draft may lack anything; but what the decision will need, is never called optional on the page."""
        self._merk(valgfritt=True)
        super().full_clean()
        self._merk(valgfritt=False)

    def _merk(self, *, valgfritt: bool) -> None:
        for navn in set(self.fields) & set(FELT[self.valgt]) - VALGFRIE:
            self.fields[navn].required = not valgfritt

    @property
    def utkast(self) -> Utkast:
        """The draft; a field that could not be read is empty."""
        data = self.cleaned_data
        felt = {navn: data[navn] for navn in data if navn not in ("versjon", "nokkel", "utfall", *I_BREVET)}
        return Utkast(utfall=self.valgt, brevfelt=_til_brevet(data), **felt)


def _lest(behandling: Behandling) -> dict[str, Any]:
    """The draft as the form has it."""
    egne = {navn: getattr(behandling, navn) for navn in (*PERIODE, "start", "timer_uke", *GRUNNER)}
    return egne | {navn: _hent(behandling.brevfelt, sti) for navn, sti in I_BREVET.items()}


def _hent(brevfelt: Any, sti: tuple[str, ...]) -> Any:  # noqa: ANN401 – JSON
    for navn in sti:
        brevfelt = brevfelt.get(navn) if isinstance(brevfelt, dict) else None
    return brevfelt


def _til_brevet(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the letter tells beyond the decision; empty fields are left out."""
    felt: dict[str, Any] = {}
    for navn, sti in I_BREVET.items():
        verdi = data.get(navn)
        if verdi:
            sted = felt
            for ledd in sti[:-1]:
                sted = sted.setdefault(ledd, {})
            sted[sti[-1]] = verdi.isoformat() if isinstance(verdi, date) else verdi
    return felt


def valgt_utfall(behandling: Behandling, onsket: str) -> Utfall:
    """The outcome that the form is about: the one asked for if the behandling can end so, else the draft's, else the first."""
    mulige = UTFALL[Slag(behandling.slag)]
    return next((Utfall(ett) for ett in (onsket, behandling.utfall) if ett in mulige), mulige[0])
