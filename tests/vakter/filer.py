"""What the guards read: the files of the repository."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]

# What tools leave behind; of consequence only where there is no git to ask, in an unpacked archive.
LEVNINGER = {".git", "__pycache__", "mutants", "dist", "build"}


@cache
def filer() -> tuple[Path, ...]:
    """Every file in the repository: tracked, or new and not ignored."""
    kommando = ["git", "-C", str(ROT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        navn = subprocess.run(kommando, capture_output=True, text=True, check=True).stdout.split("\0")
        alle = [ROT / ett for ett in navn if ett]
    except (OSError, subprocess.CalledProcessError):
        alle = [sti for sti in ROT.rglob("*") if not _er_levning(sti)]
    return tuple(sorted(sti for sti in alle if sti.is_file()))


def filer_i(*mapper: str, slutt: str = "") -> tuple[Path, ...]:
    """The files below the folders ``mapper`` of the root whose names end with ``slutt``."""
    return tuple(sti for sti in filer() if sti.relative_to(ROT).parts[0] in mapper and sti.name.endswith(slutt))


def dokumenter() -> tuple[Path, ...]:
    """Every Markdown file."""
    return tuple(sti for sti in filer() if sti.suffix == ".md")


def tekst(sti: Path) -> str:
    """What stands in ``sti``; what is not UTF-8 text reads as nothing."""
    try:
        return sti.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tre(sti: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(tekst(sti), filename=str(sti))


def vis(sti: Path) -> str:
    """The path as it is written in the repository."""
    return sti.relative_to(ROT).as_posix()


def _er_levning(sti: Path) -> bool:
    return any(del_ in LEVNINGER or del_.startswith(".venv") or del_.endswith("_cache") for del_ in sti.relative_to(ROT).parts)
