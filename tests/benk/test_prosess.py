"""A measured run in a fresh process: the line of JSON, and what is said when there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benk.deltakere import leke, python
from skreddersom.benk.barn import Arbeid, forbered, main, mal
from skreddersom.benk.minne import toppminne
from skreddersom.benk.prosess import Kommando, Malefeil, barn, kjor

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_siste_linje_er_svaret_og_hele_prosessen_tas_tida_paa() -> None:
    kjoring = kjor(leke({"kandidater": 3}))
    assert (kjoring.arbeid, kjoring.minne_mb, kjoring.svar, kjoring.pakker) == (0.25, 12.5, {"kandidater": 3}, {"leke": "1.0"})
    assert kjoring.ende > 0


def test_et_program_som_ikke_forteller_maales_bare_utenfra() -> None:
    kjoring = kjor(python("print('bruk: …')", forteller=False))
    assert kjoring.arbeid == kjoring.ende > 0
    assert kjoring.minne_mb is None


def test_en_prosess_som_stopper_siteres_med_det_siste_den_sa() -> None:
    with pytest.raises(Malefeil, match=r"^Målingen stoppet: ValueError: umulig\. Prøv igjen, eller velg andre deler med --bare\.$"):
        kjor(python("raise ValueError('umulig')"))


@pytest.mark.parametrize("program", ["print('ferdig')", "print('[]')", "print('{}')", "pass"])
def test_en_prosess_uten_svar_er_en_feil_ikke_en_maaling(program: str) -> None:
    with pytest.raises(Malefeil, match="Målingen ga ikke noe svar"):
        kjor(python(program))


def test_et_program_som_ikke_finnes_er_en_setning() -> None:
    with pytest.raises(Malefeil, match=r"«finnes-ikke» kunne ikke startes: .* Sjekk installasjonen"):
        kjor(Kommando(("finnes-ikke",)))


def test_bare_arbeidet_maales_og_hovedtallene_kommer_etter() -> None:
    rekke: Iterator[str] = iter(["arbeid", "hovedtall"])
    linje = mal(Arbeid(lambda: next(rekke), lambda gjort: {"gjort": gjort, "saa": next(rekke)}))
    assert linje["svar"] == {"gjort": "arbeid", "saa": "hovedtall"}
    assert linje["sekunder"] >= 0
    assert set(linje["pakker"]) == {"polars"}


def test_arbeid_av_mange_kall_sier_selv_hva_ett_kall_tar() -> None:
    linje = mal(Arbeid(lambda: None, lambda _: {"sekunder": 0.5, "bunker": 3}, ()))
    assert (linje["sekunder"], linje["svar"]) == (0.5, {"bunker": 3})


def test_en_jobb_gaar_hele_veien_gjennom_en_egen_prosess(capsys: pytest.CaptureFixture[str]) -> None:
    utenfra = kjor(barn("regler", {"aar": 2026})).svar
    main(["regler", json.dumps({"aar": 2026})])
    assert utenfra == json.loads(capsys.readouterr().out)["svar"]
    assert utenfra["linjelengde"] == 338


def test_andre_miljoer_kjorer_den_samme_jobben_med_sin_egen_python() -> None:
    assert barn("regler", {}, Path("annen/python")).argv[0] == "annen/python"


def test_jobben_heter_det_samme_som_modulen() -> None:
    assert callable(forbered("forklaring", {}).gjor)


MED_BARN = """
import json, subprocess, sys
from skreddersom.benk.minne import toppminne
uten = toppminne()
barn = subprocess.Popen([sys.executable, "-c", {program!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
barn.stdout.readline()
med = toppminne()
barn.communicate(b"")
print(json.dumps(dict(sekunder=0, minne_mb=med, svar=dict(uten=uten, med=med), pakker=dict())))
"""


def test_minnet_omfatter_prosessene_vi_har_startet() -> None:
    uten = toppminne()
    program = "b = bytearray(40_000_000); print('klar', flush=True); input()"
    svar = kjor(python(MED_BARN.format(program=program))).svar
    assert uten is None or uten > 1
    assert svar["med"] is None or svar["med"] - svar["uten"] > 40
