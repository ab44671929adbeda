"""What the command line speaks through: standard output and standard error, also when they cannot hold æøå, are full or are closed."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import synlig

if TYPE_CHECKING:
    from typing import TextIO


def klargjor() -> None:
    """Let no character stop us: one that the stream has not becomes a question mark. A closed stream becomes one that leads nowhere."""
    for navn in ("stdout", "stderr"):
        strom = getattr(sys, navn)
        if strom is None:
            setattr(sys, navn, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 – open as long as the process is
        elif isinstance(strom, io.TextIOWrapper):
            strom.reconfigure(errors="replace")


def er_utf8(strom: TextIO) -> bool:
    """Whether the stream can hold every character; one in memory can."""
    return codecs.lookup(getattr(strom, "encoding", None) or "utf-8").name == "utf-8"


def si(setning: str) -> None:
    """One line on standard error. Nothing is said when nobody can hear it."""
    try:
        print(synlig(setning), file=sys.stderr, flush=True)
    except OSError:
        slipp(sys.stderr)


def slipp(strom: TextIO) -> None:
    """Lead what is left in the stream nowhere, so that Python does not stumble in it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), strom.fileno())
