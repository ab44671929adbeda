"""Whether other engines answered § 29 exactly as Polars did. Not measured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from skreddersom.benk.barn import Arbeid
from skreddersom.benk.jobb.fakta import NR

if TYPE_CHECKING:
    from collections.abc import Mapping


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[dict[str, bool]]:
    """``oppdrag``: engine → pairs of Parquet files, Polars' answer first. The answer: engine → every row equal in every pair."""
    return Arbeid(lambda: {motor: all(like(*par) for par in parene) for motor, parene in oppdrag.items()}, dict)


def like(vaar: str, deres: str) -> bool:
    """Whether two files hold the same rows and columns, whatever their order. Spark's file is a folder of parts."""
    fasit, svar = _les(vaar), _les(deres)
    return set(svar.columns) == set(fasit.columns) and svar.select(fasit.columns).equals(fasit)


def _les(sti: str) -> pl.DataFrame:
    filer = sorted(Path(sti).glob("*.parquet")) if Path(sti).is_dir() else [Path(sti)]
    return pl.read_parquet(filer).sort(NR).with_columns(pl.col(NR).cast(pl.Int64))
