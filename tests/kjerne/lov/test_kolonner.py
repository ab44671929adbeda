"""The same rules over frames: Polars, DuckDB, and a refusal of pandas."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import duckdb
import narwhals as nw
import polars as pl
import pytest

from skreddersom.kjerne.lov.kolonner import PandasNektet, uttrykk_paa, vurder_kolonner
from skreddersom.kjerne.lov.versjoner import ForLoven

I_DAG = date(2026, 12, 31)
VILKAR = ["alder", "arbeidsevne", "ytelser", "arbeidsevnevurdering", "bistand", "unntak", "opphold"]


def caset() -> pl.DataFrame:
    """Ola has the right, Per is too old, nothing is known of Anne, and Eva's benefit is not weighed."""
    return pl.DataFrame(
        {
            "navn": ["Ola", "Per", "Anne", "Eva"],
            "fodselsdato": [date(1990, 3, 12), date(1950, 1, 1), None, date(2000, 1, 1)],
            "nedsatt_arbeidsevne": [True, True, None, True],
            "ingen_ytelser": [True, True, None, False],
            "arbeidsevnevurdering": [True, None, None, True],
            "bistand_hensiktsmessig_og_nodvendig": [True, None, None, True],
            "uforholdsmessig_byrdefullt": [False, None, None, False],
            "lovlig_opphold": [True, True, None, True],
            "fast_bopel": [True, True, None, True],
        },
    )


def test_hver_person_faar_utfall_og_hvert_vilkar_sin_kolonne() -> None:
    svar = vurder_kolonner(caset(), I_DAG)
    assert svar["utfall"].to_list() == [True, False, None, None]
    assert svar["vilkar_ytelser"].to_list() == [True, True, None, None]
    assert svar["vilkar_alder"].to_list() == [True, False, None, True]
    assert svar.columns == [*caset().columns, *(f"vilkar_{v}" for v in VILKAR), "utfall"]


def test_faktum_uten_kolonne_er_ukjent_for_alle() -> None:
    svar = vurder_kolonner(caset().drop("fodselsdato", "fast_bopel"), I_DAG)
    assert svar["vilkar_alder"].null_count() == 4
    assert svar["vilkar_opphold"].null_count() == 4


def test_lat_ramme_forblir_lat() -> None:
    svar = vurder_kolonner(caset().lazy(), I_DAG)
    assert isinstance(svar, pl.LazyFrame)
    assert svar.collect()["utfall"].to_list() == [True, False, None, None]


def test_datoen_velger_loven_ogsaa_for_kolonner() -> None:
    attenaaring = pl.DataFrame({"fodselsdato": [date(2000, 6, 1)]})
    assert vurder_kolonner(attenaaring, date(2018, 12, 31))["vilkar_alder"].to_list() == [False]
    assert vurder_kolonner(attenaaring, date(2019, 1, 1))["vilkar_alder"].to_list() == [True]
    with pytest.raises(ForLoven):
        vurder_kolonner(attenaaring, date(2009, 12, 31))


def test_duckdb_svarer_som_polars() -> None:
    tilkobling = duckdb.connect()
    tilkobling.register("personer", caset().to_arrow())
    svar = vurder_kolonner(tilkobling.table("personer"), I_DAG)
    fra_duckdb = pl.DataFrame(svar.fetchall(), schema=svar.columns, orient="row")
    assert fra_duckdb.sort("navn").to_dicts() == vurder_kolonner(caset(), I_DAG).sort("navn").to_dicts()


class Pandaslik:
    """What Narwhals makes of a pandas frame, without pandas being installed."""

    class implementation:  # noqa: N801
        @staticmethod
        def is_pandas_like() -> bool:
            return True


def test_pandas_nektes_med_grunn(monkeypatch: pytest.MonkeyPatch) -> None:
    def fra_pandas(_ramme: object) -> Any:
        return Pandaslik

    monkeypatch.setattr(nw, "from_native", fra_pandas)
    with pytest.raises(PandasNektet, match=r"manglende opplysning ville blitt til «nei». Bruk Polars, DuckDB eller PySpark"):
        vurder_kolonner(cast("Any", Pandaslik()), I_DAG)


def test_uttrykkene_kan_brukes_alene() -> None:
    svar = caset().select(uttrykk_paa(I_DAG, caset().columns, pl)["utfall"].alias("u"))
    assert svar["u"].to_list() == [True, False, None, None]
