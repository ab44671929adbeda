"""``syntetisk`` from the command line: what it writes, what it says, and what it says no to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from skreddersom.cli import FEIL, OK, main

if TYPE_CHECKING:
    from pathlib import Path


def kjor(mappe: Path, *valg: str) -> int:
    return main(["syntetisk", *valg, "--ut", str(mappe)])


def nei(capsys: pytest.CaptureFixture[str], mappe: Path, *valg: str) -> str:
    """The sentence on stderr when the command refuses."""
    assert kjor(mappe, *valg) == FEIL
    ut, feil = capsys.readouterr()
    assert ut == ""
    assert feil.startswith("Feil: ")
    assert feil.count("\n") == 1
    return feil


def test_en_kommune_gir_to_skjema_for_hvert_aar_og_sier_hva_de_er(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(tmp_path, "--kommune", "4203", "--antall", "50", "--aar", "2025,2026", "--fro", "1") == OK
    assert {sti.name for sti in tmp_path.iterdir()} == {f"{s}_4203_{aar}.dat" for s in ("11F", "11CF") for aar in (2025, 2026)}
    ut, feil = capsys.readouterr()
    assert f"Skrev 4 filer i {tmp_path}: 50 mottakere av sosialhjelp i Arendal i 2025 og i 2026." in ut
    assert "oppdiktet" in ut
    assert feil == ""


def test_en_mottaker_er_en_mottaker(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(tmp_path, "--kommune", "4203", "--antall", "1", "--aar", "2026") == OK
    assert "1 mottaker av sosialhjelp i Arendal i 2026." in capsys.readouterr().out


def test_fro_og_aar_blir_brukt(tmp_path: Path) -> None:
    assert kjor(tmp_path / "a", "--kommune", "4203", "--antall", "50", "--aar", "2026", "--fro", "5") == OK
    assert kjor(tmp_path / "b", "--kommune", "4203", "--antall", "50", "--aar", "2026", "--fro", "6") == OK
    a, b = (sorted((tmp_path / navn).iterdir()) for navn in "ab")
    assert [sti.name for sti in a] == ["11CF_4203_2026.dat", "11F_4203_2026.dat"]
    assert a[1].read_bytes() != b[1].read_bytes()


def test_uten_antall_faar_en_kommune_900_mottakere(tmp_path: Path) -> None:
    assert kjor(tmp_path, "--kommune", "4203", "--aar", "2026") == OK
    assert len((tmp_path / "11F_4203_2026.dat").read_text().splitlines()) == 900


def test_agder_gir_filer_for_alle_25_kommunene(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(tmp_path, "--agder", "--antall", "200", "--aar", "2026") == OK
    assert len(list(tmp_path.iterdir())) == 50
    assert "200 mottakere av sosialhjelp i de 25 kommunene i Agder i 2026." in capsys.readouterr().out


def test_filer_som_finnes_skrives_bare_over_naar_det_er_sagt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(tmp_path, "--kommune", "4203", "--antall", "20") == OK
    capsys.readouterr()
    assert "finnes fra før" in nei(capsys, tmp_path, "--kommune", "4203", "--antall", "20")
    assert kjor(tmp_path, "--kommune", "4203", "--antall", "20", "--overskriv") == OK


@pytest.mark.parametrize(
    ("valg", "setning"),
    [
        ([], "Velg hvor menneskene skal bo: --kommune med et kommunenummer, eller --agder."),
        (["--kommune", "4208"], "«4208» er ikke en kommune"),
        (["--kommune", "9999"], "«9999» er ikke en kommune"),
        (["--kommune", "Arendal"], "skriv kommunenummeret med fire sifre"),
        (["--kommune", "4203", "--antall", "0"], "--antall 0 gir ingen mottakere; velg et helt tall fra 1"),
        (["--kommune", "4203", "--antall", "-3"], "--antall -3 gir ingen mottakere"),
        (["--kommune", "4203", "--antall", "99999999"], "er flere enn det finnes oppdiktede fødselsnummer til; velg høyst"),
        (["--kommune", "4203", "--antall", "mange"], "--antall skal være et helt tall, ikke «mange»."),
        (["--kommune", "4203", "--fro", "x"], "--fro skal være et helt tall, ikke «x»."),
        (["--kommune", "4203", "--fro", "-1"], "--fro -1 er negativt; velg et helt tall fra 0"),
        (["--kommune", "4203", "--aar", "2024"], "Året 2024 kan ikke lages; velg 2025 eller 2026"),
        (["--kommune", "4203", "--aar", "2025;2026"], "--aar skal være årstall med komma mellom, for eksempel 2025,2026"),
        (["--agder", "--antall", "24"], "velg minst 25, én mottaker per kommune"),
        (["--agder", "--antall", "99999999"], "velg høyst"),
    ],
)
def test_gale_valg_gir_en_setning_med_raad(tmp_path: Path, capsys: pytest.CaptureFixture[str], valg: list[str], setning: str) -> None:
    assert setning in nei(capsys, tmp_path, *valg)
    assert list(tmp_path.iterdir()) == []


def test_kommune_og_agder_kan_ikke_velges_sammen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        kjor(tmp_path, "--agder", "--kommune", "4203")
    assert slutt.value.code == FEIL
    assert "kan ikke brukes sammen med" in capsys.readouterr().err


def test_en_fil_der_mappa_skulle_vaere_gir_en_setning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fil = tmp_path / "opptatt"
    fil.write_text("noe annet")
    assert f"Kan ikke skrive filene i {fil}: det er ikke en mappe" in nei(capsys, fil, "--kommune", "4203", "--antall", "20")
    assert "det er ikke en mappe" in nei(capsys, fil / "under", "--kommune", "4203", "--antall", "20")
    assert fil.read_text() == "noe annet"


def test_en_mappe_man_ikke_kan_skrive_i_gir_en_setning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root every folder can be written in, so the refusal comes from a stand-in."""

    def nektes(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("pathlib.Path.mkdir", nektes)
    assert "du har ikke skrivetilgang der. Velg en annen mappe med --ut." in nei(capsys, tmp_path, "--kommune", "4203", "--antall", "20")


def test_framdriften_vises_paa_en_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(os.environ, "FORCE_COLOR", "1")
    assert kjor(tmp_path, "--kommune", "4203", "--antall", "20") == OK
    assert "Lager mottakere" in capsys.readouterr().err


def test_mange_aar_uten_tall_gir_en_setning_som_viser_hvordan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "for eksempel 2025,2026, ikke «»." in nei(capsys, tmp_path, "--kommune", "4203", "--aar", "2025,")
