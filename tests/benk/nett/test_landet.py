"""A small country, the whole way: made, served, asked for, measured and removed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

from skreddersom.benk.nett.kontorer import lag_kontorer
from skreddersom.benk.nett.omfang import Omfang
from skreddersom.benk.nett.trafikk import SIDENE
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.oppsett.tjenester import MAPPE
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from pathlib import Path

LITE = ("--kontorer", "3", "--personer", "300", "--takt", "6", "--sekunder", "4")


def test_alle_personene_er_fordelt_paa_kontorene() -> None:
    kontorer = lag_kontorer(Omfang(kontorer=300, personer=200_000), random.Random(1))
    assert sum(kontor.personer for kontor in kontorer) == 200_000
    assert len([kontor for kontor in kontorer if kontor.personer]) == 300
    assert all(len(kontor.i_rollen(Rolle.VEILEDER)) >= 2 for kontor in kontorer if kontor.personer)


def test_samme_omfang_gir_de_samme_kontorene() -> None:
    assert lag_kontorer(Omfang(), random.Random(1)) == lag_kontorer(Omfang(), random.Random(1))


def test_sidene_svarer_uten_feil_og_ingenting_blir_igjen(tmp_path: Path) -> None:
    omgivelser = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith(("PG", "DATABASE_URL", "DJANGO_", "COV_"))}
    omgivelser |= {"PYTHONPATH": str(MAPPE), "TMPDIR": str(tmp_path)}
    benk = [sys.executable, "-P", "-m", "skreddersom", "benk", "web", *LITE, "--skriv", str(tmp_path / "ut.md")]
    svar = subprocess.run(benk, env=omgivelser, capture_output=True, text=True, timeout=300, check=False)
    assert svar.returncode == 0, svar.stderr
    assert "✓ Alle sidene: ingen feil. Målt: 0" in svar.stdout
    tekst = (tmp_path / "ut.md").read_text(encoding="utf-8")
    assert [side.navn for side in SIDENE if side.adresse in SIDER and side.vekt > 10 and f"| {side.navn} |" not in tekst] == []
    assert list(tmp_path.glob("skreddersom-benk-*/database")) == []
