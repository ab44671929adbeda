"""The peer program follows our rules, stands alone, and is never part of the program. Here it runs on a stand-in for OpenFisca."""

from __future__ import annotations

import json
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest

from benk import lekefisca
from skreddersom.benk.barn import forbered
from skreddersom.benk.jobb.regler import regler
from skreddersom.benk.plan import MOTPART
from skreddersom.kjerne.kostra.oppsett import oppsett
from skreddersom.kjerne.screening.rekkefolge import VEKTER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def motpart(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The program, loaded from its file with the stand-in where OpenFisca would be."""
    for navn, modul in lekefisca.moduler().items():
        monkeypatch.setitem(sys.modules, navn, modul)
    spec = spec_from_file_location("motpart_openfisca", MOTPART)
    assert spec is not None
    assert spec.loader is not None
    program = module_from_spec(spec)
    spec.loader.exec_module(program)
    monkeypatch.setattr(program, "version", lambda pakke: f"{pakke} for lek")
    return program


def test_motparten_finner_de_samme_i_samme_rekkefolge_som_vi(motpart: Any, fil_11f: Path, capsys: pytest.CaptureFixture[str]) -> None:
    motpart.main({**regler(2026), "fil": str(fil_11f)})
    deres = json.loads(capsys.readouterr().out)
    vaare = forbered("screening", {"fil": str(fil_11f)})
    assert deres["svar"] == vaare.hovedtall(vaare.gjor())
    assert deres["sekunder"] > 0
    assert deres["pakker"] == {"openfisca-core": "openfisca-core for lek", "numpy": "numpy for lek"}


def test_en_maned_uten_kryss_men_med_belop_teller_ogsaa_for_motparten(motpart: Any, fil_11f: Path, tmp_path: Path) -> None:
    kryss = oppsett("11F", 2026)["STMND_1"]
    linjer = [linje[: kryss.fra - 1] + b"  " + linje[kryss.til :] for linje in fil_11f.read_bytes().splitlines(keepends=True)]
    uten_kryss = tmp_path / "uten-kryss.dat"
    uten_kryss.write_bytes(b"".join(linjer))
    vaare = forbered("screening", {"fil": str(uten_kryss)})
    oppdrag = {**regler(2026), "fil": str(uten_kryss)}
    assert motpart.hovedtall(*motpart.screen(oppdrag), oppdrag["grunner"]) == vaare.hovedtall(vaare.gjor())
    assert forbered("screening", {"fil": str(fil_11f)}).gjor()[0].height == vaare.gjor()[0].height


@pytest.mark.parametrize("skade", [lambda b: b.replace(b"\n", b"x", 1), lambda b: b[:-339] + b[:339], lambda b: b[:4] + b"25" + b[6:]])
def test_motparten_avviser_en_fil_den_ikke_er_laget_for(motpart: Any, fil_11f: Path, tmp_path: Path, skade: Any) -> None:
    skadet = tmp_path / "skadet.dat"
    skadet.write_bytes(skade(fil_11f.read_bytes()))
    with pytest.raises(ValueError, match="linjer som ikke passer, eller personer som står flere ganger"):
        motpart.les({**regler(2026), "fil": str(skadet)})


def test_motparten_faar_alle_vekter_koder_og_grenser_den_bruker_og_ingen_flere() -> None:
    program = MOTPART.read_text(encoding="utf-8")
    parametre = regler(2026)["parametre"]
    assert set(re.findall(r'vekt\["(\w+)"\]', program)) == {vekt.id for vekt in VEKTER} == set(parametre["poeng"])
    assert set(re.findall(r'(?:koder|\["koder"\])\["(\w+)"\]', program)) == set(parametre["koder"])
    assert set(re.findall(r'(?:grense|\["grenser"\])\["(\w+)"\]', program)) == set(parametre["grenser"])


def test_motparten_faar_feltene_der_de_staar() -> None:
    form, felt = oppsett("11F", 2026), regler(2026)["felt"]
    assert felt["VKLO"] == (form["VKLO"].fra - 1, 1)
    assert felt["BELOP_12"] == (form["BIDRAG_DES"].fra - 1, 14)


def test_motparten_staar_alene_og_programmet_laster_den_aldri() -> None:
    assert not re.search(r"(?m)^\s*(?:from|import) skreddersom", MOTPART.read_text(encoding="utf-8"))
    assert "openfisca_core" not in sys.modules
