"""How a command shows its result: as asked for, or as the name of the file it is written to says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from pathlib import Path

FORMAT_AV_ENDING = {".xlsx": "xlsx", ".json": "json", ".txt": "tabell"}
FORMATER = ("tabell", "json", "xlsx")


def utformat(onsket: str | None, ut: Path | None, hva: str) -> str:
    """One of ``FORMATER``. The name of the file says it, and must not say something else than ``--format``; ``hva`` is what is written.

    Raises:
        Brukerfeil: when the two disagree, the name says nothing, or a workbook is to be shown on a terminal.

    """
    if ut is None:
        return _til_skjermen(onsket or "tabell")
    form = FORMAT_AV_ENDING.get(ut.suffix.lower())
    if form is None:
        raise Brukerfeil(f"«{vist(ut)}» sier ikke hvordan {hva} skal skrives. Bruk et navn som ender på {', '.join(FORMAT_AV_ENDING)}.")
    if onsket not in {None, form}:
        raise Brukerfeil(f"--format {onsket} og «{vist(ut)}» sier hver sitt. Ta bort --format, eller velg et navn som passer.")
    return form


def _til_skjermen(form: str) -> str:
    if form == "xlsx" and sys.stdout.isatty():
        raise Brukerfeil("Et regneark må skrives til en fil; oppgi --ut med et navn som slutter på .xlsx.")
    return form
