"""``demo``: synthetic Agder, and its candidates, for somebody who has just come."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

AAR = (2025, 2026)
FRO = 1


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``demo``."""
    parser.add_argument("--mappe", type=Path, metavar="MAPPE", help="hvor filene skal ligge (ellers: .demo ved siden av skreddersom.py)")
    parser.add_argument("--ny", action="store_true", help="kast filene fra sist og begynn på nytt")


def kjor(valg: argparse.Namespace) -> int:
    """Make the files once, then do what an office would: find the candidates of all 25 municipalities."""
    from skreddersom import cli

    mappe = (valg.mappe or _mappe()) / "agder"
    if valg.ny:
        shutil.rmtree(mappe, ignore_errors=True)
    if not mappe.is_dir():
        _lag(mappe)
    filer, deltakere = ([str(sti) for sti in sorted(mappe.glob(f"{skjema}_*.dat"))] for skjema in ("11F", "11CF"))
    kode = cli.main(["kandidater", *filer, "--deltakere", *deltakere])
    _fortell(mappe)
    return kode


def _mappe() -> Path:
    """Beside the front door, or where the user stands when the checkout is not theirs to write in."""
    rot = Path(__file__).resolve().parents[3]
    return (rot if os.access(rot, os.W_OK) else Path.cwd()) / ".demo"


def _lag(mappe: Path) -> None:
    from skreddersom.demo.syntetisk import lag_agder

    print(f"Lager oppdiktede mennesker i de 25 kommunene i Agder, {AAR[0]} og {AAR[1]} …", file=sys.stderr)
    lag_agder(mappe, aar=AAR, fro=FRO)


def _fortell(mappe: Path) -> None:
    her = mappe.relative_to(Path.cwd()) if mappe.is_relative_to(Path.cwd()) else mappe
    print("Alle personene er oppdiktet. Filene ligger i", her)
    print("Prøv én kommune:    python3 skreddersom.py kandidater", her / f"11F_4203_{AAR[-1]}.dat")
    print("Se én person:       … og legg til --journal med nummeret fra lista")
    print("Kontroller en fil:  python3 skreddersom.py kostra kontroller", her / f"11CF_4203_{AAR[-1]}.dat")
