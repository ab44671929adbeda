"""Where a date decides: on every day the controls of columns say what the rules of the law say of one day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kjerne.kontroll.sak import I_DAG, funnet
from skreddersom.kjerne.lov import frister

DAGER = st.dates(date(2012, 1, 1), date(2040, 12, 31))
APEN: dict[str, Any] = {"vedtak": None, "utfall": None, "tilbud": None, "start": None, "alle_vilkar": None}


def nar(dag: date) -> st.SearchStrategy[date]:
    """Days around ``dag``: at the limit more often than by chance."""
    return st.integers(-3, 3).map(lambda dager: dag + timedelta(days=dager))


@settings(max_examples=60)
@given(st.data(), DAGER)
def test_204_foelger_fristen_for_forelopig_svar(data: st.DataObject, mottatt: date) -> None:
    frist = frister.forelopig_svar(mottatt)
    per = data.draw(nar(frist.dato))
    funn = funnet("soknad", per, **APEN, mottatt=mottatt, forelopig_svar=None)
    assert (("204", "BRUDD") in funn) is frist.ute(per)


@settings(max_examples=60)
@given(st.data(), DAGER)
def test_205_foelger_fristen_for_start(data: st.DataObject, mottatt: date) -> None:
    frist = frister.seneste_start(mottatt)
    dag = data.draw(nar(frist.dato))
    apen = dict.fromkeys(funnet("soknad", dag, **APEN, mottatt=mottatt))
    assert (("205", "BRUDD") in apen) is frist.ute(dag)
    assert (("205", "RISIKO") in apen) is not frist.ute(dag)
    assert (("205", "BRUDD") in funnet("soknad", mottatt=mottatt, start=dag)) is frist.ute(dag)


@settings(max_examples=60)
@given(st.data(), DAGER)
def test_205_varsler_ikke_for_fem_maaneder_er_gaatt(data: st.DataObject, mottatt: date) -> None:
    varsles = frister.om_maneder(mottatt, 5)
    dag = data.draw(nar(varsles))
    assert (("205", "RISIKO") in funnet("soknad", dag, **APEN, mottatt=mottatt)) is (dag >= varsles)


@settings(max_examples=60)
@given(st.data(), DAGER)
def test_208_foelger_det_lengste_et_vedtak_kan_gjelde(data: st.DataObject, fra: date) -> None:
    lengste = frister.lengste_vedtak(fra)
    til = data.draw(nar(lengste.dato))
    assert (("208", "BRUDD") in funnet("vedtak", fra=fra, til=til)) is lengste.ute(til)


@settings(max_examples=60)
@given(DAGER, st.one_of(st.none(), DAGER))
def test_203_krever_vurderingen_senest_paa_vedtaksdagen(dato: date, utfort: date | None) -> None:
    ventet = utfort is None or utfort > dato
    assert (("203", "BRUDD") in funnet("vedtak", dato=dato, aev_utfort=utfort)) is ventet


@settings(max_examples=60)
@given(st.integers(0, 60))
def test_201_og_210_teller_dager_og_gjor_et_funn_forst_dagen_etter(dager: int) -> None:
    siden = I_DAG - timedelta(days=dager)
    assert (("201", "BRUDD") in funnet("soknad", **APEN | {"alle_vilkar": True}, vilkar_siden=siden)) is (dager > 14)
    assert (("210", "BRUDD") in funnet("klage", mottatt=siden)) is (dager > 30)
