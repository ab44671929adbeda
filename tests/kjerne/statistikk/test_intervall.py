"""Wilson's interval against its own definition: the shares from which k of n is no further away than chance allows."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.intervall import wilson

Z = NormalDist().inv_cdf(0.975)


@pytest.mark.parametrize(
    ("k", "n", "lav", "hoy"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (3, 10, 0.1078, 0.6032), (81, 263, 0.2553, 0.3662)]
)
def test_kjente_verdier(k: int, n: int, lav: float, hoy: float) -> None:
    assert wilson(k, n) == pytest.approx((lav, hoy), abs=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_endene_er_akkurat_saa_langt_unna_som_tilfeldighet_rekker(par: tuple[int, int]) -> None:
    k, n = par
    intervall = wilson(k, n)
    assert intervall is not None
    lav, hoy = intervall
    assert 0 <= lav <= k / n <= hoy <= 1
    for ende in {lav, hoy} - {0.0, 1.0}:
        assert abs(k / n - ende) == pytest.approx(Z * sqrt(ende * (1 - ende) / n), abs=1e-9)


def test_uten_noen_aa_spore_om_er_det_ikke_noe_intervall() -> None:
    assert wilson(0, 0) is None


def test_hoyere_sikkerhet_gir_videre_intervall() -> None:
    smal, vid = wilson(5, 20, 0.8), wilson(5, 20, 0.99)
    assert smal is not None
    assert vid is not None
    assert vid[0] < smal[0] < smal[1] < vid[1]


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5)])
def test_det_som_ikke_er_en_andel_avvises(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="ingen andel"):
        wilson(k, n)
