"""A draw that can be made again, and that tells when something has been changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.kjerne.statistikk.trekk import Trekk, avvik, rammehash, trekk

SAKER = tuple(f"4203-{nr}" for nr in range(1, 31))
FRO = "2026/114, 2. mars 2026"


def test_trekningen_kan_gjores_med_et_hvilket_som_helst_verktoy() -> None:
    """The whole method in two lines: lot = SHA-256 of lengths and texts, lowest first."""
    felt = "{}:{}".format
    lodd = {sak: sha256((felt(len(FRO.encode()), FRO) + felt(len(sak), sak)).encode()).hexdigest() for sak in SAKER}
    assert trekk(SAKER, 5, FRO).trukket == tuple(sorted(sorted(SAKER, key=lodd.__getitem__)[:5]))


def test_trekningen_er_den_samme_i_alle_utgaver() -> None:
    """Frozen: changing what comes out makes every stored draw false."""
    svar = trekk(SAKER, 4, FRO)
    ramme = "ceaa2f3ab63409f57c5d7e86b89bf45ec4738684efaeb3b815f174dff1e28b7e"
    assert svar == Trekk(ramme, 30, FRO, ("4203-10", "4203-16", "4203-5", "4203-8"), "sha256-1")


@settings(max_examples=20)
@given(st.permutations(SAKER))
def test_rekkefolgen_sakene_kommer_i_betyr_ingenting(saker: list[str]) -> None:
    assert trekk(saker, 7, FRO) == trekk(SAKER, 7, FRO)


@settings(max_examples=40)
@given(st.integers(0, 30), st.text("abcæøå 123", min_size=1).filter(str.strip))
def test_trekker_saa_mange_som_det_er_bedt_om_og_bare_fra_lista(antall: int, fro: str) -> None:
    trukket = trekk(SAKER, antall, fro).trukket
    assert len(set(trukket)) == antall
    assert set(trukket) <= set(SAKER)


def test_flere_saker_trekkes_ved_siden_av_de_samme() -> None:
    assert set(trekk(SAKER, 5, FRO).trukket) < set(trekk(SAKER, 9, FRO).trukket)


def test_hver_sak_trekkes_omtrent_like_ofte() -> None:
    antall = dict.fromkeys(SAKER, 0)
    for nr in range(600):
        for sak in trekk(SAKER, 6, f"sak {nr}").trukket:
            antall[sak] += 1
    kjikvadrat = sum((treff - 120) ** 2 / (120 * 0.8) for treff in antall.values()) * 29 / 30
    assert 10 < kjikvadrat < 56


def test_samme_liste_gir_ingen_avvik() -> None:
    assert avvik(trekk(SAKER, 5, FRO), reversed(SAKER)) is None


def test_ei_endret_saksliste_oppdages() -> None:
    lagret = trekk(SAKER, 5, FRO)
    assert avvik(lagret, SAKER[1:]) == "Saklista er ikke den samme: den hadde 30 saker da det ble trukket, og denne har 29."
    assert avvik(lagret, [*SAKER[1:], "4203-99"]) is not None


def test_ei_sak_som_er_byttet_ut_oppdages() -> None:
    lagret = trekk(SAKER, 5, FRO)
    annen = next(sak for sak in SAKER if sak not in lagret.trukket)
    byttet = replace(lagret, trukket=tuple(sorted((*lagret.trukket[1:], annen))))
    assert avvik(byttet, SAKER) == "Saklista er den samme, men de sakene som er oppgitt, er ikke de som frøet gir."


def test_en_annen_metode_gjetter_den_ikke_paa() -> None:
    assert "gjort på en annen måte (sha256-0)" in (avvik(replace(trekk(SAKER, 5, FRO), metode="sha256-0"), SAKER) or "")


def test_to_lister_som_skrives_likt_er_ikke_like() -> None:
    assert rammehash(["ab", "c"]) != rammehash(["a", "bc"])
    assert rammehash([]) != rammehash([""])


def test_samme_sak_to_ganger_avvises_med_navn() -> None:
    with pytest.raises(ValueError, match="flere ganger: b"):
        trekk(["b", "a", "b"], 1, FRO)


@pytest.mark.parametrize(("antall", "fro"), [(31, FRO), (-1, FRO), (3, "  ")])
def test_for_mange_eller_uten_fro_avvises(antall: int, fro: str) -> None:
    with pytest.raises(ValueError, match=r"kan ikke trekkes|trenger et frø"):
        trekk(SAKER, antall, fro)
