"""Whoever is killed with SIGKILL, and whenever: what was acknowledged is there afterwards, and nothing is left running."""

from __future__ import annotations

import os
import random
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from plattform.postgres.conftest import ALLE
from plattform.postgres.prosess import start, vent_til
from skreddersom.plattform.postgres import Tjener, kjorende
from skreddersom.plattform.postgres.foreldrelos import finn

if TYPE_CHECKING:
    import subprocess

    from skreddersom.plattform.postgres import Database

# Writes numbers one by one, each in a transaction, and says a number when its commit is acknowledged. Goes on until it is told to end.
SKRIVER = """
import select
from skreddersom.plattform.postgres import binarer
tjener = Tjener(Path(sys.argv[1]), binarer=binarer.undersok(Path(sys.argv[2])))
database, nummer = tjener.start(), int(sys.argv[3])
while not select.select([sys.stdin], [], [], 0)[0]:
    try:
        with psycopg.connect(database.dsn(), autocommit=True) as kobling:
            kobling.execute("CREATE TABLE IF NOT EXISTS utfall (nummer int)")
            while not select.select([sys.stdin], [], [], 0)[0]:
                nummer += 1
                kobling.execute("INSERT INTO utfall VALUES (%s)", [nummer])
                print(nummer, flush=True)
    except psycopg.OperationalError:
        database = tjener.vent_til_klar()
tjener.stopp()
"""


def les(skriver: subprocess.Popen[str], antall: int) -> list[int]:
    assert skriver.stdout is not None
    return [int(skriver.stdout.readline()) for _ in range(antall)]


def avslutt(skriver: subprocess.Popen[str]) -> list[int]:
    """Tell it to end, and return what it said last."""
    rest, feil = skriver.communicate("slutt\n", timeout=120)
    assert skriver.returncode == 0, feil
    return [int(linje) for linje in rest.split()]


def drep_skriver(skriver: subprocess.Popen[str]) -> list[int]:
    skriver.kill()
    rest, _ = skriver.communicate(timeout=120)
    return [int(linje) for linje in rest.split("\n")[:-1]]


def skrevet(database: Database) -> list[int]:
    with psycopg.connect(database.dsn()) as kobling:
        return [nummer for (nummer,) in kobling.execute("SELECT nummer FROM utfall ORDER BY nummer")]


def tjeneren(mappe: Path) -> int:
    """The server's number, as soon as there is one: it may be on its way up again."""
    funnet: list[int] = []

    def er_oppe() -> bool:
        nummer = finn(mappe / "data")
        if nummer is not None:
            funnet.append(nummer)
        return nummer is not None

    vent_til(er_oppe, "serveren kom ikke opp igjen")
    return funnet[0]


def drep_tjeneren(mappe: Path) -> None:
    with suppress(ProcessLookupError):
        os.kill(tjeneren(mappe), signal.SIGKILL)


def vokteren(mappe: Path) -> int:
    """The parent of the server, or of what started it in another way."""
    status = dict(linje.split(":\t", 1) for linje in Path(f"/proc/{tjeneren(mappe)}/status").read_text().splitlines())
    return int(status["PPid"])


def er_borte(nummer: int) -> bool:
    """Also while it waits to be buried by a new parent."""
    try:
        return Path(f"/proc/{nummer}/stat").read_text().rpartition(") ")[2][0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_serveren_drepes_gang_paa_gang_og_ingen_bekreftet_rad_mangler(laget: Path) -> None:
    terning = random.Random(3)
    with start(SKRIVER, laget, binarer_for(laget), 0) as skriver:
        bekreftet = []
        for _ in range(5):
            bekreftet += les(skriver, terning.randint(1, 200))
            drep_tjeneren(laget)
        bekreftet += les(skriver, 5)
        bekreftet += avslutt(skriver)
    with kjorende(laget) as database:
        assert set(bekreftet) <= set(skrevet(database))
        assert len(bekreftet) == len(set(bekreftet)) >= 10


def test_den_som_venter_gir_ikke_opp_fordi_om_serveren_drepes_mens_den_kommer_opp(laget: Path) -> None:
    with start(SKRIVER, laget, binarer_for(laget), 500_000) as skriver:
        les(skriver, 1)
        for _ in range(6):
            drept = tjeneren(laget)
            drep_tjeneren(laget)
            vent_til(lambda drept=drept: finn(laget / "data") not in {None, drept}, "serveren kom ikke opp igjen")
        avslutt(skriver)


def test_programmet_drepes_og_serveren_stopper_uten_tap(laget: Path) -> None:
    with start(SKRIVER, laget, binarer_for(laget), 1_000_000) as skriver:
        bekreftet = les(skriver, 20)
        server = tjeneren(laget)
        bekreftet += drep_skriver(skriver)
    vent_til(lambda: er_borte(server), "serveren gikk videre uten noen")
    with kjorende(laget) as database:
        assert set(bekreftet) <= set(skrevet(database))


def test_programmet_vokteren_og_serveren_drepes_samtidig_uten_tap(laget: Path) -> None:
    with start(SKRIVER, laget, binarer_for(laget), 2_000_000) as skriver:
        bekreftet = les(skriver, 20)
        sokkelmappe = Path((laget / "kjorer").read_text())
        for nummer in (vokteren(laget), tjeneren(laget)):
            os.kill(nummer, signal.SIGKILL)
        bekreftet += drep_skriver(skriver)
    assert sokkelmappe.exists()
    with kjorende(laget) as database:
        assert set(bekreftet) <= set(skrevet(database))
        assert not sokkelmappe.exists()


def test_vokteren_drepes_og_serveren_svarer_til_programmet_slipper_den(laget: Path) -> None:
    with Tjener(laget) as database:
        server = tjeneren(laget)
        os.kill(vokteren(laget), signal.SIGKILL)
        with psycopg.connect(database.dsn()) as kobling:
            assert kobling.execute("SELECT 1").fetchone() == (1,)
    vent_til(lambda: er_borte(server), "serveren går fortsatt")
    assert not (laget / "kjorer").exists()


def test_vokteren_og_programmet_drepes_og_neste_tar_over_dataene(laget: Path) -> None:
    with start(SKRIVER, laget, binarer_for(laget), 3_000_000) as skriver:
        bekreftet = les(skriver, 20)
        foreldrelos = tjeneren(laget)
        os.kill(vokteren(laget), signal.SIGKILL)
        bekreftet += drep_skriver(skriver)
    assert not er_borte(foreldrelos)
    with kjorende(laget) as database:
        vent_til(lambda: er_borte(foreldrelos), "den forrige serveren går fortsatt")
        assert set(bekreftet) <= set(skrevet(database))


def test_et_nummer_som_noe_annet_har_faatt_stanser_ikke_starten_og_rammer_ingen(laget: Path) -> None:
    with start("sys.stdin.read()") as fremmed:
        linjer = [str(fremmed.pid), str(laget / "data"), "0", "5432", "", "", "", ""]
        (laget / "data/postmaster.pid").write_text("\n".join(linjer))
        with kjorende(laget) as database:
            assert database.egen
        assert fremmed.poll() is None


@pytest.mark.parametrize("steg", ["lager databasen", "starter databasen", "klar"])
def test_den_som_drepes_paa_vei_opp_etterlater_en_mappe_neste_kan_bruke(steg: str, mappe: Path) -> None:
    kode = (
        "with kjorende(Path(sys.argv[1]), fortell=lambda steg: print(steg, flush=True)):\n    print('klar', flush=True); sys.stdin.read()"
    )
    with start(kode, mappe) as prosess:
        assert prosess.stdout is not None
        while prosess.stdout.readline() != f"{steg}\n":
            assert prosess.poll() is None
        prosess.kill()
    with kjorende(mappe) as database, psycopg.connect(database.dsn()) as kobling:
        assert kobling.execute("SELECT 1").fetchone() == (1,)


def test_ctrl_c_avslutter_alt_som_ble_startet(mappe: Path) -> None:
    kode = "with kjorende(Path(sys.argv[1])):\n    print('klar', flush=True); sys.stdin.read()"
    with start(kode, mappe) as prosess:
        assert prosess.stdout is not None
        assert prosess.stdout.readline() == "klar\n"
        server = tjeneren(mappe)
        prosess.send_signal(signal.SIGINT)
        prosess.communicate(timeout=120)
    vent_til(lambda: er_borte(server), "serveren går fortsatt")
    assert finn(mappe / "data") is None


def test_fire_som_starter_samtidig_faar_samme_server(mappe: Path) -> None:
    kode = """
with kjorende(Path(sys.argv[1])) as database, psycopg.connect(database.dsn(), autocommit=True) as kobling:
    kobling.execute("SELECT pg_advisory_lock(1)")
    kobling.execute("CREATE TABLE IF NOT EXISTS utfall (nummer int)")
    kobling.execute("INSERT INTO utfall VALUES (1)")
    kobling.execute("SELECT pg_advisory_unlock(1)")
    print(*kobling.execute("SELECT pg_postmaster_start_time()").fetchone(), flush=True)
    sys.stdin.read()
"""
    prosesser = [start(kode, mappe) for _ in range(4)]
    startet = {prosess.stdout.readline() for prosess in prosesser if prosess.stdout is not None}
    for prosess in prosesser:
        _, feil = prosess.communicate(timeout=120)
        assert prosess.returncode == 0, feil
    assert len(startet) == 1
    assert finn(mappe / "data") is None
    with kjorende(mappe) as database:
        assert len(skrevet(database)) == 4


def test_de_som_kommer_og_gaar_om_hverandre_faar_alle_en_server_som_svarer(laget: Path) -> None:
    kode = """
for _ in range(5):
    with kjorende(Path(sys.argv[1])) as database, psycopg.connect(database.dsn()) as kobling:
        print(*kobling.execute("SELECT 1").fetchone())
"""
    prosesser = [start(kode, laget) for _ in range(3)]
    for prosess in prosesser:
        sagt, feil = prosess.communicate(timeout=120)
        assert sagt.split() == ["1"] * 5, feil
    assert finn(laget / "data") is None


def binarer_for(laget: Path) -> Path:
    hovedversjon = int((laget / "data/PG_VERSION").read_text())
    return next(ett.mappe for ett in ALLE if ett.versjon[0] == hovedversjon)
