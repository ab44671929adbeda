"""``kandidater`` as its user meets it: the list, the files, the sentences when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kjerne.screening.saksmengder import FNR, HELE_AARET, deltaker, fil, maneder, post
from skreddersom import cli
from skreddersom.cli.kandidater_fil import kolonner
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.dokument import regneark

ROT = Path(__file__).parents[2]


@pytest.fixture
def saksmengde(tmp_path: Path) -> Path:
    """Anna and Bo are candidates, Cai is in programme, Dina is a child."""
    poster = [post("Anna", **HELE_AARET), post("Bo", **maneder(1, 2)), post("Cai", ARBSIT="10"), post("Dina")]
    return fil(tmp_path, poster).sti


def kjor(*ord_: object) -> int:
    return cli.main(["kandidater", *map(str, ord_)])


def json_av(capsys: pytest.CaptureFixture[str], *ord_: object) -> dict[str, Any]:
    assert kjor(*ord_, "--format", "json") == 0
    svar: dict[str, Any] = json.loads(capsys.readouterr().out)
    return svar


@pytest.mark.krav("R01")
def test_tabellen_viser_de_overste_sammendraget_og_veien_videre(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde) == 0
    ut = capsys.readouterr().out
    assert "4 personer i 1 fil, vurdert per 31.12.2026" in ut
    assert ut.index("Anna") < ut.index("Bo")
    assert "lever av sosialhjelp · uten ytelser" in ut
    assert "Viser 2 av 2 kandidater. 1 har stønad i minst 6 av de siste 12 månedene." in ut
    assert "1  allerede i kvalifiseringsprogram" in ut
    assert "Å stå på lista er ikke et vedtak" in ut
    assert "Del den bare med dem som trenger den i arbeidet" in ut
    assert "--ut kandidater.xlsx" in ut


def test_json_er_ett_objekt_med_det_avtalte_innholdet(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svar = json_av(capsys, saksmengde)
    assert list(svar) == ["per", "filer", "oppsummering", "kandidater"]
    assert svar["per"] == "2026-12-31"
    assert svar["filer"] == [{"fil": str(saksmengde), "skjema": "11F", "aar": 2026, "poster": 4, "feil": None}]
    assert svar["oppsummering"] == {
        "personer": 4,
        "kandidater": 2,
        "langtidsmottakere": 1,
        "utenfor": {"i_program": 1, "introduksjonsprogram": 0, "alder": 1, "livsoppholdsytelse": 0},
        "merknader": ["Lovteksten er sist kontrollert 28.07.2026. Undersøk om § 29 er endret siden."],
    }
    assert [(k["journalnr"], k["rang"]) for k in svar["kandidater"]] == [("Anna", 1), ("Bo", 2)]


def test_alle_tar_med_dem_utenfor_med_grunnen(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svar = json_av(capsys, saksmengde, "--alle")
    assert [(k["journalnr"], k["utenfor"]) for k in svar["kandidater"]][2:] == [("Cai", "i_program"), ("Dina", "alder")]
    assert kjor(saksmengde, "--alle") == 0
    ut = capsys.readouterr().out
    assert "Utenfor: allerede i kvalifiseringsprogram" in ut
    assert ut.index("Viser 2 av 2 kandidater.") < ut.index("Cai") < ut.index("Viser 2 av 2 utenfor lista.")
    assert kjor(saksmengde, "--alle", "--antall", "1") == 0
    ut = capsys.readouterr().out
    assert ut.index("Viser 1 av 2 kandidater.") < ut.index("Cai") < ut.index("Viser 1 av 2 utenfor lista.")


def test_fodselsnummer_vises_bare_naar_noen_ber_om_det(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for endelse in ("json", "csv"):
        kjor(saksmengde, "--ut", tmp_path / f"uten.{endelse}", "--alle")
        kjor(saksmengde, "--ut", tmp_path / f"med.{endelse}", "--alle", "--med-fnr")
        assert FNR["Anna"] not in (tmp_path / f"uten.{endelse}").read_text()
        assert FNR["Anna"] in (tmp_path / f"med.{endelse}").read_text()
    uten, med = capsys.readouterr().out.split("Hvem bør")[1:3]
    assert FNR["Anna"] not in uten
    assert FNR["Anna"] in med


def test_deltakere_i_11cf_staar_utenfor(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kvp = fil(tmp_path, [deltaker("Anna")], skjema="11CF").sti
    svar = json_av(capsys, saksmengde, "--deltakere", kvp)
    assert svar["oppsummering"]["utenfor"]["i_program"] == 2
    assert svar["filer"][1]["skjema"] == "11CF"


def test_per_velger_dagen(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svar = json_av(capsys, saksmengde, "--per", "2026-03-31")
    assert svar["per"] == "2026-03-31"
    assert svar["oppsummering"]["merknader"][0].startswith("Filene dekker bare 3 av de 12 månedene")


def test_en_odelagt_fil_stopper_ikke_de_andre(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odelagt = tmp_path / "odelagt.dat"
    odelagt.write_text("4203 26 for kort\n")
    assert kjor(saksmengde, odelagt, "--format", "json") == 2
    fanget = capsys.readouterr()
    svar = json.loads(fanget.out)
    assert svar["oppsummering"]["personer"] == 4
    assert svar["filer"][1]["feil"] in fanget.err
    assert "Linje 1" in fanget.err
    assert "Traceback" not in fanget.err


@pytest.mark.parametrize("hva", ["finnes-ikke.dat", ".", "tom.dat", "binaer.dat"])
def test_kan_ingen_fil_leses_sies_det_med_setninger(tmp_path: Path, hva: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tom.dat").write_bytes(b"")
    (tmp_path / "binaer.dat").write_bytes(bytes(range(256)) * 4)
    assert kjor(tmp_path / hva) == 2
    feil = capsys.readouterr().err
    assert feil.count("Feil: ") == 2
    assert "Ingen av 11F-filene har personer som kan vurderes" in feil


def test_kommune_uten_deltakere_er_ingen_feil(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One space is how a municipality delivers that it has nobody in the programme."""
    ingen = tmp_path / "ingen.dat"
    ingen.write_text(" ")
    svar = json_av(capsys, saksmengde, "--deltakere", ingen)
    assert svar["filer"][1] == {"fil": str(ingen), "skjema": "11CF", "aar": None, "poster": 0, "feil": None}


def test_samme_fil_to_ganger_leses_en_gang(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svar = json_av(capsys, saksmengde, saksmengde)
    assert len(svar["filer"]) == 1
    assert svar["kandidater"][0]["merknader"] == []


def test_tom_liste_sier_hva_man_kan_gjore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(fil(tmp_path, [post("Dina")]).sti) == 0
    assert "Ingen står på lista. Kontroller at fila er for riktig kommune og år." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ord_", "setning"),
    [
        (["--per", "31.12.2026"], "«31.12.2026» er ikke en dato; skriv den som 2026-12-31"),
        (["--antall", "0"], "«0» er ikke et antall; skriv et helt tall over null"),
        (["--format", "pdf"], "'pdf' er ikke et valg; velg mellom"),
        (["--ukjent"], "ukjent: --ukjent"),
    ],
)
def test_feil_valg_gir_en_norsk_setning(saksmengde: Path, ord_: list[str], setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        kjor(saksmengde, *ord_)
    assert slutt.value.code == 2
    assert setning in capsys.readouterr().err


def test_ukjent_endelse_sies_for_noe_er_gjort(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--ut", "liste.pdf") == 2
    fanget = capsys.readouterr()
    assert "Bruk et navn som ender på .xlsx, .csv, .json." in fanget.err
    assert fanget.out == ""


def test_mappe_som_ikke_finnes_gir_setning_med_raad(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--ut", tmp_path / "borte" / "liste.csv") == 2
    assert "Velg en mappe som finnes, og som du kan skrive i." in capsys.readouterr().err


@pytest.mark.krav("R09")
def test_en_person_vises_med_vilkarene_ett_for_ett(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--journal", "Anna") == 0
    ut = capsys.readouterr().out
    assert "Nummer 1 av 2 kandidater" in ut
    assert "– Langtidsmottaker: stønad i 12 av de siste 12 månedene" in ut
    assert ut.count("✓ ja") == 2
    assert ut.count("? ikke avgjort") == 5
    assert ut.count("Spørsmål å avklare:") == 3
    assert "Spørsmål å avklare: Er evnen til å forsørge seg selv ved arbeid vesentlig nedsatt?" in ut
    assert FNR["Anna"] not in ut
    assert kjor(saksmengde, "--journal", "Dina", "--med-fnr") == 0
    ut = capsys.readouterr().out
    assert "Står utenfor lista: utenfor aldersgrensene i § 29" in ut
    assert "✗ nei" in ut
    assert FNR["Dina"] in ut


def test_journal_som_er_slaatt_sammen_finnes_ogsaa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to_journaler = fil(tmp_path, [post("Anna", **HELE_AARET), post("Anna", PERSON_JOURNALNR="9"), post("Bo")]).sti
    for journal in ("Anna", "9"):
        assert kjor(to_journaler, "--journal", journal) == 0
        assert "slått sammen: 4203/9, 4203/Anna" in capsys.readouterr().out


def test_ukjent_journal_gir_setning_med_raad(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--journal", "123") == 2
    assert "Ingen i filene har journalnummer «123»" in capsys.readouterr().err


def test_uttrekket_overskrives_ikke(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kilde = fil(tmp_path, [post("Anna")]).sti.rename(tmp_path / "uttrekk.csv")
    foer = kilde.read_bytes()
    assert kjor(kilde, "--ut", kilde) == 2
    assert kilde.read_bytes() == foer
    assert "velg et annet navn, ellers blir uttrekket borte" in capsys.readouterr().err


def test_for_mange_til_et_regneark_gir_raad(
    saksmengde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(regneark, "FLEST_RADER", 3)
    assert kjor(saksmengde, "--ut", tmp_path / "liste.xlsx") == 0
    assert kjor(saksmengde, "--ut", tmp_path / "alle.xlsx", "--alle") == 2
    assert "4 rader får ikke plass i et regneark; bruk et navn som ender på .csv" in capsys.readouterr().err
    assert not (tmp_path / "alle.xlsx").exists()


def test_tegn_i_fila_styrer_aldri_terminalen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kilde = fil(tmp_path, [post("Anna", PERSON_JOURNALNR="\x1b[2Jx")]).sti
    assert kjor(kilde) == 0
    assert kjor(kilde, "--journal", "\x1b[2Jx") == 0
    assert "\x1b" not in capsys.readouterr().out


def test_antall_styrer_hvor_mange_rader_tabellen_viser(saksmengde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(saksmengde, "--antall", "1") == 0
    assert "Viser 1 av 2 kandidater." in capsys.readouterr().out


def test_regnearket_har_filter_frosset_hode_og_forklaring(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ut = tmp_path / "liste.xlsx"
    assert kjor(saksmengde, "--ut", ut) == 0
    assert f"Hele lista er skrevet til {ut}" in capsys.readouterr().out.replace("\n", "")
    liste = pl.read_excel(ut, sheet_name="Kandidater", engine="calamine")
    hode = [navn for navn, _, _ in kolonner(date(2026, 12, 31), med_fnr=False)]
    assert liste.columns == hode
    assert liste["Journalnr"].to_list() == ["Anna", "Bo"]
    assert liste["Fylt 18 år og ikke fylt 67 år"].to_list() == ["JA", "JA"]
    forklart = pl.read_excel(ut, sheet_name="Forklaring", engine="calamine", has_header=False).to_series(0)
    assert forklart.to_list()[-len(hode) :] == [f"Kolonnen {navn}" for navn in hode]
    assert "Grunnlag, tilgang og informasjon" in forklart.to_list()
    import zipfile

    ark = zipfile.ZipFile(ut).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in ark
    assert "<autoFilter" in ark


@pytest.mark.parametrize("per", [date(2018, 12, 31), date(2024, 12, 31), date(2026, 12, 31)])
def test_vilkarene_har_lovens_ord_den_dagen_og_svaret_gjelder_overskriften(per: date) -> None:
    vilkar = versjon_paa(per).vilkar
    av_vilkar = kolonner(per, med_fnr=True)[-len(vilkar) - 1 : -1]
    assert [navn for navn, _, _ in av_vilkar] == [v.krav for v in vilkar]
    for (_, _, forklaring), v in zip(av_vilkar, vilkar, strict=True):
        assert forklaring.startswith(f"{v.hjemmel}. JA når kravet er oppfylt")
        assert forklaring.endswith(v.sporsmal)


def test_csv_apnes_rett_i_norsk_regneark(saksmengde: Path, tmp_path: Path) -> None:
    ut = tmp_path / "liste.csv"
    kjor(saksmengde, "--ut", ut)
    assert ut.read_bytes().startswith(b"\xef\xbb\xbf")
    rader = list(csv.DictReader(io.StringIO(ut.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [rad["Journalnr"] for rad in rader] == ["Anna", "Bo"]


@pytest.mark.parametrize("ondsinnet", ["=1+1", "+1", "-1", "@A1"])
def test_journalnummer_blir_aldri_en_formel(tmp_path: Path, ondsinnet: str) -> None:
    kilde = fil(tmp_path, [post("Anna", PERSON_JOURNALNR=ondsinnet)]).sti
    kjor(kilde, "--ut", tmp_path / "liste.csv")
    kjor(kilde, "--ut", tmp_path / "liste.xlsx")
    assert f";'{ondsinnet};" in (tmp_path / "liste.csv").read_text(encoding="utf-8-sig")
    assert pl.read_excel(tmp_path / "liste.xlsx", engine="calamine")["Journalnr"].to_list() == [ondsinnet]


@pytest.mark.parametrize("endelse", ["xlsx", "csv", "json"])
def test_lista_kan_bare_leses_av_den_som_lagde_den(saksmengde: Path, tmp_path: Path, endelse: str) -> None:
    ut = tmp_path / f"liste.{endelse}"
    kjor(saksmengde, "--ut", ut)
    assert stat.S_IMODE(ut.stat().st_mode) == 0o600
    assert [sti.name for sti in tmp_path.iterdir() if sti.name.startswith(".")] == []


def test_json_til_fil_er_det_samme_som_paa_skjermen(saksmengde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ut = tmp_path / "liste.json"
    paa_skjermen = json_av(capsys, saksmengde, "--ut", ut)
    assert json.loads(ut.read_text()) == paa_skjermen


def test_den_som_slutter_aa_lese_faar_ingen_feil(saksmengde: Path) -> None:
    """As in ``kandidater … | head -1``."""
    program = "import sys; from skreddersom.cli import main; sys.exit(main())"
    kommando = [sys.executable, "-P", "-c", program, "kandidater", str(saksmengde), "--format", "json"]
    prosess = subprocess.Popen(kommando, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": str(ROT / "src")})
    assert prosess.stdout is not None
    assert prosess.stderr is not None
    prosess.stdout.close()
    feil = prosess.stderr.read()
    prosess.stderr.close()
    assert (prosess.wait(timeout=60), feil) == (0, b"")
