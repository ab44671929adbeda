"""A real installation from nothing, as ``docs/drift.md`` tells it: tables, the first administrator, a backup, and the way back."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from skreddersom.plattform.oppsett.roller import EIER, Adresser, Passord, adresser, opprett_database
from skreddersom.plattform.postgres.binarer import velg

KILDE = Path(__file__).resolve().parents[3] / "src"
PASSORD = Passord("prove", "prove")
KOPI = "prove_kopi"


@dataclass(frozen=True)
class Anlegg:
    """An installation: where its database is, and its command line."""

    plass: Adresser

    def drift(self, *ord_: str, url: str = "", **omgivelser: str) -> subprocess.CompletedProcess[str]:
        """``drift …`` as the one who looks after it types it."""
        grunn = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": str(KILDE)}
        egne = {"DATABASE_URL": url or self.plass.program, "SKREDDERSOM_HEMMELIGHET": "lang nok til prøver " * 4}
        egne |= {"SKREDDERSOM_VERTER": "skreddersom.eksempel.no", "SKREDDERSOM_DESIGN": os.environ.get("SKREDDERSOM_DESIGN", "")}
        kommando = [sys.executable, "-P", "-m", "skreddersom", "drift", *ord_]
        return subprocess.run(kommando, env=grunn | egne | omgivelser, capture_output=True, text=True, check=False)

    def kobling(self) -> psycopg.Connection:
        return psycopg.connect(self.plass.program)


@pytest.fixture(scope="module")
def anlegg(administrator: str) -> Anlegg:
    navn = f"drift_{os.getpid()}"
    ferdig = Anlegg(opprett_database(administrator, navn, PASSORD))
    for ord_ in (
        ["migrer"],
        ["kontor", "--navn", "Nav Eksempel", "--kommune", "4203"],
        ["ansatt", "--navn", "Kari Nordmann", "--epost", "kari@eksempel.no", "--kontor", "Nav Eksempel", "--rolle", "administrator"],
    ):
        svar = ferdig.drift(*ord_, url=ferdig.plass.eier if ord_ == ["migrer"] else "")
        assert svar.returncode == 0, svar.stderr
    return ferdig


def test_fra_ingenting_til_den_forste_administratoren(anlegg: Anlegg) -> None:
    with anlegg.kobling() as kobling:
        rad = kobling.execute(
            "select a.navn, k.navn, s.rolle, m.kommunenr from tilgang_stilling s join tilgang_ansatt a on a.id = s.ansatt_id "
            "join tilgang_kontor k on k.id = s.kontor_id join tilgang_kontorkommune m on m.kontor_id = k.id"
        ).fetchall()
    assert rad == [("Kari Nordmann", "Nav Eksempel", "administrator", "4203")]
    assert "i orden" in anlegg.drift("sjekk").stderr


@pytest.mark.parametrize("kommando", ["sjekk", "tjen"])
def test_eieren_av_databasen_faar_ikke_kjore_programmet(anlegg: Anlegg, kommando: str) -> None:
    svar = anlegg.drift(kommando, url=anlegg.plass.eier)
    assert svar.returncode == 2
    assert "eier tabellene" in svar.stderr
    assert "Traceback" not in svar.stderr


@pytest.mark.parametrize(
    ("mangler", "setning"),
    [
        ({"SKREDDERSOM_HEMMELIGHET": ""}, "SKREDDERSOM_HEMMELIGHET er ikke satt"),
        ({"DATABASE_URL": ""}, "DATABASE_URL er ikke satt"),
        ({"DATABASE_URL": "dette er ingen adresse"}, "Skriv den slik: postgresql://"),
        ({"DATABASE_URL": "postgresql://ingen@127.0.0.1:9/ingen"}, "får ikke kontakt med databasen"),
    ],
)
def test_det_som_mangler_sies_i_en_setning(anlegg: Anlegg, mangler: dict[str, str], setning: str) -> None:
    svar = anlegg.drift("sjekk", **mangler)
    assert svar.returncode == 2
    assert setning in svar.stderr
    assert "Traceback" not in svar.stderr


def test_kopien_kan_hentes_tilbake_med_alt_som_stod_der(anlegg: Anlegg, administrator: str, tmp_path: Path) -> None:
    _skriv_en_person(anlegg)
    for_, kopi = _innhold(anlegg), tmp_path / "skreddersom.dump"
    _pg("pg_dump", "--format=custom", "--no-owner", f"--file={kopi}", _kopirolle(administrator, anlegg))
    ny = f"{_navn(anlegg)}_ny"
    opprett_database(administrator, ny, PASSORD)
    _pg("pg_restore", "--no-owner", f"--role={EIER}", "--exit-on-error", f"--dbname={make_conninfo(administrator, dbname=ny)}", str(kopi))
    tilbake = Anlegg(adresser(administrator, ny, PASSORD))
    assert _innhold(tilbake) == for_
    assert "i orden" in tilbake.drift("sjekk").stderr
    with tilbake.kobling() as kobling, pytest.raises(psycopg.Error):
        kobling.execute("select * from kandidat_person").fetchall()


def _skriv_en_person(anlegg: Anlegg) -> None:
    with anlegg.kobling() as kobling:
        _sett_kontekst(kobling)
        kontor = kobling.execute("select current_setting('skreddersom.kontor')::uuid").fetchone()
        assert kontor is not None
        person = "insert into kandidat_person (id, kontor_id, nokkel, fnr, navn) values (%s, %s, 'journal:1', '', 'Per')"
        kobling.execute(person, [uuid.uuid4(), kontor[0]])
        logg = "insert into logg_rad (kontor_id, nr, innhold, hash) values (%s, 0, %s, '')"
        for nr in range(3):
            felter = f'"ansatt":"{uuid.uuid4()}","handling":"les","kontor":"{kontor[0]}","person":null,"tid":"2026-01-01T00:00:00+00:00"'
            innhold = f'{{{felter},"nr":{nr}}}'
            kobling.execute(logg, [kontor[0], innhold])


def _sett_kontekst(kobling: psycopg.Connection) -> None:
    """Kari at work, until the transaction ends."""
    kobling.execute(
        "select set_config('skreddersom.kontor', kontor_id::text, true), set_config('skreddersom.ansatt', ansatt_id::text, true), "
        "set_config('skreddersom.rolle', rolle, true), set_config('skreddersom.klareringer', '{}', true), "
        "set_config('skreddersom.person', '', true) from tilgang_stilling"
    )


def _innhold(anlegg: Anlegg) -> list[tuple[object, ...]]:
    with anlegg.kobling() as kobling:
        _sett_kontekst(kobling)
        personer = kobling.execute("select id, navn from kandidat_person order by id").fetchall()
        logg = kobling.execute("select nr, innhold, hash from logg_rad order by nr").fetchall()
        assert len(logg) >= 3
        return [*personer, *logg, *kobling.execute("select nr, hash from logg_hode").fetchall()]


def _kopirolle(administrator: str, anlegg: Anlegg) -> str:
    """A role that may read everything, and nothing else."""
    with psycopg.connect(administrator, autocommit=True) as kobling:
        if kobling.execute("select from pg_roles where rolname = %s", [KOPI]).fetchone() is None:
            kobling.execute(f"create role {KOPI} login bypassrls password 'prove'")
        kobling.execute(f"grant pg_read_all_data to {KOPI}")
    return make_conninfo(anlegg.plass.eier, user=KOPI)


def _navn(anlegg: Anlegg) -> str:
    with anlegg.kobling() as kobling:
        return kobling.info.dbname


def _pg(program: str, *ord_: str) -> None:
    svar = subprocess.run([str(velg(None).mappe / program), *ord_], capture_output=True, text=True, check=False)
    assert svar.returncode == 0, svar.stderr
