"""Does a text sound like a ground that the law does not know? A hint to the one who writes, never a judgement (lovvalg L36).

The words and patterns are data (``ord.toml``, ``monster.toml``): bokmål and nynorsk, inflected. Negation is understood as far
as words go; sense is not. What it finds is shown with its source and must be acknowledged; it blocks nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from skreddersom.kjerne.lov.ulovlig_grunn.leksikon import HUSKET, Klasse
from skreddersom.kjerne.lov.ulovlig_grunn.monster import Ledd, Monster, monstre, slutt
from skreddersom.kjerne.lov.ulovlig_grunn.oppheving import gjelder_ikke
from skreddersom.kjerne.lov.ulovlig_grunn.setning import Ord, Setning, setninger

if TYPE_CHECKING:
    from collections.abc import Iterator

UTDRAG = 160
"""The longest excerpt, in characters."""


class Treff(NamedTuple):
    """What was found: the code of the ground (``grunner.ulovlige``), its place in the text, and the sentence around it."""

    grunn: str
    start: int
    slutt: int
    utdrag: str


def finn(tekst: str) -> tuple[Treff, ...]:
    """Everything in the text that sounds like an unlawful ground: each ground at most once in a sentence, in order.

    Takes time in proportion to the length of the text, whatever stands in it.
    """
    return tuple(treff for setning in setninger(tekst) if not setning.spor for treff in _i_setning(tekst, setning))


def _i_setning(tekst: str, setning: Setning) -> Iterator[Treff]:
    mulige, funnet = _mulige(setning), set[str]()
    for fra, ett in enumerate(setning.ord if mulige else ()):
        for monster, ledd in mulige:
            if monster.grunn in funnet or ledd[0].ord not in _klasser(ett.form):
                continue
            til = slutt(ledd, setning.ord, fra)
            if til is not None and not gjelder_ikke(monster, setning.ord, fra, til):
                funnet.add(monster.grunn)
                yield _treff(tekst, monster.grunn, setning, fra, til)


def _mulige(setning: Setning) -> list[tuple[Monster, tuple[Ledd, ...]]]:
    """The sequences whose every part has a word in the sentence: for most sentences none."""
    klasser = frozenset[Klasse]().union(*{_klasser(ett.form) for ett in setning.ord})
    return [(monster, ledd) for monster, ledd, krav in _sekvenser() if krav <= klasser]


@lru_cache(HUSKET)
def _klasser(form: str) -> frozenset[Klasse]:
    """The classes with a word or a phrase that this word can begin."""
    return frozenset(klasse for klasse in _alle_klasser() if klasse.forste.fullmatch(form))


@cache
def _alle_klasser() -> frozenset[Klasse]:
    return frozenset().union(*(krav for _, _, krav in _sekvenser()))


@cache
def _sekvenser() -> tuple[tuple[Monster, tuple[Ledd, ...], frozenset[Klasse]], ...]:
    """Every sequence, with its pattern and the classes it consists of."""
    return tuple((monster, ledd, frozenset(ett.ord for ett in ledd)) for monster in monstre() for ledd in monster.sekvenser)


def _treff(tekst: str, grunn: str, setning: Setning, fra: int, til: int) -> Treff:
    start, ende = setning.ord[fra].start, setning.ord[til - 1].slutt
    return Treff(grunn, start, ende, _utdrag(tekst, setning.ord, start))


def _utdrag(tekst: str, ord_: list[Ord], start: int) -> str:
    """The sentence; a long one is cut so that the match stands in it."""
    forst, sist = ord_[0].start, ord_[-1].slutt
    if sist - forst <= UTDRAG:
        return tekst[forst:sist]
    forst = max(forst, start - UTDRAG // 4)
    return tekst[forst : min(sist, forst + UTDRAG)]
