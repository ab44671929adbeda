"""Shrinkage: nearer the truth than the raw numbers, small offices most, and decided where the likelihood has no answer."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest

from skreddersom.kjerne.statistikk import fordeling
from skreddersom.kjerne.statistikk.krymping import FAST_VEKT, Andeler, Kilde, Krympetandel, Krympetrate, Rater, krymp_andeler, krymp_rater
from skreddersom.kjerne.statistikk.svar import Av, ForLite

STORRELSER = (3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 30, 40, 55, 80, 110)


def andeler(tall: list[Av]) -> tuple[Andeler, list[Krympetandel]]:
    svar = krymp_andeler(tall)
    assert isinstance(svar, Andeler)
    return svar, [ett for ett in svar.kontorer if isinstance(ett, Krympetandel)]


def rater(tall: list[tuple[int, float]]) -> tuple[Rater, list[Krympetrate]]:
    svar = krymp_rater(tall)
    assert isinstance(svar, Rater)
    return svar, [ett for ett in svar.kontorer if isinstance(ett, Krympetrate)]


def trukket(fro: int, styrke: float = 20.0) -> tuple[list[Av], list[float]]:
    """Fifteen offices and the shares they were drawn from: Beta with mean 0.4."""
    tilfeldig = np.random.default_rng(fro)
    sanne = tilfeldig.beta(0.4 * styrke, 0.6 * styrke, len(STORRELSER))
    treff = tilfeldig.binomial(STORRELSER, sanne)
    return [Av(int(k), n) for k, n in zip(treff, STORRELSER, strict=True)], [float(p) for p in sanne]


def test_krympet_andel_ligger_naermere_sannheten_enn_den_raa() -> None:
    raa, krympet = [], []
    for fro in range(20):
        tall, sanne = trukket(fro)
        raa += [(ett.andel - sann) ** 2 for ett, sann in zip(tall, sanne, strict=True)]
        krympet += [(ett.anslag - sann) ** 2 for ett, sann in zip(andeler(tall)[1], sanne, strict=True)]
    assert sqrt(np.mean(krympet)) < 0.7 * sqrt(np.mean(raa))


def test_anslaget_er_det_beste_punktet_paa_ei_grov_liste() -> None:
    """Brute force over means and weights: none of them is more likely than the one found."""
    tall, _ = trukket(5)
    felles = andeler(tall)[0].felles
    assert felles.kilde is Kilde.ANSLATT

    def ln(snitt: float, vekt: float) -> float:
        a, b = snitt * vekt, (1 - snitt) * vekt
        return sum(float(fordeling.ln_beta(ett.k + a, ett.n - ett.k + b) - fordeling.ln_beta(a, b)) for ett in tall)

    alle = [ln(snitt / 100, vekt) for snitt in range(20, 70, 2) for vekt in (0.5, 1, 2, 4, 8, 12, 16, 24, 32, 64, 128, 256)]
    assert max(alle) <= ln(felles.snitt, felles.vekt) + 1e-6


def test_hvert_kontor_ligger_mellom_seg_selv_og_fellesskapet_og_de_smaa_flyttes_mest() -> None:
    tall, _ = trukket(5)
    svar, kontorer = andeler(tall)
    for ett in kontorer:
        lav, hoy = sorted((ett.raa.andel, svar.felles.snitt))
        assert lav <= ett.anslag <= hoy
        assert ett.intervall.lav < ett.anslag < ett.intervall.hoy
        flyttet = (ett.anslag - ett.raa.andel) / (svar.felles.snitt - ett.raa.andel)
        assert flyttet == pytest.approx(svar.felles.vekt / (svar.felles.vekt + ett.raa.n))


def test_faa_kontorer_bruker_en_vekt_som_er_bestemt_paa_forhaand() -> None:
    svar, (forste, _) = andeler([Av(0, 5), Av(30, 45)])
    assert (svar.felles.snitt, svar.felles.vekt, svar.felles.kilde) == (0.6, FAST_VEKT, Kilde.FAST)
    assert forste.anslag == pytest.approx((0 + 12) / (5 + 20))


def test_sannsynligheten_for_aa_ligge_under_normen_er_fordelingens() -> None:
    _, (ett,) = andeler([Av(3, 10)])
    assert ett.sannsynlighet_under(ett.intervall.lav) == pytest.approx(0.025)
    assert ett.sannsynlighet_under(ett.intervall.hoy) == pytest.approx(0.975)


@pytest.mark.parametrize(("treff", "snitt"), [(0, 0.5 / 151), (10, 150.5 / 151)])
def test_ingen_eller_alle_gir_en_andel_mellom_0_og_1(treff: int, snitt: float) -> None:
    svar, kontorer = andeler([Av(treff, 10)] * 15)
    assert svar.felles.snitt == pytest.approx(snitt)
    assert svar.felles.kilde is Kilde.FAST
    assert all(0 < ett.anslag < 1 for ett in kontorer)


def test_like_kontorer_stopper_ved_det_alle_har_sett_til_sammen() -> None:
    svar, kontorer = andeler([Av(4, 10)] * 15)
    assert svar.felles.kilde is Kilde.LIKE
    assert svar.felles.vekt == pytest.approx(150)
    assert all(ett.anslag == pytest.approx(0.4, abs=2e-3) for ett in kontorer)


def test_svaert_ulike_kontorer_beholder_nesten_sitt_eget() -> None:
    svar, kontorer = andeler([Av(0, 50), Av(50, 50)] * 6)
    assert svar.felles.vekt == pytest.approx(0.5)
    assert all(abs(ett.anslag - ett.raa.andel) < 0.01 for ett in kontorer)


def test_et_sok_som_ikke_faller_til_ro_gir_den_faste_vekten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fordeling, "minimer", lambda *_: None)
    assert andeler(trukket(1)[0])[0].felles.kilde is Kilde.FAST
    assert rater([(k, 4.0) for k in range(12)])[0].felles.kilde is Kilde.FAST


def test_kontor_uten_saker_faar_ikke_lant_andres_andel() -> None:
    svar, _ = andeler([Av(0, 0), Av(2, 5)])
    assert [isinstance(ett, ForLite) for ett in svar.kontorer] == [True, False]
    assert isinstance(krymp_andeler([Av(0, 0)]), ForLite)


def test_rater_krympes_mot_den_felles() -> None:
    tilfeldig = np.random.default_rng(2)
    ventet = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 40.0]
    tall = [(int(tilfeldig.poisson(e * tilfeldig.gamma(8, 1 / 8))), e) for e in ventet]
    svar, kontorer = rater(tall)
    assert svar.felles.kilde is Kilde.ANSLATT
    for ett in kontorer:
        assert ett.anslag == pytest.approx((ett.talt + svar.felles.snitt * svar.felles.vekt) / (ett.forventet + svar.felles.vekt))
        assert ett.sannsynlighet_under(ett.intervall.lav) == pytest.approx(0.025)
        assert ett.sannsynlighet_under(ett.intervall.hoy) == pytest.approx(0.975)


def test_ratene_er_de_mest_sannsynlige_av_ei_grov_liste() -> None:
    tall = [(k, 4.0 + k % 3) for k in (0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 2)]
    felles = rater(tall)[0].felles

    def ln(snitt: float, vekt: float) -> float:
        """The logarithm of the negative binomial chance of each count."""
        form = snitt * vekt
        return sum(
            float(fordeling.ln_gamma(o + form) - fordeling.ln_gamma(form)) + form * log(vekt / (vekt + e)) - o * log(vekt + e)
            for o, e in tall
        )

    alle = [ln(snitt / 20, vekt) for snitt in range(10, 50, 2) for vekt in (0.5, 1, 2, 4, 8, 12, 16, 24, 32, 60)]
    assert max(alle) <= ln(felles.snitt, felles.vekt) + 1e-6


def test_rater_i_de_avgjorte_tilfellene() -> None:
    ingen, kontorer = rater([(0, 5.0)] * 12)
    assert ingen.felles.snitt == pytest.approx(0.5 / 60)
    assert ingen.felles.kilde is Kilde.FAST
    assert all(ett.anslag > 0 for ett in kontorer)
    assert rater([(5, 5.0)] * 12)[0].felles.kilde is Kilde.LIKE
    assert rater([(3, 6.0), (0, 2.0)])[0].felles.kilde is Kilde.FAST
    assert [isinstance(ett, ForLite) for ett in rater([(0, 0.0), (3, 2.0)])[0].kontorer] == [True, False]
    assert isinstance(krymp_rater([(0, 0.0)]), ForLite)


@pytest.mark.parametrize("ett", [(-1, 2.0), (1, -2.0), (1, 0.0)])
def test_talt_der_ingen_er_ventet_er_en_feil_i_tallene(ett: tuple[int, float]) -> None:
    with pytest.raises(ValueError, match="minst 0"):
        krymp_rater([ett])
