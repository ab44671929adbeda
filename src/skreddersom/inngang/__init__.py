"""The way in: make the environment if it is not there, then hand the arguments on to it. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.inngang.miljo import eier_mappen, klargjor
from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Sequence

ROT = Path(__file__).resolve().parents[3]

FEIL, AVBRUTT = 2, 130

LAAS = "requirements.lock"
PROVELAAS = "requirements-test.lock"

# Answered by the standard library alone, so that help comes at once, also before the first installation.
UTEN_PAKKER: tuple[list[str], ...] = ([], ["-h"], ["--help"], ["--version"], ["test", "-h"], ["test", "--help"])


def main(argv: Sequence[str], rot: Path = ROT) -> int:
    """Run Skreddersøm with ``argv``. Returns only when something is wrong (exit code 2 or 130), or on Windows."""
    try:
        return gaa_inn(list(argv), rot)
    except Brukerfeil as feil:
        print(f"Feil: {feil}", file=sys.stderr)
        return FEIL
    except KeyboardInterrupt:
        print("\nAvbrutt. Kjør den samme kommandoen igjen for å fortsette.", file=sys.stderr)
        return AVBRUTT


def gaa_inn(argv: list[str], rot: Path) -> int:
    """Choose the environment and the module that ``argv`` needs, and hand on."""
    if os.pathsep in str(rot):
        raise Brukerfeil(f"mappa «{rot}» har tegnet «{os.pathsep}» i navnet, og da finner ikke Python fram. Flytt den og prøv igjen.")
    python = Path(sys.executable) if argv in UTEN_PAKKER else klargjor(rot, _laaser(argv))
    if argv[:1] == ["test"]:
        return gi_videre(python, "skreddersom.inngang.proving", argv[1:], rot)
    return gi_videre(python, "skreddersom", argv or ["--help"], rot)


def gi_videre(python: Path, modul: str, argv: list[str], rot: Path) -> int:
    """Become ``python -m modul argv``: same process, same working directory, and ``src`` of this checkout to import from."""
    kommando = [str(python), "-P", "-m", modul, *argv]
    omgivelser = rene_omgivelser() | {"PYTHONPATH": str(rot / "src")}
    if not eier_mappen(rot):
        omgivelser["PYTHONDONTWRITEBYTECODE"] = "1"
    if os.name != "nt":  # exec on Windows returns to the prompt before the command is done
        os.execve(python, kommando, omgivelser)  # noqa: S606 – no shell is the point
    return subprocess.run(kommando, env=omgivelser, check=False).returncode


def _laaser(argv: list[str]) -> tuple[str, ...]:
    return (LAAS, PROVELAAS) if argv[:1] == ["test"] else (LAAS,)
