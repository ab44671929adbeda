"""Events to be shown beside numbers over time. They explain nothing by themselves; they are there so that nobody forgets them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from skreddersom.kjerne.indikator.katalog import Ordlyd


@dataclass(frozen=True, slots=True)
class Hendelse:
    """Something that touched the years ``fra``–``til``."""

    fra: int
    til: int
    navn: Ordlyd

    def i_aarene(self, forste: int, siste: int) -> bool:
        """Whether it touched any of these years."""
        return self.fra <= siste and forste <= self.til


HENDELSER: Final = tuple(
    Hendelse(rad.pop("fra"), rad.pop("til"), Ordlyd(**rad))
    for rad in tomllib.loads(files(__package__).joinpath("hendelser.toml").read_text(encoding="utf-8"))["hendelse"]
)
