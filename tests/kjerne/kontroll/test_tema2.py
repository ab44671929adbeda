"""Theme 2: a clean case gives no finding, the breach put in gives exactly that one, and mending it closes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from kjerne.kontroll.sak import AVSLAG, I_DAG, funnet, tabeller, tall
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn

OKONOMI = "Kommunen har ikke penger til flere i programmet i år."
APEN: dict[str, Any] = {"vedtak": None, "utfall": None, "tilbud": None, "start": None, "alle_vilkar": None, "vilkar_siden": None}


def for_(dager: int) -> date:
    return I_DAG - timedelta(days=dager)


@pytest.mark.parametrize(("tabell", "endret"), [("soknad", {}), ("vedtak", AVSLAG)])
def test_en_ren_sak_gir_ingen_funn(tabell: str, endret: dict[str, Any]) -> None:
    assert funnet(tabell, **endret) == []


BRUDD = [
    ("201", "soknad", {**APEN, "alle_vilkar": True, "vilkar_siden": for_(15)}),
    ("202", "vedtak", {**AVSLAG, "begrunnelse": OKONOMI}),
    ("202", "vedtak", {**AVSLAG, "grunner": ["okonomi"]}),
    ("202", "vedtak", {**AVSLAG, "utfall": "avvist", "begrunnelse": OKONOMI}),
    ("203", "vedtak", {"aev_utfort": None}),
    ("203", "vedtak", {"aev_utfort": date(2026, 10, 16)}),
    ("204", "soknad", {**APEN, "forelopig_svar": None}),
    ("205", "soknad", {**APEN, "mottatt": date(2026, 5, 20)}),
    ("205", "soknad", {"start": date(2027, 3, 2)}),
    ("206", "vilkarsvurdering", {"begrunnet": False}),
    ("206", "vilkarsvurdering", {"opplysninger": 0}),
    ("206", "vilkarsvurdering", {"uten_kilde": 1, "svar": "NEI"}),
    ("207", "soknad", {"barn_vurdert": False}),
    ("208", "vedtak", {"til": date(2027, 11, 1)}),
    ("209", "vedtak", {"fattet_av": "Vilde", "forfattere": []}),
    ("209", "vedtak", {"fattet_av": "Viggo"}),
    ("210", "klage", {"mottatt": for_(31)}),
]


@pytest.mark.krav("R03", "R14", "R26")
@pytest.mark.parametrize(("kontroll", "tabell", "brudd"), BRUDD)
def test_bruddet_gir_noyaktig_det_funnet(kontroll: str, tabell: str, brudd: dict[str, Any]) -> None:
    assert funnet(tabell, **brudd) == [(kontroll, "BRUDD")]
    assert tall(kontroll, tabell, **brudd) == (1, 1, 0, 0)


def test_hver_kontroll_i_temaet_har_et_brudd_og_en_retting() -> None:
    temaet = [kontroll.id for kontroll in KATALOG if kontroll.tema == 2]
    for rader in (BRUDD, RETTET):
        assert sorted({rad[0] for rad in rader}) == temaet


RETTET = [
    ("201", "soknad", {**APEN, "alle_vilkar": True, "vilkar_siden": for_(14)}),
    ("201", "soknad", {**APEN, "alle_vilkar": False, "vilkar_siden": for_(15)}),
    ("201", "soknad", {"vilkar_siden": for_(300)}),
    ("202", "vedtak", {**AVSLAG, "begrunnelse": "Berit kan ikke nyttiggjøre seg programmet. Økonomien til kommunen er ikke vektlagt."}),
    ("202", "vedtak", {**AVSLAG, "begrunnelse": OKONOMI, "omgjort": True}),
    ("203", "vedtak", {"aev_utfort": date(2026, 10, 15)}),
    ("203", "vedtak", {**AVSLAG, "aev_utfort": None, "trenger_aev": False}),
    ("203", "vedtak", {"aev_utfort": None, "omgjort": True}),
    ("204", "soknad", {**APEN, "mottatt": date(2026, 10, 21), "forelopig_svar": None}),
    ("204", "soknad", {**APEN}),
    ("204", "soknad", {"forelopig_svar": None}),
    ("204", "soknad", {**APEN, "forelopig_svar": None, "henlagt": True}),
    ("205", "soknad", {"mottatt": date(2026, 5, 1)}),
    ("205", "soknad", {**APEN, "mottatt": date(2026, 5, 20), "vedtak": date(2026, 6, 1), "utfall": "avslatt", "alle_vilkar": False}),
    ("205", "soknad", {**APEN, "mottatt": date(2025, 5, 20), "henlagt": True}),
    ("206", "vilkarsvurdering", {"svar": "UKJENT", "begrunnet": False, "opplysninger": 0}),
    ("206", "vilkarsvurdering", {"begrunnet": True, "opplysninger": 1, "uten_kilde": 0}),
    ("207", "soknad", {"barn_vurdert": False, "barn": 0}),
    ("207", "soknad", {"barn_vurdert": True, "barn": 1}),
    ("207", "soknad", {"barn_vurdert": False, "utfall": "avvist", "tilbud": None, "start": None, "alle_vilkar": None}),
    ("208", "vedtak", {"til": date(2027, 10, 31)}),
    ("208", "vedtak", {"utfall": "avbrutt", "til": date(2029, 1, 1)}),
    ("208", "vedtak", {"til": date(2027, 11, 1), "omgjort": True}),
    ("209", "vedtak", {"fattet_av": "Vilde", "omgjort": True}),
    ("209", "vedtak", {"fattet_av": "Kjersti"}),
    ("210", "klage", {"mottatt": for_(30)}),
    ("210", "klage", {"mottatt": for_(300), "avgjort": for_(1)}),
]


@pytest.mark.parametrize(("kontroll", "tabell", "rettet"), RETTET)
def test_naar_det_er_rettet_er_funnet_borte(kontroll: str, tabell: str, rettet: dict[str, Any]) -> None:
    assert funnet(tabell, **rettet) == []
    assert tall(kontroll, tabell, **rettet)[0] == 0


@pytest.mark.parametrize(
    ("kontroll", "tabell", "mangler"),
    [
        ("201", "soknad", APEN),
        ("201", "soknad", {**APEN, "alle_vilkar": True}),
        ("202", "vedtak", {**AVSLAG, "begrunnelse": None}),
        ("203", "vedtak", {"dato": None}),
        ("203", "vedtak", {"trenger_aev": None, "aev_utfort": None}),
        ("204", "soknad", {**APEN, "forelopig_svar": None, "mottatt": None}),
        ("205", "soknad", {"mottatt": None}),
        ("205", "soknad", {"start": None}),
        ("206", "vilkarsvurdering", {"begrunnet": None}),
        ("206", "vilkarsvurdering", {"opplysninger": None}),
        ("207", "soknad", {"barn": None, "barn_vurdert": False}),
        ("207", "soknad", {**APEN, "barn": None, "barn_vurdert": False}),
        ("208", "vedtak", {"fra": None}),
        ("208", "vedtak", {"til": None}),
        ("209", "vedtak", {"fattet_av": None}),
        ("210", "klage", {"mottatt": None}),
    ],
)
def test_det_som_mangler_er_verken_funn_eller_friskmelding(kontroll: str, tabell: str, mangler: dict[str, Any]) -> None:
    assert funnet(tabell, **mangler) == []
    assert tall(kontroll, tabell, **mangler) == (0, 0, 1, 0)


@pytest.mark.parametrize("aar", [1, 1926, 9999])
def test_et_aar_som_er_skrevet_feil_kan_ikke_vurderes_og_stopper_ikke_de_andre(aar: int) -> None:
    feil = tabeller("soknad", **APEN, mottatt=date(aar, 12, 31), forelopig_svar=None)
    riktig = tabeller("soknad", **APEN, forelopig_svar=None)
    begge = riktig | {"soknad": pl.concat([feil["soknad"], riktig["soknad"]])}
    assert "204" in finn(begge, I_DAG)["kontroll"].to_list()


def test_start_varsles_fra_fem_maaneder_og_er_brudd_etter_seks() -> None:
    apen = {**APEN, "mottatt": date(2026, 5, 31)}
    assert funnet("soknad", date(2026, 10, 30), **apen) == []
    assert funnet("soknad", date(2026, 10, 31), **apen) == [("205", "RISIKO")]
    assert ("205", "RISIKO") in funnet("soknad", date(2026, 11, 30), **apen)
    assert ("205", "BRUDD") in funnet("soknad", date(2026, 12, 1), **apen)
    assert tall("205", "soknad", date(2026, 11, 30), **apen) == (0, 1, 0, 1)


def test_en_start_som_er_bestemt_i_tide_varsles_det_ikke_om() -> None:
    assert funnet("soknad", mottatt=date(2026, 5, 25), start=date(2026, 11, 25)) == []


def test_varselet_om_start_kan_kontoret_flytte() -> None:
    apen = tabeller("soknad", **APEN, mottatt=date(2026, 8, 21))
    assert finn(apen, I_DAG)["kontroll"].to_list() == []
    assert finn(apen, I_DAG, {"205": {"varsel": 3}}).row(0, named=True)["alvor"] == "RISIKO"


def test_barn_som_ikke_er_vurdert_er_et_varsel_til_vedtaket_er_fattet() -> None:
    assert funnet("soknad", **APEN, barn_vurdert=False) == [("207", "RISIKO")]
    assert tall("207", "soknad", **APEN, barn_vurdert=False) == (0, 1, 0, 1)


def test_funnene_kommer_med_brudd_forst_og_bevis() -> None:
    apen, over = (tabeller("soknad", **APEN, mottatt=dag) for dag in (date(2026, 6, 1), date(2026, 5, 1)))
    begge = apen | {"soknad": pl.concat([apen["soknad"], over["soknad"]])}
    funn = finn(begge, I_DAG, katalog=[kontroll for kontroll in KATALOG if kontroll.id == "205"])
    assert funn["alvor"].to_list() == ["BRUDD", "RISIKO"]
    assert funn["bevis"].to_list()[0] == ["mottatt: 2026-05-01", "frist: 2026-11-01", "start: ingen"]


def test_202_sier_hvilken_grunn_og_gjentar_ikke_teksten() -> None:
    funn = finn(tabeller("vedtak", **AVSLAG | {"begrunnelse": OKONOMI}), I_DAG)
    assert funn["bevis"].to_list() == [["dato: 2026-10-15", "ulovlig: okonomi"]]


@pytest.mark.parametrize(("terskler", "dager"), [({}, 14), ({"201": {"tilbud": 3}}, 3)])
def test_kontoret_kan_stramme_inn_dagene_til_tilbud(terskler: dict[str, dict[str, int]], dager: int) -> None:
    for siden, ventet in ((dager, []), (dager + 1, ["201"])):
        ramme = tabeller("soknad", **APEN | {"alle_vilkar": True, "vilkar_siden": for_(siden)})
        assert finn(ramme, I_DAG, terskler)["kontroll"].to_list() == ventet
