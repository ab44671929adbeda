"""The fixed words of a report, in the norm it is written in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.tekst import Tekst

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.tekst import Maalform

MANEDER: Final = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
"""The same in both norms."""


@cache
def _ord() -> dict[str, Tekst]:
    innhold = (files("skreddersom.kjerne.omradeovervaking") / "ordlyd.toml").read_text(encoding="utf-8")
    return {navn: Tekst(ett["nb"], ett["nn"]) for navn, ett in tomllib.loads(innhold).items()}


@dataclass(frozen=True, slots=True)
class Ordlyd:
    """What says the fixed words in one norm."""

    maalform: Maalform

    def __call__(self, hva: str, /, **verdier: object) -> str:
        """The words called ``hva``, with what belongs in the braces."""
        return _ord()[hva].paa(self.maalform).format(**verdier)

    def av(self, tekst: Tekst) -> str:
        """Somebody else's words, in this norm."""
        return tekst.paa(self.maalform)

    def kontorer(self, antall: int) -> str:
        """How many offices."""
        return self("kontor_en") if antall == 1 else self("kontor_flere", n=antall)

    def ramse(self, ord_: list[str]) -> str:
        """Words in a row, as one reads them aloud: «a, b og c»."""
        return " og ".join([", ".join(ord_[:-1]), ord_[-1]] if len(ord_) > 1 else ord_)


def dato(dag: date) -> str:
    """``1. mars 2021``."""
    return f"{dag.day}. {MANEDER[dag.month - 1]} {dag.year}"
