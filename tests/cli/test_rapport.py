"""``rapport``: from a file of answers to a report, without a server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from skreddersom.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ALLE = ("r.html", "r.pdf", "r.docx", "r.xlsx", "r.json")


@pytest.fixture
def agder(tmp_path: Path) -> Path:
    assert main(["rapport", "eksempel", "agder-2020", "--ut", str(tmp_path / "agder")]) == 0
    return tmp_path / "agder"


def lag(mappe: Path, *ord_: str, definisjon: str = "rapport.toml") -> int:
    inn = [str(mappe / "svar.csv"), "--koder", str(mappe / "koder.csv"), "--definisjon", str(mappe / definisjon), "--dato", "2026-11-21"]
    return main(["rapport", "omradeovervaking", *inn, *ord_])


def ut(mappe: Path, *navn: str) -> list[str]:
    return ["--ut", *(str(mappe / ett) for ett in navn)]


@pytest.mark.krav("R04")
def test_agder_2020_som_alle_fem_slagene_fil_med_de_samme_ordene(agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lag(agder, *ut(agder, *ALLE)) == 0
    assert [linje.split("/")[-1] for linje in capsys.readouterr().err.splitlines()[-5:]] == [f"{navn}." for navn in ALLE]
    assert "8 av 15 kontorer" in (agder / "r.html").read_text(encoding="utf-8")
    assert (agder / "r.pdf").read_bytes().startswith(b"%PDF")
    assert (agder / "r.docx").read_bytes().startswith(b"PK")
    svar = pl.read_excel(agder / "r.xlsx", sheet_name="Svar")
    assert svar.filter(pl.col("Svar, ordrett") == "Eget Team")["Kontor"].to_list() == ["NAV Midt Agder"]
    assert json.loads((agder / "r.json").read_text(encoding="utf-8"))["paastander"][0]["n"] == 8


def test_nynorsk(agder: Path) -> None:
    assert lag(agder, "--maalform", "nynorsk", *ut(agder, "r.html")) == 0
    side = (agder / "r.html").read_text(encoding="utf-8")
    assert '<html lang="nn">' in side
    assert "8 av 15 kontor<" in side


def test_uten_definisjon_blir_det_matrise_og_tall_og_uten_koder_sies_de_ukjente_ordene(
    agder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    svar = str(agder / "svar.csv")
    assert main(["rapport", "omradeovervaking", svar, "--koder", str(agder / "koder.csv"), *ut(agder, "a.html")]) == 0
    assert main(["rapport", "omradeovervaking", svar, *ut(agder, "b.html")]) == 1
    feil = capsys.readouterr().err
    assert "ruter har ord som ikke er kodet: «Gjennomgang av kandidater»" in feil
    assert "Corona og program" in (agder / "a.html").read_text(encoding="utf-8")


def test_en_overskrift_som_er_sterkere_enn_rutene_sies_og_merkes(agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    definisjon = (agder / "rapport.toml").read_text(encoding="utf-8").replace("Litt over halvparten av kontorene", "De fleste kontorene")
    (agder / "sterk.toml").write_text(definisjon, encoding="utf-8")
    assert lag(agder, *ut(agder, "r.html"), definisjon="sterk.toml") == 1
    assert "Merk: Påstand H1, «De fleste kontorene svarer" in capsys.readouterr().err
    assert "«de fleste» krever minst 10 av 15, og rutene gir 8" in (agder / "r.html").read_text(encoding="utf-8")


def test_en_rettelse_etterlater_spor(agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lag(agder, *ut(agder, "forst.json"))
    definisjon = (agder / "rapport.toml").read_text(encoding="utf-8").replace("Fire kontorer har", "Fire av kontorene har")
    (agder / "ny.toml").write_text(definisjon, encoding="utf-8")
    retter = ["--retter", str(agder / "forst.json"), "--grunn", "Klarere språk."]
    lag(agder, *retter, *ut(agder, "ny.html"), definisjon="ny.toml")
    side = (agder / "ny.html").read_text(encoding="utf-8")
    assert "Rettet 21. november 2026: Klarere språk." in side
    assert "Fire kontorer har forlenget eller utsatt program. (4 av 15)" in side
    assert lag(agder, *retter, *ut(agder, "ny.html")) == 2
    assert "Ingenting er endret siden" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ord_", "setning"),
    [
        (
            ["--ut", "r.odt"],
            "«r.odt» sier ikke hvordan rapporten skal skrives. Bruk et navn som ender på .html, .pdf, .docx, .xlsx, .json.",
        ),
        (["--grunn", "x", "--ut", "r.html"], "En rettelse skal ha både --retter og --grunn"),
    ],
)
def test_valg_som_ikke_kan_vaere_sies_for_noe_leses(agder: Path, ord_: list[str], setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert lag(agder, *ord_) == 2
    assert setning in capsys.readouterr().err


def test_en_fil_som_leses_blir_aldri_skrevet_over(agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lag(agder, *ut(agder, "forst.json"))
    for_ = (agder / "forst.json").read_bytes()
    assert lag(agder, "--retter", str(agder / "forst.json"), "--grunn", "x", *ut(agder, "forst.json")) == 2
    assert "--ut er en av filene som skal leses" in capsys.readouterr().err
    assert (agder / "forst.json").read_bytes() == for_


def test_eksempelet_skriver_aldri_over_noe(agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (agder / "svar.csv").write_text("mitt", encoding="utf-8")
    assert main(["rapport", "eksempel", "agder-2020", "--ut", str(agder)]) == 2
    assert "svar.csv» finnes fra før, og er ikke rørt. Velg en tom mappe." in capsys.readouterr().err
    assert (agder / "svar.csv").read_text(encoding="utf-8") == "mitt"


def test_en_mappe_som_ikke_kan_lages_gir_en_setning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert main(["rapport", "eksempel", "agder-2020", "--ut", str(tmp_path / "fil" / "under")]) == 2
    assert "Velg en mappe du kan skrive i." in capsys.readouterr().err
