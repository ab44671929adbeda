"""The small parts everything is drawn with: shares, choices and dates."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.demo.syntetisk.kalender import alder_paa, dag_i_maaned, dager_i_aar, fyller, maaned_i_aar, maanedsstarter
from skreddersom.demo.syntetisk.trekk import del_opp, etter_andel, mellom, strom, velg
from skreddersom.kjerne.lov.alder import alder as lovens_alder

dager = st.dates(date(1940, 1, 1), date(2030, 12, 31))
skuddag = date(2004, 2, 29)


def som_kolonne(*verdier: date) -> np.ndarray:
    return np.array(verdier, dtype="datetime64[D]")


@given(antall=st.integers(0, 5_000), andeler=st.lists(st.floats(0.01, 100), min_size=1, max_size=12), fro=st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_et_antall_delt_opp_blir_borte_for_ingen(antall: int, andeler: list[float], fro: int) -> None:
    deler = del_opp(strom(fro), antall, andeler)
    assert deler.sum() == antall
    forventet = antall * np.array(andeler) / sum(andeler)
    assert (np.abs(deler - forventet) < 1.001).all()
    assert (deler >= 0).all()


@given(andel=st.floats(0, 1, exclude_max=True), vekter=st.lists(st.sampled_from([0, 1, 2.5]), min_size=2, max_size=6).filter(any))
def test_en_rad_uten_vekt_blir_aldri_trukket(andel: float, vekter: list[float]) -> None:
    assert vekter[etter_andel(np.array([andel]), vekter)[0]] > 0


def test_den_tyngste_blir_valgt_og_ingen_to_ganger() -> None:
    vekter = np.array([1.0, 1e9, 1.0, 1e9, 1.0])
    assert velg(strom(1), vekter, 2).tolist() == [1, 3]
    assert velg(strom(1), vekter, 5).tolist() == [0, 1, 2, 3, 4]


def test_et_tall_mellom_to_grenser_naar_begge_og_blir_paa_den_laveste_naar_det_ikke_er_rom() -> None:
    trukket = mellom(strom(1), np.full(500, 3), np.full(500, 5))
    assert set(trukket.tolist()) == {3, 4, 5}
    assert mellom(strom(1), np.array([3]), np.array([1])).tolist() == [3]


def test_stromene_er_uavhengige_av_hverandre() -> None:
    assert strom(1, 4203, 0).random() == strom(1, 4203, 0).random()
    assert len({strom(fro, *sted).random() for fro, *sted in [(1,), (2,), (1, 4203, 0), (1, 4203, 1), (1, 4204, 0)]}) == 5


@given(fodt=dager, alder=st.integers(18, 30))
def test_alderen_skifter_paa_dagen_man_fyller(fodt: date, alder: int) -> None:
    dagen = fyller(som_kolonne(fodt), alder)
    assert alder_paa(som_kolonne(fodt), dagen)[0] == alder == lovens_alder(fodt, dagen[0].item())
    assert alder_paa(som_kolonne(fodt), dagen - np.timedelta64(1, "D"))[0] == alder - 1


def test_den_som_er_fodt_paa_skuddagen_fyller_forste_mars_ellers() -> None:
    assert fyller(som_kolonne(skuddag), 18).tolist() == [date(2022, 2, 28)]
    assert fyller(som_kolonne(skuddag), 20).tolist() == [date(2024, 2, 29)]


@given(dag=dager)
def test_en_dato_satt_sammen_av_delene_sine_er_den_samme(dag: date) -> None:
    kolonne = som_kolonne(dag)
    assert maaned_i_aar(kolonne, dag.year)[0] == dag.month - 1
    assert dag_i_maaned(dag.year, np.array([dag.month - 1]), dag.day).tolist() == [dag]


def test_aaret_har_sine_dager_og_maaneder() -> None:
    assert (len(dager_i_aar(2024)), len(dager_i_aar(2025))) == (366, 365)
    starter = maanedsstarter(2026).tolist()
    assert (starter[0], starter[1], starter[-1], len(starter)) == (date(2026, 1, 1), date(2026, 2, 1), date(2027, 1, 1), 13)
