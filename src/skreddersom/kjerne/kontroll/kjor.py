"""Run the catalogue over tables: findings with their evidence, and «k of n» for every control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.modell import Alvor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from skreddersom.kjerne.kontroll.modell import Kontroll

FUNN: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "kontroll": pl.String,
    "kontor_id": pl.String,
    "tabell": pl.String,
    "id": pl.String,
    "alvor": pl.String,
    "bevis": pl.List(pl.String),
}
TELLING: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "kontroll": pl.String,
    "funn": pl.UInt32,
    "vurdert": pl.UInt32,
    "ikke_vurderbare": pl.UInt32,
    "risiko": pl.UInt32,
}


def finn(
    tabeller: Mapping[str, pl.DataFrame],
    per: date,
    terskler: Mapping[str, Mapping[str, int]] | None = None,
    katalog: Sequence[Kontroll] = KATALOG,
) -> pl.DataFrame:
    """Every finding on the day ``per``: control, office, subject, severity and evidence (``«column: value»``), in the catalogue's order.

    ``tabeller`` has a frame per kind of subject (see ``tabeller``); ``terskler`` are an office's own limits by control. What will be a
    breach if nobody acts, is a finding of a risk. Raises ``UgyldigTerskel`` for limits that are not allowed.
    """
    grenser = _grenser(katalog, terskler or {})
    # Most controls find nothing, and where there are few subjects it is the laying out of evidence that costs.
    sporres = _sporres(katalog, tabeller)
    truffet = pl.collect_all([_truffet(_svar(kontroll, tabeller, per, grenser[kontroll.id])) for kontroll in sporres])
    funnet = pl.collect_all([_funn(kontroll, funn.lazy()) for kontroll, funn in zip(sporres, truffet, strict=True) if funn.height])
    return pl.concat([pl.DataFrame(schema=FUNN), *funnet])


def telling(
    tabeller: Mapping[str, pl.DataFrame],
    per: date,
    terskler: Mapping[str, Mapping[str, int]] | None = None,
    katalog: Sequence[Kontroll] = KATALOG,
) -> pl.DataFrame:
    """For every control: ``funn`` (k) of ``vurdert`` (n), how many are ``ikke_vurderbare``, and for how many it is ``risiko``.

    A risk is no finding of a breach, and is not among the k. Raises as ``finn``.
    """
    grenser = _grenser(katalog, terskler or {})
    sporres = _sporres(katalog, tabeller)
    talt = pl.collect_all([_tell(kontroll, _svar(kontroll, tabeller, per, grenser[kontroll.id])) for kontroll in sporres])
    rader = {kontroll.id: rad for kontroll, ramme in zip(sporres, talt, strict=True) for rad in ramme.iter_rows()}
    return pl.DataFrame([rader.get(kontroll.id, (kontroll.id, 0, 0, 0, 0)) for kontroll in katalog], schema=TELLING, orient="row")


def _sporres(katalog: Sequence[Kontroll], tabeller: Mapping[str, pl.DataFrame]) -> list[Kontroll]:
    """The controls that there is somebody to ask of."""
    return [kontroll for kontroll in katalog if tabeller[kontroll.tabell].height]


def _grenser(katalog: Sequence[Kontroll], egne: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """The limits of every control, with an office's own among them: a bad one is refused also where there is nobody to try it on."""
    return {kontroll.id: kontroll.grenser(egne.get(kontroll.id, {})) for kontroll in katalog}


def _svar(kontroll: Kontroll, tabeller: Mapping[str, pl.DataFrame], per: date, grenser: Mapping[str, int]) -> pl.LazyFrame:
    """The subjects of the control, with its answer in ``svar`` (true is a finding, null is not assessable) and ``risiko``.

    Not asked yet: all controls are asked at once.
    """
    ramme = tabeller[kontroll.tabell].lazy()
    omfattet = ramme if kontroll.gjelder is None else ramme.filter(kontroll.gjelder)
    svar = omfattet.with_columns(kontroll.utledet).with_columns(kontroll.funn(per, grenser).alias("svar"))
    varsel = pl.lit(value=False) if kontroll.varsel is None else kontroll.varsel(per, grenser) & ~pl.col("svar")
    return svar.with_columns(varsel.fill_null(value=False).alias("risiko"))


def _truffet(svar: pl.LazyFrame) -> pl.LazyFrame:
    return svar.filter(pl.col("svar") | pl.col("risiko"))


def _funn(kontroll: Kontroll, truffet: pl.LazyFrame) -> pl.LazyFrame:
    bevis = pl.concat_list(pl.format(f"{navn}: {{}}", pl.col(navn).cast(pl.String).fill_null("ingen")) for navn in kontroll.bevis)
    return truffet.sort("risiko", maintain_order=True).select(
        pl.lit(kontroll.id).alias("kontroll"),
        pl.col("kontor_id"),
        pl.lit(kontroll.tabell).alias("tabell"),
        pl.col("id"),
        pl.when("risiko").then(pl.lit(Alvor.RISIKO.name)).otherwise(pl.lit(kontroll.alvor.name)).alias("alvor"),
        bevis.alias("bevis"),
    )


def _tell(kontroll: Kontroll, svar: pl.LazyFrame) -> pl.LazyFrame:
    return svar.select(
        pl.lit(kontroll.id).alias("kontroll"),
        pl.col("svar").sum().alias("funn"),
        pl.col("svar").count().alias("vurdert"),
        pl.col("svar").null_count().alias("ikke_vurderbare"),
        pl.col("risiko").sum().alias("risiko"),
    )
