"""``demo``: made once, kept, and made anew when asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skreddersom import cli
from skreddersom.cli import demo as demokommando

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_demo_viser_kandidatene_i_hele_agder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)]) == 0
    fanget = capsys.readouterr()
    assert "personer i 50 filer" in fanget.out
    assert "Alle personene er oppdiktet." in fanget.out
    assert "Lager oppdiktede mennesker" in fanget.err
    assert len(list((tmp_path / "agder").glob("11F_*.dat"))) == 50


def test_filene_beholdes_til_noen_ber_om_nye(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)])
    fil = tmp_path / "agder" / "11F_4203_2026.dat"
    merke, eget = tmp_path / "agder" / "merke", tmp_path / "agder" / "11F_4203_2024.dat"
    merke.touch()
    eget.write_text("ikke vår")
    innhold = fil.read_bytes()
    fil.write_bytes(innhold[: innhold.index(b"\n") + 1])
    capsys.readouterr()
    cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)])
    assert merke.exists()
    assert "Lager" not in capsys.readouterr().err
    cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path), "--ny"])
    assert fil.read_bytes() == innhold
    assert merke.exists()
    assert eget.read_text() == "ikke vår"


def test_ei_halvferdig_mappe_gjores_ferdig(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "agder").mkdir()
    assert cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)]) == 0
    (tmp_path / "agder" / "11CF_4203_2026.dat").unlink()
    capsys.readouterr()
    assert cli.main(["demo", "--bare-liste", "--mappe", str(tmp_path)]) == 0
    assert "personer i 50 filer" in capsys.readouterr().out
    assert len(list((tmp_path / "agder").iterdir())) == 100


def test_uten_skrivetilgang_legges_filene_der_brukeren_staar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert demokommando._mappe() == tmp_path / ".demo"
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert demokommando._mappe().name == ".demo"
    assert (demokommando._mappe().parent / "skreddersom.py").is_file()
