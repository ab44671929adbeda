"""``demo``: made once, kept, and made anew when asked."""

from __future__ import annotations

import io
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from skreddersom import cli
from skreddersom.cli import demo as demokommando


@pytest.fixture(scope="module")
def laget(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A folder where the demo has been once, and what it said: on the screen, and on the way."""
    mappe, ut, feil = tmp_path_factory.mktemp("demo"), io.StringIO(), io.StringIO()
    with redirect_stdout(ut), redirect_stderr(feil):
        assert cli.main(["demo", "--bare-liste", "--mappe", str(mappe)]) == 0
    return mappe, ut.getvalue(), feil.getvalue()


@pytest.fixture
def mappe(laget: tuple[Path, str, str], tmp_path: Path) -> Path:
    """The same folder, to do what one likes in."""
    return Path(shutil.copytree(laget[0], tmp_path / "demo"))


def test_demo_viser_kandidatene_i_hele_agder(laget: tuple[Path, str, str]) -> None:
    mappe, ut, feil = laget
    assert "personer i 50 filer" in ut
    assert "Alle personene er oppdiktet." in ut
    assert "Lager oppdiktede mennesker" in feil
    assert len(list((mappe / "agder").glob("11F_*.dat"))) == 50


def test_filene_beholdes_til_noen_ber_om_nye(mappe: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demokommando, "_liste", lambda _: 0)
    fil = mappe / "agder" / "11F_4203_2026.dat"
    merke, eget = mappe / "agder" / "merke", mappe / "agder" / "11F_4203_2024.dat"
    merke.touch()
    eget.write_text("ikke vår")
    innhold = fil.read_bytes()
    fil.write_bytes(innhold[: innhold.index(b"\n") + 1])
    cli.main(["demo", "--bare-liste", "--mappe", str(mappe)])
    assert merke.exists()
    assert fil.read_bytes() != innhold
    assert "Lager" not in capsys.readouterr().err
    cli.main(["demo", "--bare-liste", "--mappe", str(mappe), "--ny"])
    assert fil.read_bytes() == innhold
    assert merke.exists()
    assert eget.read_text() == "ikke vår"


def test_ei_halvferdig_mappe_gjores_ferdig(mappe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mappe / "agder" / "11CF_4203_2026.dat").unlink()
    assert cli.main(["demo", "--bare-liste", "--mappe", str(mappe)]) == 0
    assert "personer i 50 filer" in capsys.readouterr().out
    assert len(list((mappe / "agder").iterdir())) == 100


def test_ei_tom_mappe_er_ikke_i_veien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gjort: list[Path] = []
    monkeypatch.setattr("skreddersom.demo.syntetisk.lag_agder", lambda mappe, **_: gjort.append(mappe))
    monkeypatch.setattr(demokommando, "_liste", lambda _: 0)
    (tmp_path / "agder").mkdir()
    assert cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)]) == 0
    assert gjort == [tmp_path / "agder"]


def test_uten_skrivetilgang_legges_filene_der_brukeren_staar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert demokommando._mappe() == tmp_path / ".demo"
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert demokommando._mappe().name == ".demo"
    assert (demokommando._mappe().parent / "skreddersom.py").is_file()
