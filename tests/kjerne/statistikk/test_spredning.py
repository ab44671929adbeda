"""Over-dispersion: found when it is there, not when it is not, and the outliers do not hide themselves."""

from __future__ import annotations

from math import asin, sqrt

import numpy as np
import pytest

from skreddersom.kjerne.statistikk.spredning import Spredning, fi, spredning, vinsoriser
from skreddersom.kjerne.statistikk.svar import Av, ForLite


def kontorer(antall: int, ulikhet: float, fro: int = 3) -> list[Av]:
    """Offices of 10 to 60 cases around 43 %, whose own share varies by so much (standard deviation)."""
    tilfeldig = np.random.default_rng(fro)
    storrelser = tilfeldig.integers(10, 60, antall)
    andeler = np.clip(0.43 + ulikhet * tilfeldig.standard_normal(antall), 0.02, 0.98)
    return [Av(int(k), int(n)) for k, n in zip(tilfeldig.binomial(storrelser, andeler), storrelser, strict=True)]


def maalt(tall: list[Av], maal: float | None = None, fro: int = 0) -> Spredning:
    svar = spredning(tall, maal, fro)
    assert isinstance(svar, Spredning)
    return svar


def test_bare_tilfeldigheter_gir_ingen_utvidelse() -> None:
    svar = maalt(kontorer(30, 0.0))
    assert svar.phi < 1.2
    assert svar.p.p > 0.05
    assert svar.tau2 == pytest.approx(0.0, abs=5e-4)


def test_ulike_kontorer_oppdages_og_maales() -> None:
    """A standard deviation of 0.12 in share is about 0.12 on the arcsine scale too (times 2√(p(1 − p)) ≈ 1)."""
    svar = maalt(kontorer(60, 0.12))
    assert svar.phi > 1.5
    assert svar.p.p < 0.01
    assert isinstance(svar.tau2, float)
    assert 0.05**2 < svar.tau2 < 0.18**2


def test_med_faa_kontorer_advares_det_bare() -> None:
    svar = maalt(kontorer(19, 0.2))
    assert svar.tau2 == ForLite("For få til å si hvor mye bredere grensene burde være: her er det 19, og det må være minst 20.")
    assert isinstance(maalt(kontorer(20, 0.2)).tau2, float)


def test_tau2_og_fi_folger_formlene() -> None:
    tall = [Av(k, n) for k, n in ((2, 20), (15, 25), (9, 30), (30, 40), (4, 40)) for _ in range(4)]
    svar = maalt(tall, 0.4)
    z = sorted(2 * sqrt(ett.n) * (asin(sqrt(ett.andel)) - asin(sqrt(0.4))) for ett in tall)
    innenfor = [min(max(verdi, z[2]), z[-3]) for verdi in z]
    phi = sum(verdi**2 for verdi in innenfor) / 20
    vekt = [4 * ett.n for ett in tall]
    assert svar.phi == pytest.approx(phi)
    assert svar.tau2 == pytest.approx((20 * phi - 19) / (sum(vekt) - sum(v * v for v in vekt) / sum(vekt)))


def test_den_ytterste_tidelen_flyttes_inn_til_den_neste() -> None:
    verdier = np.array([9.0, *range(-4, 5), -8.0])
    assert vinsoriser(verdier).tolist() == [4.0, *range(-4, 5), -4.0]
    assert vinsoriser(verdier[:9]).tolist() == verdier[:9].tolist()


def test_ett_vilt_kontor_gjor_ikke_alle_de_andre_ulike() -> None:
    like = kontorer(30, 0.0)
    assert (
        maalt([*like, Av(60, 60)]).phi < fi(np.array([ett.k for ett in like] + [60]), np.array([ett.n for ett in like] + [60]), 0.43) + 0.3
    )
    assert maalt([*like, Av(60, 60)], 0.43).tau2 == pytest.approx(0.0, abs=1e-3)


def test_samme_fro_gir_samme_svar_og_sier_hvor_sikkert_det_er() -> None:
    tall = kontorer(12, 0.05)
    svar = maalt(tall, fro=4)
    assert svar == maalt(tall, fro=4)
    assert svar.p.intervall is not None
    assert svar.p.intervall.lav <= svar.p.p <= svar.p.intervall.hoy
    assert not svar.p.eksakt
    assert svar.p.antall == 9_999


def test_p_holder_det_den_lover_ogsaa_i_smaa_kontorer() -> None:
    """With no differences, p is at most 0.1 in about one of ten; χ² would fail here, where offices have three to six cases."""
    tilfeldig = np.random.default_rng(8)
    storrelser = [3, 4, 5, 6] * 3
    trukket = tilfeldig.binomial(storrelser, 0.15, size=(40, len(storrelser)))
    tegn = [
        svar.p.p <= 0.1
        for rad in trukket
        if isinstance(svar := spredning([Av(int(k), n) for k, n in zip(rad, storrelser, strict=True)], 0.15), Spredning)
    ]
    assert len(tegn) == 40
    assert sum(tegn) <= 9


@pytest.mark.parametrize("tall", [[], [Av(2, 5)], [Av(2, 5), Av(0, 0)], [Av(0, 5), Av(0, 9)], [Av(5, 5), Av(9, 9)]])
def test_uten_ulike_utfall_er_det_for_lite(tall: list[Av]) -> None:
    assert isinstance(spredning(tall), ForLite)


def test_et_maal_i_enden_er_ikke_noe_aa_variere_rundt() -> None:
    with pytest.raises(ValueError, match="ikke et mål"):
        spredning([Av(1, 5), Av(2, 5)], 1.0)
