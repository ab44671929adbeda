"""Which unlawful grounds stand in a refusal: those that are chosen, and those that its words sound like."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.lov.ulovlig_grunn import finn

if TYPE_CHECKING:
    from collections.abc import Collection

HUSKER: Final = 20_000
"""How many texts to remember. Decisions never change, and to read them anew at each look would be slow."""
_LEST: Final[dict[bytes, str]] = {}
"""Fingerprint of a text → the codes found in it. The text itself is not kept."""


def ulovlige_i(grunner: str, tekst: str, koder: Collection[str]) -> pl.Expr:
    """The codes of unlawful grounds, with commas between: among the chosen ``grunner``, and in ``tekst``; empty when there are none.

    Null when the text is not known and nothing that is chosen is unlawful.
    """
    valgte = pl.col(grunner).list.set_intersection(pl.lit(sorted(koder), dtype=pl.List(pl.String))).list.join(", ")
    return pl.when(valgte != "").then(valgte).otherwise(pl.col(tekst).map_elements(grunner_i, return_dtype=pl.String))


def grunner_i(tekst: str) -> str:
    """The codes of the unlawful grounds that ``tekst`` sounds like, with commas between; each text is read once."""
    avtrykk = sha256(tekst.encode()).digest()
    if avtrykk not in _LEST:
        if len(_LEST) >= HUSKER:
            _LEST.clear()
        _LEST[avtrykk] = ", ".join(sorted({treff.grunn for treff in finn(tekst)}))
    return _LEST[avtrykk]
