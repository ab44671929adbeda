"""``demo``: synthetic Agder, and its candidates, for somebody who has just come."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si

if TYPE_CHECKING:
    import argparse

AAR = (2025, 2026)
FRO = 1


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``demo``."""
    parser.add_argument("--mappe", type=Path, metavar="MAPPE", help="hvor filene skal ligge (ellers: .demo ved siden av skreddersom.py)")
    parser.add_argument("--ny", action="store_true", help="lag filene på nytt")


def kjor(valg: argparse.Namespace) -> int:
    """Make the files once, then do what an office would: find the candidates of all 25 municipalities."""
    from skreddersom import cli

    mappe = (valg.mappe or _mappe()) / "agder"
    filer, deltakere = _filer(mappe, "11F"), _filer(mappe, "11CF")
    if valg.ny or not all(sti.is_file() for sti in (*filer, *deltakere)):
        _lag(mappe)
    kode = cli.main(["kandidater", *map(str, filer), "--deltakere", *map(str, deltakere)])
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


def _lag(mappe: Path) -> None:
    from skreddersom.demo.syntetisk import lag_agder

    si(f"Lager oppdiktede mennesker i de 25 kommunene i Agder, {AAR[0]} og {AAR[1]} …")
    lag_agder(mappe, aar=AAR, fro=FRO, overskriv=True)


def _fortell(mappe: Path) -> None:
    her = mappe.relative_to(Path.cwd()) if mappe.is_relative_to(Path.cwd()) else mappe
    print("Alle personene er oppdiktet. Filene ligger i", vist(her))
    print("Prøv én kommune:    python3 skreddersom.py kandidater", vist(her / f"11F_4203_{AAR[-1]}.dat"))
    print("Se én person:       … og legg til --journal med nummeret fra lista")
    print("Kontroller en fil:  python3 skreddersom.py kostra kontroller", vist(her / f"11CF_4203_{AAR[-1]}.dat"))
