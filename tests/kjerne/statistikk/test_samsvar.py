"""Agreement between two coders, also where κ breaks down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.samsvar import Samsvar, samsvar
from skreddersom.kjerne.statistikk.svar import Av, ForLite, KanIkkeBeregnes

KODER = ("uendret", "utsatt", "forlenget")


def malt(par: list[tuple[str, str]], koder: tuple[str, ...] = KODER) -> Samsvar:
    svar = samsvar(par, koder)
    assert isinstance(svar, Samsvar)
    return svar


def test_femten_like_svar_gir_ingen_kappa_men_full_enighet() -> None:
    svar = malt([("uendret", "uendret")] * 15)
    assert svar.po == Av(15, 15)
    assert svar.ac1 == 1
    assert isinstance(svar.kappa, KanIkkeBeregnes)
    assert svar.kappa.setning.startswith("Kan ikke beregnes: begge har brukt den samme koden")


def test_fjorten_av_femten_er_null_i_kappa_og_nesten_en_i_ac1() -> None:
    svar = malt([("uendret", "uendret")] * 14 + [("uendret", "utsatt")], KODER[:2])
    assert svar.po == Av(14, 15)
    assert svar.kappa == 0
    assert svar.ac1 == pytest.approx(0.93, abs=5e-3)


def test_regnet_eksempel_med_tre_koder() -> None:
    """p_o = 5/6; κ: p_e = (3·2 + 2·3 + 1·1)/36; AC1: π = 5/12, 5/12, 2/12."""
    par = [*[("uendret", "uendret")] * 2, ("uendret", "utsatt"), *[("utsatt", "utsatt")] * 2, ("forlenget", "forlenget")]
    svar = malt(par)
    pe_kappa = (3 * 2 + 2 * 3 + 1 * 1) / 36
    pe_ac1 = (2 * 5 / 12 * 7 / 12 + 2 / 12 * 10 / 12) / 2
    assert svar.kappa == pytest.approx((5 / 6 - pe_kappa) / (1 - pe_kappa))
    assert svar.ac1 == pytest.approx((5 / 6 - pe_ac1) / (1 - pe_ac1))


def test_en_eneste_kode_aa_velge_gir_ingen_maal_paa_enighet() -> None:
    svar = malt([("uendret", "uendret")] * 3, ("uendret",))
    assert isinstance(svar.ac1, KanIkkeBeregnes)
    assert isinstance(svar.kappa, KanIkkeBeregnes)


def test_ingen_felles_svar_er_for_lite() -> None:
    assert isinstance(samsvar([], KODER), ForLite)


def test_en_kode_utenfor_lista_blir_ikke_stille_med() -> None:
    with pytest.raises(ValueError, match="økning"):
        samsvar([("uendret", "økning")], KODER)


@given(st.lists(st.tuples(st.sampled_from(KODER), st.sampled_from(KODER)), min_size=1, max_size=20))
def test_maalene_er_like_hvem_som_enn_er_forst_og_aldri_over_en(par: list[tuple[str, str]]) -> None:
    svar, snudd = malt(par), malt([(to, en) for en, to in par])
    assert svar.po == snudd.po
    for en, to in ((svar.ac1, snudd.ac1), (svar.kappa, snudd.kappa)):
        if isinstance(en, float) and isinstance(to, float):
            assert en == pytest.approx(to)
            assert -1 - 1e-9 <= en <= 1
        else:
            assert en == to
