"""The command line: one module per command, loaded only when its command is asked for, so that ``--help`` answers at once."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Protocol, cast

from skreddersom import __version__
from skreddersom.cli.norsk import NorskParser
from skreddersom.cli.strom import klargjor, si, slipp
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

KOMMANDOER = {
    "kandidater": "finn dem som kan ha rett til kvalifiseringsprogram, i en KOSTRA 11F-fil",
    "kostra": "kontroller en KOSTRA-fil (11F eller 11CF) slik Statistisk sentralbyrå gjør det",
    "indikatorer": "regn ut og sammenlikn indikatorer for kvalifiseringsprogrammet, kommune for kommune, av 11CF-filer",
    "rapport": "lag en rapport om områdeovervåking av en svarfil, som side, PDF, Word eller regneark",
    "syntetisk": "lag syntetiske 11F- og 11CF-filer med oppdiktede personer",
    "demo": "åpne hele Skreddersøm på denne maskinen, med oppdiktede mennesker",
    "hent": "ta inn uttrekkene i en mappe, som om noen lastet dem opp",
    "kontroller": "vis hva kontrollene finner ved et kontor",
    "kvittering": "se etter at hvert vedtak fortsatt blir det samme når det regnes om",
    "drift": "sett opp og kjør Skreddersøm for et virkelig kontor",
    "logg": "se etter at loggen er urørt, og skriv den til andre",
    "benk": "mål farten mot et gulv og mot andre verktøy",
}

# The front door itself answers to this one: it needs an environment with more in it.
PROVE = "«python3 skreddersom.py test» kjører alle prøvene."

OK, ADVARSEL, FEIL = 0, 1, 2
AVBRUTT = 130


class Kommando(Protocol):
    """What every command module offers."""

    def beskriv(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments to ``parser``."""

    def kjor(self, valg: argparse.Namespace) -> int:
        """Do the work and return the exit code: 0 fine, 1 warnings, 2 errors."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code; what goes wrong is said in one sentence and gives 2."""
    klargjor()
    try:
        return _kjor(list(sys.argv[1:] if argv is None else argv))
    except Brukerfeil as feil:
        si(f"Feil: {feil}")
        return FEIL
    except KeyboardInterrupt:
        print(file=sys.stderr)
        si("Avbrutt.")
        return AVBRUTT
    except BrokenPipeError:
        slipp(sys.stdout)
        return OK
    except OSError as feil:
        slipp(sys.stdout)
        si(f"Feil: Kan ikke skrive ut: {grunn(feil)}. Rydd plass, eller send utskriften et annet sted.")
        return FEIL


def _kjor(ord_: Sequence[str]) -> int:
    """All is written before we return, also help: what the disk refuses must be told while there is someone to tell it."""
    kommando = next((o for o in ord_ if not o.startswith("-")), None)
    try:
        valg = lag_parser(kommando).parse_args(ord_)
        kode = _modul(valg.kommando).kjor(valg)
    except SystemExit:
        sys.stdout.flush()
        raise
    sys.stdout.flush()
    return kode


def lag_parser(kommando: str | None) -> argparse.ArgumentParser:
    """The parser, with arguments for ``kommando`` only: the other modules stay unloaded."""
    parser = NorskParser(
        prog="skreddersom.py", description="Skreddersøm: retten til kvalifiseringsprogram, fra fil til menneske.", epilog=PROVE
    )
    parser.add_argument("--version", action="version", version=f"Skreddersøm {__version__}", help="vis versjonen")
    under = parser.add_subparsers(dest="kommando", required=True, metavar="kommando", title="kommandoer")
    for navn, hjelp in KOMMANDOER.items():
        delparser = under.add_parser(navn, help=hjelp, description=hjelp[0].upper() + hjelp[1:] + ".")
        if navn == kommando:
            _modul(navn).beskriv(delparser)
    return parser


def _modul(navn: str) -> Kommando:
    return cast("Kommando", importlib.import_module(f"skreddersom.cli.{navn}"))
