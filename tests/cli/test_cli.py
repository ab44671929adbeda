"""The command line itself: Norwegian, quick to help, and never a traceback for what a user can mend."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from skreddersom import cli
from skreddersom.cli import kandidater
from skreddersom.kjerne.feil import Brukerfeil

SRC = Path(__file__).parents[2] / "src"


def test_hjelpen_er_norsk_og_nevner_alle_kommandoene(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        cli.main(["--help"])
    ut = capsys.readouterr().out
    assert slutt.value.code == 0
    assert all(kommando in ut for kommando in [*cli.KOMMANDOER, "test"])
    assert "usage" not in ut
    assert "show this help" not in ut


@pytest.mark.parametrize("kommando", cli.KOMMANDOER)
def test_hjelp_til_en_kommando_laster_ikke_tunge_biblioteker(kommando: str) -> None:
    """What keeps ``--help`` quick: nothing heavy is imported before there is work to do."""
    program = (
        "import sys\nfrom skreddersom.cli import main\n"
        f"try: main(['{kommando}', '--help'])\nexcept SystemExit: pass\n"
        "tunge = {'polars', 'numpy', 'narwhals', 'rich', 'xlsxwriter', 'duckdb'} & set(sys.modules)\n"
        "sys.exit(f'lastet {tunge}' if tunge else 0)"
    )
    kjort = subprocess.run([sys.executable, "-P", "-c", program], env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=False)
    assert kjort.returncode == 0, kjort.stderr


def test_uten_kommando_sies_det_hva_som_mangler(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        cli.main([])
    assert slutt.value.code == 2
    assert "Feil: mangler: kommando. Skriv «skreddersom.py --help» for hjelp." in capsys.readouterr().err


def test_brukerfeil_blir_en_setning_og_kode_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def feil(_valg: object) -> int:
        raise Brukerfeil("Fila er tom. Velg en annen.")

    monkeypatch.setattr(kandidater, "kjor", feil)
    assert cli.main(["kandidater", "fil"]) == 2
    assert capsys.readouterr().err == "Feil: Fila er tom. Velg en annen.\n"


def test_avbrudd_fra_tastaturet_er_rolig(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def avbryt(_valg: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(kandidater, "kjor", avbryt)
    assert cli.main(["kandidater", "fil"]) == 130
    assert capsys.readouterr().err == "\nAvbrutt.\n"
