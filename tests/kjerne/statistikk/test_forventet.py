"""Counted against expected."""

from __future__ import annotations

from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.forventet import Forholdstall, forholdstall
from skreddersom.kjerne.statistikk.svar import ForLite
from skreddersom.kjerne.statistikk.trakt import Side, Signal


def opptil(k: int, ventet: float) -> float:
    return sum(exp(-ventet) * ventet**x / factorial(x) for x in range(k + 1))


def regnet(talt: int, ventet: float) -> Forholdstall:
    svar = forholdstall(talt, ventet)
    assert isinstance(svar, Forholdstall)
    return svar


def test_tre_der_seks_var_ventet_viser_ikke_at_det_er_for_faa() -> None:
    svar = regnet(3, 6.2)
    assert svar.forhold == pytest.approx(0.48, abs=5e-3)
    assert svar.intervall == pytest.approx((0.10, 1.41), abs=5e-3)
    assert (svar.side, svar.signal) == (Side.UNDER, Signal.INNENFOR)


@given(st.integers(0, 40), st.floats(0.1, 40))
def test_grensene_har_riktig_hale_paa_hver_side(talt: int, ventet: float) -> None:
    lav, hoy = regnet(talt, ventet).intervall
    assert lav == 0 if talt == 0 else 1 - opptil(talt - 1, lav * ventet) == pytest.approx(0.025)
    assert opptil(talt, hoy * ventet) == pytest.approx(0.025)


def test_signalet_folger_sjansen_paa_begge_sider() -> None:
    assert [regnet(k, 10.0).signal for k in (1, 3, 4, 16, 17, 18, 21, 22)] == [
        Signal.FOLG_OPP, Signal.SE_PA, Signal.INNENFOR, Signal.INNENFOR, Signal.INNENFOR, Signal.SE_PA, Signal.SE_PA, Signal.FOLG_OPP,
    ]  # fmt: skip
    assert regnet(22, 10.0).side is Side.OVER


def test_med_faa_ventet_er_selv_ingen_ikke_et_tegn() -> None:
    assert regnet(0, 3.5).signal == ForLite("For få ventet til å si om det er for få: det må ventes minst 4.")
    assert regnet(0, 4.0).signal is Signal.SE_PA
    assert regnet(4, 0.2).signal is Signal.FOLG_OPP


def test_der_ingen_er_ventet_er_det_ingenting_aa_dele_paa() -> None:
    assert isinstance(forholdstall(2, 0.0), ForLite)


@pytest.mark.parametrize(("talt", "ventet"), [(-1, 2.0), (1, -2.0)])
def test_negative_tall_er_ikke_antall(talt: int, ventet: float) -> None:
    with pytest.raises(ValueError, match="ikke et antall"):
        forholdstall(talt, ventet)
