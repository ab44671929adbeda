"""What the controls count with: a mistyped date stops nobody, and what is remembered of texts has an end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kontroll import ulovlige
from skreddersom.kjerne.kontroll.felles import regnet
from skreddersom.kjerne.lov import frister

if TYPE_CHECKING:
    import pytest


def test_en_dato_ingen_lov_naar_blir_ukjent_og_de_andre_regnes_likevel() -> None:
    mottatt = pl.DataFrame({"mottatt": [date(9999, 12, 31), date(2026, 1, 15), None]})
    uttrykk = regnet("mottatt", lambda dag: frister.seneste_start(dag).dato)
    assert mottatt.select(uttrykk).to_series().to_list() == [None, date(2026, 7, 15), None]


def test_tekster_huskes_ikke_i_det_uendelige_og_svaret_er_det_samme(monkeypatch: pytest.MonkeyPatch) -> None:
    husket: dict[bytes, str] = {}
    monkeypatch.setattr(ulovlige, "_LEST", husket)
    monkeypatch.setattr(ulovlige, "HUSKER", 2)
    tekster = ["Kommunen har ikke penger til flere i programmet i år.", "Du har rett til programmet.", "Det er venteliste.", ""]
    en_gang = [ulovlige.grunner_i(tekst) for tekst in tekster]
    assert [ulovlige.grunner_i(tekst) for tekst in tekster] == en_gang
    assert en_gang[0] != ""
    assert en_gang[1] == ""
    assert len(husket) <= 2


def test_en_tekst_som_er_lest_leses_ikke_om_igjen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ulovlige, "_LEST", {})
    forst = ulovlige.grunner_i("Vi har ikke råd til flere deltakere i år.")
    monkeypatch.setattr(ulovlige, "finn", lambda _tekst: [])
    assert forst != ""
    assert ulovlige.grunner_i("Vi har ikke råd til flere deltakere i år.") == forst
