"""Small numbers are hidden, and cannot be worked out from the sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.undertrykk import MINST, andel, undertrykk


@pytest.mark.parametrize(
    ("deler", "vist"),
    [
        ([10, 20, 0], [10, 20, 0]),
        ([3, 20, 10], [None, 20, None]),
        ([3, 4, 10], [None, None, 10]),
        ([3, 0, 0], [None, None, 0]),
        ([3], [None]),
        ([5, 4, 0, 9], [None, None, 0, 9]),
        ([], []),
    ],
)
def test_det_som_skjules_og_det_som_vises(deler: list[int], vist: list[int | None]) -> None:
    assert undertrykk(deler) == vist


@given(st.lists(st.integers(0, 30), min_size=2, max_size=12))
def test_ingen_liten_vises_og_aldri_er_bare_en_skjult(deler: list[int]) -> None:
    vist = undertrykk(deler)
    assert all(antall is None or antall == 0 or antall >= MINST for antall in vist)
    assert vist.count(None) != 1
    assert [antall for antall in vist if antall is not None] == [d for d, v in zip(deler, vist, strict=True) if v is not None]


@pytest.mark.parametrize(
    ("del_", "hele", "vist"), [(6, 20, (6, 20)), (0, 20, (0, 20)), (20, 20, (20, 20)), (4, 20, None), (16, 20, None), (0, 4, None)]
)
def test_andel_som_roper_faa_vises_ikke(del_: int, hele: int, vist: tuple[int, int] | None) -> None:
    assert andel(del_, hele) == vist
