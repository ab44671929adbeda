"""The front door as a newcomer meets it: typed from anywhere, first time and every time after."""

from __future__ import annotations

import ast
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from inngang.lekerot import BASE, ROT, Lekerot, vent

if TYPE_CHECKING:
    import pytest

from skreddersom.inngang import main

DOR = ROT / "skreddersom.py"


def test_argumenter_og_arbeidsmappe_gis_videre_som_de_er(rot: Lekerot, tmp_path: Path) -> None:
    kjoring = rot.kjor("kandidater", "min fil.txt", "--per", "2026-12-31", fra=tmp_path)
    assert kjoring.kode == 0
    assert kjoring.svar["argv"] == ["kandidater", "min fil.txt", "--per", "2026-12-31"]
    assert kjoring.svar["mappe"] == str(tmp_path)
    assert kjoring.svar["prefix"] == str(rot.miljo)


def test_forste_gang_forteller_hva_som_skjer_og_andre_gang_er_stille(rot: Lekerot) -> None:
    forste, andre = rot.kjor("kandidater"), rot.kjor("kandidater")
    assert "Gjør klar Skreddersøm" in forste.sagt
    assert "pakkene i requirements.lock … " in forste.sagt
    assert (andre.kode, andre.sagt) == (0, "")


def test_uten_argumenter_vises_hjelpen_uten_at_noe_installeres(rot: Lekerot) -> None:
    kjoring = rot.kjor()
    assert kjoring.svar["argv"] == ["--help"]
    assert (kjoring.sagt, rot.miljo.exists()) == ("", False)


def test_hjelpen_svarer_med_bare_standardbiblioteket() -> None:
    bare_biblioteket = f"import sys; sys.path.insert(0, {str(ROT / 'src')!r}); from skreddersom.cli import main; main(['--help'])"
    kjoring = subprocess.run([BASE, "-I", "-S", "-c", bare_biblioteket], capture_output=True, text=True, check=False)
    assert (kjoring.returncode, kjoring.stderr) == (0, "")
    assert "kandidater" in kjoring.stdout


def test_hjelp_om_provene_trenger_heller_ingen_pakker(rot: Lekerot) -> None:
    shutil.copy(ROT / "src/skreddersom/inngang/proving.py", rot.mappe / "src/skreddersom/inngang/proving.py")
    kjoring = rot.kjor("test", "--help")
    assert kjoring.ut.startswith("bruk: python3 skreddersom.py test")
    assert (kjoring.sagt, rot.miljo.exists()) == ("", False)


def test_et_fremmed_miljo_smitter_ikke(rot: Lekerot, tmp_path: Path) -> None:
    (tmp_path / "skreddersom").mkdir()
    (tmp_path / "skreddersom" / "__init__.py").write_text("raise SystemExit('feil pakke')")
    svar = rot.kjor("kandidater", fra=tmp_path, PYTHONPATH=str(tmp_path), VIRTUAL_ENV="/et/annet").svar
    assert svar["pythonpath"] == str(rot.mappe / "src")
    assert svar["virtual_env"] is None


def test_proving_faar_provelaasen_i_tillegg(rot: Lekerot) -> None:
    rot.kjor("kandidater")
    (rot.miljo / "merke").touch()
    kjoring = rot.kjor("test", "tests/vakter", "-x")
    assert kjoring.svar["argv"] == ["tests/vakter", "-x"]
    assert "requirements-test.lock" in kjoring.sagt
    assert "requirements.lock …" not in kjoring.sagt
    assert (rot.miljo / "merke").exists()
    assert rot.kjor("kandidater").sagt == ""


def test_gammel_python_faar_en_setning() -> None:
    som_38 = f"import runpy, sys; sys.version_info = (3, 8, 18); sys.argv = ['skreddersom.py']; runpy.run_path({str(DOR)!r})"
    kjoring = subprocess.run([BASE, "-c", som_38], capture_output=True, text=True, check=False)
    assert kjoring.returncode == 2
    assert kjoring.stderr.startswith("Feil: Skreddersøm trenger Python 3.11 eller nyere; dette er Python 3.8.")


def test_gammel_python_kan_lese_inngangsdora() -> None:
    tre = ast.parse(DOR.read_text(encoding="utf-8"), feature_version=(3, 7))
    assert any(isinstance(ledd, ast.If) and "version_info" in ast.dump(ledd.test) for ledd in tre.body)


def test_kolon_i_mappenavnet_gir_setning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kandidater"], Path("/hjem/kl 10:30")) == 2
    assert "har tegnet «:» i navnet" in capsys.readouterr().err


def test_avbrudd_gir_kode_130_og_ingen_traceback(rot: Lekerot) -> None:
    prosess = rot.med_uv(forst="/bin/sleep 5").start("kandidater")
    vent_til_uv_er_i_gang(rot, prosess)
    prosess.send_signal(signal.SIGINT)
    kjoring = vent(prosess)
    assert kjoring.kode == 130
    assert kjoring.sagt.splitlines()[-1].startswith("Avbrutt.")
    assert "Traceback" not in kjoring.sagt


def test_to_forste_kjoringer_samtidig_installerer_en_gang(rot: Lekerot) -> None:
    rot.med_uv(forst="/bin/sleep 0.3")
    kjoringer = [vent(prosess) for prosess in [rot.start("kandidater"), rot.start("kandidater")]]
    assert [kjoring.kode for kjoring in kjoringer] == [0, 0]
    assert [linje.split()[0] for linje in rot.uvlogg.read_text().splitlines()] == ["venv", "pip"]


def test_etter_et_drap_ventes_det_paa_installasjonen_som_ble_igjen(rot: Lekerot) -> None:
    prosess = rot.med_uv(forst="/bin/sleep 0.4").start("kandidater")
    vent_til_uv_er_i_gang(rot, prosess)
    prosess.kill()
    vent(prosess)
    kjoring = rot.kjor("kandidater")
    assert kjoring.kode == 0
    assert "Venter på en annen Skreddersøm" in kjoring.sagt


def vent_til_uv_er_i_gang(rot: Lekerot, prosess: subprocess.Popen[str]) -> None:
    while not rot.uvlogg.exists() and prosess.poll() is None:
        time.sleep(0.01)
