"""``indikatorer`` as it is typed: what is shown, what is hidden, what is written, and what goes wrong."""

import json
from pathlib import Path

import polars as pl
import pytest

from kjerne.kostra.kontroll.poster import personer, skriv
from skreddersom.cli import main


def kommune(mappe: Path, nummer: str, fullfort: int, alle: int, aar: int = 2026) -> Path:
    """The 11CF of a municipality where so many of all have completed."""
    ferdig = {"KOMMUNE_NR": nummer, "STATUS": "3", "AVSL_DATO": f"0106{aar}", "AVSL_ORDINAERTARB": "01", "AVSL_VIKTIGSTE_INNTEKT": "01"}
    rader = [ferdig if nr < fullfort else {"KOMMUNE_NR": nummer} for nr in range(alle)]
    return skriv(mappe, personer("11CF", aar, rader), f"11CF_{nummer}_{aar}.dat")


@pytest.fixture
def tre(tmp_path: Path) -> list[Path]:
    return [kommune(tmp_path, "4201", 2, 9), kommune(tmp_path, "4202", 5, 17), kommune(tmp_path, "4203", 9, 19)]


def indikatorer(*ord_: str | Path) -> int:
    return main(["indikatorer", *map(str, ord_)])


@pytest.mark.krav("R05")
def test_tabellen_har_antall_intervall_og_vurdering_i_den_rekkefolgen_filene_nevnes(
    tre: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert indikatorer(*tre[::-1], "--indikator", "fullfort", "--alle-tall") == 0
    ut = capsys.readouterr().out
    steder = [ut.index(navn) for navn in ("Arendal", "Grimstad", "Risør", "Alle")]
    assert steder == sorted(steder)
    arendal = next(linje for linje in ut.splitlines() if "Arendal" in linje)
    assert arendal.split() == ["4203", "Arendal", "9", "av", "19", "47", "%", "27–68", "%", "innenfor"]
    assert "tilfeldighet" in ut
    assert "Ikke gi dem til noen" in ut


def test_smaa_tall_vises_ikke_uten_at_noen_ber_om_det(tre: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert indikatorer(*tre, "--indikator", "fullfort") == 0
    ut = capsys.readouterr().out
    assert "2 av 9" not in ut
    assert "7 av 26" in ut
    assert "Tall under 5 vises ikke" in ut


def test_oversikten_gjelder_det_nyeste_aaret(tre: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    i_fjor = kommune(tmp_path, "4203", 6, 12, 2025)
    assert indikatorer(*tre, i_fjor) == 0
    ut = capsys.readouterr().out
    assert "2026" in ut.splitlines()[0]
    assert "16 av 45" in ut


def test_json_har_alt_ogsaa_de_skjulte(tre: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert indikatorer(*tre, "--indikator", "fullfort", "--format", "json") == 0
    [ett] = json.loads(capsys.readouterr().out)["indikatorer"]
    assert [rad["teller"] for rad in ett["kommuner"]] == [None, None, 9]
    assert ett["samlet"]["kommunenr"] == ["4201", "4202"]
    assert (ett["alle"]["teller"], ett["alle"]["nevner"]) == (16, 45)


@pytest.mark.parametrize("navn", ["tall.xlsx", "tall.json", "tall.txt"])
def test_fila_skrives_etter_navnet(tre: list[Path], tmp_path: Path, navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    ut = tmp_path / navn
    assert indikatorer(*tre, "--ut", ut) == 0
    assert "Skrev" in capsys.readouterr().err
    if navn.endswith("xlsx"):
        ark = pl.read_excel(ut, sheet_name="Indikatorer", engine="calamine")
        assert ark.filter(pl.col("Indikator") == "Fullført").height == 5
    else:
        assert "fullfort" in ut.read_text(encoding="utf-8")


@pytest.mark.krav("R25")
def test_maalgruppa_gir_dekningen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    f11 = skriv(tmp_path, personer("11F", 2026, [{} for _ in range(3)]), "11F.dat")
    assert indikatorer(kommune(tmp_path, "4203", 0, 12), "--malgruppe", f11, "--indikator", "dekning", "--alle-tall") == 0
    assert "12 av 12" in capsys.readouterr().out


@pytest.mark.krav("R25")
def test_en_egen_maalgruppe_gir_dekningen_og_det_sies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gruppe = tmp_path / "gruppe.csv"
    gruppe.write_text("kommune;ar;antall\n4203;2026;30\n", encoding="utf-8")
    fil = kommune(tmp_path, "4203", 0, 12)
    assert indikatorer(fil, "--malgruppe", gruppe, "--indikator", "dekning", "--alle-tall") == 0
    ut = capsys.readouterr()
    assert "12 av 30" in ut.out
    assert "ikke et anslag av 11F" in ut.err


@pytest.mark.parametrize(
    ("innhold", "mer", "setning"),
    [
        ("kommune;ar;antall\n4203;2026;7\n", [], "men det var 12 deltakere"),
        ("kommune;ar\n", [], "overskriftene skal være kommune;ar;antall"),
        ("kommune;ar;antall\n4203;2026;30\n", ["11F.dat"], "ellers telles målgruppa to ganger"),
        (None, [], "Fant ikke"),
    ],
)
def test_en_egen_maalgruppe_som_ikke_kan_brukes_gir_en_setning(
    tmp_path: Path, innhold: str | None, mer: list[str], setning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gruppe = tmp_path / "gruppe.csv"
    if innhold is not None:
        gruppe.write_text(innhold, encoding="utf-8")
    assert indikatorer(kommune(tmp_path, "4203", 0, 12), "--malgruppe", gruppe, *mer) == 2
    assert setning in capsys.readouterr().err


def test_uten_maalgruppe_er_dekningen_ukjent(tre: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert indikatorer(*tre, "--indikator", "dekning") == 2
    assert "--malgruppe" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ord_", "setning"),
    [
        (["--indikator", "tull"], "«tull» er ikke en indikator"),
        (["--aar", "2024"], "Filene gjelder 2026"),
        (["--ut", "tall.pdf"], "Bruk et navn som ender på"),
    ],
)
def test_det_som_ikke_gaar_sies_i_en_setning(tre: list[Path], ord_: list[str], setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert indikatorer(*tre, *ord_) == 2
    assert setning in capsys.readouterr().err


def test_samme_kommune_to_ganger_ville_talt_dobbelt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ny").mkdir()
    filer = [kommune(mappe, "4203", 3, 12) for mappe in (tmp_path, tmp_path / "ny")]
    assert indikatorer(*filer) == 2
    assert "telles deltakerne to ganger" in capsys.readouterr().err


def test_en_ulest_fil_stanser_ikke_de_andre_og_ingen_filer_er_en_feil(
    tre: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tull.dat").write_text("tull\n")
    assert indikatorer(*tre, tmp_path / "tull.dat") == 2
    assert "45 personer" in capsys.readouterr().out
    assert indikatorer(tmp_path / "tull.dat") == 2
    assert "Ingen av 11CF-filene" in capsys.readouterr().err
