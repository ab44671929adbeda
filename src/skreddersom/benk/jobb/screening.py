"""The main job from file to a ready list: read, hold everyone against § 29, and put the candidates in order."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Any

import polars as pl

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.screening.screening import Screening, screen

if TYPE_CHECKING:
    from collections.abc import Mapping


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[tuple[pl.DataFrame, Screening]]:
    """``oppdrag["fil"]`` is an 11F file."""
    return Arbeid(lambda: _screen(Path(oppdrag["fil"])), hovedtall)


def _screen(fil: Path) -> tuple[pl.DataFrame, Screening]:
    screening = screen([les(fil, "11F")])
    return screening.kandidater, screening


def hovedtall(resultat: tuple[pl.DataFrame, Screening]) -> dict[str, Any]:
    """What is compared with OpenFisca: how many, why the others are not, the points, the outcome of § 29, and the very order."""
    kandidater, screening = resultat
    return {
        "kandidater": kandidater.height,
        "utenfor": screening.utenfor,
        "poeng": kandidater["poeng"].cast(pl.Int64).sum(),
        "uavklart": kandidater["utfall"].null_count(),
        "rekkefolge": sha256(pack(f"<{kandidater.height}I", *kandidater["linje"])).hexdigest(),
    }
