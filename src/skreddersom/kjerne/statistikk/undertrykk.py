"""Numbers that others may see: small ones are hidden, and no hidden one can be worked out from those that are shown.

A number from 1 to 4 tells of persons somebody may know. When the hidden ones that add up to a shown sum are one, or few persons, or
one person each, the sum tells it; then the smallest of the others is hidden too (secondary suppression). This is the rule for one
line of numbers whose sum is shown; ``krysstabell`` has it for rows and columns with sums both ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MINST: Final = 5
"""The smallest number of persons that is shown; 0 tells of nobody and is shown."""


def for_lite(antall: int, minst: int = MINST) -> bool:
    """Whether the number tells of so few that it must be hidden."""
    return 0 < antall < minst


def undertrykk(deler: Sequence[int], minst: int = MINST) -> list[int | None]:
    """Numbers that add up to a sum which is shown: None where the number is hidden.

    A sum that is itself small, or as small as one person for each part, cannot be shown beside any hiding: ask ``sum_kan_vises``.
    """
    skjult = {nr for nr, antall in enumerate(deler) if for_lite(antall, minst)}
    while _sum_roper([deler[nr] for nr in skjult], minst) and (neste := _minste_andre(deler, skjult)):
        skjult |= neste
    return [None if nr in skjult else antall for nr, antall in enumerate(deler)]


def sum_kan_vises(deler: Sequence[int], minst: int = MINST) -> bool:
    """Whether the sum of the parts may stand beside ``undertrykk(deler)``."""
    vist = undertrykk(deler, minst)
    return not _sum_roper([antall for antall, synlig in zip(deler, vist, strict=True) if synlig is None], minst)


def _sum_roper(skjulte: Sequence[int], minst: int) -> bool:
    """Whether the sum of the hidden numbers, which anyone can subtract to, tells what they are: one number, few persons, or ones only."""
    return bool(skjulte) and (len(skjulte) == 1 or sum(skjulte) < minst or set(skjulte) == {1})


def _minste_andre(deler: Sequence[int], skjult: set[int]) -> set[int]:
    """The place of the smallest number that is still shown; a zero only when there is no other, and it makes somebody doubt."""
    null_hjelper = len(skjult) == 1 or all(deler[nr] == 1 for nr in skjult)
    synlige = [nr for nr, antall in enumerate(deler) if nr not in skjult and (antall or null_hjelper)]
    valgt = min(synlige, key=lambda nr: (deler[nr] == 0, deler[nr], nr), default=None)
    return set() if valgt is None else {valgt}


def andel(del_: int, hele: int, minst: int = MINST) -> tuple[int, int] | None:
    """A part of a whole that may be shown: None when the part or the rest is small, or the whole is."""
    hemmelig = any(for_lite(antall, minst) for antall in (del_, hele - del_, hele))
    return None if hemmelig else (del_, hele)
