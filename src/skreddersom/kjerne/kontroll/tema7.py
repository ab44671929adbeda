"""Theme 7, governance: whether the office can be trusted to know how it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.felles import I_KRAFT, INTERNKONTROLL, lenger_siden
from skreddersom.kjerne.kontroll.modell import Alvor, Kontroll, Terskel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _taust(per: date, grenser: Mapping[str, int]) -> pl.Expr:
    return pl.col("siste_aktivitet").is_null() | lenger_siden("siste_aktivitet", per, grenser["aktivitet"])


TEMA7: Final = (
    Kontroll(
        "703",
        "Stille kontor",
        "Er det registrert aktivitet, eller er det bare tallene som mangler?",
        (INTERNKONTROLL,),
        Alvor.RISIKO,
        None,
        "kontor",
        _taust,
        ("siste_aktivitet",),
        (Terskel("aktivitet", 45, I_KRAFT),),
    ),
)
