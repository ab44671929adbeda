"""East and west: exact when it can be, reproducible when it must be drawn, and silent when nothing could have been rare."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk import regioner
from skreddersom.kjerne.statistikk.regioner import Regionforskjell, sammenlign
from skreddersom.kjerne.statistikk.simulering import TREKNINGER
from skreddersom.kjerne.statistikk.svar import Av, ForLite, PVerdi

KONTOR = st.integers(1, 12).flatmap(lambda n: st.integers(0, n).map(lambda k: Av(k, n)))
OST = [Av(1, 10), Av(2, 12), Av(0, 6), Av(1, 8)]
VEST = [Av(6, 10), Av(7, 9), Av(5, 11), Av(4, 6)]


def malt(forste: list[Av], andre: list[Av], fro: int = 0) -> Regionforskjell:
    svar = sammenlign(forste, andre, fro)
    assert isinstance(svar, Regionforskjell)
    return svar


def talt(forste: list[Av], andre: list[Av]) -> tuple[float, float, float]:
    """The share of ways of dealing with at least the observed difference, with the largest there is, and the mid-p; by fractions."""
    alle, storrelse = [*forste, *andre], len(forste)

    def avstand(plasser: tuple[int, ...]) -> Fraction:
        inne = [alle[nr] for nr in plasser]
        ute = [alle[nr] for nr in range(len(alle)) if nr not in plasser]
        en, to = (Fraction(sum(ett.k for ett in gruppe), sum(ett.n for ett in gruppe)) for gruppe in (inne, ute))
        return abs(en - to)

    mulige = [avstand(plasser) for plasser in combinations(range(len(alle)), storrelse)]
    sett = avstand(tuple(range(storrelse)))
    mid = sum(en > sett for en in mulige) + mulige.count(sett) / 2
    return sum(en >= sett for en in mulige) / len(mulige), mulige.count(max(mulige)) / len(mulige), mid / len(mulige)


@settings(max_examples=60)
@given(st.lists(KONTOR, min_size=1, max_size=4), st.lists(KONTOR, min_size=1, max_size=5))
def test_eksakt_p_er_den_en_faar_ved_aa_telle_alle(forste: list[Av], andre: list[Av]) -> None:
    p, minst, mid = talt(forste, andre)
    forskjell = malt(forste, andre)
    svar = forskjell.p
    assert isinstance(svar, ForLite) == (minst > 0.05) == (forskjell.mid_p is None)
    if isinstance(svar, PVerdi):
        assert svar.p == pytest.approx(p)
        assert forskjell.mid_p == pytest.approx(mid)


def test_tydelig_forskjell_mellom_aatte_kontorer() -> None:
    svar = malt(OST, VEST)
    assert svar.forskjell == pytest.approx(4 / 36 - 22 / 36)
    assert svar.p == PVerdi(2 / 70, 70)
    assert not isinstance(svar.intervall, ForLite)
    assert svar.intervall.lav < svar.forskjell < svar.intervall.hoy < 0


def test_med_tre_mot_tre_kan_ingen_forskjell_vaere_sjelden_nok() -> None:
    svar = malt(OST[:3], VEST[:3])
    assert isinstance(svar.p, ForLite)
    assert svar.p.setning.endswith("antall kontorer: her er det 6.")


def test_ett_kontor_sier_ikke_hvor_sikker_forskjellen_er() -> None:
    assert isinstance(malt(OST[:1], VEST).intervall, ForLite)


def test_uten_saker_i_en_region_er_det_ingenting_aa_sammenligne() -> None:
    assert isinstance(sammenlign([Av(0, 0)], VEST), ForLite)
    assert malt([*OST, Av(0, 0)], VEST) == malt(OST, VEST)


def test_trukket_p_ligger_der_den_eksakte_ligger(monkeypatch: pytest.MonkeyPatch) -> None:
    forste, andre = [Av(3, 10), Av(2, 12), Av(4, 9), Av(2, 8)], [Av(6, 10), Av(2, 9), Av(5, 11), Av(4, 6), Av(5, 8)]
    eksakt = malt(forste, andre).p
    monkeypatch.setattr(regioner, "MEST_EKSAKT", 0)
    trukket = malt(forste, andre, fro=7).p
    assert isinstance(eksakt, PVerdi)
    assert isinstance(trukket, PVerdi)
    assert trukket.intervall is not None
    assert trukket.intervall.lav <= eksakt.p <= trukket.intervall.hoy
    assert trukket == malt(forste, andre, fro=7).p
    assert trukket != malt(forste, andre, fro=8).p
    midt = malt(forste, andre, fro=7).mid_p
    assert midt is not None
    assert trukket.p / 2 < midt < trukket.p


def test_mange_kontorer_trekkes_i_stedet_for_aa_telles() -> None:
    svar = malt([Av(3, 10)] * 12, [Av(4, 10)] * 13).p
    assert isinstance(svar, PVerdi)
    assert not svar.eksakt
    assert svar.antall == TREKNINGER


def test_intervallet_dekker_som_oftest_den_sanne_forskjellen() -> None:
    tilfeldig = np.random.default_rng(4)
    treff = 0
    for _ in range(150):
        storrelser = tilfeldig.integers(20, 60, 14)
        sanne = np.where(np.arange(14) < 7, 0.3, 0.5)
        tall = [Av(int(k), int(n)) for k, n in zip(tilfeldig.binomial(storrelser, sanne), storrelser, strict=True)]
        grense = malt_intervall(tall[:7], tall[7:])
        treff += grense[0] <= -0.2 <= grense[1]
    assert treff >= 135


def malt_intervall(forste: list[Av], andre: list[Av]) -> tuple[float, float]:
    regionene = (tuple(forste), tuple(andre))
    intervall = regioner._intervall(
        regionene, sum(a.k for a in forste) / sum(a.n for a in forste) - sum(a.k for a in andre) / sum(a.n for a in andre)
    )
    assert not isinstance(intervall, ForLite)
    return intervall
