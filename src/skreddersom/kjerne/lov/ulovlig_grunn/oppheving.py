"""When what sounds like an unlawful ground is none after all: denied, of no weight, somebody's claim, or the participant's own affairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.lov.ulovlig_grunn.leksikon import klasse
from skreddersom.kjerne.lov.ulovlig_grunn.monster import sekvenser, slutt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.lov.ulovlig_grunn.monster import Ledd, Monster
    from skreddersom.kjerne.lov.ulovlig_grunn.setning import Ord

ETTER: Final = 8  # words after a match where it may be said to be of no weight
FOR: Final = 12  # words before a match where somebody may be said to claim it
NAER: Final = 12  # words to each side where a pattern's «uten» and «krever» look
VEI: Final = 10  # steps from a match back to the negation that denies it


def gjelder_ikke(monster: Monster, ord_: Sequence[Ord], fra: int, til: int) -> bool:
    """Whether the match from ``fra`` to ``til`` does not count. Looks a bounded number of words to each side."""
    return (
        _nektet(ord_, fra)
        or _star(sekvenser("opphevet"), ord_, til, til + ETTER)
        or _star(sekvenser("paastand"), ord_, fra - FOR, fra)
        or any(en.har(ord_, fra - NAER, til + NAER) for en in monster.uten)
        or (bool(monster.krever) and not any(en.har(ord_, fra - NAER, til + NAER) for en in monster.krever))
        or (monster.egen and _egen(ord_, fra, til))
    )


def _nektet(ord_: Sequence[Ord], fra: int) -> bool:
    """Whether a negation stands before the match with only such words between as carry it: «ikke lagt vekt på …».

    A negation right before it belongs to a modal verb when there is one: «vi kan ikke på grunn av økonomi innvilge».
    """
    for nr in range(fra - 1, max(fra - 1 - VEI, -1), -1):
        if klasse("nekt").har(ord_, nr, nr + 1):
            return not (nr == fra - 1 and klasse("modal").har(ord_, nr - 2, nr))
        if klasse("tross").har(ord_, nr, nr + 1):
            return True
        if not (klasse("lett").har(ord_, nr, nr + 1) or klasse("vei").har(ord_, nr, nr + 1)):
            return False
    return False


def _star(rekke: Sequence[Sequence[Ledd]], ord_: Sequence[Ord], fra: int, til: int) -> bool:
    return any(slutt(ledd, ord_, nr) is not None for nr in range(max(fra, 0), min(til, len(ord_))) for ledd in rekke)


def _egen(ord_: Sequence[Ord], fra: int, til: int) -> bool:
    """Whether the part of the sentence speaks of the participant, up to the match, and of neither the office nor a refusal."""
    start, ende = _del(ord_, fra, -1), _del(ord_, til - 1, 1)
    om_kontoret = klasse("kommune").har(ord_, start, ende) or klasse("avslag").har(ord_, start, ende)
    return klasse("deltaker").har(ord_, start, til) and not om_kontoret


def _del(ord_: Sequence[Ord], nr: int, steg: int) -> int:
    """The end of the part of the sentence, going left or right from a word: a sign, a conjunction, or far enough."""
    for _ in range(NAER):
        neste = nr + steg
        if not 0 <= neste < len(ord_) or ord_[neste].tegn or klasse("skille").har(ord_, neste, neste + 1):
            break
        nr = neste
    return nr if steg < 0 else nr + 1
