"""What is told of a measurement under load."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from skreddersom.benk.nett.brukere import Bruker
from skreddersom.benk.nett.dokument import dokument
from skreddersom.benk.nett.last import Svar
from skreddersom.benk.nett.loggen import Loggmaling
from skreddersom.benk.nett.omfang import Omfang
from skreddersom.benk.nett.radsikkerhet import Pris
from skreddersom.benk.nett.rapport import Nettrapport, lag_nettrapport, prosentil
from skreddersom.benk.nett.trafikk import Onske
from skreddersom.plattform.tilgang.roller import Rolle

HVEM = Bruker(uuid.uuid4(), uuid.uuid4(), Rolle.LEDER, "")
OMFANG = Omfang(oppvarming=10)


def svar(side: str, sekunder: float, *, naar: float = 20, kode: int = 200) -> Svar:
    return Svar(Onske(naar, side, "/", HVEM), kode, sekunder)


def rapport(*alle: Svar, med: float = 1.0, loggen: float = 3.0) -> Nettrapport:
    return lag_nettrapport(OMFANG, alle, ([Pris("Filer", 6, med, 1.0)], Loggmaling(1_000_000, loggen)), (0.5, 1.5))


@pytest.mark.parametrize(("del_", "ventet"), [(0.5, 50), (0.95, 95), (0.99, 99), (1, 100)])
def test_prosentilen_er_den_tida_saa_mange_fikk_svar_innen(del_: float, ventet: float) -> None:
    assert prosentil(list(range(100, 0, -1)), del_) == ventet


def test_oppvarmingen_telles_ikke() -> None:
    laget = rapport(svar("Filer", 9, naar=9.9), svar("Filer", 0.02))
    assert laget.sider[-1][:2] == ("I alt", "1")
    assert laget.dommer[0].naadd


def test_hver_side_har_sin_rad_og_alle_en_felles() -> None:
    laget = rapport(svar("Filer", 0.02), svar("Fylket", 0.2), svar("Fylket", 0.3, kode=500))
    assert [(rad[0], rad[1], rad[-1]) for rad in laget.sider] == [("Filer", "1", "0"), ("Fylket", "2", "1"), ("I alt", "3", "1")]


@pytest.mark.parametrize(
    ("alle", "med", "naadd"),
    [
        ([svar("Filer", 0.1)], 1.05, [True, True, True]),
        ([svar("Filer", 0.101)], 1.0, [False, True, True]),
        ([svar("Filer", 0.01, kode=0)], 1.0, [True, False, True]),
        ([svar("Filer", 0.01)], 1.06, [True, True, False]),
        ([svar("En sak", 0.12), *[svar("Filer", 0.01)] * 30], 1.0, [True, True, True, True]),
        ([svar("En sak", 0.121), *[svar("Filer", 0.01)] * 30], 1.0, [False, True, True, True]),
    ],
)
def test_maalene_holdes_opp_mot_tallene(alle: list[Svar], med: float, naadd: list[bool]) -> None:
    assert [dom.naadd for dom in rapport(*alle, med=med).dommer] == [*naadd, True]


def test_loggen_skal_verifiseres_paa_tre_sekunder() -> None:
    assert [rapport(svar("Filer", 0.02), loggen=tid).dommer[-1].naadd for tid in (3.0, 3.01)] == [True, False]


def test_dokumentet_sier_hvor_opptatt_maskinen_var() -> None:
    tekst = dokument(rapport(svar("Filer", 0.02)), {"Kjerner": "2"}, date(2026, 11, 22))
    assert "(load average) var 0,5 før og 1,5 etter" in tekst
    assert "| Filer | 1 | 20 ms |" in tekst
    assert "| Målt | 22.11.2026 |" in tekst
