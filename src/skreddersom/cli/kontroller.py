"""``kontroller``: the same «k of n» as the page Kontoret, for those who want it on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.cli import som_ansatt

if TYPE_CHECKING:
    import argparse

OK, FUNN = 0, 1


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kontroller``."""
    som_ansatt.beskriv(parser)
    parser.add_argument("--sprak", choices=("nb", "nn", "en"), default="nb", help="språket kontrollene vises på (ellers: nb)")
    parser.add_argument("--format", choices=("tabell", "json"), default="tabell", help="hvordan tallene vises (ellers: tabell)")


def kjor(valg: argparse.Namespace) -> int:
    """Run the catalogue over one office. Returns 0 when nothing is found, 1 when something is."""
    kontekst = som_ansatt.kontekst(valg, ("leder", "kvalitetssikrer", "beslutter"))
    from skreddersom.plattform.kontroller import telling as kontroller
    from skreddersom.plattform.kontroller.utskrift import vis
    from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
    from skreddersom.plattform.tilgang.kontekst import som

    with som(kontekst):
        alle = kontroller.tell(kontekst)
        skriv(kontekst, [Notat(Handling.LES, formal=Formal.INTERNKONTROLL, detalj="kontroller på kommandolinja")])
    vis(alle, valg.format, valg.sprak)
    return FUNN if any(tall.k or tall.risiko for tall in alle) else OK
