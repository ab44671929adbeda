"""Sentences that remember what they are made of: a template and its values, so that somebody else can say them in another language.

A ``Setning`` is the finished bokmål text, and is used as any text. Whoever shows it to a reader of another language looks the template
up, and puts in the values; a value that is a ``Setning`` itself is said in that language too, any other is left as it is.

A frame cannot hold such objects. There the values stand between two marks that no file can contain; ``fra_merket`` finds them again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

Verdier = tuple[object, ...] | Mapping[str, object]

FRA, TIL = "\x02", "\x03"
"""Round each value in a marked text. Control characters of a file are shown as another mark before they come here."""
MERKER: Final = re.compile(f"[{FRA}{TIL}]")
STOR: Final = "stor"
"""A value with this name begins with a capital letter, in every language."""


class Setning(str):
    """A finished text, its template (``{}`` or ``{navn}`` where a value stands), and the values."""

    __slots__ = ("mal", "verdier")
    mal: str
    verdier: Verdier

    def __new__(cls, tekst: str, mal: str, verdier: Verdier) -> Setning:
        """``tekst`` is what ``sett_sammen`` makes of the other two."""
        ny = super().__new__(cls, tekst)
        ny.mal, ny.verdier = mal, verdier
        return ny

    def __reduce__(self) -> tuple[type[Setning], tuple[str, str, Verdier]]:
        """What it is made anew from, so that errors can go from one process to another."""
        return (Setning, (str(self), self.mal, self.verdier))


def setning(mal: str, *deler: object, **verdier: object) -> Setning:
    """The sentence of the template, with values by place or by name."""
    valgt: Verdier = verdier or deler
    return Setning(sett_sammen(mal, valgt), mal, valgt)


def sett_sammen(mal: str, verdier: Verdier) -> str:
    """The text of the template with these values."""
    if not isinstance(verdier, Mapping):
        return mal.format(*verdier) if verdier else mal
    if STOR in verdier:
        verdier = {**verdier, STOR: _stor_forbokstav(str(verdier[STOR]))}
    return mal.format(**verdier)


def _stor_forbokstav(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def rekke(skille: str, deler: Iterable[object]) -> Setning:
    """The parts after each other, with ``skille`` between."""
    alle = tuple(deler)
    return setning(skille.join(["{}"] * len(alle)), *alle)


def og(deler: Iterable[object]) -> str:
    """The parts in a row that can be read aloud: «a, b og c»."""
    return _rad("{forste} og {siste}", deler)


def eller(deler: Iterable[object]) -> str:
    """The parts in a row that can be read aloud: «a, b eller c»."""
    return _rad("{forste} eller {siste}", deler)


def _rad(mal: str, deler: Iterable[object]) -> str:
    *forste, siste = deler
    return setning(mal, forste=rekke(", ", forste), siste=siste) if forste else rekke("", [siste])


def merket(tekst: str) -> str:
    """``tekst`` with marks round its values, when it has them by place."""
    if not isinstance(tekst, Setning) or isinstance(tekst.verdier, Mapping):
        return tekst
    return sett_sammen(tekst.mal, tuple(f"{FRA}{verdi}{TIL}" for verdi in tekst.verdier))


def fra_merket(tekst: str) -> Setning:
    """The sentence that a marked text is; a value with marks in it is one itself."""
    mal, verdier, dybde = "", [""], 0
    for bit in re.split(f"([{FRA}{TIL}])", tekst):
        dybde += (bit == FRA) - (bit == TIL)
        if dybde == 0 and bit == TIL:
            mal += "{}"
            verdier.append("")
        elif dybde == 0:
            mal += bit
        elif not (dybde == 1 and bit == FRA):
            verdier[-1] += bit
    return Setning(MERKER.sub("", tekst), mal, tuple(fra_merket(verdi) for verdi in verdier[:-1]))
