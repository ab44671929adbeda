"""Who is not on the list, and why: the first reason that fits. They are counted, can be shown, and are never thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl


@dataclass(frozen=True, slots=True)
class Utenfor:
    """A reason for standing outside the list; ``tekst`` explains it to the caseworker."""

    id: str
    gjelder: pl.Expr
    tekst: str


GRUNNER: Final = (
    Utenfor("i_program", pl.col("i_program"), "allerede i kvalifiseringsprogram"),
    Utenfor("introduksjonsprogram", pl.col("introduksjonsprogram"), "i introduksjonsprogram; kan være aktuell når det er slutt"),
    Utenfor("alder", ~pl.col("vilkar_alder"), "utenfor aldersgrensene i § 29"),
    # Sorting, not a «no» under § 29: whether the benefit is very limited is for a person to judge (lovvalg L15).
    Utenfor("livsoppholdsytelse", pl.col("lever_av_trygd"), "lever av en ytelse etter folketrygdloven"),
)

GRUNN: Final = pl.Enum([grunn.id for grunn in GRUNNER])
TEKST: Final = {grunn.id: grunn.tekst for grunn in GRUNNER}


def utenfor() -> pl.Expr:
    """The id of the first reason that fits, null for a candidate; what is unknown keeps nobody out."""
    return pl.coalesce(pl.when(grunn.gjelder).then(pl.lit(grunn.id, dtype=GRUNN)) for grunn in GRUNNER)
