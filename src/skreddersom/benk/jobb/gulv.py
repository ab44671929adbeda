"""The floor: a bare Polars read of the same fields as the screening reads, and one sum of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import polars as pl

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.kilde import Minnekilde
from skreddersom.kjerne.kostra.les import Kostrafil
from skreddersom.kjerne.kostra.linjer import Linjefil
from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett, oppsett
from skreddersom.kjerne.screening.saksmengde import saksmengde

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[pl.DataFrame]:
    """``oppdrag["fil"]`` is an 11F file of the year ``oppdrag["aar"]``."""
    felt = lest_av_screening(oppdrag["aar"])
    return Arbeid(lambda: les_og_summer(Path(oppdrag["fil"]), felt), lambda summer: dict(zip(summer.columns, summer.row(0), strict=True)))


def les_og_summer(fil: Path, felt: Collection[Felt]) -> pl.DataFrame:
    """One row: for each field, how many bytes it has in all."""
    linjer = pl.scan_lines(fil, name=TEKST)
    kolonner = linjer.select(pl.col(TEKST).str.slice(ett.fra - 1, ett.lengde).alias(ett.navn) for ett in felt)
    return kolonner.select(pl.all().str.len_bytes().cast(pl.Int64).sum()).collect(engine="streaming")


def lest_av_screening(aar: int) -> list[Felt]:
    """Every field of 11F that the screening reads, asked of the screening itself on one blank record."""
    avlytter = _Avlytter(oppsett("11F", aar))
    blank = Linjefil(Path(), "utf-8", Minnekilde(b" " * avlytter.lengde))
    saksmengde(Kostrafil(blank, cast("Oppsett", avlytter), 1), date(aar, 12, 31))
    return sorted(avlytter.spurt, key=lambda felt: felt.fra)


class _Avlytter:
    """Stands in for a layout and notes which of its fields are asked for."""

    def __init__(self, form: Oppsett) -> None:
        self._form = form
        self.aar, self.lengde = form.aar, form.lengde
        self.spurt: list[Felt] = []

    def __contains__(self, navn: str) -> bool:
        return navn in self._form

    def __getitem__(self, navn: str) -> Felt:
        felt = self._form[navn]
        if felt not in self.spurt:
            self.spurt.append(felt)
        return felt
