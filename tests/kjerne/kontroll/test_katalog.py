"""Each control: a clean case gives no finding, the breach put in gives exactly that finding, and mending it closes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kontroll.katalog import KATALOG, terskel
from skreddersom.kjerne.kontroll.kjor import finn, telling
from skreddersom.kjerne.kontroll.modell import TEMA, Alvor, Enhet, UgyldigTerskel
from skreddersom.kjerne.kontroll.tabeller import HVEM, TABELLER

I_DAG = date(2026, 11, 21)
# Anna was informed in a talk ten days ago; Nav Arendal reviewed its caseload last month.
ANNA = {
    "id": "Anna",
    "kontor_id": "Arendal",
    "kandidat_siden": I_DAG - timedelta(days=20),
    "siste_utfall": "informert",
    "utfall_dato": I_DAG - timedelta(days=10),
    "kanal": "samtale",
    "alder": 26,
    "vilkar_stilt": True,
    "program_vurdert_for_vilkar": True,
}
ARENDAL = {
    "id": "Arendal",
    "kontor_id": "Arendal",
    "siste_gjennomgang": I_DAG - timedelta(days=30),
    "siste_aktivitet": I_DAG - timedelta(days=3),
}


def tabeller(**endret: Any) -> dict[str, pl.DataFrame]:
    """Anna and her office, with some facts changed; there are no cases."""
    anna, arendal = (rad | {navn: verdi for navn, verdi in endret.items() if navn in rad} for rad in (ANNA, ARENDAL))
    rader = {"kandidat": [anna], "kontor": [arendal]}
    return {navn: pl.DataFrame(rader.get(navn, []), schema=dict(skjema)) for navn, skjema in TABELLER.items()}


def funnet(**endret: Any) -> list[str]:
    kontroller: list[str] = finn(tabeller(**endret), I_DAG)["kontroll"].to_list()
    return kontroller


def for_(dager: int) -> date:
    return I_DAG - timedelta(days=dager)


@pytest.mark.krav("R13")
def test_en_ren_sak_gir_ingen_funn() -> None:
    assert funnet() == []


@pytest.mark.krav("R13")
@pytest.mark.parametrize(
    ("brudd", "kontroll"),
    [
        ({"siste_utfall": None, "kandidat_siden": for_(31)}, "101"),
        ({"siste_gjennomgang": for_(91)}, "102"),
        ({"siste_gjennomgang": None}, "102"),
        ({"kanal": "plakat"}, "103"),
        ({"program_vurdert_for_vilkar": False}, "104"),
        ({"siste_aktivitet": for_(46)}, "703"),
        ({"siste_aktivitet": None}, "703"),
    ],
)
def test_bruddet_gir_noyaktig_det_funnet(brudd: dict[str, Any], kontroll: str) -> None:
    assert funnet(**brudd) == [kontroll]


@pytest.mark.parametrize(
    "rettet",
    [
        {"siste_utfall": None, "kandidat_siden": for_(30)},
        {"siste_utfall": "tilbudt", "kandidat_siden": for_(400)},
        {"siste_gjennomgang": for_(90)},
        {"kanal": "brev"},
        {"kanal": "melding"},
        {"siste_utfall": "tilbudt", "kanal": None},
        {"program_vurdert_for_vilkar": False, "alder": 30},
        {"program_vurdert_for_vilkar": False, "vilkar_stilt": False},
        {"siste_aktivitet": for_(45)},
    ],
)
def test_naar_det_er_rettet_er_funnet_borte(rettet: dict[str, Any]) -> None:
    assert funnet(**rettet) == []


@pytest.mark.parametrize(
    ("mangler", "kontroll"),
    [
        ({"siste_utfall": None, "kandidat_siden": None}, "101"),
        ({"kanal": None}, "103"),
        ({"program_vurdert_for_vilkar": None}, "104"),
    ],
)
def test_det_som_mangler_er_verken_funn_eller_friskmelding(mangler: dict[str, Any], kontroll: str) -> None:
    tall = telling(tabeller(**mangler), I_DAG).filter(pl.col("kontroll") == kontroll).row(0, named=True)
    assert funnet(**mangler) == []
    assert (tall["funn"], tall["vurdert"], tall["ikke_vurderbare"]) == (0, 0, 1)


def test_telling_er_k_av_n_for_hver_kontroll() -> None:
    ramme = tabeller(siste_utfall=None, kandidat_siden=for_(60))
    to = ramme | {"kandidat": pl.concat([ramme["kandidat"], tabeller()["kandidat"]])}
    rader = [rad for rad in telling(to, I_DAG).rows() if not rad[0].startswith("2")]
    assert rader == [("101", 1, 2, 0, 0), ("102", 0, 1, 0, 0), ("103", 0, 1, 0, 0), ("104", 0, 2, 0, 0), ("703", 0, 1, 0, 0)]


def test_funnet_viser_hvem_hvor_og_bevis() -> None:
    assert finn(tabeller(siste_gjennomgang=None), I_DAG).row(0, named=True) == {
        "kontroll": "102",
        "kontor_id": "Arendal",
        "tabell": "kontor",
        "id": "Arendal",
        "alvor": "BRUDD",
        "bevis": ["siste_gjennomgang: ingen"],
    }
    assert finn(tabeller(kanal="plakat"), I_DAG)["bevis"].to_list() == [["utfall_dato: 2026-11-11", "kanal: plakat"]]


def test_kontoret_kan_stramme_inn() -> None:
    uten_utfall = tabeller(siste_utfall=None, kandidat_siden=for_(20))
    assert finn(uten_utfall, I_DAG, {"101": {"utfall": 14}})["kontroll"].to_list() == ["101"]
    assert finn(uten_utfall, I_DAG, {"101": {"utfall": 30}}).is_empty()


@pytest.mark.parametrize(
    ("terskler", "setning"),
    [
        ({"101": {"utfall": 31}}, "i kontroll 101 kan være høyst 30 dager: den gjelder et lovbrudd og kan bare strammes inn."),
        ({"101": {"utfall": -1}}, "kan ikke være under null. Skriv et antall dager."),
        ({"201": {"tilbud": 15}}, "i kontroll 201 kan være høyst 14 dager"),
        ({"210": {"klage": 31}}, "i kontroll 210 kan være høyst 30 dager"),
        ({"205": {"varsel": -1}}, "kan ikke være under null. Skriv et antall måneder."),
        ({"703": {"aktivitet": -1}}, "Terskelen «aktivitet» i kontroll 703 kan ikke være under null."),
        ({"101": {"frist": 10}}, "Kontroll 101 har ingen terskel «frist». Velg blant: utfall."),
        ({"103": {"frist": 10}}, "Velg blant: ingen."),
    ],
)
def test_en_terskel_kan_aldri_losnes_for_et_lovbrudd(terskler: dict[str, dict[str, int]], setning: str) -> None:
    with pytest.raises(UgyldigTerskel, match=setning.replace(".", r"\.")):
        finn(tabeller(), I_DAG, terskler)
    assert issubclass(UgyldigTerskel, Brukerfeil)


def test_en_terskel_for_risiko_kan_losnes() -> None:
    assert finn(tabeller(siste_aktivitet=for_(50)), I_DAG, {"703": {"aktivitet": 60}}).is_empty()


def test_hver_kontroll_har_tema_sporsmal_hjemmel_og_egne_bevis() -> None:
    for kontroll in KATALOG:
        assert kontroll.tema in TEMA
        assert kontroll.sporsmal.endswith("?")
        assert kontroll.hjemmel
        assert set(kontroll.bevis) <= set(TABELLER[kontroll.tabell]) | {en.meta.output_name() for en in kontroll.utledet}
        assert kontroll.alvor in Alvor
    assert [kontroll.id for kontroll in KATALOG] == sorted({kontroll.id for kontroll in KATALOG})
    tre = dict.fromkeys((str(nr) for nr in range(201, 211)), 3)
    unntak = {"101": 2, "102": 2, "103": 1, "104": 2, "205": 4, "208": 7, "703": None}
    assert {kontroll.id: kontroll.punkt for kontroll in KATALOG} == tre | unntak


def test_tersklene_er_de_katalogen_sier() -> None:
    grenser = {(kontroll.id, en.navn): (en.verdi, en.enhet) for kontroll in KATALOG for en in kontroll.terskler}
    assert grenser == {
        ("101", "utfall"): (30, Enhet.DAGER),
        ("102", "gjennomgang"): (90, Enhet.DAGER),
        ("201", "tilbud"): (14, Enhet.DAGER),
        ("205", "varsel"): (5, Enhet.MANEDER),
        ("210", "klage"): (30, Enhet.DAGER),
        ("703", "aktivitet"): (45, Enhet.DAGER),
    }


def test_hver_tabell_sier_hvem_raden_gjelder_og_hvor() -> None:
    assert {kontroll.tabell for kontroll in KATALOG} == set(TABELLER)
    for skjema in TABELLER.values():
        assert HVEM.items() <= skjema.items()


def test_hjemmelen_er_den_som_gjelder_paa_dagen() -> None:
    for kontroll in KATALOG:
        assert all(regel.gjelder(I_DAG) for regel in kontroll.hjemler(I_DAG)), kontroll.id


def test_en_grense_slaas_opp_ved_kontroll_og_navn() -> None:
    assert terskel("210", "klage") == 30
    with pytest.raises(StopIteration):
        terskel("210", "tull")
