"""Dates read generously, and whole years of age."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato, manedsnummer, norsk, romslig_aar


def romslig(tegn: str) -> tuple[object, ...]:
    return pl.DataFrame({"D": [tegn]}).select(dato=er_romslig_dato("D"), aar=romslig_aar("D")).row(0)


@given(dag=st.integers(1, 31), maned=st.integers(1, 12), aar=st.integers(1, 9999))
def test_enhver_dag_til_31_i_enhver_maned_godtas(dag: int, maned: int, aar: int) -> None:
    assert romslig(f"{dag:02d}{maned:02d}{aar:04d}") == (True, aar)


@pytest.mark.parametrize(
    "tegn", [" " * 8, "00000000", "32132025", "00012025", "01002025", "01130000", "01010000", "XXXXXXXX", "1.1.2025", "010125  "]
)
def test_dette_er_ingen_dato(tegn: str) -> None:
    assert romslig(tegn) == (False, None)


@given(dag=st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_maneden_telles_fra_rapporteringsaaret(dag: date) -> None:
    ramme = pl.DataFrame({"dag": [dag], "aargang": [2026]})
    assert ramme.select(manedsnummer(pl.col("dag"))).item() == (dag.year - 2026) * 12 + dag.month


def test_datoer_vises_paa_norsk() -> None:
    assert pl.select(norsk(pl.lit(date(2026, 3, 1)))).item() == "01.03.2026"
