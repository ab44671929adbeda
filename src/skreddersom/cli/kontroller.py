"""``kontroller``: the same «k of n» as the page Kontoret, for those who want it on a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skreddersom.cli import som_ansatt

if TYPE_CHECKING:
    import argparse

    from skreddersom.plattform.kontroller.telling import Tall

OK, FUNN = 0, 1


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kontroller``."""
    som_ansatt.beskriv(parser)
    parser.add_argument("--format", choices=("tabell", "json"), default="tabell", help="hvordan tallene vises (ellers: tabell)")


def kjor(valg: argparse.Namespace) -> int:
    """Run the catalogue over one office. Returns 0 when nothing is found, 1 when something is."""
    kontekst = som_ansatt.kontekst(valg, ("leder", "kvalitetssikrer", "beslutter"))
    from skreddersom.plattform.kontroller import telling as kontroller
    from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
    from skreddersom.plattform.tilgang.kontekst import som

    with som(kontekst):
        alle = kontroller.tell(kontekst)
        skriv(kontekst, [Notat(Handling.LES, formal=Formal.INTERNKONTROLL, detalj="kontroller på kommandolinja")])
    _vis(alle, valg.format)
    return FUNN if any(tall.k or tall.risiko for tall in alle) else OK


def _vis(alle: list[Tall], form: str) -> None:
    if form == "json":
        print(json.dumps([_objekt(tall) for tall in alle], ensure_ascii=False, indent=2))
        return
    for tall in alle:
        print(
            f"{tall.kontroll.id}  {tall.kontroll.tittel:<45} {tall.k} av {tall.n}{_intervall(tall)}{_risiko(tall)}{_ikke_vurderbare(tall)}"
        )


def _objekt(tall: Tall) -> dict[str, Any]:
    kontroll = tall.kontroll
    felles = {"kontroll": kontroll.id, "tittel": kontroll.tittel, "alvor": kontroll.alvor.name, "k": tall.k, "n": tall.n}
    return felles | {"lav": tall.lav, "hoy": tall.hoy, "risiko": tall.risiko, "ikke_vurderbare": tall.ikke_vurderbare}


def _intervall(tall: Tall) -> str:
    """The interval of a share; a single office has none."""
    if tall.lav is None or tall.hoy is None or tall.kontroll.tabell == "kontor":
        return ""
    return f"  (trolig mellom {100 * tall.lav:.0f} og {100 * tall.hoy:.0f} prosent)"


def _risiko(tall: Tall) -> str:
    return f"  {tall.risiko} til blir brudd om ingen gjør noe" if tall.risiko else ""


def _ikke_vurderbare(tall: Tall) -> str:
    return f"  {tall.ikke_vurderbare} kan ikke vurderes" if tall.ikke_vurderbare else ""
