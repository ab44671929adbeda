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
    assert cli.main(["demo", "--mappe", str(tmp_path)]) == 0
    fanget = capsys.readouterr()
    assert "personer i 50 filer" in fanget.out
    assert "Alle personene er oppdiktet." in fanget.out
    assert "Lager oppdiktede mennesker" in fanget.err
    assert len(list((tmp_path / "agder").glob("11F_*.dat"))) == 50


def test_filene_beholdes_til_noen_ber_om_nye(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["demo", "--mappe", str(tmp_path)])
    merke = tmp_path / "agder" / "merke"
    merke.touch()
    capsys.readouterr()
    cli.main(["demo", "--mappe", str(tmp_path)])
    assert merke.exists()
    assert "Lager" not in capsys.readouterr().err
    cli.main(["demo", "--mappe", str(tmp_path), "--ny"])
    assert not merke.exists()


def test_uten_skrivetilgang_legges_filene_der_brukeren_staar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert demokommando._mappe() == tmp_path / ".demo"
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert demokommando._mappe().name == ".demo"
    assert (demokommando._mappe().parent / "skreddersom.py").is_file()
