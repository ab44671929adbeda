"""What words of quantity demand. A sentence about offices may not say more than «n of N» carries.

A word of quantity counts when it stands at a word for the offices: «de fleste kontorene», «ingen av kontorene». Words in «» are
somebody's answer and do not count. A sentence without any is read as if it said «alle»: that is how a headline is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.tomlfil import Felt, les_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TALLORD: Final = (
    *("ett/eitt", "to", "tre", "fire", "fem", "seks", "sju/syv", "åtte", "ni", "ti"),
    *("elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue"),
)
TALLORD: Final[Mapping[str, int]] = {ord_: tall for tall, former in enumerate(_TALLORD, 1) for ord_ in former.split("/")}
_TALL: Final = rf"(?:\d+|{'|'.join(TALLORD)})"
_KONTOR: Final = r"(?:nav[- ]?)?(?:kontor|kommune|leiar|leder)\w*"
_MELLOM: Final = rf"(?:av\s+)?(?:de|dei|disse|desse)?\s*(?:{_TALL}\s+)?(?:\w+\s+)?"
SITAT: Final = re.compile(r"«[^»]*»")
AV: Final = re.compile(rf"\b({_TALL}) av (?:de |dei )?({_TALL})\b", re.IGNORECASE)
ANTALL: Final = re.compile(rf"\b({_TALL})\s+{_KONTOR}", re.IGNORECASE)
UTEN_ORD: Final = ""
"""The name of the demand on a sentence without any word of quantity."""


@dataclass(frozen=True, slots=True)
class Kvantor:
    """A word of quantity and the shares and numbers it may stand for. ``fra`` and ``til`` are included, ``over`` and ``under`` not."""

    ord: tuple[str, ...]
    fra: Fraction = Fraction(0)
    til: Fraction = Fraction(1)
    over: Fraction = Fraction(-1)
    under: Fraction = Fraction(2)
    minst: int = 0

    def holder(self, n: int, antall: int) -> bool:
        """Whether the word may be used of ``n`` of ``antall`` offices. ``antall`` is above zero."""
        andel = Fraction(n, antall)
        return n >= self.minst and self.fra <= andel <= self.til and self.over < andel < self.under


@dataclass(frozen=True, slots=True)
class Krav:
    """What a sentence demands: the word as it stands there (blank: none, read as «alle»), and the numbers of offices that carry it."""

    ord: str
    tillatt: range

    def holder(self, n: int) -> bool:
        """Whether ``n`` offices carry it."""
        return n in self.tillatt


@cache
def kvantorer() -> tuple[Kvantor, ...]:
    """The table, from ``kvantor.toml``."""
    innhold = (files("skreddersom.kjerne.omradeovervaking") / "kvantor.toml").read_bytes()
    with les_toml(innhold, "kvantor.toml") as felt:
        felt.ord("versjon")
        return tuple(felt.hver("kvantor", _les))


def _les(felt: Felt) -> Kvantor:
    grenser = {navn: Fraction(verdi) for navn in ("fra", "til", "over", "under") if (verdi := felt.valgfritt_ord(navn)) is not None}
    return Kvantor(felt.ordliste("ord"), minst=felt.valgfritt_tall("minst") or 0, **grenser)


@cache
def _monster() -> re.Pattern[str]:
    """Any word of quantity at a word for the offices; the longest first, so that «nesten alle» is not read as «alle»."""
    alle = sorted((ord_ for kvantor in kvantorer() for ord_ in kvantor.ord), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, alle))})\s+{_MELLOM}{_KONTOR}", re.IGNORECASE)


def krav(setning: str, antall: int) -> list[Krav]:
    """What ``setning`` demands of the number of offices, out of ``antall``. Never empty.

    Raises:
        Brukerfeil: when it is about no offices at all.

    """
    if antall < 1:
        raise Brukerfeil(f"Setningen «{setning}» handler om ingen kontorer. Oppgi kontorer som er med i runden.")
    return list(_funn(SITAT.sub(" ", setning), antall)) or [Krav(UTEN_ORD, range(antall, antall + 1))]


def _funn(setning: str, antall: int) -> Iterator[Krav]:
    for funn in AV.finditer(setning):
        n, av = _tall(funn[1]), _tall(funn[2])
        yield Krav(funn[0], range(n, n + 1) if av == antall else range(0))
    setning = AV.sub(" ", setning)
    mengder = list(_monster().finditer(setning))
    yield from (_mengde(funn, antall) for funn in mengder)
    for funn in ANTALL.finditer(_monster().sub(" ", setning)):
        yield Krav(funn[0], range(_tall(funn[1]), _tall(funn[1]) + 1))


def _mengde(funn: re.Match[str], antall: int) -> Krav:
    """The word, and with it a number: «alle 12 kontorene» is right only where there are twelve."""
    ord_ = funn[1].lower()
    nevnt = re.search(rf"\b{_TALL}\b", funn[0][len(ord_) :], re.IGNORECASE)
    return Krav(ord_, range(0) if nevnt and _tall(nevnt[0]) != antall else _tillatt(ord_, antall))


def _tillatt(ord_: str, antall: int) -> range:
    """The numbers that carry the word: always without holes, since each word is one stretch of shares."""
    kvantor = next(ett for ett in kvantorer() if ord_ in ett.ord)
    holder = [n for n in range(antall + 1) if kvantor.holder(n, antall)]
    return range(holder[0], holder[-1] + 1) if holder else range(0)


def _tall(ord_: str) -> int:
    return int(ord_) if ord_.isdecimal() else TALLORD[ord_.lower()]
