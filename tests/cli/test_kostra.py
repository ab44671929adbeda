"""``kostra kontroller`` as it is typed: exit codes, the three formats, several files, and what goes wrong."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kjerne.kostra.kontroll.poster import personer, skriv
from skreddersom.cli import main
from skreddersom.plattform.dokument import regneark

FELT = ["kontroll", "alvorlighet", "linje", "journalnr", "tekst", "vaar"]


@pytest.fixture
def riktig(tmp_path: Path) -> Path:
    return skriv(tmp_path, personer("11CF", 2026, [{}, {}]), "riktig.dat")


@pytest.fixture
def med_advarsel(tmp_path: Path) -> Path:
    return skriv(tmp_path, personer("11CF", 2026, [{}, {"KVP_STONAD": "600001"}]), "advarsel.dat")


@pytest.fixture
def med_feil(tmp_path: Path) -> Path:
    return skriv(tmp_path, personer("11CF", 2026, [{"KJONN": "9"}, {"STATUS": "2", "YTELSE_INTRO": "9"}]), "feil.dat")


@pytest.fixture
def fra_agder(tmp_path: Path) -> Path:
    return skriv(tmp_path, personer("11F", 2026, [{}, {}]), "agder.dat")


def kontroller(*ord_: str | Path) -> int:
    return main(["kostra", "kontroller", *map(str, ord_)])


def som_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    objekt = json.loads(capsys.readouterr().out)
    assert isinstance(objekt, dict)
    return objekt


def test_returkoden_er_som_hos_ssb(riktig: Path, med_advarsel: Path, med_feil: Path) -> None:
    assert [kontroller(fil) for fil in (riktig, med_advarsel, med_feil)] == [0, 1, 2]
    assert kontroller(riktig, med_advarsel) == 1


def test_egne_funn_teller_bare_som_advarsel(tmp_path: Path) -> None:
    assert kontroller(skriv(tmp_path, personer("11CF", 2026, [{"KJONN": "2"}]))) == 1


def test_json_er_ett_objekt(med_feil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(med_feil, "--skjema", "11CF", "--format", "json") == 2
    objekt = som_json(capsys)
    assert list(objekt) == ["skjema", "aar", "region", "antall_recorder", "alvorlighet", "meldinger"]
    assert (objekt["skjema"], objekt["aar"], objekt["region"], objekt["antall_recorder"]) == ("11CF", 2026, "420300", 2)
    assert objekt["alvorlighet"] == "ERROR"
    assert [list(melding) for melding in objekt["meldinger"]] == [FELT, FELT]
    assert [(m["kontroll"], m["linje"], m["journalnr"], m["vaar"]) for m in objekt["meldinger"]] == [
        ("K08", 1, "J0", False),
        ("S06", 2, "J1", True),
    ]


def test_json_uten_funn(riktig: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(riktig, "--format", "json") == 0
    objekt = som_json(capsys)
    assert (objekt["alvorlighet"], objekt["meldinger"]) == ("OK", [])


def test_flere_filer_gir_en_liste_og_en_uleselig_stanser_ikke_de_andre(
    riktig: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    borte = tmp_path / "borte.dat"
    assert kontroller(borte, tmp_path, riktig, "--format", "json") == 2
    fanget = capsys.readouterr()
    filer = json.loads(fanget.out)["filer"]
    assert [Path(fil["fil"]).name for fil in filer] == ["borte.dat", tmp_path.name, "riktig.dat"]
    assert [fil["alvorlighet"] for fil in filer] == ["FATAL", "FATAL", "OK"]
    assert [(m["alvorlighet"], m["vaar"], m["linje"]) for m in filer[0]["meldinger"]] == [("FATAL", True, None)]
    assert "Fant ikke" in fanget.err
    assert "er en mappe" in fanget.err
    assert "Traceback" not in fanget.err


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [(b"\x00\x01\x02" * 100, "ikke en tekstfil"), (b"Hei\n", "er ikke en record"), ("\ufeff".encode("utf-16"), "UTF-16")],
)
def test_en_fil_som_ikke_kan_leses_gir_en_setning(tmp_path: Path, innhold: bytes, setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    sti = tmp_path / "rar.dat"
    sti.write_bytes(innhold)
    assert kontroller(sti) == 2
    feil = capsys.readouterr().err
    assert setning in feil
    assert feil.startswith("Feil: ")
    assert "rar.dat" in feil


def test_en_tom_fil_er_feil_uten_meldinger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(skriv(tmp_path, []), "--skjema", "11CF", "--format", "json") == 2
    fanget = capsys.readouterr()
    assert (json.loads(fanget.out)["alvorlighet"], json.loads(fanget.out)["meldinger"]) == ("ERROR", [])
    assert "Fila er tom: den har ingen recorder" in fanget.err


def test_uten_vedlegg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sti = tmp_path / "ingen.dat"
    sti.write_bytes(b" ")
    assert kontroller(sti, "--skjema", "11CF", "--uten-vedlegg") == 0
    assert kontroller(sti, "--skjema", "11CF") == 2
    assert "Fila er klar til innsending." in capsys.readouterr().out


def test_tabellen_samler_per_kontroll_og_sier_hva_som_er_neste(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fil = skriv(tmp_path, personer("11CF", 2026, [{"KJONN": "9"}] * 7 + [{"YTELSE_INTRO": "9"}]))
    assert kontroller(fil) == 2
    ut = capsys.readouterr().out
    assert ut.count("K08") == 1
    assert "linje 1, 2, 3, 4, 5 …" in ut
    assert ut.index("SSBs kontroller") < ut.index("K08") < ut.index("Skreddersøms egne kontroller") < ut.index("S06")
    assert "SSB: 7 feil og ingen advarsler. Skreddersøm: 1 funn." in ut
    assert "lag uttrekket på nytt" in " ".join(ut.split())


def test_den_kjente_bydelsfeilen_sies_aa_vaere_kjent(fra_agder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(fra_agder) == 2
    ut = " ".join(capsys.readouterr().out.split())
    assert "2 av 2 meldinger er den kjente bydelsfeilen i SSBs regler for 2026" in ut
    assert "Det er ikke noe å rette i fila." in ut


def test_regelsettet_kan_velges(fra_agder: Path) -> None:
    assert kontroller(fra_agder, "--regler", "2025") == 0


def test_gamle_filer_kontrolleres_bare_av_oss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(skriv(tmp_path, personer("11F", 2023, [{"KJONN": "2"}]))) == 1
    ut = " ".join(capsys.readouterr().out.split())
    assert "Bare Skreddersøms egne kontroller er kjørt." in ut
    assert "SSB tar ikke imot filer fra dette året nå." in ut
    assert "hos SSB" not in ut.split("Skreddersøms egne kontroller")[0]


def test_flere_filer_vises_etter_hverandre(riktig: Path, med_feil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(riktig, med_feil) == 2
    ut = capsys.readouterr().out.replace("\n", "")
    assert ut.index("riktig.dat") < ut.index("Fila er klar til innsending.") < ut.index("feil.dat")


def test_regnearket_har_filter_frosset_hode_og_forklaring(
    med_feil: Path, fra_agder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ut = tmp_path / "funn.xlsx"
    assert kontroller(med_feil, fra_agder, "--ut", ut) == 2
    meldinger, forklaring = (pl.read_excel(ut, sheet_name=navn) for navn in ("Meldinger", "Forklaring"))
    assert meldinger.select("Kontroll", "Fra", "Linje").rows() == [
        ("K08", "SSB", 1),
        ("S06", "Skreddersøm", 2),
        ("K002", "SSB", 1),
        ("K002", "SSB", 2),
    ]
    assert set(meldinger.columns) <= set(forklaring["Ord"])
    assert {"S01", "S22", "S49", "Merk"} <= set(forklaring["Ord"])
    with zipfile.ZipFile(ut) as arkiv:
        ark = arkiv.read("xl/worksheets/sheet1.xml").decode()
    assert '<autoFilter ref="A1:H5"/>' in ark
    assert 'state="frozen"' in ark
    assert f"Skrev {ut}." in capsys.readouterr().err


def test_regnearket_gjor_aldri_tekst_til_formel(tmp_path: Path) -> None:
    fil = skriv(tmp_path, personer("11CF", 2026, [{"PERSON_JOURNALNR": "=1+1", "KJONN": "9"}, {"PERSON_JOURNALNR": "00012", "KJONN": "="}]))
    ut = tmp_path / "funn.xlsx"
    assert kontroller(fil, "--ut", ut, "--format", "xlsx") == 2
    assert pl.read_excel(ut, sheet_name="Meldinger")["Journalnr"].to_list() == ["=1+1", "00012"]
    with zipfile.ZipFile(ut) as arkiv:
        assert "<f>" not in arkiv.read("xl/worksheets/sheet1.xml").decode()


def test_regnearket_viser_ogsaa_filer_uten_funn_og_uten_skjema(riktig: Path, tmp_path: Path) -> None:
    ut = tmp_path / "funn.xlsx"
    assert kontroller(riktig, tmp_path / "borte.dat", "--ut", ut) == 2
    assert pl.read_excel(ut, sheet_name="Meldinger")["Kontroll"].to_list() == ["S00"]


def test_for_mange_meldinger_til_et_regneark_gir_raad(
    med_feil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(regneark, "FLEST_RADER", 1)
    assert kontroller(med_feil, "--ut", tmp_path / "funn.xlsx") == 2
    assert "2 rader får ikke plass i et regneark; bruk --format json" in capsys.readouterr().err


@pytest.mark.parametrize(("navn", "start"), [("funn.json", "{"), ("funn.txt", "/")])
def test_ut_skriver_til_fil_etter_endingen(
    med_feil: Path, tmp_path: Path, navn: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ut = tmp_path / navn
    assert kontroller(med_feil, "--ut", ut) == 2
    assert ut.read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("navn", ["funn.json", "funn.txt", "funn.xlsx"])
def test_en_mappe_som_ikke_finnes_gir_en_setning(riktig: Path, tmp_path: Path, navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kontroller(riktig, "--ut", tmp_path / "finnes-ikke" / navn) == 2
    assert "Velg en mappe som finnes, og som du kan skrive i." in capsys.readouterr().err


def test_uttrekket_overskrives_ikke(riktig: Path, capsys: pytest.CaptureFixture[str]) -> None:
    riktig = riktig.rename(riktig.with_suffix(".txt"))
    foer = riktig.read_bytes()
    assert kontroller(riktig, "--ut", riktig) == 2
    assert riktig.read_bytes() == foer
    assert "velg et annet navn, ellers blir uttrekket borte" in capsys.readouterr().err


def test_et_regneark_vises_ikke_paa_skjermen(riktig: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert kontroller(riktig, "--format", "xlsx") == 2
    assert "oppgi --ut" in capsys.readouterr().err


def test_et_regneark_kan_sendes_videre_i_et_ror(riktig: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert kontroller(riktig, "--format", "xlsx") == 0
    ut = tmp_path / "funn.xlsx"
    ut.write_bytes(capsysbinary.readouterr().out)
    assert pl.read_excel(ut, sheet_name="Meldinger").height == 0


@pytest.mark.parametrize(
    "ord_", [[], ["kontroller"], ["kontroller", "x.dat", "--skjema", "11C"], ["kontroller", "x.dat", "--regler", "2024"]]
)
def test_gal_bruk_ender_med_to_og_en_norsk_setning(ord_: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        main(["kostra", *ord_])
    assert slutt.value.code == 2
    assert capsys.readouterr().err.startswith("Feil: ")


def test_hjelpen_laster_ikke_det_tunge() -> None:
    kode = (
        "import sys; from skreddersom.cli import lag_parser as l; l('kostra'); print({'polars', 'rich', 'xlsxwriter'} & set(sys.modules))"
    )
    miljo = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ferdig = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True, env=miljo, cwd=Path(__file__).parent)
    assert ferdig.stdout == "set()\n"


Endring = Mapping[str, str]


@pytest.mark.parametrize("endret", [{"PERSON_JOURNALNR": "\x1b[31mX"}, {"STATUS": "2", "YTELSE_INTRO": "\x1b"}, {"KOMMUNE_NR": "\x1b[3m"}])
def test_innholdet_i_fila_styrer_ikke_terminalen(tmp_path: Path, endret: Endring, capsys: pytest.CaptureFixture[str]) -> None:
    fil = skriv(tmp_path, personer("11CF", 2026, [{**endret, "KJONN": "9"}]))
    assert kontroller(fil) == 2
    assert kontroller(fil, "--format", "json") == 2
    assert "\x1b" not in capsys.readouterr().out
