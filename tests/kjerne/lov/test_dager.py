"""Holidays: those of the table in docs/frister.md, and what must hold in every year."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.lov.dager import er_virkedag, forste_paskedag, helligdager, virkedag_fra_og_med

TEKST = (Path(__file__).parents[3] / "docs" / "frister.md").read_text(encoding="utf-8")
RADER = re.findall(r"^\| (\d{4}) \| ([\d-]+) \| ([\d-]+) \| ([\d-]+) \|$", TEKST, re.MULTILINE)
AAR = st.integers(1900, 2399)


@pytest.mark.parametrize(("aar", "paske", "himmelfart", "pinse"), RADER)
def test_de_bevegelige_dagene_er_de_som_staar_i_dokumentet(aar: str, paske: str, himmelfart: str, pinse: str) -> None:
    assert forste_paskedag(int(aar)) == date.fromisoformat(paske)
    assert {date.fromisoformat(himmelfart), date.fromisoformat(pinse)} <= helligdager(int(aar))


@pytest.mark.parametrize("dag", ["1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19", "1943-04-25", "1818-03-22"])
def test_paska_i_aarene_der_regelen_har_unntak(dag: str) -> None:
    assert forste_paskedag(int(dag[:4])) == date.fromisoformat(dag)


@given(aar=AAR)
def test_paska_er_en_sondag_mellom_22_mars_og_25_april(aar: int) -> None:
    dag = forste_paskedag(aar)
    assert dag.isoweekday() == 7
    assert date(aar, 3, 22) <= dag <= date(aar, 4, 25)


def test_helligdagene_i_2026_er_disse_tolv() -> None:
    assert sorted(f"{dag:%d.%m}" for dag in helligdager(2026)) == sorted(
        ["01.01", "02.04", "03.04", "05.04", "06.04", "01.05", "14.05", "17.05", "24.05", "25.05", "25.12", "26.12"]
    )


@given(aar=AAR)
def test_julaften_og_nyttarsaften_er_virkedager_naar_de_ikke_er_i_helga(aar: int) -> None:
    for dag in (date(aar, 12, 24), date(aar, 12, 31)):
        assert er_virkedag(dag) is (dag.isoweekday() < 6)


@given(dag=st.dates(date(1900, 1, 1), date(2399, 12, 31)))
def test_virkedagen_er_den_forste_som_ikke_er_helg_eller_helligdag(dag: date) -> None:
    virkedag = virkedag_fra_og_med(dag)
    assert er_virkedag(virkedag)
    assert virkedag.isoweekday() < 6
    assert virkedag not in helligdager(virkedag.year)
    assert 0 <= (virkedag - dag).days <= 5
    assert not any(er_virkedag(dag + timedelta(days=nr)) for nr in range((virkedag - dag).days))
