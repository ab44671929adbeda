"""Rounds of områdeovervåking that the product carries: real answers that are public, coded and reported anew.

The answers are facts from public reports, word for word; the sentences of the reports are our own.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RUNDER: Final[Mapping[str, str]] = {"agder-2020": "agder_2020"}
"""The name of a round → its folder here."""

FILER: Final = ("svar.csv", "koder.csv", "rapport.toml")
"""What each round consists of."""


def runde(navn: str) -> dict[str, bytes]:
    """The files of the round, by name. Raises ``KeyError`` for a round that is not here."""
    mappe = files("skreddersom.demo.omradeovervaking") / RUNDER[navn]
    return {fil: (mappe / fil).read_bytes() for fil in FILER}
