"""``syntetisk``: write synthetic 11F and 11CF files with invented people."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import mengde, vist
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

MOTTAKERE_I_KOMMUNE = 900
"""Recipients a year when ``--antall`` is not given for one municipality."""


def beskriv(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``syntetisk``. Numbers come as text: a wrong one gets our own sentence."""
    hvor = parser.add_mutually_exclusive_group()
    hvor.add_argument("--kommune", metavar="NR", help="kommunenummer, for eksempel 4203 for Arendal")
    hvor.add_argument("--agder", action="store_true", help="alle de 25 kommunene i Agder")
    parser.add_argument("--antall", metavar="N", help="mottakere av sosialhjelp per år (900 for en kommune, 6000 for hele Agder)")
    parser.add_argument(
        "--aar", metavar="ÅR", default="2025,2026", help="rapporteringsår med komma mellom: 2025, 2026 eller begge (standard)"
    )
    parser.add_argument("--fro", metavar="TALL", default="1", help="frø for tilfeldighetene: samme frø gir samme filer (standard 1)")
    parser.add_argument("--ut", metavar="MAPPE", type=Path, default=Path("syntetisk"), help="mappa filene skrives i (standard: syntetisk)")
    parser.add_argument("--overskriv", action="store_true", help="skriv over filer som finnes fra før")


def kjor(valg: argparse.Namespace) -> int:
    """Write the files and tell where they are. Always 0; wrong input is a ``Brukerfeil``."""
    from skreddersom.demo.syntetisk.agder import MOTTAKERE_I_AGDER

    if not valg.agder and valg.kommune is None:
        raise Brukerfeil("Velg hvor menneskene skal bo: --kommune med et kommunenummer, eller --agder.")
    standard = MOTTAKERE_I_AGDER if valg.agder else MOTTAKERE_I_KOMMUNE
    antall = standard if valg.antall is None else _heltall(valg.antall, "--antall skal være et helt tall")
    aar = [_heltall(del_, "--aar skal være årstall med komma mellom, for eksempel 2025,2026") for del_ in valg.aar.split(",")]
    with _framdrift(antall) as meld:
        stier = _skriv(valg, antall, aar, meld)
    _fortell(valg, stier, antall, aar)
    return 0


def _skriv(valg: argparse.Namespace, antall: int, aar: list[int], meld: Callable[[int], None]) -> list[Path]:
    from skreddersom.demo.syntetisk import lag, lag_agder

    fro = _heltall(valg.fro, "--fro skal være et helt tall")
    if valg.agder:
        return lag_agder(valg.ut, antall=antall, aar=aar, fro=fro, overskriv=valg.overskriv, framdrift=meld)
    return lag(valg.kommune, antall, aar, fro, valg.ut, overskriv=valg.overskriv, framdrift=meld)


def _heltall(tekst: str, krav: str) -> int:
    try:
        return int(tekst)
    except ValueError:
        raise Brukerfeil(f"{krav}, ikke «{tekst}».") from None


@contextmanager
def _framdrift(antall: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr, shown on a terminal only; gives what to call with the number done since last."""
    from rich.console import Console
    from rich.progress import Progress

    terminal = Console(stderr=True)
    with Progress(console=terminal, transient=True, disable=not terminal.is_terminal) as linje:
        oppgave = linje.add_task("Lager mottakere", total=antall)
        yield lambda ferdige: linje.advance(oppgave, ferdige)


def _fortell(valg: argparse.Namespace, stier: list[Path], antall: int, aar: list[int]) -> None:
    from skreddersom.kjerne.kostra.kommuner import KOMMUNER

    sted = "de 25 kommunene i Agder" if valg.agder else KOMMUNER[valg.kommune]
    hvem, naar = mengde(antall, "mottaker", "mottakere"), " og i ".join(map(str, sorted(set(aar))))
    print(f"Skrev {mengde(len(stier), 'fil', 'filer')} i {vist(valg.ut)}: {hvem} av sosialhjelp i {sted} i {naar}.")
    print("Alle personene er oppdiktet: fødselsnumrene har måned + 80 og kan ikke tilhøre noen.")
    print(f"Neste steg: python3 skreddersom.py kandidater {vist(valg.ut)}/11F_*.dat --deltakere {vist(valg.ut)}/11CF_*.dat")
