"""How numbers are written, and text that must not steer what shows it."""

from __future__ import annotations

from typing import Final

HARDT_MELLOMROM: Final = "\u00a0"


def synlig(tekst: str) -> str:
    """With a mark for every control character, bidirectional override and lone surrogate: no content may steer a terminal or a sheet."""
    if tekst.isprintable():
        return tekst
    return "".join(tegn if tegn.isprintable() or tegn == HARDT_MELLOMROM else "�" for tegn in tekst)


def tall(antall: int) -> str:
    """A whole number with a hard space between the thousands, as Norwegian writes it."""
    return f"{antall:,}".replace(",", HARDT_MELLOMROM)


def mengde(antall: int, entall: str, flertall: str) -> str:
    """How many of what: ``1 person``, ``1 045 personer``."""
    return f"{tall(antall)} {entall if antall == 1 else flertall}"
