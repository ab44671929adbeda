"""Synthetic fødselsnummer: they look right, belong to nobody and are given once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.demo.syntetisk.fodselsnummer import KVINNE, MANN, Nummerkiste, TommeNummer, kapasitet, med_kontrollsiffer

fodselsaar = st.integers(1930, 2008)
kjonn = st.sampled_from([MANN, KVINNE])


def trekk(aar: int, kjonn: int, antall: int, kiste: Nummerkiste | None = None) -> tuple[list[str], list[str]]:
    """Birth dates (ddmmyyyy) and numbers, as text."""
    fodt, nummer = (kiste or Nummerkiste(1)).trekk(np.full(antall, aar), np.full(antall, kjonn))
    return [dag.strftime("%d%m%Y") for dag in fodt.tolist()], [f"{n:011d}" for n in nummer.tolist()]


def kontrollsifre_stemmer(fnr: str) -> bool:
    """The rule as it is published, digit by digit."""
    sum1 = sum(int(s) * v for s, v in zip(fnr, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False))
    sum2 = sum(int(s) * v for s, v in zip(fnr, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
    return sum1 % 11 == 0 and sum2 % 11 == 0


@pytest.mark.parametrize("fnr", ["05011399292", "01840699478"])
def test_kontrollsifrene_er_som_i_ssbs_proveeksempler(fnr: str) -> None:
    nummer, gyldig = med_kontrollsiffer(np.array([int(fnr[:9])]))
    assert (f"{nummer[0]:011d}", bool(gyldig[0])) == (fnr, True)


def test_ni_sifre_uten_mulige_kontrollsifre_brukes_ikke() -> None:
    alle = np.arange(10_000) + 10_181_000_0
    nummer, gyldig = med_kontrollsiffer(alle)
    riktige = [kontrollsifre_stemmer(f"{n:011d}") for n in nummer[gyldig]]
    assert all(riktige)
    assert 0.80 < gyldig.mean() < 0.85


def test_nummer_som_ssb_leser_som_hjelpenummer_brukes_ikke() -> None:
    """27899500100 has right control digits, but ends as an auxiliary number."""
    nummer, gyldig = med_kontrollsiffer(np.array([278995001]))
    assert nummer[0] == 27_899_500_100
    assert kontrollsifre_stemmer("27899500100")
    assert not gyldig[0]


@given(aar=fodselsaar, kjonn=kjonn, antall=st.integers(1, 40))
@settings(max_examples=40, deadline=None)
def test_nummeret_har_dato_med_maaned_pluss_80_kjonn_og_kontrollsifre(aar: int, kjonn: int, antall: int) -> None:
    fodt, fnr = trekk(aar, kjonn, antall)
    for dag, nummer in zip(fodt, fnr, strict=True):
        assert nummer[:6] == f"{dag[:2]}{int(dag[2:4]) + 80}{dag[6:]}"
        assert int(dag[4:]) == aar
        assert int(nummer[8]) % 2 == kjonn % 2
        assert kontrollsifre_stemmer(nummer)
        assert nummer[6:] not in {"00100", "00200", "99999"}


@pytest.mark.parametrize(("aar", "lovlige"), [(1939, {*range(500)}), (1985, {*range(500), *range(900, 1000)}), (2004, {*range(500, 1000)})])
def test_individnummeret_sier_hvilket_hundreaar(aar: int, lovlige: set[int]) -> None:
    _, fnr = trekk(aar, KVINNE, 5_000)
    assert {int(nummer[6:9]) for nummer in fnr} <= lovlige


def test_et_nummer_gis_bare_en_gang() -> None:
    kiste = Nummerkiste(1)
    alle = [nummer for _ in range(20) for nummer in trekk(1990, MANN, 500, kiste)[1]]
    assert len(set(alle)) == 10_000


def test_fodselsdagene_er_spredt_over_aaret_uten_monster() -> None:
    fodt, fnr = trekk(1990, MANN, 3_000)
    per_maaned = [sum(dag[2:4] == f"{maaned:02d}" for dag in fodt) for maaned in range(1, 13)]
    assert min(per_maaned) > 200
    assert len({nummer[6:9] for nummer in fnr}) > 250
    assert fnr != sorted(fnr)


def test_samme_fro_gir_samme_nummer_og_et_annet_gir_andre() -> None:
    assert trekk(1990, MANN, 50, Nummerkiste(7)) == trekk(1990, MANN, 50, Nummerkiste(7))
    assert trekk(1990, MANN, 50, Nummerkiste(7)) != trekk(1990, MANN, 50, Nummerkiste(8))


def test_skuddaarsdagen_finnes_bare_i_skuddaar() -> None:
    assert any(dag.startswith("2902") for dag in trekk(1992, MANN, 20_000)[0])
    assert not any(dag.startswith("2902") for dag in trekk(1993, MANN, 20_000)[0])


def test_kapasiteten_holder_og_en_tom_kiste_sier_hva_man_kan_gjore() -> None:
    kiste = Nummerkiste(1)
    trekk(2001, MANN, kapasitet(2001, MANN), kiste)
    with pytest.raises(TommeNummer, match=r"født 2001\. Velg et lavere --antall"):
        trekk(2001, MANN, 3_000, kiste)
