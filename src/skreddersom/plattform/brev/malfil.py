"""The text files of the letters, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skreddersom.kjerne.lov.brevkrav import Malform


@cache
def maltekst(malform: Malform, navn: str) -> dict[str, Any]:
    """The text file of a kind (or ``felles``) in a målform."""
    return tomllib.loads((files("skreddersom.plattform.brev") / "tekster" / malform / f"{navn}.toml").read_text(encoding="utf-8"))


def valg(malform: Malform, tabell: str) -> dict[str, str]:
    """The words one can choose between, by their code."""
    ord_: dict[str, str] = maltekst(malform, "felles")["valg"][tabell]
    return ord_
