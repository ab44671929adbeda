"""The server does not start as a database role that row-level security does not hold."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from database import MAL
from plattform.oppsett.test_innstillinger import KILDE, RIKTIG
from skreddersom.plattform.oppsett.roller import EIER, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLLER = {
    "gaar_forbi": "bypassrls in role skreddersom_app",
    "eier_via": f"in role skreddersom_app, {EIER}",
    "fremmed": "",
    "stor": "superuser in role skreddersom_app",
}


def egen(rolle: str) -> str:
    """The role's name on this worker: roles are shared by all of a server's databases."""
    return f"{rolle}_{os.getpid()}" if rolle in ROLLER else rolle


@pytest.fixture(scope="module")
def roller(django_db_setup: None, administrator: str) -> Iterator[str]:
    """Roles that are all wrong in their own way."""
    with psycopg.connect(administrator, autocommit=True) as kobling:
        for navn, slag in ROLLER.items():
            kobling.execute(f"create role {egen(navn)} login password 'prove' {slag}")
    yield administrator
    with psycopg.connect(administrator, autocommit=True) as kobling:
        for navn in ROLLER:
            kobling.execute(f"drop role {egen(navn)}")


def start(administrator: str, rolle: str, base: str = MAL) -> tuple[int, str]:
    url = make_conninfo(administrator, dbname=base, user=egen(rolle), password="prove")
    omgivelser = RIKTIG | {"PATH": os.environ["PATH"], "PYTHONPATH": str(KILDE), "PYTHONIOENCODING": "utf-8", "DATABASE_URL": url}
    omgivelser["DJANGO_SETTINGS_MODULE"] = "skreddersom.plattform.oppsett.drift"
    kommando = [sys.executable, "-P", "-c", "import skreddersom.plattform.oppsett.wsgi"]
    svar = subprocess.run(kommando, env=omgivelser, capture_output=True, encoding="utf-8", check=False)
    return svar.returncode, svar.stderr


@pytest.mark.parametrize(
    ("rolle", "setning"),
    [
        (EIER, "eier tabellene"),
        ("gaar_forbi", "BYPASSRLS"),
        ("eier_via", "eier tabellene, eller er medlem"),
        ("fremmed", "er ikke medlem av skreddersom_app"),
        ("stor", "er superbruker"),
    ],
)
def test_en_for_mektig_eller_fremmed_rolle_stoppes_med_en_setning(roller: str, rolle: str, setning: str) -> None:
    kode, sagt = start(roller, rolle)
    assert kode == 2
    assert setning in sagt
    assert "Traceback" not in sagt


def test_programmets_egen_rolle_slipper_inn(roller: str) -> None:
    kode, sagt = start(roller, PROGRAM)
    assert kode == 0, sagt


def test_en_tom_database_stoppes_med_raad(roller: str) -> None:
    kode, sagt = start(roller, PROGRAM, "template1")
    assert kode == 2
    assert "databasen er ikke satt opp ennå" in sagt
