"""``logg`` as the one who looks after the server types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plattform.logg.loggbase import Loggbase

KILDE = Path(__file__).resolve().parents[3] / "src"
DRIFT = {
    "SKREDDERSOM_HEMMELIGHET": "prøvens egen, lang nok til å være en hemmelighet i drift",
    "SKREDDERSOM_VERTER": "kvp.eksempel.no",
    "SKREDDERSOM_DESIGN": "trengs ikke her",
}


def logg(base: Loggbase, *ord_: str) -> tuple[int, str]:
    """The exit code, and what was said."""
    rene = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith(("DJANGO", "SKREDDERSOM", "PYTEST"))}
    omgivelser = rene | DRIFT | {"DATABASE_URL": base.program, "PYTHONPATH": str(KILDE), "PYTHONIOENCODING": "utf-8"}
    kommando = [sys.executable, "-P", "-m", "skreddersom", "logg", *ord_]
    svar = subprocess.run(kommando, env=omgivelser, capture_output=True, text=True, encoding="utf-8", check=False)
    return svar.returncode, svar.stdout + svar.stderr


def test_anker_skrives_loggen_skades_og_verifiseringen_sier_hvor(loggbase: Loggbase, tmp_path: Path) -> None:
    kontor = loggbase.kontor(navn := f"Øvre Bakken {os.getpid()}")
    loggbase.fyll(kontor, 30)
    anker = tmp_path / "anker.txt"
    assert logg(loggbase, "anker", "--kontor", navn, "--ut", str(anker))[0] == 0
    kode, sagt = logg(loggbase, "verifiser", "--kontor", navn, "--anker", str(anker))
    assert (kode, sagt) == (0, "30 rader i 1 logger er lest, og 1 ankre er prøvd.\nLoggen er slik den ble skrevet.\n")
    loggbase.skad(kontor, "delete from logg_rad where kontor_id = {kontor} and (nr = 4 or nr > 28)")
    kode, sagt = logg(loggbase, "verifiser", "--kontor", navn, "--anker", str(anker))
    assert kode == 1
    assert f"{navn}:\n  rad 4 er fjernet\n  rad 29–30 er fjernet\n  rad 30 stod i loggen da ankeret ble skrevet" in sagt
    assert "Loggen er ikke slik den ble skrevet." in sagt


def test_mange_funn_telles(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor(navn := f"Ytre Bakken {os.getpid()}")
    loggbase.fyll(kontor, 50)
    loggbase.skad(kontor, "update logg_rad set innhold = replace(innhold, 'nr', 'NR') where kontor_id = {kontor}")
    kode, sagt = logg(loggbase, "verifiser", "--kontor", navn)
    assert kode == 1
    assert "  … og 30 funn til\n" in sagt


def test_loggen_skrives_til_fil_for_et_annet_system(loggbase: Loggbase, tmp_path: Path) -> None:
    kontor = loggbase.kontor(navn := f"Nedre Bakken {os.getpid()}")
    loggbase.fyll(kontor, 3)
    ut = tmp_path / "logg.cef"
    assert logg(loggbase, "eksporter", "--cef", "--kontor", navn, "--ut", str(ut))[0] == 0
    linjer = ut.read_text(encoding="utf-8").splitlines()
    assert [linje.partition("|")[0] for linje in linjer] == ["CEF:0"] * 3
    assert ut.stat().st_mode & 0o077 == 0


def test_ukjent_kontor_og_ulesbart_anker_gir_en_setning(loggbase: Loggbase, tmp_path: Path) -> None:
    kode, sagt = logg(loggbase, "verifiser", "--kontor", "Atlantis")
    assert (kode, sagt.startswith("Feil: finner ikke kontoret Atlantis.")) == (2, True)
    kode, sagt = logg(loggbase, "verifiser", "--anker", str(tmp_path / "borte.txt"))
    assert (kode, sagt.startswith("Feil: Kan ikke lese")) == (2, True)
