"""The gallery: every component in every state. It is what the tests of contrast, width and axe look at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render

from skreddersom.plattform.design.feil import FEIL, feilside, ikke_funnet
from skreddersom.plattform.design.hode import Hode, Menypunkt
from skreddersom.plattform.design.tabell import les_sortering
from skreddersom.plattform.design.tegning import Maned

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HODE: Final = Hode(
    bruker="Kari Nordmann",
    kontor="Nav Lillevik",
    rolle="Veileder",
    meny=(Menypunkt("Min benk", "/galleri/", 12), Menypunkt("Kandidater", "/galleri/?2"), Menypunkt("Kontoret", "/galleri/?3")),
    bytt="/galleri/?4",
    logg_ut="/galleri/?5",
    hjelp="/galleri/?6",
)
FANER: Final = (
    Menypunkt("Forfalt", "/galleri/", 3),
    Menypunkt("Denne uka", "/galleri/?uke", 9),
    Menypunkt("Senere", "/galleri/?senere", 0),
    Menypunkt("Uten frist", "/galleri/?uten"),
)
RADER: Final = (
    {"navn": "Ola Testesen", "svar": ("ja", "ja", "ukjent"), "fikk": "110111110111", "merke": ("Ny", "info"), "belop": "128 400"},
    {
        "navn": "Åse-Marie Prøve Øvrebø",
        "svar": ("ja", "ukjent", "ukjent"),
        "fikk": "111111111111",
        "merke": ("Informert", "success"),
        "belop": "96 050",
    },
    {
        "navn": "Bjørn Eksempelsen",
        "svar": ("nei", "ja", "ja"),
        "fikk": "0000?1111000",
        "merke": ("Frist i morgen", "warning"),
        "belop": "7 200",
    },
)
FIKK: Final = {"1": True, "0": False, "?": None}
RADER_I_ALT: Final = 187


class Provefelt(forms.Form):
    """One field of each kind; bound to nothing it shows the errors as well."""

    navn = forms.CharField(label="Navn", help_text="Slik det står i folkeregisteret.")
    epost = forms.EmailField(label="E-post", required=False)
    frist = forms.DateField(label="Frist", widget=forms.DateInput(attrs={"type": "date"}))
    utfall = forms.ChoiceField(label="Utfall", choices=[("", "Velg utfall"), ("informert", "Informert"), ("tilbudt", "Tilbudt")])
    maate = forms.ChoiceField(
        label="Hvordan ble personen informert?",
        help_text="Velg det som kom først.",
        choices=[("samtale", "Samtale"), ("brev", "Brev"), ("melding", "Melding")],
        widget=forms.RadioSelect,
    )
    tema = forms.MultipleChoiceField(
        label="Hva snakket dere om?",
        required=False,
        choices=[("rett", "Retten til program"), ("stonad", "Stønaden"), ("plan", "Innholdet i programmet")],
        widget=forms.CheckboxSelectMultiple,
    )
    begrunnelse = forms.CharField(
        label="Begrunnelse", help_text="Personen kan lese det du skriver her.", widget=forms.Textarea(attrs={"rows": 4})
    )
    bekreftet = forms.BooleanField(label="Opplysningene er gjennomgått sammen med personen")


def galleri(request: HttpRequest) -> HttpResponse:
    """Show all components."""
    request.hode = HODE  # type: ignore[attr-defined]
    rader = [{**rad, "maneder": _maneder(str(rad["fikk"]))} for rad in RADER]
    side = Paginator(range(RADER_I_ALT), 20).get_page(request.GET.get("side"))
    innhold = {
        "rader": rader,
        "maneder": rader[2]["maneder"],
        "side": side,
        "sortering": les_sortering(request, {"navn", "belop"}, "navn"),
        "faner": FANER,
        "tomt_skjema": Provefelt(prefix="ny"),
        "feil_skjema": Provefelt({"feil-epost": "ikke en adresse", "feil-navn": "Kari"}, prefix="feil"),
        "feilkoder": FEIL,
    }
    return render(request, "design/galleri.html", innhold)


def galleri_feilside(request: HttpRequest, kode: int) -> HttpResponse:
    """Show one of the error pages."""
    request.hode = HODE  # type: ignore[attr-defined]
    return feilside(request, kode) if kode in FEIL else ikke_funnet(request)


def _maneder(fikk: str) -> list[Maned]:
    return [Maned(date(2025, nr, 1), FIKK[tegn]) for nr, tegn in enumerate(fikk, 1)]
