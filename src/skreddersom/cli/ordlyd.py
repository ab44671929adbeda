"""How things are worded wherever the command line speaks: counts, paths, and text that must not steer what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.kostra.fil import visning

if TYPE_CHECKING:
    from pathlib import Path

HARDT_MELLOMROM = "\u00a0"


def synlig(tekst: str) -> str:
    """With a mark for every control character, bidirectional override and lone surrogate: no content may steer a terminal or a sheet."""
    if tekst.isprintable():
        return tekst
    return "".join(tegn if tegn.isprintable() or tegn == HARDT_MELLOMROM else "�" for tegn in tekst)


def vist(sti: Path) -> str:
    """The path as a person can be shown it, whatever bytes it is made of."""
    return synlig(visning(sti))


def tall(antall: int) -> str:
    """A whole number with a hard space between the thousands, as Norwegian writes it."""
    return f"{antall:,}".replace(",", HARDT_MELLOMROM)


def mengde(antall: int, entall: str, flertall: str) -> str:
    """How many of what: ``1 person``, ``1 045 personer``."""
    return f"{tall(antall)} {entall if antall == 1 else flertall}"
