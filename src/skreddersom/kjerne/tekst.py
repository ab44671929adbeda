"""Words in both written norms of Norwegian: bokmål (``nb``) and nynorsk (``nn``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Maalform = Literal["nb", "nn"]
MAALFORMER: Final[tuple[Maalform, ...]] = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Tekst:
    """The same words in both norms."""

    nb: str
    nn: str

    def paa(self, maalform: Maalform) -> str:
        """The words in one of them."""
        return self.nb if maalform == "nb" else self.nn


def lik(ord_: str) -> Tekst:
    """Words that are the same in both: names, and what somebody has said."""
    return Tekst(ord_, ord_)
