"""Synthetic Arendal, made once: large enough for shares, small enough for a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import polars as pl
import pytest

from skreddersom.demo.syntetisk import lag
from skreddersom.kjerne.kostra.les import les

if TYPE_CHECKING:
    from pathlib import Path

ANTALL = 16_000
AAR = (2025, 2026)
MAANEDER = [f"STMND_{nr}" for nr in range(1, 13)]


@dataclass(frozen=True)
class Kommune:
    """The four files of a municipality, and their records by year."""

    stier: list[Path]
    sosialhjelp: dict[int, pl.DataFrame]
    deltakere: dict[int, pl.DataFrame]


def les_kommune(stier: list[Path]) -> Kommune:
    rammer = {sti.name.split("_")[0] + sti.stem[-4:]: les(sti).typet() for sti in stier}
    return Kommune(stier, {aar: rammer[f"11F{aar}"] for aar in AAR}, {aar: rammer[f"11CF{aar}"] for aar in AAR})


@pytest.fixture(scope="session")
def arendal(tmp_path_factory: pytest.TempPathFactory) -> Kommune:
    return les_kommune(lag("4203", ANTALL, AAR, 1, tmp_path_factory.mktemp("arendal")))


def kryss(ramme: pl.DataFrame) -> pl.DataFrame:
    """The twelve months as true and false."""
    return ramme.select(pl.col(MAANEDER).is_not_null())


def antall_maaneder(ramme: pl.DataFrame) -> pl.Series:
    return kryss(ramme).select(pl.sum_horizontal(MAANEDER)).to_series()


def snitt(kolonne: pl.Series) -> float:
    return cast("float", kolonne.mean())


def minst(kolonne: pl.Series) -> float:
    return cast("float", kolonne.min())


def storst(kolonne: pl.Series) -> float:
    return cast("float", kolonne.max())


def alder(ramme: pl.DataFrame, aar: int) -> pl.Series:
    """Age at the end of the year."""
    return aar - ramme["FODSELSDATO"].dt.year()
