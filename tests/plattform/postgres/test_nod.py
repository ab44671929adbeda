"""When the machine says no: a full disk, a closed folder, damaged data. One sentence with the cure, and nothing lost."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import psycopg
import pytest

from plattform.postgres.prosess import VANLIG, Vilkar, kjor, som_vises
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import Tjener, kjorende, tjener

if TYPE_CHECKING:
    from pathlib import Path

# A disk of its own, seen by nobody else: it goes with the process.
EGEN_DISK = Vilkar("på egen disk", ("unshare", "--user", "--map-root-user", "--mount", "--"))

# Fills the disk to what is given, stands in a folder with something dear in it, and tries. Then gives room, and tries again.
FULL_DISK = """
import os, subprocess
from skreddersom.kjerne.feil import Brukerfeil
rot, ledig = Path(sys.argv[1]), int(sys.argv[2])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", rot], check=True)
(rot / "utsjekk/.git").mkdir(parents=True)
(rot / "utsjekk/.git/HEAD").write_text("viktig")
os.chdir(rot / "utsjekk")
if sys.argv[3] == "laget":
    with kjorende(rot / "database"):
        pass
stort = open(rot / "stort", "wb")
staar = os.statvfs(rot)
os.posix_fallocate(stort.fileno(), 0, max(staar.f_bavail * staar.f_frsize - ledig * 1024, 1))
try:
    with kjorende(rot / "database"):
        print("gikk")
except Brukerfeil as feil:
    print(feil)
if sys.argv[3] == "slett":
    try:
        slett(rot / "database")
    except Brukerfeil as feil:
        assert "full" in str(feil), feil
stort.truncate(0)
with kjorende(rot / "database") as database, psycopg.connect(database.dsn()) as kobling:
    print(*kobling.execute("SELECT 1").fetchone())
print((rot / "utsjekk/.git/HEAD").read_text())
slett(rot / "database")
print(sorted(sti.name for sti in rot.iterdir()), [*(rot / "database").iterdir()])
"""


@pytest.mark.parametrize("vilkar", som_vises(EGEN_DISK), ids=str)
@pytest.mark.parametrize(
    ("ledig", "naar"), [(0, "ny"), (8, "ny"), (30_000, "ny"), (8, "slett"), (1_000, "slett"), (0, "laget"), (4, "laget")]
)
def test_en_full_disk_gir_en_setning_og_ingenting_gaar_tapt(vilkar: Vilkar, ledig: int, naar: str, tmp_path: Path) -> None:
    kjort = kjor(FULL_DISK, tmp_path, ledig, naar, vilkar=vilkar)
    assert kjort.returncode == 0, kjort.stderr
    forst, svar, kjaert, rest = kjort.stdout.splitlines()
    assert "disken er full. Rydd plass" in forst or (forst, naar) == ("gikk", "laget")
    assert (svar, kjaert, rest) == ("1", "viktig", "['database', 'stort', 'utsjekk'] []")


def test_en_fil_der_mappen_skulle_vaere_gir_en_setning(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("viktig")
    for sted in (tmp_path / "fil", tmp_path / "fil" / "database"):
        with pytest.raises(Brukerfeil, match="noe som ikke er en mappe, står i veien"), kjorende(sted):
            pass
    assert (tmp_path / "fil").read_text() == "viktig"


def test_uten_en_kort_nok_mappe_til_sokkelen_sies_det_hva_en_setter(laget: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tjener, "LENGSTE_SOKKEL", 10)
    with pytest.raises(Brukerfeil, match="Sett TMPDIR"), kjorende(laget):
        pass


@pytest.mark.parametrize(("skade", "setning"), [("borte", "passordet til databasen mangler"), ("annet", "godtar ikke passordet")])
def test_et_passord_som_er_borte_eller_byttet_gir_en_setning(skade: str, setning: str, laget: Path) -> None:
    fil = laget / "passord"
    riktig = fil.read_text()
    fil.unlink() if skade == "borte" else fil.write_text("feil")
    try:
        with pytest.raises(Brukerfeil, match=setning), kjorende(laget):
            pass
    finally:
        fil.write_text(riktig)
    with kjorende(laget) as database:
        assert riktig in database.dsn()


def test_skadede_data_sies_det_ifra_om_og_de_blir_staaende(laget: Path, tmp_path: Path) -> None:
    skadet = shutil.copytree(laget, tmp_path / "skadet")
    for fil in (skadet / "data/pg_wal").iterdir():
        if fil.is_file():
            fil.write_bytes(b"")
    with pytest.raises(Brukerfeil, match="dataene er skadet"), kjorende(skadet):
        pass
    assert (skadet / "data/PG_VERSION").exists()


def test_en_innstilling_postgresql_ikke_kjenner_gir_det_den_sa(laget: Path) -> None:
    with pytest.raises(Brukerfeil, match=r"kom ikke i gang .*finnes_ikke.* Se «"):
        Tjener(laget, innstillinger={"finnes_ikke": "1"}).start()
    with kjorende(laget) as database, psycopg.connect(database.dsn()) as kobling:
        assert kobling.execute("SELECT 1").fetchone() == (1,)


def test_en_python_som_ikke_kan_startes_igjen_gir_en_setning_om_det(laget: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(laget / "ingen-python"))
    with pytest.raises(Brukerfeil, match=r"vokteren kom ikke i gang: .*ingen-python"), kjorende(laget):
        pass


def test_vent_til_klar_uten_start_sier_ifra(mappe: Path) -> None:
    with pytest.raises(Brukerfeil, match="ingen har startet den"):
        Tjener(mappe).vent_til_klar()


@pytest.mark.parametrize("vilkar", som_vises(VANLIG), ids=str)
def test_en_mappe_en_ikke_kan_skrive_i_gir_en_setning(vilkar: Vilkar) -> None:
    kjort = kjor("with kjorende(Path('/proc/database')): pass", vilkar=vilkar)
    assert "kan ikke brukes" in kjort.stderr
    assert os.path.lexists("/proc/database") is False
