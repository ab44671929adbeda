"""Numbers that others may see: small ones are hidden, and no hidden one can be worked out from those that are shown.

A number from 1 to 4 tells of persons somebody may know. When only one number of those that add up to a shown sum is hidden, the
sum tells it; then the smallest of the others is hidden too (secondary suppression).
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
    """Numbers that add up to a sum which is shown: None where the number is hidden."""
    skjult = {nr for nr, antall in enumerate(deler) if for_lite(antall, minst)}
    if len(skjult) == 1:
        skjult |= _minste_andre(deler, skjult)
    return [None if nr in skjult else antall for nr, antall in enumerate(deler)]


def _minste_andre(deler: Sequence[int], skjult: set[int]) -> set[int]:
    """The place of the smallest number that is still shown; a zero only when there is no other."""
    synlige = [nr for nr in range(len(deler)) if nr not in skjult]
    valgt = min(synlige, key=lambda nr: (deler[nr] == 0, deler[nr], nr), default=None)
    return set() if valgt is None else {valgt}


def andel(del_: int, hele: int, minst: int = MINST) -> tuple[int, int] | None:
    """A part of a whole that may be shown: None when the part or the rest is small, or the whole is."""
    hemmelig = any(for_lite(antall, minst) for antall in (del_, hele - del_, hele))
    return None if hemmelig else (del_, hele)
