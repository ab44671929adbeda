"""Months as bits: counted, joined and measured, also over New Year and where ticks and amounts disagree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjerne.screening.saksmengder import fil, maneder, post
from skreddersom.kjerne.kostra.oppsett import AARGANGER, MANED, oppsett
from skreddersom.kjerne.screening.maneder import antall, dekket, lengste_rekke
from skreddersom.kjerne.screening.saksmengde import saksmengde

if TYPE_CHECKING:
    from pathlib import Path

MASKER = st.integers(0, 2**60 - 1)


def maske_av(mappe: Path, felt: dict[str, Any], per: date = date(2026, 12, 31), aar: int = 2026) -> int:
    return int(saksmengde(fil(mappe, [post(**felt)], aar), per)["maske"][0])


def test_desember_er_bit_null_ved_aarets_slutt(tmp_path: Path) -> None:
    assert maske_av(tmp_path, maneder(12)) == 0b1
    assert maske_av(tmp_path, maneder(1, 11)) == 0b100000000010


def test_aaret_for_ligger_tolv_biter_lenger_opp(tmp_path: Path) -> None:
    assert maske_av(tmp_path, maneder(12), aar=2025) == 1 << 12


def test_maneder_etter_dagen_teller_ikke(tmp_path: Path) -> None:
    assert maske_av(tmp_path, maneder(5, 6, 7, 8), per=date(2026, 6, 30)) == 0b11


def test_maaneden_dagen_staar_i_teller_fra_forste_dag(tmp_path: Path) -> None:
    assert maske_av(tmp_path, maneder(6), per=date(2026, 6, 1)) == 0b1


@pytest.mark.parametrize(
    ("felt", "teller"),
    [
        ({"STMND_12": "12"}, True),
        ({"BIDRAG_DES": 4000}, True),
        ({"LAAN_DES": 4000}, True),
        ({"BIDRAG_DES": 0, "LAAN_DES": 0}, False),
        ({"BIDRAG_DES": -500}, False),
        ({"STMND_12": "11"}, False),
        ({"STMND_12": "XX"}, False),
        ({}, False),
    ],
)
def test_kryss_eller_utbetalt_belop_er_en_maned(tmp_path: Path, felt: dict[str, Any], *, teller: bool) -> None:
    assert maske_av(tmp_path, felt) == int(teller)


def test_belop_uten_kryss_leses_bare_der_de_staar_og_ingen_andre_endres(tmp_path: Path) -> None:
    saker = saksmengde(
        fil(tmp_path, [post("Anna", **maneder(1, 2)), post("Bo", BIDRAG_JULI=900), post("Cai", **maneder(12))]), date(2026, 12, 31)
    )
    assert saker["maske"].to_list() == [0b110000000000, 0b100000, 0b1]
    assert saker["journalnr"].to_list() == ["Anna", "Bo", "Cai"]


@given(maske=MASKER)
def test_antall_er_antall_biter(maske: int) -> None:
    ramme = pl.DataFrame({"m": [maske]}, schema={"m": pl.Int64})
    assert ramme.select(antall(pl.col("m"))).item() == maske.bit_count()
    assert ramme.select(antall(pl.col("m"), 12)).item() == (maske % 4096).bit_count()


@given(masker=st.lists(MASKER, min_size=1, max_size=20))
def test_lengste_rekke_er_den_lengste_rekken_av_enere(masker: list[int]) -> None:
    ventet = [max(len(rekke) for rekke in f"{m:b}".split("0")) for m in masker]
    assert lengste_rekke(pl.Series(masker, dtype=pl.Int64)).to_list() == ventet


def test_ingen_maneder_gir_null() -> None:
    assert lengste_rekke(pl.Series([0], dtype=pl.Int64)).to_list() == [0]


@pytest.mark.parametrize(
    ("aar", "per", "ventet"),
    [({2026}, date(2026, 12, 31), 12), ({2026}, date(2026, 3, 1), 3), ({2025, 2026}, date(2026, 3, 1), 12), ({2025}, date(2026, 11, 1), 1)],
)
def test_dekket_er_hvor_mange_av_tolv_maneder_filene_kjenner(aar: set[int], per: date, ventet: int) -> None:
    assert dekket(aar, per) == ventet


@pytest.mark.parametrize("aar", AARGANGER)
def test_manedsrutene_staar_side_om_side_i_alle_aarganger(aar: int) -> None:
    """The twelve ticks, and the 24 amounts, are cut out of the line in one piece each."""
    form = oppsett("11F", aar)
    for navn in ([f"STMND_{nr}" for nr in range(1, 13)], [f"{slag}_{maned}" for maned in MANED for slag in ("BIDRAG", "LAAN")]):
        felt = [form[ett] for ett in navn]
        assert [ett.til + 1 for ett in felt[:-1]] == [ett.fra for ett in felt[1:]]
        assert sum(ett.lengde for ett in felt) % 8 == 0


def test_bokstaver_der_belopene_skal_staa_leses_noye(tmp_path: Path) -> None:
    assert maske_av(tmp_path, {"STMND_3": "03", "BIDRAG_JAN": "Åtte", "LAAN_FEB": 7}) == 0b011000000000
