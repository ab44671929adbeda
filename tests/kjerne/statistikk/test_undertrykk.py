"""Small numbers are hidden, and cannot be worked out from the sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.undertrykk import MINST, andel, for_lite, sum_kan_vises, undertrykk


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


@given(st.lists(st.one_of(st.integers(0, 5), st.integers(0, 40)), max_size=7))
def test_summen_av_ei_linje_roper_ikke_de_skjulte(deler: list[int]) -> None:
    """Of m hidden, each at least 1, one can be from 1 to their sum less m − 1; more than one value then, and not few persons in all."""
    vist = undertrykk(deler)
    skjult = [antall for antall, synlig in zip(deler, vist, strict=True) if synlig is None]
    assert all(synlig is None for antall, synlig in zip(deler, vist, strict=True) if for_lite(antall))
    if sum_kan_vises(deler) and skjult:
        assert len(skjult) > 1
        assert sum(skjult) >= MINST
        assert sum(skjult) > len(skjult) or 0 in skjult


@pytest.mark.parametrize(
    ("deler", "vist"),
    [
        ([12, 8, 30], [12, 8, 30]),
        ([12, 3, 30], [None, None, 30]),
        ([2, 3, 30], [None, None, 30]),
        ([1, 2, 30], [None, None, None]),
        ([1, 1, 1, 1, 1, 9], [None] * 6),
        ([3, 0, 0], [None, None, 0]),
        ([1, 1, 1, 1, 1, 0, 0], [None, None, None, None, None, None, 0]),
    ],
)
def test_en_skjult_linje(deler: list[int], vist: list[int | None]) -> None:
    assert undertrykk(deler) == vist


def test_en_sum_som_selv_roper_kan_ikke_vises() -> None:
    assert sum_kan_vises([12, 3, 30])
    assert not sum_kan_vises([3, 0, 0])
    assert not sum_kan_vises([1, 1, 1, 1, 1])
