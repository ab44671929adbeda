"""The words of ``ord.toml``: is this word, or are the words from here on, one of a class?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skreddersom.kjerne.lov.ulovlig_grunn.setning import Ord

PAKKE: Final = "skreddersom.kjerne.lov.ulovlig_grunn"
HUSKET: Final = 1 << 16  # answers kept: enough for the words of a language, a bound on what a hostile text can fill


def uttrykk(former: Iterable[str]) -> re.Pattern[str]:
    """A regular expression for any of the words; «*» is any run of characters. It has no nested repetition."""
    return re.compile("|".join(re.escape(form).replace(r"\*", r"\w*") for form in sorted(former)) or r"(?!)")


@dataclass(frozen=True, eq=False, slots=True)
class Klasse:
    """The words of a class: single words, and phrases of several, the longest first. ``forste`` is what can begin any of them."""

    forste: re.Pattern[str]
    enkle: re.Pattern[str]
    fraser: tuple[tuple[re.Pattern[str], ...], ...]

    @classmethod
    def av(cls, ord_: Sequence[str]) -> Klasse:
        """The class of these words and phrases."""
        fraser = sorted((ett.split() for ett in ord_ if " " in ett), key=len, reverse=True)
        enkle = [ett for ett in ord_ if " " not in ett]
        return cls(
            uttrykk({*enkle, *(frase[0] for frase in fraser)}),
            uttrykk(enkle),
            tuple(tuple(uttrykk([ett]) for ett in frase) for frase in fraser),
        )

    def slutt(self, ord_: Sequence[Ord], fra: int) -> int | None:
        """The place after the phrase that begins at ``fra``, or None when none does."""
        if not 0 <= fra < len(ord_) or not er(self.forste, ord_[fra].form):
            return None
        for frase in self.fraser:
            til = fra + len(frase)
            if til <= len(ord_) and all(er(ett, w.form) for ett, w in zip(frase, ord_[fra:til], strict=True)):
                return til
        return fra + 1 if er(self.enkle, ord_[fra].form) else None

    def har(self, ord_: Sequence[Ord], fra: int, til: int) -> bool:
        """Whether one of its phrases begins between the two places."""
        return any(self.slutt(ord_, nr) is not None for nr in range(max(fra, 0), min(til, len(ord_))))


@lru_cache(HUSKET)
def er(monster: re.Pattern[str], form: str) -> bool:
    """Whether the word is one of those the expression stands for."""
    return monster.fullmatch(form) is not None


@cache
def klasse(navn: str) -> Klasse:
    """The class called ``navn`` in the data."""
    return Klasse.av(_data()[navn])


@cache
def ett_ord(form: str) -> Klasse:
    """The class of a word that a pattern names itself."""
    return Klasse.av([form])


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files(PAKKE) / "ord.toml").read_text(encoding="utf-8"))
