"""The options of ``kandidater``: which year, one person, the narrow screen, and what is said of files without persons."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from kjerne.screening.saksmengder import HELE_AARET, deltaker, fil, maneder, post
from skreddersom import cli
from skreddersom.cli.norsk import NorskParser
from skreddersom.cli.ordlyd import mengde, synlig

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def saksmengde(tmp_path: Path) -> Path:
    """Anna and Bo are candidates, Cai is in programme."""
    return fil(tmp_path, [post("Anna", **HELE_AARET), post("Bo", **maneder(1, 2)), post("Cai", ARBSIT="10")]).sti


def kjor(*ord_: object) -> int:
    return cli.main(["kandidater", *map(str, ord_)])


def som_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    svar: dict[str, Any] = json.loads(capsys.readouterr().out)
    return svar


def blandet(saksmengde: Path) -> Path:
    """Two lines of 2026 and one of 2025, in one file."""
    linjer = saksmengde.read_text().splitlines(keepends=True)
    saksmengde.write_text("".join([*linjer[:2], linjer[2][:4] + "25" + linjer[2][6:]]))
    return saksmengde


def test_aar_gjor_en_blandet_fil_til_ett_aar(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fila = blandet(saksmengde)
    assert kjor(fila) == 2
    assert "oppgi året med --aar" in capsys.readouterr().err
    assert kjor(fila, "--aar", "2026", "--format", "json") == 0
    assert som_json(capsys)["filer"][0]["aar"] == 2026


def test_aar_gjelder_ikke_deltakerne_og_setningen_lover_det_ikke(
    saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kvp = blandet(fil(tmp_path, [deltaker("Anna"), deltaker("Bo"), deltaker("Cai")], skjema="11CF").sti)
    assert kjor(saksmengde, "--deltakere", kvp, "--aar", "2026") == 2
    feil = capsys.readouterr().err
    assert "lag én fil per år, rett linja." in feil
    assert "--aar" not in feil


@pytest.mark.parametrize("tekst", ["x", "26", "2019", "²⁰²⁶"])
def test_et_aar_som_ikke_kan_leses_gir_en_setning(saksmengde: Path, tekst: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        kjor(saksmengde, "--aar", tekst)
    assert slutt.value.code == 2
    assert f"--aar: «{tekst}» er ikke et rapporteringsår; skriv et år fra 2022 til 2026." in capsys.readouterr().err


def test_en_person_som_json(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--journal", "Bo", "--format", "json") == 0
    svar = som_json(capsys)
    assert list(svar) == ["per", "kandidater"]
    assert [person["journalnr"] for person in svar["kandidater"]] == ["Bo"]


def test_en_person_skrives_ikke_til_fil(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ut = tmp_path / "bo.csv"
    assert kjor(saksmengde, "--journal", "Bo", "--ut", ut) == 2
    assert "--ut skriver hele lista, og --journal viser én person. Ta bort --journal" in capsys.readouterr().err
    assert not ut.exists()


def test_en_kommune_uten_mottakere_sies_aa_ikke_ha_noen(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingen = tmp_path / "ingen.dat"
    ingen.write_bytes(b" ")
    assert kjor(saksmengde, ingen) == 0
    assert capsys.readouterr().err == f"{ingen}: ingen å rapportere.\n"
    assert kjor(ingen) == 2
    feil = capsys.readouterr().err
    assert feil.endswith("Feil: Ingen av 11F-filene har personer som kan vurderes. Velg en annen fil.\n")


def test_et_mellomrom_og_et_linjeskift_er_ikke_en_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fila = tmp_path / "mellomrom.dat"
    fila.write_bytes(b" \n")
    assert kjor(fila) == 2
    assert "Linje 1 har 1 tegn og er ikke en record" in capsys.readouterr().err


def test_samme_fil_skrevet_paa_to_maater_leses_en_gang(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    omvei = saksmengde.parent / ".." / saksmengde.parent.name / saksmengde.name
    lenke = saksmengde.with_name("lenke.dat")
    lenke.symlink_to(saksmengde)
    assert kjor(saksmengde, omvei, lenke, "--format", "json") == 0
    svar = som_json(capsys)
    assert [lest["fil"] for lest in svar["filer"]] == [str(saksmengde)]
    assert svar["kandidater"][0]["merknader"] == []


def test_en_er_entall(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kilde = fil(tmp_path, [post("Anna")]).sti
    assert kjor(kilde) == 0
    ut = capsys.readouterr().out
    assert "1 person i 1 fil" in ut
    assert "Viser 1 av 1 kandidat." in ut
    assert kjor(kilde, "--journal", "Anna") == 0
    assert "Nummer 1 av 1 kandidat\n" in capsys.readouterr().out
    assert [mengde(antall, "person", "personer") for antall in (0, 1, 1045)] == ["0 personer", "1 person", "1\u00a0045 personer"]


def test_smal_terminal_har_grunnene_for_seg_og_deler_ingen_ord(
    saksmengde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(os.environ, "TTY_COMPATIBLE", "1")
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    monkeypatch.setitem(os.environ, "COLUMNS", "60")
    assert kjor(saksmengde, "--alle", "--med-fnr") == 0
    ut = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert max(map(len, ut.splitlines())) <= 60
    assert "…" not in ut
    assert "12 av 12 md., 12 på rad" in ut
    for ord_ in ("kvalifiseringsprogram", "lever av sosialhjelp · uten ytelser", "journal Anna", "bistandsbehovet"):
        assert ord_ in ut
    assert "Hvorfor her" not in ut


def test_regneark_som_csv_faar_ingen_styretegn(tmp_path: Path) -> None:
    kilde = fil(tmp_path, [post("Anna", PERSON_JOURNALNR="\x1bA\u202eB")]).sti
    ut = tmp_path / "liste.csv"
    assert kjor(kilde, "--ut", ut) == 0
    rader = list(csv.DictReader(io.StringIO(ut.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rader[0]["Journalnr"] == "�A�B"


def test_synlig_lar_vanlig_tekst_staa() -> None:
    assert synlig("Åse Ørn – 1\u00a0045 «ja»") == "Åse Ørn – 1\u00a0045 «ja»"
    assert synlig("\x00\x1b\u202e\u2066\udcff\n") == "������"


def test_gal_bruk_sies_paa_norsk(capsys: pytest.CaptureFixture[str]) -> None:
    parser = NorskParser(prog="prøve")
    gruppe = parser.add_mutually_exclusive_group(required=True)
    gruppe.add_argument("--a", action="store_true")
    gruppe.add_argument("--b", action="store_true")
    for ord_, setning in (([], "ett av disse må være med: --a --b"), (["--a=\x1bx"], "--a: '\\x1bx' er en verdi for mye")):
        with pytest.raises(SystemExit):
            parser.parse_args(ord_)
        assert f"Feil: {setning}. Skriv" in capsys.readouterr().err
