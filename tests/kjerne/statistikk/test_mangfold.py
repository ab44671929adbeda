"""Many offices at once: the chance of a false alarm, and the correction for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.mangfold import Mangfold, benjamini_hochberg, mid_p, minst_en_utenfor
from skreddersom.kjerne.statistikk.svar import Av

P = st.lists(st.floats(0, 1), max_size=12)


def etter_boka(p: list[float]) -> list[float]:
    """The smallest level at which the step-up procedure rejects each, by its definition."""
    m = len(p)
    return [min(min(1.0, p_j * m / sum(p_k <= p_j for p_k in p)) for p_j in p if p_j >= p_i) for p_i in p]


def test_femten_kontorer_gir_oftere_enn_ikke_minst_ett_utenfor() -> None:
    assert minst_en_utenfor(15, 0.95) == pytest.approx(0.537, abs=5e-4)
    assert minst_en_utenfor(15, 0.998) == pytest.approx(0.030, abs=5e-4)
    assert minst_en_utenfor(0, 0.95) == 0


def test_advarselen_sier_hvor_mange_og_hvor_ofte() -> None:
    assert Mangfold(15).setning == (
        "Når 15 kontorer ses samlet, er det opptil 54 prosent sjanse for at minst ett havner utenfor 95-prosentgrensene ved en "
        "tilfeldighet, og opptil 3 prosent for 99,8-prosentgrensene."
    )


def test_mid_p_teller_halvparten_av_det_som_ble_sett() -> None:
    assert mid_p(Av(0, 3), 0.5) == pytest.approx(2 * 0.5 * 0.125)
    assert mid_p(Av(1, 3), 0.5) == pytest.approx(2 * (0.125 + 0.375 / 2))
    assert mid_p(Av(3, 3), 0.5) == mid_p(Av(0, 3), 0.5)
    assert mid_p(Av(0, 0), 0.5) == 1


def test_benjamini_og_hochberg_mot_et_regnet_eksempel() -> None:
    assert benjamini_hochberg([0.01, 0.04, 0.03, 0.5]) == pytest.approx((0.04, 0.16 / 3, 0.16 / 3, 0.5))


@given(P)
def test_justert_p_er_den_definisjonen_gir(p: list[float]) -> None:
    assert benjamini_hochberg(p) == pytest.approx(etter_boka(p))


@given(P)
def test_justert_p_er_aldri_mindre_enn_p_og_bytter_aldri_om_paa_to(p: list[float]) -> None:
    q = benjamini_hochberg(p)
    assert all(p_i - 1e-12 <= q_i <= 1 for p_i, q_i in zip(p, q, strict=True))
    assert all(q[i] <= q[j] for i in range(len(p)) for j in range(len(p)) if p[i] <= p[j])
