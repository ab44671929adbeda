"""``kvittering kjor-om`` as the one who looks after the server types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from apper.sak.saken import lag_sak
from rollebesetning import Besetning, lag_besetning
from skreddersom.apper.sak import handlinger as h
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from skreddersom.plattform.oppsett.roller import Adresser

KILDE = Path(__file__).resolve().parents[3] / "src"
DRIFT = {
    "SKREDDERSOM_HEMMELIGHET": "prøvens egen, lang nok til å være en hemmelighet i drift",
    "SKREDDERSOM_VERTER": "kvp.eksempel.no",
    "SKREDDERSOM_DESIGN": "trengs ikke her",
}


@pytest.fixture(scope="module")
def folket(egen_database: Adresser) -> Besetning:
    """The cast, and one decision about somebody who is protected by now."""
    folk = lag_besetning()
    saken = lag_sak(folk)
    saken.send()
    saken.gjor("bjorg", h.ta)
    saken.gjor("bjorg", h.fatt_vedtak)
    with som(folk.kontekst("lena")) as lena:
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=saken.person_id, gradering=Gradering.STRENGT_FORTROLIG)
    return folk


def kvittering(base: Adresser, *ord_: str) -> tuple[int, str]:
    """The exit code, and what was said."""
    rene = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith(("DJANGO", "SKREDDERSOM", "PYTEST"))}
    omgivelser = rene | DRIFT | {"DATABASE_URL": base.program, "PYTHONPATH": str(KILDE), "PYTHONIOENCODING": "utf-8"}
    kommando = [sys.executable, "-P", "-m", "skreddersom", "kvittering", "kjor-om", *ord_]
    svar = subprocess.run(kommando, env=omgivelser, capture_output=True, text=True, encoding="utf-8", check=False)
    return svar.returncode, svar.stdout + svar.stderr


def test_alle_kvitteringer_blir_de_samme_ogsaa_de_om_vernede(folket: Besetning, egen_database: Adresser) -> None:
    assert kvittering(egen_database) == (0, "1 kvitteringer er laget på nytt. Alle ble de samme.\n")
    assert kvittering(egen_database, "--kontor", "Stranda")[1].startswith("0 kvitteringer")


def test_en_kvittering_som_er_endret_utenom_programmet_blir_funnet(folket: Besetning, egen_database: Adresser, administrator: str) -> None:
    navn = psycopg.conninfo.conninfo_to_dict(egen_database.program)["dbname"]
    with psycopg.connect(administrator, dbname=str(navn), autocommit=True) as kobling:
        kobling.execute("alter table sak_vedtak disable trigger all")
        kobling.execute("update sak_vedtak set kvittering = convert_to(replace(convert_from(kvittering, 'UTF8'), 'JA', 'NEI'), 'UTF8')")
        kobling.execute("alter table sak_vedtak enable trigger all")
    kode, sagt = kvittering(egen_database, "--kontor", "Bakken")
    assert kode == 1
    assert "Bakken: vedtak " in sagt
    assert "kvitteringen er endret etter at den ble skrevet" in sagt
    assert "Per Prøve" not in sagt


def test_et_kontor_som_ikke_finnes_gir_en_setning(folket: Besetning, egen_database: Adresser) -> None:
    kode, sagt = kvittering(egen_database, "--kontor", "Ukjent")
    assert (kode, "finnes ikke noe kontor som heter «Ukjent»" in sagt) == (2, True)
