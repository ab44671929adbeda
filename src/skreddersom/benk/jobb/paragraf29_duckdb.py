"""§ 29 over a file of facts in DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from skreddersom.benk.jobb.paragraf29 import arbeid
from skreddersom.kjerne.lov.kolonner import vurder_kolonner

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.benk.barn import Arbeid
    from skreddersom.benk.jobb.paragraf29 import Filer


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[None]:
    """From file to file."""
    return arbeid(oppdrag, _vurder, "duckdb")


def _vurder(filer: Filer, per: date) -> None:
    vurder_kolonner(duckdb.read_parquet(filer.inn), per).write_parquet(filer.ut)
