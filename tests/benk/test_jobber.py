"""The jobs themselves on a few hundred records, so that none of them rots."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from benk.deltakere import maling, python
from skreddersom.benk.barn import forbered
from skreddersom.benk.jobb import brev as brevjobb
from skreddersom.benk.jobb.fakta import kombinasjoner
from skreddersom.benk.jobb.forklaring import PERSONER
from skreddersom.benk.jobb.gulv import lest_av_screening
from skreddersom.benk.jobb.sammenlign import like
from skreddersom.benk.likhet import like as like_svar
from skreddersom.benk.prosess import kjor
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.kostra.oppsett import oppsett
from skreddersom.kjerne.lov.brevkrav import Brevslag, mangler
from skreddersom.kjerne.lov.fakta import FAKTANAVN
from skreddersom.kjerne.lov.trelogikk import JA, UKJENT
from skreddersom.kjerne.lov.vurdering import vurder
from skreddersom.kjerne.screening.screening import screen

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PER = "2026-12-31"


def gjor(jobb: str, oppdrag: dict[str, Any]) -> dict[str, Any]:
    arbeid = forbered(jobb, oppdrag)
    return arbeid.hovedtall(arbeid.gjor())


def test_screeningen_gjor_det_samme_som_kandidater(fil_11f: Path) -> None:
    tall = gjor("screening", {"fil": str(fil_11f)})
    screening = screen([les(fil_11f, "11F")])
    assert tall["kandidater"] == screening.kandidater.height
    assert tall["kandidater"] + sum(tall["utenfor"].values()) == 300
    assert tall["poeng"] == screening.kandidater["poeng"].sum() > 0
    assert tall["uavklart"] == tall["kandidater"]
    assert re.fullmatch("[0-9a-f]{64}", tall["rekkefolge"])


def test_gulvet_leser_feltene_screeningen_leser_og_ingen_andre() -> None:
    navn = {felt.navn for felt in lest_av_screening(2026)}
    maned = {f"STMND_{nr}" for nr in range(1, 13)}
    assert navn >= {"FODSELSDATO", "PERSON_FODSELSNR", "PERSON_JOURNALNR", "VKLO", "TRYGDESIT", "ARBSIT", "ANTBU18"} | maned
    assert {felt for felt in navn if felt.startswith(("BIDRAG_", "LAAN_"))} == {
        felt for felt in oppsett("11F", 2026).navn if felt.startswith(("BIDRAG_", "LAAN_"))
    }
    assert not navn & {"BOSIT", "SAKSBEHANDLER", "KJONN", "EKTSTAT", "BIDRAG", "LAAN"}


def test_gulvet_folger_oppsettet_for_aaret() -> None:
    assert "FODSELSDATO" not in {felt.navn for felt in lest_av_screening(2024)}


def test_gulvet_leser_hele_fila(fil_11f: Path) -> None:
    tall = gjor("gulv", {"fil": str(fil_11f), "aar": 2026})
    assert tall == {felt.navn: 300 * felt.lengde for felt in lest_av_screening(2026)}


def test_kontrollen_gaar_gjennom_hver_record(tmp_path: Path) -> None:
    sti = tmp_path / "11CF.dat"
    gjor("testfil", {"skjema": "11CF", "poster": 40, "aar": 2026, "sti": str(sti)})
    tall = gjor("kontroll", {"fil": str(sti)})
    assert tall["recorder"] == 40
    assert tall["kontroller"] > 40 * 10


def test_forklaringen_maales_paa_tre_ulike_personer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skreddersom.benk.jobb.forklaring.I_BUNKEN", 1)
    tall = gjor("forklaring", {})
    assert tall["sekunder"] == max(tall["hver"].values()) > 0
    assert [vurder(kjente, date(2026, 12, 31)).utfall for kjente in PERSONER.values()] == [UKJENT, UKJENT, JA]


def test_kombinasjonene_er_alle_og_hver_bare_en_gang() -> None:
    alle = kombinasjoner(date(2026, 12, 31))
    assert alle.columns == list(FAKTANAVN)
    assert alle.height == alle.n_unique() == 3 ** len(FAKTANAVN)


def test_fakta_skrives_for_kombinasjonene_og_for_personene(fil_11f: Path, tmp_path: Path) -> None:
    filer = {sett: str(tmp_path / f"{sett}.parquet") for sett in ("kombinasjoner", "personer")}
    assert gjor("fakta", {"fil": str(fil_11f), "per": PER, **filer}) == {"kombinasjoner": 3 ** len(FAKTANAVN), "personer": 300}
    assert pl.read_parquet(filer["personer"]).columns == ["nr", "fodselsdato", "ingen_ytelser"]


def paragraf29(motor: str, mappe: Path) -> dict[str, str]:
    """Run § 29 in one engine over every 997th combination; gives where the answers are."""
    inn = mappe / "inn.parquet"
    kombinasjoner(date(2026, 12, 31)).gather_every(997).with_row_index("nr").write_parquet(inn)
    ut = {sett: str(mappe / f"{sett}-{motor}.parquet") for sett in ("kombinasjoner", "personer")}
    assert gjor(f"paragraf29_{motor}", {"per": PER, **{sett: {"inn": str(inn), "ut": sti} for sett, sti in ut.items()}}) == {}
    return ut


def test_duckdb_svarer_rad_for_rad_som_polars(tmp_path: Path) -> None:
    polars, duckdb = (paragraf29(motor, tmp_path) for motor in ("polars", "duckdb"))
    par = [(polars[sett], duckdb[sett]) for sett in polars]
    assert gjor("sammenlign", {"duckdb": par}) == {"duckdb": True}
    assert pl.read_parquet(polars["personer"])["utfall"].null_count() > 0


def test_en_eneste_ulik_rad_oppdages_og_rekkefolgen_betyr_ingenting(tmp_path: Path) -> None:
    svar = pl.DataFrame({"nr": [0, 1, 2], "utfall": [True, None, False]})
    fasit, stokket, feil, mangler = (str(tmp_path / f"{navn}.parquet") for navn in ("fasit", "stokket", "feil", "mangler"))
    svar.write_parquet(fasit)
    svar.reverse().write_parquet(stokket)
    svar.with_columns(utfall=pl.Series([True, False, False])).write_parquet(feil)
    svar.drop("utfall").write_parquet(mangler)
    assert like(fasit, stokket)
    assert not like(fasit, feil)
    assert not like(fasit, mangler)


def test_sparks_mappe_av_deler_leses_som_en_fil(tmp_path: Path) -> None:
    svar = pl.DataFrame({"nr": [0, 1, 2], "utfall": [True, None, False]})
    hel, mappe = tmp_path / "hel.parquet", tmp_path / "deler"
    svar.write_parquet(hel)
    mappe.mkdir()
    svar[2:].write_parquet(mappe / "del-0.parquet")
    svar[:2].write_parquet(mappe / "del-1.parquet")
    assert like(str(hel), str(mappe))


def test_svarene_er_like_bare_naar_hver_kjoring_er_det() -> None:
    vaar = maling("skjerm", 10, [1.0, 1.0], svar=["a", "a"])
    assert like_svar(maling("openfisca", 10, [1.0], svar=["a"]), vaar)
    assert not like_svar(maling("openfisca", 10, [1.0, 1.0], svar=["a", "b"]), vaar)


def test_paragraf29_kan_regnes_der_polars_ikke_finnes() -> None:
    """PySpark's environment has Narwhals, and not Polars."""
    program = """
import json, sys
sys.modules["polars"] = None
import skreddersom.kjerne.lov.kolonner
print(json.dumps(dict(sekunder=0, minne_mb=None, svar=dict(), pakker=dict())))
"""
    assert kjor(python(program)).svar == {}


def test_brevet_som_maales_er_helt_og_gulvet_er_tomt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brevjobb, "GANGER", 3)
    assert mangler(Brevslag.INNVILGELSE, brevjobb.innvilgelse(1), brevjobb.DAG) == ()
    brev, gulv = (gjor("brev", {"hva": hva}) for hva in ("brev", "gulv"))
    assert 0 < gulv["sekunder"] <= gulv["lengst"]
    assert 0 < brev["sekunder"] <= brev["lengst"]
    assert len(brevjobb._brev(1).pdf) > len(brevjobb._gulv(1))


def test_trakten_har_et_merke_for_hver_kommune_som_kan_vises_og_rapporten_er_hel() -> None:
    trakt, rapport, pdf = (gjor("fylket", {"hva": hva})["stort"] for hva in ("trakt", "rapport", "pdf"))
    assert 100 < trakt < 357
    assert min(rapport, pdf) > 10_000
