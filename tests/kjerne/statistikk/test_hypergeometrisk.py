"""How many cases to open: against the published table, and against counting every draw."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.hypergeometrisk import (
    antall_brudd,
    intervall,
    minste_utvalg,
    nedre_grense,
    ovre_grense,
    plan,
    sjanse_for_funn,
)
from skreddersom.kjerne.statistikk.svar import Av

SMAA = st.integers(1, 9).flatmap(lambda ramme: st.tuples(st.just(ramme), st.integers(0, ramme), st.integers(1, ramme)))


def opptil(k: int, ramme: int, brudd: int, n: int) -> Fraction:
    """P(X ≤ k) by making every draw."""
    alle = list(combinations([True] * brudd + [False] * (ramme - brudd), n))
    return Fraction(sum(sum(ett) <= k for ett in alle), len(alle))


@pytest.mark.parametrize(
    ("ramme", "ventet"),
    [
        (10, (10, 10, 8, 6, 4)),
        (20, (19, 16, 10, 7, 4)),
        (50, (31, 22, 12, 8, 5)),
        (100, (45, 25, 13, 9, 5)),
        (200, (51, 27, 13, 9, 5)),
        (1000, (57, 29, 14, 9, 5)),
    ],
)
def test_minste_utvalg_er_som_i_tabellen(ramme: int, ventet: tuple[int, ...]) -> None:
    assert tuple(minste_utvalg(ramme, andel) for andel in (0.05, 0.1, 0.2, 0.3, 0.5)) == ventet


def test_en_femdel_av_sakene_finner_sjelden_brudd_i_et_lite_kontor() -> None:
    assert [round(sjanse_for_funn(ramme, ramme // 10, min(20, max(2, ramme // 5))), 2) for ramme in (10, 20, 50)] == [0.2, 0.37, 0.69]


@pytest.mark.parametrize(("ramme", "ventet"), [(20, (10, 15, 18)), (40, (12, 18, 23)), (80, (13, 20, 26)), (400, (14, 22, 29))])
def test_plan_for_aa_vise_at_faerre_enn_en_femdel_har_brudd(ramme: int, ventet: tuple[int, ...]) -> None:
    assert tuple(plan(ramme, 0.2, godtatt) for godtatt in (0, 1, 2)) == ventet


def test_saa_faa_saker_at_ikke_engang_alle_kan_vise_det() -> None:
    assert plan(10, 0.2, 2) is None
    assert plan(10, 0.2, 1) == 10


def test_ovre_grense_etter_tolv_av_forti() -> None:
    assert [ovre_grense(Av(k, 12), 40) for k in (0, 1, 2)] == [7, 12, 15]


def test_en_tidel_av_tretti_er_tre_og_ikke_fire() -> None:
    assert antall_brudd(30, 0.1) == 3
    assert antall_brudd(50, 0.05) == 3
    assert antall_brudd(10, 0.05) == 1


@settings(max_examples=40)
@given(SMAA)
def test_sjansen_er_den_en_faar_ved_aa_trekke_alle_utvalg(tall: tuple[int, int, int]) -> None:
    ramme, brudd, n = tall
    assert sjanse_for_funn(ramme, brudd, n) == pytest.approx(float(1 - opptil(0, ramme, brudd, n)))


@settings(max_examples=40)
@given(SMAA)
def test_grensene_er_de_ytterste_som_ikke_er_for_usannsynlige(tall: tuple[int, int, int]) -> None:
    ramme, k, n = tall
    k = min(k, n)
    mulige = range(k, ramme - n + k + 1)
    assert ovre_grense(Av(k, n), ramme) == max(brudd for brudd in mulige if opptil(k, ramme, brudd, n) > Fraction("0.05"))
    assert nedre_grense(Av(k, n), ramme) == min(brudd for brudd in mulige if 1 - opptil(k - 1, ramme, brudd, n) > Fraction("0.05"))


@pytest.mark.parametrize(("ramme", "n"), [(8, 3), (12, 5), (30, 11)])
def test_intervallet_dekker_hvert_antall_brudd_saa_ofte_som_lovet(ramme: int, n: int) -> None:
    grenser = {k: intervall(Av(k, n), ramme) for k in range(n + 1)}
    for brudd in range(ramme + 1):
        dekket = sum(sjanse(k, ramme, brudd, n) for k, (lav, hoy) in grenser.items() if lav <= brudd / ramme <= hoy)
        assert dekket >= 0.95


def sjanse(k: int, ramme: int, brudd: int, n: int) -> float:
    return comb(brudd, k) * comb(ramme - brudd, n - k) / comb(ramme, n)


def test_er_alle_trukket_er_svaret_ett_punkt() -> None:
    assert intervall(Av(3, 8), 8) == (3 / 8, 3 / 8)


@pytest.mark.parametrize("argument", [(0, 0.1, 0.95), (10, 0.0, 0.95), (10, 1.1, 0.95), (10, 0.1, 0.0)])
def test_umulige_krav_til_utvalget_avvises(argument: tuple[int, float, float]) -> None:
    with pytest.raises(ValueError, match="ingen utvalgsstørrelse"):
        minste_utvalg(*argument)


def test_flere_enn_ramma_kan_ikke_trekkes() -> None:
    with pytest.raises(ValueError, match="trukket av 8"):
        ovre_grense(Av(3, 9), 8)
    with pytest.raises(ValueError, match="får ikke plass"):
        sjanse_for_funn(8, 9, 2)
