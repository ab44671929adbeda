"""``benk``: how fast it is, against a floor and against other tools. A benchmark, not a test."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.verdi import antall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from skreddersom.benk.rapport import Rapport

OK, ULIKT = 0, 1
BREDDE_UTEN_TERMINAL = 120


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``benk``."""
    from skreddersom.benk.plan import DELER

    parser.add_argument(
        "--bare", nargs="+", choices=list(DELER), default=list(DELER), metavar="DEL", help=f"bare noen av delene: {', '.join(DELER)}"
    )
    parser.add_argument("--runder", type=antall, default=5, metavar="N", help="hvor mange ganger hver deltaker kjører (ellers: 5)")
    parser.add_argument(
        "--poster", type=_flere_antall, default=[130_000, 1_000_000], metavar="N,N", help="recorder i 11F-filene (ellers: 130000,1000000)"
    )
    parser.add_argument("--skriv", type=Path, metavar="FIL", help="skriv resultatet som Markdown, for eksempel til docs/ytelse.md")


def kjor(valg: argparse.Namespace) -> int:
    """Measure, show, and write. 1 when someone did not answer as we do; a goal that is not reached is shown, and is no error."""
    from rich.console import Console

    from skreddersom.benk.gjennomforing import gjennomfor
    from skreddersom.benk.tabell import vis

    with _framdrift() as meld:
        rapport = gjennomfor(valg.bare, valg.poster, valg.runder, meld)
    konsoll = Console(highlight=False)
    if not konsoll.is_terminal:
        konsoll.width = BREDDE_UTEN_TERMINAL
    vis(konsoll, rapport)
    if valg.skriv is not None:
        _skriv(valg.skriv, rapport)
    return OK if rapport.alt_likt else ULIKT


@contextmanager
def _framdrift() -> Iterator[Callable[[str], None]]:
    """Says on stderr what is being measured, on a terminal only; gives what to call with it."""
    from rich.console import Console

    terminal = Console(stderr=True)
    if not terminal.is_terminal:
        yield lambda _: None
        return
    with terminal.status("Måler …") as status:
        yield lambda hva: status.update(f"{hva} …")


def _skriv(sti: Path, rapport: Rapport) -> None:
    from skreddersom.benk.dokument import dokument
    from skreddersom.benk.maskin import maskin

    try:
        sti.write_text(dokument(rapport, maskin(), date.today()), encoding="utf-8")  # noqa: DTZ011 – the day on this machine is meant
    except OSError as feil:
        raise Brukerfeil(f"Fikk ikke skrevet «{vist(sti)}»: {grunn(feil)}. Velg en mappe som finnes, og som du kan skrive i.") from feil
    print(f"Skrev {vist(sti)}.")


def _flere_antall(tekst: str) -> list[int]:
    return sorted({antall(del_) for del_ in tekst.split(",")})
