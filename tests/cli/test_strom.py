"""What the command line speaks through: streams without æøå, full ones and closed ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kjerne.screening.saksmengder import HELE_AARET, fil, post

if TYPE_CHECKING:
    from collections.abc import Mapping

SRC = Path(__file__).parents[2] / "src"
ASCII = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.fixture
def kilde(tmp_path: Path) -> Path:
    """Two candidates, the first with a journal number that ASCII cannot hold."""
    return fil(tmp_path, [post("Anna", PERSON_JOURNALNR="Åse", **HELE_AARET), post("Bo")]).sti


def kjor(*ord_: object, omgivelser: Mapping[str, str] | None = None, skall: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run in a process of its own; ``skall`` is what the shell does with its streams."""
    kommando = ["sh", "-c", f'exec "$0" "$@" {skall}', sys.executable, "-P", "-m", "skreddersom", *map(str, ord_)]
    alle = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SRC)} | dict(omgivelser or {})
    return subprocess.run(kommando, env=alle, capture_output=True, check=False)


@pytest.mark.parametrize("omgivelser", ASCII)
def test_tegn_som_ikke_finnes_stanser_ingenting(kilde: Path, omgivelser: Mapping[str, str]) -> None:
    for ord_ in (["kandidater", kilde], ["kandidater", kilde, "--journal", "Bo"], ["kostra", "kontroller", kilde, "--regler", "2025"]):
        kjort = kjor(*ord_, omgivelser=omgivelser)
        assert kjort.stdout
        assert kjort.stderr == b""


@pytest.mark.parametrize("omgivelser", [*ASCII, {"PYTHONIOENCODING": "utf-8"}])
def test_json_taper_ingen_tegn(kilde: Path, omgivelser: Mapping[str, str]) -> None:
    kjort = kjor("kandidater", kilde, "--format", "json", omgivelser=omgivelser)
    svar = json.loads(kjort.stdout)
    assert svar["kandidater"][0]["journalnr"] == "Åse"
    assert "fødselsdato" in json.dumps(svar, ensure_ascii=False)


@pytest.mark.parametrize("ord_", [["--help"], ["kandidater", "--help"], ["kandidater", "FIL"], ["kandidater", "FIL", "--format", "json"]])
def test_en_full_disk_gir_en_setning(kilde: Path, ord_: list[str]) -> None:
    kjort = kjor(*[kilde if o == "FIL" else o for o in ord_], skall=">/dev/full")
    assert kjort.stderr.decode() == "Feil: Kan ikke skrive ut: disken er full. Rydd plass, eller send utskriften et annet sted.\n"
    assert kjort.returncode == 2


def test_en_full_feilstrom_endrer_ikke_svaret(kilde: Path) -> None:
    assert kjor("kandidater", kilde.with_name("borte.dat"), skall="2>/dev/full").returncode == 2
    assert kjor("kandidater", kilde, skall=">/dev/full 2>&1").returncode == 2


@pytest.mark.parametrize(("skall", "kode"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_lukkede_strommer_stanser_ingenting(kilde: Path, skall: str, kode: int) -> None:
    kjort = kjor("kandidater", kilde, skall=skall)
    assert (kjort.returncode, kjort.stderr) == (kode, b"")


def test_feil_sies_ikke_i_utskriften_naar_feilstrommen_er_lukket(kilde: Path) -> None:
    kjort = kjor("kandidater", kilde.with_name("borte.dat"), skall="2>&-")
    assert (kjort.returncode, kjort.stdout) == (2, b"")
