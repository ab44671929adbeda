"""``kvittering kjor-om``: every stored receipt of a decision made anew; each must be byte for byte what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse

    from skreddersom.apper.sak.kvittering import Omkjort
    from skreddersom.plattform.tilgang.models import Kontor

OK, FUNN = 0, 1


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kvittering``."""
    under = parser.add_subparsers(dest="gjor", required=True, metavar="hva", title="hva")
    kjor_om = under.add_parser("kjor-om", help="lag alle lagrede kvitteringer på nytt, og si hvilke som ikke blir de samme")
    kjor_om.add_argument("--kontor", action="append", metavar="NAVN", help="bare dette kontoret; kan gjentas (ellers: alle)")


def kjor(valg: argparse.Namespace) -> int:
    """Do it. 1 when a receipt does not come out as it was."""
    from skreddersom.cli.drift import sett_opp

    sett_opp()
    svar = [(kontor, ett) for kontor in _kontorer(valg.kontor) for ett in _kjor_om(kontor)]
    avvik = [(kontor, ett) for kontor, ett in svar if ett.feil]
    for kontor, ett in avvik:
        print(f"{kontor}: vedtak {ett.vedtak}: {ett.feil}")
    print(f"{len(svar)} kvitteringer er laget på nytt. {f'{len(avvik)} ble ikke de samme.' if avvik else 'Alle ble de samme.'}")
    return FUNN if avvik else OK


def _kontorer(navn: list[str] | None) -> list[Kontor]:
    from skreddersom.plattform.tilgang.models import Kontor

    valgte = list(Kontor.objects.filter(navn__in=navn) if navn else Kontor.objects.all())
    ukjente = set(navn or ()) - {kontor.navn for kontor in valgte}
    if ukjente:
        raise Brukerfeil(f"det finnes ikke noe kontor som heter «{min(ukjente)}». Se etter at navnet er skrevet helt likt.")
    return valgte


def _kjor_om(kontor: Kontor) -> list[Omkjort]:
    """As the system, which sees the protected persons too: a receipt nobody looks at is no receipt. What is told has no person in it."""
    from skreddersom.apper.sak.kvittering import kjor_om
    from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
    from skreddersom.plattform.tilgang.kontekst import som, systemet

    with som(systemet(kontor.pk)) as system:
        svar = list(kjor_om(system))
        if svar:
            skriv(system, [Notat(Handling.LES, formal=Formal.INTERNKONTROLL, detalj="kvitteringer kjørt om")])
    return svar
