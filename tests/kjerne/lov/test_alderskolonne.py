"""Age as a column says the same as age for one."""

from datetime import date, timedelta

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from skreddersom.kjerne.lov.alder import alder
from skreddersom.kjerne.lov.alderskolonne import alder_paa


def kolonnealder(fodt: date | None, dag: date | None) -> int | None:
    datoer = pl.DataFrame({"fodt": [fodt], "dag": [dag]}, schema={"fodt": pl.Date, "dag": pl.Date})
    svar: int | None = datoer.select(alder_paa(pl.col("fodt"), pl.col("dag"))).item()
    return svar


@given(fodt=st.dates(date(1900, 1, 1), date(2030, 1, 1)), dager=st.integers(0, 40_000))
@example(fodt=date(2008, 2, 29), dager=6574)
@example(fodt=date(2008, 2, 29), dager=6573)
def test_kolonnen_regner_alder_som_loven(fodt: date, dager: int) -> None:
    dag = fodt + timedelta(days=dager)
    assert kolonnealder(fodt, dag) == alder(fodt, dag)


def test_skuddaarsbarn_fyller_aar_28_februar() -> None:
    assert [kolonnealder(date(2008, 2, 29), date(2026, 2, dag)) for dag in (27, 28)] == [17, 18]
    assert [kolonnealder(date(2008, 2, 29), dag) for dag in (date(2028, 2, 28), date(2028, 2, 29))] == [19, 20]
    assert kolonnealder(date(2008, 2, 28), date(2026, 2, 28)) == 18
    assert kolonnealder(date(2008, 3, 1), date(2026, 2, 28)) == 17


def test_ukjent_dato_gir_ukjent_alder() -> None:
    assert kolonnealder(None, date(2026, 1, 1)) is None
    assert kolonnealder(date(2000, 1, 1), None) is None


def test_alderen_er_negativ_for_fodselen() -> None:
    assert kolonnealder(date(2027, 1, 1), date(2026, 5, 31)) == -1
