"""Make a test file with the product's own synthetic people. Not measured: it only needs a process of its own."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from skreddersom.benk.barn import Arbeid
from skreddersom.demo.syntetisk import lag
from skreddersom.demo.syntetisk.fordeling import DELTAKERE_PER_MOTTAKER

if TYPE_CHECKING:
    from collections.abc import Mapping

KOMMUNE, FRO = "4203", 1
MOTTAKERE_PER_POST: Final = {"11F": 1.0, "11CF": 1 / DELTAKERE_PER_MOTTAKER}
"""Recipients to make for one record of the form."""


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[int]:
    """``oppdrag``: form (``skjema``), number of records (``poster``), reporting year (``aar``), and where to put the file (``sti``)."""
    return Arbeid(lambda: _lag(oppdrag["skjema"], oppdrag["poster"], oppdrag["aar"], Path(oppdrag["sti"])), lambda byte: {"byte": byte})


def _lag(skjema: str, poster: int, aar: int, sti: Path) -> int:
    """Write the file; it gets its name when it is whole. Returns its size in bytes."""
    with TemporaryDirectory(dir=sti.parent) as mappe:
        filer = lag(KOMMUNE, ceil(poster * MOTTAKERE_PER_POST[skjema]), [aar], FRO, Path(mappe))
        fil = next(fil for fil in filer if fil.name.startswith(f"{skjema}_"))
        os.truncate(fil, _lengde(fil, poster))
        fil.replace(sti)
    return sti.stat().st_size


def _lengde(fil: Path, poster: int) -> int:
    """How many bytes the first ``poster`` records have."""
    with fil.open("rb") as linjer:
        return len(linjer.readline()) * poster
