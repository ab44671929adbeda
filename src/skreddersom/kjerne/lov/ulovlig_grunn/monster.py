"""Sequences of words as ``monster.toml`` writes them, and where they begin and end in a sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.lov.ulovlig_grunn.leksikon import PAKKE, Klasse, ett_ord, klasse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.lov.ulovlig_grunn.setning import Ord

MELLOMROM: Final = re.compile(r"([.~])(\d+)")


@dataclass(frozen=True, slots=True)
class Ledd:
    """One part of a sequence, after at most ``mellomrom`` words: light ones only, unless ``fritt``."""

    ord: Klasse
    mellomrom: int
    fritt: bool


@dataclass(frozen=True, slots=True)
class Monster:
    """Sequences that sound like a ground, and what must and must not stand near."""

    grunn: str
    sekvenser: tuple[tuple[Ledd, ...], ...]
    egen: bool
    uten: tuple[Klasse, ...]
    krever: tuple[Klasse, ...]


def sekvens(tekst: str) -> tuple[Ledd, ...]:
    """A sequence from its row in the data: «@nekt .4 @midler»."""
    ledd: list[Ledd] = []
    mellomrom, fritt = 0, False
    for del_ in tekst.split():
        treff = MELLOMROM.fullmatch(del_)
        if treff:
            mellomrom, fritt = int(treff[2]), treff[1] == "~"
            continue
        ledd.append(Ledd(klasse(del_[1:]) if del_.startswith("@") else ett_ord(del_), mellomrom, fritt))
        mellomrom, fritt = 0, False
    return tuple(ledd)


def slutt(ledd: Sequence[Ledd], ord_: Sequence[Ord], fra: int) -> int | None:
    """The place after the sequence when it begins at ``fra``, with the shortest gaps; None when it does not.

    The steps are bounded by the gaps of the sequence, not by the length of the sentence.
    """
    if not ledd:
        return fra
    forst, *resten = ledd
    for nr in range(fra, fra + forst.mellomrom + 1):
        etter = forst.ord.slutt(ord_, nr)
        ende = None if etter is None else slutt(resten, ord_, etter)
        if ende is not None:
            return ende
        if nr >= len(ord_) or not _kan_hoppes_over(ord_[nr], fritt=forst.fritt):
            return None
    return None


def _kan_hoppes_over(ett: Ord, *, fritt: bool) -> bool:
    """Never a sign, and never a negation: «skyldes ikke økonomi» is not «skyldes økonomi»."""
    if ett.tegn or klasse("nekt").slutt([ett], 0) is not None:
        return False
    return fritt or klasse("lett").slutt([ett], 0) is not None


@cache
def monstre() -> tuple[Monster, ...]:
    """Every pattern of the data."""
    return tuple(
        Monster(
            rad["grunn"],
            tuple(sekvens(en) for en in rad["sekvenser"]),
            rad.get("egen", False),
            tuple(klasse(navn) for navn in rad.get("uten", ())),
            tuple(klasse(navn) for navn in rad.get("krever", ())),
        )
        for rad in _data()["monster"]
    )


@cache
def sekvenser(avsnitt: str) -> tuple[tuple[Ledd, ...], ...]:
    """The sequences of a part of the data that has no ground: what takes a match back."""
    return tuple(sekvens(en) for rad in _data()[avsnitt] for en in rad["sekvenser"])


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files(PAKKE) / "monster.toml").read_text(encoding="utf-8"))
