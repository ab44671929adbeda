"""Synthetic Arendal has the shares that are published for real municipalities, within a tolerance."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import polars as pl
import pytest

from demo.conftest import AAR, ANTALL, MAANEDER, alder, antall_maaneder, kryss, minst, snitt, storst
from skreddersom.demo.syntetisk import fordeling

if TYPE_CHECKING:
    from demo.conftest import Kommune

begge_aar = pytest.mark.parametrize("aar", AAR)


def andel(kolonne: pl.Series, *verdier: object) -> float:
    return snitt(kolonne.is_in(verdier).fill_null(value=False))


def mellom(kolonne: pl.Series, fra: int, til: int) -> float:
    return snitt(kolonne.is_between(fra, til))


@begge_aar
def test_maaneder_med_stonad_er_fordelt_som_i_2009(arendal: Kommune, aar: int) -> None:
    maaneder = antall_maaneder(arendal.sosialhjelp[aar])
    funnet = [andel(maaneder, antall) for antall in range(1, 13)]
    publisert = [antall / sum(fordeling.MAANEDER_MED_STONAD) for antall in fordeling.MAANEDER_MED_STONAD]
    assert funnet == pytest.approx(publisert, abs=0.003)
    assert mellom(maaneder, 6, 12) == pytest.approx(0.403, abs=0.003)


@begge_aar
def test_de_fleste_stonadsforlop_er_uten_opphold(arendal: Kommune, aar: int) -> None:
    """A spell begins in each month with a cross that has none before it."""
    maaneder = kryss(arendal.sosialhjelp[aar])
    starter = maaneder.select(
        pl.col("STMND_1").cast(pl.Int32) + pl.sum_horizontal([pl.col(b) & ~pl.col(a) for a, b in pairwise(MAANEDER)])
    ).to_series()
    assert 0.7 < andel(starter, 1) < 0.9
    assert storst(starter) == 2


@begge_aar
def test_mottakerne_er_voksne_mest_unge_og_noen_faa_pensjonister(arendal: Kommune, aar: int) -> None:
    aldre = alder(arendal.sosialhjelp[aar], aar)
    assert minst(aldre) >= 19
    assert 0.55 < mellom(aldre, 18, 40) < 0.68
    assert 0.02 < mellom(aldre, 67, 95) < 0.05


@begge_aar
def test_litt_under_halvparten_av_mottakerne_er_kvinner(arendal: Kommune, aar: int) -> None:
    assert andel(arendal.sosialhjelp[aar]["KJONN"], "2") == pytest.approx(0.45, abs=0.02)


@begge_aar
def test_sosialhjelp_er_hovedkilden_for_omtrent_halvparten(arendal: Kommune, aar: int) -> None:
    ramme = arendal.sosialhjelp[aar]
    assert 0.42 < andel(ramme["VKLO"], "5") < 0.53
    assert 0.18 < andel(ramme["VKLO"], "3") < 0.28
    assert 0.04 < andel(ramme["ARBSIT"], "09") < 0.09
    assert 0.005 < andel(ramme["ARBSIT"], "10") < 0.03


@begge_aar
def test_lang_mottakstid_og_sosialhjelp_som_hovedkilde_folges_ad(arendal: Kommune, aar: int) -> None:
    ramme = arendal.sosialhjelp[aar].with_columns(lenge=antall_maaneder(arendal.sosialhjelp[aar]) >= 6)
    lenge, kort = (andel(ramme.filter(pl.col("lenge") == svar)["VKLO"], "5") for svar in (True, False))
    assert lenge > kort + 0.1


@begge_aar
def test_belopene_er_rimelige(arendal: Kommune, aar: int) -> None:
    ramme = arendal.sosialhjelp[aar]
    sum_ = ramme["BIDRAG"] + ramme["LAAN"]
    assert minst(sum_) > 200
    assert storst(sum_) <= 1_000_000
    assert 10_000 < snitt(sum_) / snitt(antall_maaneder(ramme)) < 15_000
    assert 0.05 < snitt(ramme["LAAN"] > 0) < 0.11


@begge_aar
def test_alle_under_30_har_vilkar_eller_unntak_og_de_eldre_sjelden(arendal: Kommune, aar: int) -> None:
    ramme = arendal.sosialhjelp[aar].with_columns(alder=alder(arendal.sosialhjelp[aar], aar))
    ung, eldre = ramme.filter(pl.col("alder") < 30), ramme.filter(pl.col("alder") > 30)
    har = (ung["VILKARSOSLOV"] == "1") | ung["VEDTAKDATO"].is_not_null()
    assert har.all()
    assert 0.6 < andel(ung["VILKARSOSLOV"], "1") < 0.75
    assert andel(eldre["VILKARSOSLOV"], "1") < 0.25
    assert eldre["VEDTAKDATO"].null_count() == len(eldre)


@begge_aar
def test_sanksjoner_er_sjeldne_men_finnes(arendal: Kommune, aar: int) -> None:
    ramme = arendal.sosialhjelp[aar]
    sanksjon = ramme.select(pl.any_horizontal(pl.col("SANKSJONRED", "SANKSJONANDRE").is_not_null())).to_series()
    assert 0 < snitt(sanksjon) < 0.02


@begge_aar
def test_en_deltaker_for_hver_tjuende_mottaker(arendal: Kommune, aar: int) -> None:
    assert len(arendal.sosialhjelp[aar]) == ANTALL
    assert len(arendal.deltakere[aar]) == ANTALL * 5 // 100


@begge_aar
def test_status_31_desember_er_som_hos_ssb_i_2022(arendal: Kommune, aar: int) -> None:
    status = arendal.deltakere[aar]["STATUS"]
    assert andel(status, "1") == pytest.approx(0.68, abs=0.005)
    assert andel(status, "3") == pytest.approx(0.23, abs=0.005)
    assert andel(status, "4", "5", "7") == pytest.approx(0.06, abs=0.006)


def test_deltakernes_alder_er_som_hos_ssb_i_2013(arendal: Kommune) -> None:
    aldre = alder(arendal.deltakere[2025], 2025)
    funnet = [mellom(aldre, fra, til) for fra, til in ((18, 19), (20, 24), (30, 39), (40, 49))]
    assert funnet == pytest.approx([0.01, 0.18, 0.31, 0.23], abs=0.04)
    assert storst(aldre) < 67


@begge_aar
def test_litt_over_halvparten_av_deltakerne_er_kvinner(arendal: Kommune, aar: int) -> None:
    assert andel(arendal.deltakere[aar]["KJONN"], "2") == pytest.approx(0.53, abs=0.05)


def test_omtrent_40_prosent_levde_av_sosialhjelp_for_programmet(arendal: Kommune) -> None:
    alle = pl.concat([ramme["YTELSE_TYPE_SOSHJ"] for ramme in arendal.deltakere.values()])
    assert andel(alle, "2") == pytest.approx(0.40, abs=0.05)


def test_to_av_tre_i_agder_gaar_til_ordinaert_arbeid_etter_fullfort_program(arendal: Kommune) -> None:
    alle = pl.concat([ramme.select("STATUS", "AVSL_VIKTIGSTE_INNTEKT") for ramme in arendal.deltakere.values()])
    fullfort = alle.filter(pl.col("STATUS") == "3")["AVSL_VIKTIGSTE_INNTEKT"]
    assert andel(fullfort, "01") == pytest.approx(0.67, abs=0.06)


@begge_aar
def test_stonaden_er_hoyst_2_g_og_barnetillegg(arendal: Kommune, aar: int) -> None:
    """2.041 G is about 278 700 kroner in 2026, barnetillegg 9 880 per child."""
    ramme = arendal.deltakere[aar].with_columns(pl.col("ANTBU18").fill_null(0))
    assert (ramme["KVP_STONAD"] <= 280_000 + 10_000 * ramme["ANTBU18"]).all()
    hele_aaret = ramme.filter((antall_maaneder(ramme) == 12) & (alder(ramme, aar) > 25) & (pl.col("BEGYNT_DATO").dt.year() < aar))
    assert minst(hele_aaret["KVP_STONAD"]) > 225_000
