"""The head of each demo office's letters. Made up: no office has this address, and nobody answers on these numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.apper.sak.handlinger.brevhode import Hode, hodet, lagre_brevhode
from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.plattform.tilgang.models import Stilling

STEDER: Final[Mapping[str, str]] = {
    "NAV Lister": "4550 Farsund",
    "NAV Lindesnes": "4513 Mandal",
    "NAV Evje og Hornnes": "4735 Evje",
    "NAV Midt Agder": "4534 Marnardal",
    "NAV Kristiansand": "4611 Kristiansand",
    "NAV Birkenes": "4760 Birkeland",
    "NAV Lillesand": "4790 Lillesand",
    "NAV Grimstad": "4876 Grimstad",
    "NAV Froland": "4820 Froland",
    "NAV Arendal": "4838 Arendal",
    "NAV Åmli": "4865 Åmli",
    "NAV Tvedestrand": "4900 Tvedestrand",
    "NAV Vegårshei": "4985 Vegårshei",
    "NAV Gjerstad": "4980 Gjerstad",
    "NAV Risør": "4950 Risør",
}
"""Office → where it is."""


def skriv(leder: Stilling) -> None:
    """The head of the office's letters, as its leader would write it; one that stands already is kept."""
    kontekst = okt.kontekst(leder)
    with som(kontekst):
        if hodet(kontekst.kontor) == Hode():
            lagre_brevhode(kontekst, hode(leder.kontor.navn), Hode().avtrykk)


def hode(kontor: str) -> Hode:
    """What stands at the head of the letters of a demo office."""
    nr = list(STEDER).index(kontor) + 1
    return Hode((f"Eksempelveien {nr}", STEDER[kontor]), f"55 00 00 {nr:02}", "", "mandag til fredag klokka 12–14", "Agder")
