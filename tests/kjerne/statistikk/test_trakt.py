"""The funnel: limits as published, verdicts that chance bears out, and small offices told that they are small."""

from __future__ import annotations

from math import comb, fsum

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.svar import Av, ForLite
from skreddersom.kjerne.statistikk.trakt import Grenser, Plassering, Side, Signal, Trakt, grenser, interpolert, trakt

MAAL = st.integers(5, 95).map(lambda prosent: prosent / 100)


def opptil(k: int, n: int, p: float) -> float:
    """P(X ≤ k), term by term."""
    return fsum(comb(n, x) * p**x * (1 - p) ** (n - x) for x in range(k + 1))


def tegnet(tall: list[Av], maal: float | None = None, tau2: float = 0.0) -> Trakt:
    svar = trakt(tall, maal, tau2)
    assert isinstance(svar, Trakt)
    return svar


@pytest.mark.parametrize(
    ("n", "ventet"),
    [
        (5, (0, 0, 0.779, 0.986)),
        (10, (0, 0.078, 0.692, 0.873)),
        (20, (0.078, 0.191, 0.628, 0.747)),
        (50, (0.209, 0.284, 0.558, 0.638)),
        (200, (0.321, 0.359, 0.497, 0.537)),
    ],
)
def test_formelen_gir_de_publiserte_grensene(n: int, ventet: tuple[float, ...]) -> None:
    assert [interpolert(q, n, 0.43) for q in (0.001, 0.025, 0.975, 0.999)] == pytest.approx(ventet, abs=6e-4)


def test_nedre_grenser_er_de_publiserte_og_ovre_er_deres_speilbilde() -> None:
    lav998, lav95, hoy95, hoy998 = grenser(50, 0.43)
    assert (lav998, lav95) == pytest.approx((0.209, 0.284), abs=6e-4)
    assert (hoy95, hoy998) == pytest.approx((0.558 + 1 / 50, 0.638 + 1 / 50), abs=6e-4)
    assert grenser(50, 0.57) == pytest.approx([1 - grense for grense in reversed(grenser(50, 0.43))])


def test_fem_av_fem_er_ikke_et_varsel_naar_det_hender_en_av_68_ganger() -> None:
    assert interpolert(0.999, 5, 0.43) < 1
    (svar,) = tegnet([Av(5, 5)], 0.43).plasseringer
    assert isinstance(svar, Plassering)
    assert svar.signal is Signal.SE_PA


@given(st.integers(1, 120), MAAL)
def test_grensene_staar_i_rekkefolge_rundt_maalet(n: int, maal: float) -> None:
    alle = grenser(n, maal)
    assert 0 <= alle[0] <= alle[1] <= maal <= alle[2] <= alle[3] <= 1


@given(st.integers(1, 60), MAAL, st.data())
def test_utenfor_er_det_samme_som_at_tilfeldigheter_sjelden_gir_saa_mye(n: int, maal: float, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    ned, opp = opptil(k, n, maal), 1 - opptil(k - 1, n, maal)
    assume(all(abs(hale - grense) > 1e-9 for hale in (ned, opp) for grense in (0.001, 0.025)))
    alle = grenser(n, maal)
    assert [k / n < alle.folg_opp_under, k / n < alle.se_pa_under] == [ned < 0.001, ned < 0.025]
    assert [k / n > alle.folg_opp_over, k / n > alle.se_pa_over] == [opp < 0.001, opp < 0.025]


@pytest.mark.parametrize("maal", [0.1, 0.43, 0.8])
def test_storre_kontor_har_smalere_trakt(maal: float) -> None:
    bredder = [(alle := grenser(n, maal)).se_pa_over - alle.se_pa_under for n in (20, 40, 80, 160, 320)]
    assert bredder == sorted(bredder, reverse=True)


def test_et_kontor_med_fem_faar_vite_at_det_er_for_lite_nedover() -> None:
    (svar,) = tegnet([Av(0, 5)], 0.43).plasseringer
    assert svar == ForLite("For få til å si om andelen er under målet: her er det 5, og det må være minst 7.")
    (svar,) = tegnet([Av(0, 7)], 0.43).plasseringer
    assert isinstance(svar, Plassering)
    assert svar.signal is Signal.SE_PA


def test_hvor_mange_som_trengs_gjelder_ogsaa_oppover() -> None:
    (svar,) = tegnet([Av(8, 8)], 0.9).plasseringer
    assert isinstance(svar, ForLite)
    assert svar.setning.endswith("over målet: her er det 8, og det må være minst 36.")
    assert [isinstance(tegnet([Av(n, n)], 0.9).plasseringer[0], ForLite) for n in (35, 36)] == [True, False]


def test_stort_nok_for_et_blikk_men_ikke_for_mer() -> None:
    (svar,) = tegnet([Av(1, 10)], 0.43).plasseringer
    assert isinstance(svar, Plassering)
    assert (svar.signal, svar.side, svar.mulig) == (Signal.INNENFOR, Side.UNDER, Signal.SE_PA)


def test_langt_utenfor_skal_folges_opp() -> None:
    under, over = tegnet([Av(2, 50), Av(48, 50)], 0.43).plasseringer
    assert isinstance(under, Plassering)
    assert isinstance(over, Plassering)
    assert (under.signal, under.side) == (Signal.FOLG_OPP, Side.UNDER)
    assert (over.signal, over.side) == (Signal.FOLG_OPP, Side.OVER)
    assert 0 < under.mid_p <= under.q < 0.001


def test_svarene_staar_i_den_rekkefolgen_kontorene_kom() -> None:
    tall = [Av(20, 40), Av(0, 0), Av(2, 50), Av(30, 60)]
    fram, tilbake = tegnet(tall, 0.43), tegnet(tall[::-1], 0.43)
    assert fram.plasseringer == tilbake.plasseringer[::-1]
    assert [isinstance(ett, ForLite) for ett in fram.plasseringer] == [False, True, False, False]


def test_uten_maal_maales_alle_mot_alle_samlet() -> None:
    svar = tegnet([Av(4, 10), Av(8, 20)])
    assert svar.maal == pytest.approx(0.4)
    assert svar.mangfold.antall == 2


@pytest.mark.parametrize("tall", [[Av(0, 8), Av(0, 30)], [Av(8, 8)]])
def test_er_alle_like_er_det_ingenting_aa_sammenligne(tall: list[Av]) -> None:
    assert trakt(tall) == ForLite("Alle kontorene har samme andel. Det er ingenting å sammenligne.")
    assert isinstance(trakt(tall, 0.3), Trakt)


def test_ingen_saker_i_det_hele_tatt_er_for_lite() -> None:
    assert isinstance(trakt([]), ForLite)
    assert isinstance(trakt([Av(0, 0)], 0.4), ForLite)


@pytest.mark.parametrize(("n", "maal"), [(0, 0.4), (5, 0.0), (5, 1.0)])
def test_ingen_trakt_uten_kontor_eller_med_et_maal_i_enden(n: int, maal: float) -> None:
    with pytest.raises(ValueError, match="ingen grenser"):
        grenser(n, maal)


@settings(max_examples=40)
@given(st.integers(1, 200), MAAL, st.floats(1e-4, 0.2))
@example(10, 0.05, 0.2)
def test_ulike_kontorer_gir_aldri_smalere_trakt(n: int, maal: float, tau2: float) -> None:
    uten, med = grenser(n, maal), grenser(n, maal, tau2)
    assert med.folg_opp_under <= uten.folg_opp_under
    assert med.se_pa_under <= uten.se_pa_under
    assert med.se_pa_over >= uten.se_pa_over
    assert med.folg_opp_over >= uten.folg_opp_over


def test_utvidet_grense_folger_formelen() -> None:
    """sin²(arcsin√0.43 ± 1.96 √(1/800 + 0.003)), by hand."""
    assert grenser(200, 0.43, 0.003)[1:3] == pytest.approx((0.3071, 0.5574), abs=1e-4)


def test_naar_kontorene_er_svaert_ulike_kan_selv_et_stort_vaere_for_lite() -> None:
    (svar,) = tegnet([Av(0, 30)], 0.1, 0.2).plasseringer
    assert svar == ForLite("For få til å si om andelen er under målet: her er det 30.")


def test_grensene_har_navn() -> None:
    assert Grenser._fields == ("folg_opp_under", "se_pa_under", "se_pa_over", "folg_opp_over")
