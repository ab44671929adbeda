"""Run the catalogue over tables: findings with their evidence, and «k of n» for every control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kontroll.katalog import KATALOG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from skreddersom.kjerne.kontroll.modell import Kontroll

FUNN: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "kontroll": pl.String,
    "kontor_id": pl.String,
    "tabell": pl.String,
    "id": pl.String,
    "bevis": pl.List(pl.String),
}


def finn(
    tabeller: Mapping[str, pl.DataFrame],
    per: date,
    terskler: Mapping[str, Mapping[str, int]] | None = None,
    katalog: Sequence[Kontroll] = KATALOG,
) -> pl.DataFrame:
    """Every finding on the day ``per``: control, office, subject and evidence (``«column: value»``), in the order of the catalogue.

    ``tabeller`` has a frame per kind of subject with ``id`` and ``kontor_id``; ``terskler`` are an office's own limits in days by
    control. Raises ``UgyldigTerskel`` for limits that are not allowed.
    """
    svar = [_svar(kontroll, tabeller, per, terskler or {}) for kontroll in katalog]
    return pl.concat([pl.DataFrame(schema=FUNN), *(_funn(kontroll, ramme) for kontroll, ramme in zip(katalog, svar, strict=True))])


def telling(
    tabeller: Mapping[str, pl.DataFrame],
    per: date,
    terskler: Mapping[str, Mapping[str, int]] | None = None,
    katalog: Sequence[Kontroll] = KATALOG,
) -> pl.DataFrame:
    """For every control: ``funn`` (k) of ``vurdert`` (n), and how many are ``ikke_vurderbare``. Raises as ``finn``."""
    deler = [_tell(kontroll, _svar(kontroll, tabeller, per, terskler or {})) for kontroll in katalog]
    return pl.concat(deler)


def _svar(kontroll: Kontroll, tabeller: Mapping[str, pl.DataFrame], per: date, terskler: Mapping[str, Mapping[str, int]]) -> pl.DataFrame:
    """The subjects the control is about, with its answer in ``svar``: true is a finding, null is not assessable."""
    ramme = tabeller[kontroll.tabell]
    omfattet = ramme if kontroll.gjelder is None else ramme.filter(kontroll.gjelder)
    return omfattet.with_columns(kontroll.funn(per, kontroll.grenser(terskler.get(kontroll.id, {}))).alias("svar"))


def _funn(kontroll: Kontroll, svar: pl.DataFrame) -> pl.DataFrame:
    bevis = pl.concat_list(pl.format(f"{navn}: {{}}", pl.col(navn).cast(pl.String).fill_null("ingen")) for navn in kontroll.bevis)
    return svar.filter("svar").select(
        pl.lit(kontroll.id).alias("kontroll"),
        pl.col("kontor_id"),
        pl.lit(kontroll.tabell).alias("tabell"),
        pl.col("id"),
        bevis.alias("bevis"),
    )


def _tell(kontroll: Kontroll, svar: pl.DataFrame) -> pl.DataFrame:
    return svar.select(
        pl.lit(kontroll.id).alias("kontroll"),
        pl.col("svar").sum().alias("funn"),
        pl.col("svar").count().alias("vurdert"),
        pl.col("svar").null_count().alias("ikke_vurderbare"),
    )
