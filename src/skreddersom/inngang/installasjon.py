"""Filling the environment: with uv if it is there, else with venv and pip; always from locks with hashes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.inngang.steg import Stegfeil, kjor, si

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# The Python outside any environment: the one we run in may stand in the folder that is to be made anew.
BASE: str = getattr(sys, "_base_executable", sys.executable)

PIP_MED_PYTHONVALG = (22, 3)  # the first pip that can install into another Python (--python)

SISTE_LINJER = 12


def installer(mappe: Path, python: Path, laaser: Sequence[Path], *, nytt: bool) -> None:
    """Install ``laaser`` into ``mappe``; with ``nytt``, whatever stands there goes first.

    Raises ``Stegfeil`` after showing the end of what uv or pip said.
    """
    si(f"Gjør klar Skreddersøm i «{mappe}». Det trengs bare første gang:")
    try:
        if not _med_uv(mappe, python, laaser, nytt=nytt):
            _med_pip(mappe, python, laaser, nytt=nytt)
    except Stegfeil as feil:
        vis_slutten(feil)
        raise


def vis_slutten(feil: Stegfeil) -> None:
    """Show the end of what the tool said before it failed."""
    si("\n".join(f"  │ {linje}" for linje in feil.utskrift.strip().splitlines()[-SISTE_LINJER:]))


def _med_uv(mappe: Path, python: Path, laaser: Sequence[Path], *, nytt: bool) -> bool:
    """True if uv is there and did it."""
    uv = shutil.which("uv")
    if uv is None:
        return False
    try:
        if nytt:
            fjern(mappe)
            kjor("lager miljøet med uv", [uv, "venv", "--python", BASE, str(mappe)], mappe.parent)
        for laas in laaser:
            inn = [uv, "pip", "install", "--python", str(python), "--require-hashes", "--compile-bytecode", "-r", str(laas)]
            kjor(_pakkesteg(laas), inn, mappe.parent)
    except Stegfeil:
        si("  uv fikk det ikke til; prøver med pip.")
        return False
    return True


def _med_pip(mappe: Path, python: Path, laaser: Sequence[Path], *, nytt: bool) -> None:
    if nytt:
        fjern(mappe)
        kjor("lager miljøet", [BASE, "-P", "-m", "venv", "--without-pip", str(mappe)], mappe.parent)
    pip = _pip(python, mappe.parent)
    for laas in laaser:
        kjor(_pakkesteg(laas), [*pip, "install", "--no-input", "--progress-bar=off", "--require-hashes", "-r", str(laas)], mappe.parent)


def _pip(python: Path, fra: Path) -> list[str]:
    """A pip that installs for ``python``: the one beside the base Python if it can, else one put into the environment."""
    egen = [BASE, "-P", "-m", "pip"]
    svar = subprocess.run([*egen, "--version"], capture_output=True, text=True, cwd=fra, env=rene_omgivelser(), check=False)
    versjon = re.match(r"pip (\d+)\.(\d+)", svar.stdout)
    if versjon and (int(versjon[1]), int(versjon[2])) >= PIP_MED_PYTHONVALG:
        return [*egen, "--python", str(python)]
    kjor("setter inn pip", [str(python), "-P", "-m", "ensurepip"], fra)
    return [str(python), "-P", "-m", "pip"]


def _pakkesteg(laas: Path) -> str:
    return f"henter og setter inn pakkene i {laas.name}"


def fjern(mappe: Path) -> None:
    """Remove what stands where something is to be made anew. A link goes, what it points to stays."""
    if mappe.is_dir() and not mappe.is_symlink():
        shutil.rmtree(mappe)
    else:
        mappe.unlink(missing_ok=True)
