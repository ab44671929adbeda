"""The facts that § 29 is tried on in other engines: all combinations of known and unknown, and an 11F file's persons. Not measured."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTANAVN
from skreddersom.kjerne.screening.saksmengde import saksmengde

if TYPE_CHECKING:
    from collections.abc import Mapping

NR = "nr"


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[dict[str, int]]:
    """Writes ``oppdrag["kombinasjoner"]``, and from the 11F file ``oppdrag["fil"]`` also ``oppdrag["personer"]``, as Parquet."""
    return Arbeid(lambda: _skriv(oppdrag, date.fromisoformat(oppdrag["per"])), dict)


def _skriv(oppdrag: Mapping[str, Any], per: date) -> dict[str, int]:
    rammer = {"kombinasjoner": kombinasjoner(per), "personer": personer(Path(oppdrag["fil"]), per)}
    for navn, ramme in rammer.items():
        ramme.with_row_index(NR).write_parquet(oppdrag[navn])
    return {navn: ramme.height for navn, ramme in rammer.items()}


def kombinasjoner(per: date) -> pl.DataFrame:
    """All combinations of yes, no and unknown, with a date of birth that is inside the age limits, outside them, or unknown."""
    datoer = pl.Series(DATOFAKTUM, [per.replace(year=per.year - 40), per.replace(year=per.year - 70), None], dtype=pl.Date)
    andre = [navn for navn in FAKTANAVN if navn != DATOFAKTUM]
    svar = pl.DataFrame(list(product((True, False, None), repeat=len(andre))), schema=dict.fromkeys(andre, pl.Boolean), orient="row")
    return datoer.to_frame().join(svar, how="cross")


def personer(fil: Path, per: date) -> pl.DataFrame:
    """What 11F knows of each person."""
    return saksmengde(les(fil, "11F"), per).select(DATOFAKTUM, "ingen_ytelser")
