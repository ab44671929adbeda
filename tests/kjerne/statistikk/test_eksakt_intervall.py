"""Exact limits for a share, drawn with or without an end: against published numbers, and against counting every outcome."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.intervall import clopper_pearson, ovre_andel, sannsynlighet_over, wilson
from skreddersom.kjerne.statistikk.svar import Av, PVerdi, for_fa, prosent

ANDELER = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def sjanse(k: int, n: int, p: float) -> float:
    return comb(n, k) * p**k * (1 - p) ** (n - k)


def test_nesten_85_prosent_av_90_er_et_anslag_med_bredde() -> None:
    assert clopper_pearson(76, 90) == pytest.approx((0.753, 0.912), abs=5e-4)
    assert wilson(76, 90) == pytest.approx((0.756, 0.905), abs=5e-4)


def test_aatte_av_femten_kan_vaere_nesten_hva_som_helst() -> None:
    assert clopper_pearson(8, 15) == pytest.approx((0.266, 0.787), abs=5e-4)


def test_ingen_aa_sporre_er_ikke_et_intervall() -> None:
    assert clopper_pearson(0, 0) is None


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, -1)])
def test_mer_enn_alle_er_ingen_andel(k: int, n: int) -> None:
    for intervall in (wilson, clopper_pearson, ovre_andel):
        with pytest.raises(ValueError, match="ingen andel"):
            intervall(k, n)


def test_ingen_og_alle_har_ogsaa_bredde() -> None:
    for intervall in (wilson, clopper_pearson):
        assert intervall(0, 4) == pytest.approx((0.0, 0.5), abs=0.11)
        assert intervall(4, 4) == pytest.approx((0.5, 1.0), abs=0.11)


@given(ANDELER)
def test_eksakt_intervall_har_riktig_hale_paa_hver_side(par: tuple[int, int]) -> None:
    """At the lower limit so many or more are just seen; at the upper, so many or fewer."""
    k, n = par
    lav, hoy = clopper_pearson(k, n) or (-1, -1)
    assert lav == 0 if k == 0 else sum(sjanse(x, n, lav) for x in range(k, n + 1)) == pytest.approx(0.025)
    assert hoy == 1 if k == n else sum(sjanse(x, n, hoy) for x in range(k + 1)) == pytest.approx(0.025)


@pytest.mark.parametrize("n", [1, 3, 8, 15])
def test_eksakt_intervall_lover_aldri_for_mye(n: int) -> None:
    intervaller = [clopper_pearson(k, n) or (1, 0) for k in range(n + 1)]
    for p in (i / 200 for i in range(1, 200)):
        dekning = sum(sjanse(k, n, p) for k, (lav, hoy) in enumerate(intervaller) if lav <= p <= hoy)
        assert dekning >= 0.95


@given(ANDELER)
def test_intervallet_har_andelen_i_seg_og_flytter_seg_med_den(par: tuple[int, int]) -> None:
    k, n = par
    for intervall in (wilson, clopper_pearson):
        lav, hoy = intervall(k, n) or (1, 0)
        assert 0 <= lav <= k / n <= hoy <= 1
        if k < n:
            assert tuple(intervall(k + 1, n) or ()) > (lav, hoy)


@given(ANDELER, st.integers(0, 100))
def test_jo_mer_av_ramma_som_er_sett_jo_smalere(par: tuple[int, int], usett: int) -> None:
    k, n = par
    lav, hoy = wilson(k, n, ramme=n + usett) or (1, 0)
    uten_ende = wilson(k, n) or (0, 1)
    assert uten_ende[0] - 1e-12 <= lav <= k / n + 1e-12
    assert k / n - 1e-12 <= hoy <= uten_ende[1] + 1e-12


def test_den_som_har_sett_alle_er_ikke_i_tvil() -> None:
    assert wilson(3, 8, ramme=8) == pytest.approx((3 / 8, 3 / 8))
    assert wilson(1, 1, ramme=1) == wilson(1, 1)
    with pytest.raises(ValueError, match="trukket av 7"):
        wilson(3, 8, ramme=7)


def test_ingen_brudd_i_tretti_saker_kan_likevel_vaere_en_av_ti() -> None:
    assert ovre_andel(0, 30) == pytest.approx(0.095, abs=5e-4)
    assert ovre_andel(0, 59) == pytest.approx(0.050, abs=5e-4)
    assert ovre_andel(4, 4) == 1


def test_tre_av_ti_brudd_tyder_paa_at_mer_enn_en_av_fem_har_det() -> None:
    assert sannsynlighet_over(0.2, 3, 10) == pytest.approx(0.79, abs=5e-3)
    assert sannsynlighet_over(0.2, 0, 10) == pytest.approx(0.03, abs=5e-3)


def test_setningen_sier_hvor_mange_det_er_og_hvor_mange_det_maa_vaere() -> None:
    assert (
        for_fa("om kontorene er ulike", 12, 20).setning == "For få til å si om kontorene er ulike: her er det 12, og det må være minst 20."
    )
    assert for_fa("noe", 3).setning == "For få til å si noe: her er det 3."
    assert prosent(0.3333) == "33 prosent"
    assert Av(3, 4).andel == 0.75
    assert PVerdi(0.5, 10).eksakt
