"""``demo``: the whole product on this machine, with made-up people in the 15 offices of Agder."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si

if TYPE_CHECKING:
    import argparse

AAR = (2025, 2026)
FRO = 1
PORT = 8000


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``demo``."""
    parser.add_argument("--mappe", type=Path, metavar="MAPPE", help="hvor alt skal ligge (ellers: .demo ved siden av skreddersom.py)")
    parser.add_argument("--ny", action="store_true", help="begynn på nytt: kast databasen og lag filene igjen")
    parser.add_argument("--port", type=int, default=PORT, metavar="NR", help=f"porten på denne maskinen (ellers: {PORT})")
    parser.add_argument("--bare-liste", action="store_true", help="vis bare kandidatlista i terminalen, uten nettsted")


def kjor(valg: argparse.Namespace) -> int:
    """Make what is missing, then serve the pages until Ctrl-C."""
    mappe = (valg.mappe or _mappe()).absolute()
    if valg.bare_liste:
        _lag_filer(mappe / "agder", ny=valg.ny)
        return _liste(mappe / "agder")
    from skreddersom.demo.nettsted import Nettsted

    start = time.monotonic()
    return Nettsted(mappe, valg.port, si, lambda: _lag_filer(mappe / "agder", ny=valg.ny)).kjor(ny=valg.ny, start=start)


def _lag_filer(mappe: Path, *, ny: bool) -> None:
    if ny or not all(sti.is_file() for skjema in ("11F", "11CF") for sti in _filer(mappe, skjema)):
        from skreddersom.demo.syntetisk import lag_agder

        si(f"Lager oppdiktede mennesker i de 25 kommunene i Agder, {AAR[0]} og {AAR[1]} …")
        lag_agder(mappe, aar=AAR, fro=FRO, overskriv=True)


def _liste(mappe: Path) -> int:
    """Do what an office would: find the candidates of all 25 municipalities."""
    from skreddersom import cli

    kode = cli.main(["kandidater", *map(str, _filer(mappe, "11F")), "--deltakere", *map(str, _filer(mappe, "11CF"))])
    _fortell(mappe)
    return kode


def _filer(mappe: Path, skjema: str) -> list[Path]:
    """The files that are ours, there or not. Whatever else stands in the folder is somebody's, and is left alone."""
    from skreddersom.kjerne.kostra.kommuner import AGDER

    return [mappe / f"{skjema}_{kommune}_{aar}.dat" for kommune in AGDER for aar in AAR]


def _mappe() -> Path:
    """Beside the front door, or where the user stands when the checkout is not theirs to write in."""
    rot = Path(__file__).resolve().parents[3]
    return (rot if os.access(rot, os.W_OK) else Path.cwd()) / ".demo"


def _fortell(mappe: Path) -> None:
    her = mappe.relative_to(Path.cwd()) if mappe.is_relative_to(Path.cwd()) else mappe
    print("Alle personene er oppdiktet. Filene ligger i", vist(her))
    print("Prøv én kommune:    python3 skreddersom.py kandidater", vist(her / f"11F_4203_{AAR[-1]}.dat"))
    print("Se én person:       … og legg til --journal med nummeret fra lista")
    print("Kontroller en fil:  python3 skreddersom.py kostra kontroller", vist(her / f"11CF_4203_{AAR[-1]}.dat"))
