"""The test command: every step is run and told of, and one failure is enough to fail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.inngang import proving
from skreddersom.inngang.proving import Steg, alle_steg, mellomlager

if TYPE_CHECKING:
    import pytest


def bytt_steg(monkeypatch: pytest.MonkeyPatch, mappe: Path, **steg: str) -> None:
    """Let the steps be these: name = what Python shall do."""
    egne = tuple(Steg(navn, ("-c", kode), mappe) for navn, kode in steg.items())
    monkeypatch.setattr(proving, "alle_steg", lambda *_: egne)


def test_alle_steg_kjores_selv_om_det_forste_feiler(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bytt_steg(monkeypatch, tmp_path, form="raise SystemExit(1)", typer="raise SystemExit(2)", prover="print('12 passed')")
    assert proving.main([]) == 1
    ut = capfd.readouterr().out
    assert "12 passed" in ut
    assert ut.splitlines()[-1].endswith("form; typer")
    assert "i orden, 0," in ut


def test_naar_alt_gaar_er_koden_null(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bytt_steg(monkeypatch, tmp_path, form="pass", prover="pass")
    assert proving.main([]) == 0
    assert capfd.readouterr().out.splitlines()[-1].startswith("Alt i orden: 2 steg på ")


def test_kjernen_krever_full_grendekning(tmp_path: Path) -> None:
    kjernen = alle_steg(tmp_path, tmp_path, [])[-2]
    assert {"--cov=skreddersom.kjerne", "--cov-branch", "--cov-fail-under=100", "tests/kjerne"} <= set(kjernen.argumenter)


def test_resten_er_alt_som_ikke_er_kjernen(tmp_path: Path) -> None:
    resten = alle_steg(tmp_path, tmp_path, [])[-1]
    assert "--ignore=tests/kjerne" in resten.argumenter
    assert not any("cov" in ett or ett.startswith("tests/") for ett in resten.argumenter)


def test_nevnte_prover_kjores_uten_krav_om_dekning(tmp_path: Path) -> None:
    argumenter = alle_steg(tmp_path, tmp_path, ["tests/vakter", "-x"])[-1].argumenter
    assert argumenter[-2:] == ("tests/vakter", "-x")
    assert not any("cov" in ett for ett in argumenter)


def test_verktoyenes_mellomlager_ligger_utenfor_utsjekkingen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bytt_steg(monkeypatch, tmp_path, vis="import os; print(os.environ['MYPY_CACHE_DIR'], os.environ['COVERAGE_FILE'], sep=chr(10))")
    proving.main([])
    mypy, dekning = capfd.readouterr().out.splitlines()[1:3]
    assert mypy == str(Path(sys.prefix) / "lager" / "mypy")
    assert dekning == str(Path(sys.prefix) / "lager" / "dekning")


def test_i_en_annens_miljo_er_mellomlageret_midlertidig(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with mellomlager() as lager:
        assert lager.is_dir()
        assert not lager.is_relative_to(sys.prefix)
    assert not lager.exists()
