"""``benk``: how fast it is, against a floor and against other tools. A benchmark, not a test."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.verdi import antall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from rich.console import Console

OK, ULIKT = 0, 1
BREDDE_UTEN_TERMINAL = 120
OPPVARMING = 60  # seconds
NETTVALG = (
    ("--kontorer", 300, "hvor mange kontorer"),
    ("--personer", 200_000, "hvor mange personer i alt"),
    ("--takt", 50, "forespørsler i sekundet"),
    ("--sekunder", 60, "hvor lenge det måles"),
)


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``benk``."""
    from skreddersom.benk.plan import DELER

    parser.add_argument("hva", nargs="?", choices=["web"], metavar="web", help="mål sidene under last i stedet, for et helt land")
    parser.add_argument(
        "--bare", nargs="+", choices=list(DELER), default=list(DELER), metavar="DEL", help=f"bare noen av delene: {', '.join(DELER)}"
    )
    parser.add_argument("--runder", type=antall, default=5, metavar="N", help="hvor mange ganger hver deltaker kjører (ellers: 5)")
    parser.add_argument(
        "--poster", type=_flere_antall, default=[130_000, 1_000_000], metavar="N,N", help="recorder i 11F-filene (ellers: 130000,1000000)"
    )
    parser.add_argument("--skriv", type=Path, metavar="FIL", help="skriv resultatet som Markdown, for eksempel til docs/ytelse.md")
    for valg, ellers, hjelp in NETTVALG:
        parser.add_argument(valg, type=antall, default=ellers, metavar="N", help=f"web: {hjelp} (ellers: {ellers})")


def kjor(valg: argparse.Namespace) -> int:
    """Measure, show, and write. 1 when someone did not answer as we do; a goal that is not reached is shown, and is no error."""
    if valg.hva == "web":
        return _web(valg)
    from skreddersom.benk.dokument import dokument
    from skreddersom.benk.gjennomforing import gjennomfor
    from skreddersom.benk.tabell import vis

    with _framdrift() as meld:
        rapport = gjennomfor(valg.bare, valg.poster, valg.runder, meld)
    vis(_konsoll(), rapport)
    if valg.skriv is not None:
        _skriv(valg.skriv, partial(dokument, rapport))
    return OK if rapport.alt_likt else ULIKT


def _web(valg: argparse.Namespace) -> int:
    from skreddersom.benk.nett.dokument import dokument
    from skreddersom.benk.nett.gjennomforing import gjennomfor
    from skreddersom.benk.nett.omfang import Omfang
    from skreddersom.benk.nett.tabell import vis

    omfang = Omfang(valg.kontorer, valg.personer, valg.takt, valg.sekunder, min(OPPVARMING, valg.sekunder))
    with _framdrift() as meld:
        rapport = gjennomfor(omfang, meld)
    vis(_konsoll(), rapport)
    if valg.skriv is not None:
        _skriv(valg.skriv, partial(dokument, rapport))
    return OK


def _konsoll() -> Console:
    from rich.console import Console

    konsoll = Console(highlight=False)
    if not konsoll.is_terminal:
        konsoll.width = BREDDE_UTEN_TERMINAL
    return konsoll


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


def _skriv(sti: Path, dokument: Callable[[Mapping[str, str], date], str]) -> None:
    from skreddersom.benk.maskin import maskin

    try:
        sti.write_text(dokument(maskin(), date.today()), encoding="utf-8")  # noqa: DTZ011 – the day on this machine is meant
    except OSError as feil:
        raise Brukerfeil(f"Fikk ikke skrevet «{vist(sti)}»: {grunn(feil)}. Velg en mappe som finnes, og som du kan skrive i.") from feil
    print(f"Skrev {vist(sti)}.")


def _flere_antall(tekst: str) -> list[int]:
    return sorted({antall(del_) for del_ in tekst.split(",")})
