"""What is planned for each part, and the sentence when something is not there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skreddersom.benk import plan as modul
from skreddersom.benk.maling import Id
from skreddersom.benk.plan import DELER, lag_plan
from skreddersom.benk.prosess import Kjoring, Kommando
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def stille(_: str) -> None:
    """Nobody listens."""


@pytest.fixture(autouse=True)
def _uten_filer_og_miljoer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Planning only: no file is made, nothing is installed, no helper job is run."""

    def hent(skjema: str, poster: int, _meld: Callable[[str], None]) -> Path:
        return tmp_path / f"{skjema}-{poster}.dat"

    def kjor(_: Kommando) -> Kjoring:
        return Kjoring(0, 0, svar={"aar": 2026})

    monkeypatch.setattr(modul, "hent", hent)
    monkeypatch.setattr(modul, "lager", lambda: tmp_path)
    monkeypatch.setattr(modul, "kjor", kjor)
    monkeypatch.setattr(modul, "miljo", lambda navn: tmp_path / navn / "python")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)


def med_java(mappe: Path) -> None:
    java = mappe / "bin" / "java"
    java.parent.mkdir()
    java.touch()
    java.chmod(0o755)


def id_er(deler: Sequence[str], poster: Sequence[int] = (10,)) -> list[tuple[str, int]]:
    return list(lag_plan(deler, poster, stille).deltakere)


def test_screeningen_maales_mot_gulvet_for_hver_storrelse() -> None:
    assert id_er(["skjerm"], [10, 20]) == [("tomgang", 0), ("skjerm", 10), ("gulv", 10), ("skjerm", 20), ("gulv", 20)]


def test_openfisca_alene_tar_med_det_den_skal_maales_mot() -> None:
    assert id_er(["openfisca"]) == [("skjerm", 10), ("openfisca", 10)]


def test_ingen_kjores_to_ganger_fordi_to_deler_trenger_den() -> None:
    assert id_er(["openfisca", "skjerm"]) == [("tomgang", 0), ("skjerm", 10), ("gulv", 10), ("openfisca", 10)]


def test_openfisca_faar_fila_og_reglene_og_kjores_av_sin_egen_python(tmp_path: Path) -> None:
    python, _, program, oppdrag = lag_plan(["openfisca"], [10], stille).deltakere[Id("openfisca", 10)].kommando.argv
    assert python == str(tmp_path / "openfisca" / "python")
    assert Path(program).name == "motpart_openfisca.py"
    assert json.loads(oppdrag) == {"aar": 2026, "fil": str(tmp_path / "11F-10.dat")}


def test_alle_deler_kan_planlegges_sammen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    med_java(tmp_path)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    plan = lag_plan(list(DELER), [10], stille)
    assert [id_.hvem for id_ in plan.deltakere] == [
        "tomgang", "skjerm", "gulv", "openfisca", "kontroll", "forklar", "brev", "brev-gulv",
        "fylket-trakt", "fylket-rapport", "fylket-pdf", "hjelp",
        "paragraf29-polars", "paragraf29-duckdb", "paragraf29-spark",
    ]  # fmt: skip
    assert plan.merknader == []
    assert set(plan.svarfiler) == {"polars", "duckdb", "spark"}


def test_uten_java_sies_det_i_en_linje_og_resten_maales() -> None:
    plan = lag_plan(["spark"], [10], stille)
    assert [id_.hvem for id_ in plan.deltakere] == ["paragraf29-polars", "paragraf29-duckdb"]
    assert plan.merknader == [
        "PySpark: hoppet over. Java finnes ikke på maskinen. Installer Java 17 eller nyere, eller sett JAVA_HOME, og kjør igjen."
    ]


def test_uten_duckdb_sies_det_i_en_linje(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "find_spec", lambda _: None)
    merknader = lag_plan(["spark"], [10], stille).merknader
    assert merknader[0].startswith("DuckDB: hoppet over. Pakken er et tillegg")


def test_uten_typst_sies_det_i_en_linje(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "find_spec", lambda _: None)
    plan = lag_plan(["brev", "forklar"], [10], stille)
    assert list(plan.deltakere) == [Id("forklar")]
    assert plan.merknader[0].startswith("Brev: hoppet over. Pakken som setter brevene")


def test_et_miljo_som_ikke_kan_lages_sies_i_en_linje(monkeypatch: pytest.MonkeyPatch) -> None:
    def uten_nett(_: str) -> Path:
        raise Brukerfeil("får ikke kontakt med pakkelageret.")

    monkeypatch.setattr(modul, "miljo", uten_nett)
    plan = lag_plan(["openfisca", "forklar"], [10], stille)
    assert list(plan.deltakere) == [Id("forklar")]
    assert plan.merknader == ["OpenFisca: hoppet over. får ikke kontakt med pakkelageret."]


def test_hjelpen_hentes_gjennom_inngangsdora_og_forteller_ikke_selv() -> None:
    kommando = lag_plan(["hjelp"], [], stille).deltakere[Id("hjelp")].kommando
    assert [Path(kommando.argv[1]).name, *kommando.argv[2:]] == ["skreddersom.py", "kandidater", "--help"]
    assert not kommando.forteller
