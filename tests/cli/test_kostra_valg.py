"""The options of ``kostra kontroller``: what does not fit is said once, before anything is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kjerne.kostra.kontroll.poster import personer, skriv
from skreddersom.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def riktig(tmp_path: Path) -> Path:
    return skriv(tmp_path, personer("11CF", 2026, [{}, {}]), "riktig.dat")


def kontroller(*ord_: str | Path) -> int:
    return main(["kostra", "kontroller", *map(str, ord_)])


@pytest.mark.parametrize(
    ("ord_", "setning"),
    [
        (["--region", "Risør"], "--region: «Risør» er ikke et kommunenummer; skriv fire eller seks sifre"),
        (["--region", "42"], "--region: «42» er ikke et kommunenummer"),
        (["--aar", "26"], "--aar: «26» er ikke et rapporteringsår; skriv et år fra 2022 til 2026"),
        (["--aar", "x"], "--aar: «x» er ikke et rapporteringsår"),
        (["--regler", "2024"], "--regler: «2024» er ikke et regelsett; velg 2025 eller 2026"),
    ],
)
def test_gale_verdier_sies_en_gang_for_noe_leses(riktig: Path, ord_: list[str], setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        kontroller(riktig, riktig, *ord_)
    fanget = capsys.readouterr()
    assert (slutt.value.code, fanget.out, fanget.err.count("Feil:")) == (2, "", 1)
    assert setning in fanget.err


def test_regler_for_11cf_gir_en_setning(riktig: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(riktig, "--skjema", "11CF", "--regler", "2025") == 2
    fanget = capsys.readouterr()
    assert fanget.out == ""
    assert fanget.err == "Feil: --regler gjelder bare 11F, og 11CF har ett sett regler. Ta bort --regler.\n"
    assert kontroller(riktig, "--regler", "2025") == 0
    assert "Merk: --regler gjelder bare 11F og er ikke brukt på denne fila." in capsys.readouterr().out


@pytest.mark.parametrize("navn", ["y.rar", "y.csv", "y"])
def test_en_ukjent_endelse_sies_for_noe_er_gjort(riktig: Path, tmp_path: Path, navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(riktig, "--ut", tmp_path / navn) == 2
    assert "Bruk et navn som ender på .xlsx, .json, .txt." in capsys.readouterr().err
    assert not (tmp_path / navn).exists()


@pytest.mark.parametrize(("form", "navn"), [("xlsx", "y.json"), ("json", "y.xlsx"), ("tabell", "y.json")])
def test_format_og_endelse_som_sier_hver_sitt(
    riktig: Path, tmp_path: Path, form: str, navn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kontroller(riktig, "--format", form, "--ut", tmp_path / navn) == 2
    assert f"--format {form} og «{tmp_path / navn}» sier hver sitt. Ta bort --format" in capsys.readouterr().err
    assert not (tmp_path / navn).exists()


def test_setningen_gjelder_et_eksempel_naar_det_er_flere_linjer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kontroller(skriv(tmp_path, personer("11CF", 2026, [{}, {"KJONN": "9"}, {"KJONN": "8"}])))
    assert "For eksempel linje 2:" in capsys.readouterr().out
    kontroller(skriv(tmp_path, personer("11CF", 2026, [{}, {"KJONN": "9"}])))
    assert "For eksempel" not in capsys.readouterr().out


def test_samme_fil_to_ganger_kontrolleres_en_gang_og_det_sies(riktig: Path, capsys: pytest.CaptureFixture[str]) -> None:
    omvei = riktig.parent / ".." / riktig.parent.name / riktig.name
    assert kontroller(riktig, omvei, "--format", "json") == 0
    ut = capsys.readouterr()
    assert json.loads(ut.out)["antall_recorder"] == 2
    assert ut.err.count("er nevnt flere ganger, og kontrolleres én gang") == 1


def test_ulike_filer_kontrolleres_alle_uten_et_ord_om_det(riktig: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annen = riktig.with_name("annen.dat")
    annen.write_bytes(riktig.read_bytes())
    assert kontroller(riktig, annen, "--format", "json") == 0
    ut = capsys.readouterr()
    assert [rapport["antall_recorder"] for rapport in json.loads(ut.out)["filer"]] == [2, 2]
    assert "flere ganger" not in ut.err
