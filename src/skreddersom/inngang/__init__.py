"""The way in: make the environment if it is not there, then hand the arguments on to it. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.inngang.design import AXE, DESIGN, finn_eller_hent
from skreddersom.inngang.miljo import eier_mappen, klargjor
from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROT = Path(__file__).resolve().parents[3]

FEIL, AVBRUTT = 2, 130
INGEN_MAPPER: Mapping[str, str] = {}

LAAS = "requirements.lock"
NETTLAAS = "requirements-web.lock"
PROVELAAS = "requirements-test.lock"

# Commands that serve or test pages need the fetched style sheets; the others never fetch them.
HENTES = {"test": (DESIGN, AXE)} | dict.fromkeys(("demo", "drift", "logg", "kontroller", "hent"), (DESIGN,))

NETTSTEDET: Final = frozenset({"demo", "drift", "logg", "kontroller", "hent", "rapport"})
"""Commands that need the web application's packages, or PDF and Word; whoever only wants a list from a file does without."""

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
    if argv in UTEN_PAKKER:
        return gi_videre(Path(sys.executable), *_modul(argv), rot)
    python = klargjor(rot, _laaser(argv))
    return gi_videre(python, *_modul(argv), rot, hentede_mapper(argv, rot))


def hentede_mapper(argv: list[str], rot: Path) -> dict[str, str]:
    """Environment variable → folder for what the command's pages are served with. A variable that is set already is obeyed."""
    pakker = HENTES.get(argv[0], ()) if not {"-h", "--help"} & set(argv) else ()
    return {ett.variabel: os.environ.get(ett.variabel) or str(finn_eller_hent(rot, ett)) for ett in pakker}


def _modul(argv: list[str]) -> tuple[str, list[str]]:
    return ("skreddersom.inngang.proving", argv[1:]) if argv[:1] == ["test"] else ("skreddersom", argv or ["--help"])


def gi_videre(python: Path, modul: str, argv: list[str], rot: Path, mapper: Mapping[str, str] = INGEN_MAPPER) -> int:
    """Become ``python -m modul argv``: same process, same working directory, and ``src`` of this checkout to import from."""
    kommando = [str(python), "-P", "-m", modul, *argv]
    omgivelser = rene_omgivelser() | {"PYTHONPATH": str(rot / "src")} | dict(mapper)
    if not eier_mappen(rot):
        omgivelser["PYTHONDONTWRITEBYTECODE"] = "1"
    if os.name != "nt":  # exec on Windows returns to the prompt before the command is done
        os.execve(python, kommando, omgivelser)  # noqa: S606 – no shell is the point
    return subprocess.run(kommando, env=omgivelser, check=False).returncode


def _laaser(argv: list[str]) -> tuple[str, ...]:
    if argv[:1] == ["test"]:
        return (LAAS, PROVELAAS)
    trenger_nett = NETTSTEDET.intersection(argv[:1]) or argv[:1] == ["benk"]
    return (LAAS, NETTLAAS) if trenger_nett else (LAAS,)
