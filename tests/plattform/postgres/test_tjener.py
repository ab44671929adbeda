"""A server for one folder: made, started, shared and stopped."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import Tjener, kjorende
from skreddersom.plattform.postgres.foreldrelos import finn

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.plattform.postgres import Database
    from skreddersom.plattform.postgres.binarer import Binarer

    Koble = Callable[[Database], psycopg.Connection]


def svar(database: Database, sporsmal: str) -> object:
    with psycopg.connect(database.dsn()) as kobling:
        rad = kobling.execute(sporsmal.encode()).fetchone()
    assert rad is not None
    return rad[0]


def rettigheter(mappe: Path) -> dict[str, tuple[int, int, int]]:
    return {str(sti): (staar.st_mode, staar.st_uid, staar.st_gid) for sti in (mappe, *mappe.parents) for staar in [sti.stat()]}


def test_databasen_svarer_naar_den_er_startet(mappe: Path, binarer: Binarer) -> None:
    with kjorende(mappe, binarer=binarer) as database:
        assert svar(database, "SELECT current_database() || current_user") == "skreddersompostgres"
        assert database.versjon // 10_000 == binarer.versjon[0]
        assert database.egen


def test_det_som_er_skrevet_staar_der_neste_gang(mappe: Path, binarer: Binarer) -> None:
    with kjorende(mappe, binarer=binarer) as database, psycopg.connect(database.dsn()) as kobling:
        kobling.execute("CREATE TABLE kandidat AS SELECT 'Åse' AS navn")
    with kjorende(mappe, binarer=binarer) as database:
        assert svar(database, "SELECT navn FROM kandidat") == "Åse"


def test_serveren_er_borte_naar_blokken_er_slutt(laget: Path) -> None:
    with kjorende(laget) as database:
        sokkelmappe = Path(str(svar(database, "SHOW unix_socket_directories")).strip('"'))
        assert finn(laget / "data") is not None
        assert sokkelmappe.is_dir()
    assert finn(laget / "data") is None
    assert not sokkelmappe.exists()
    assert not (laget / "kjorer").exists()


def test_ingen_lytter_paa_nettet_og_sokkelen_er_lukket_for_andre(laget: Path) -> None:
    with kjorende(laget) as database:
        assert svar(database, "SHOW listen_addresses") == ""
        sokkelmappe = Path(str(svar(database, "SHOW unix_socket_directories")).strip('"'))
        assert stat.S_IMODE(sokkelmappe.stat().st_mode) == 0o700
        assert stat.S_IMODE((sokkelmappe / ".s.PGSQL.5432").stat().st_mode) == 0o700


def test_uten_passord_slipper_ingen_inn(laget: Path) -> None:
    with kjorende(laget) as database, pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(database.dsn(rolle="postgres"))


def test_tekst_er_utf8_tid_er_utc_og_sidene_har_kontrollsum(laget: Path) -> None:
    with kjorende(laget) as database:
        valg = [svar(database, f"SHOW {navn}") for navn in ("server_encoding", "timezone", "data_checksums", "fsync")]
        assert valg == ["UTF8", "UTC", "on", "on"]
        assert svar(database, "SELECT upper('æøå')") == "ÆØÅ"


def test_mapper_som_fantes_beholder_rettigheter_og_eier(tmp_path: Path) -> None:
    fantes = tmp_path / "data" / "databaser"
    fantes.mkdir(parents=True)
    fantes.chmod(0o750)
    for_start = rettigheter(fantes)
    with kjorende(fantes) as database:
        assert svar(database, "SELECT 1") == 1
        assert rettigheter(fantes) == for_start
    assert rettigheter(fantes) == for_start


def test_hvert_steg_som_tar_tid_blir_fortalt(mappe: Path) -> None:
    fortalt: list[str] = []
    for _ in range(2):
        with kjorende(mappe, fortell=fortalt.append):
            pass
    assert fortalt == ["lager databasen", "starter databasen", "starter databasen"]


def test_mappen_kan_ligge_dypere_enn_navnet_paa_en_sokkel_rekker(tmp_path: Path, binarer: Binarer) -> None:
    dyp = tmp_path.joinpath(*["en-mappe-med-et-langt-navn"] * 6, "æøå og mellomrom")
    with kjorende(dyp, binarer=binarer) as database:
        assert svar(database, "SELECT 1") == 1


def test_mappen_kan_oppgis_fra_der_en_staar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with kjorende(Path(".demo/postgres")) as database:
        monkeypatch.chdir("/")
        assert svar(database, "SELECT 1") == 1
    assert (tmp_path / ".demo/postgres/data/PG_VERSION").exists()


def test_brukerens_egne_pg_variabler_forstyrrer_ikke(laget: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for navn, verdi in {
        "PGHOST": "127.0.0.1",
        "PGHOSTADDR": "127.0.0.1",
        "PGPORT": "1",
        "PGUSER": "x",
        "PGPASSWORD": "x",
        "PGDATA": "/",
    }.items():
        monkeypatch.setenv(navn, verdi)
    with kjorende(laget) as database:
        assert svar(database, "SELECT 1") == 1


def test_adressen_gjelder_den_databasen_og_rollen_en_ber_om(laget: Path) -> None:
    with kjorende(laget) as database:
        with psycopg.connect(database.dsn(), autocommit=True) as kobling:
            kobling.execute("CREATE ROLE lav LOGIN PASSWORD 'a b/@:?'")
        for adresse in (database.dsn("postgres", rolle="lav", passord="a b/@:?"), database.url("postgres", rolle="lav", passord="a b/@:?")):
            with psycopg.connect(adresse) as kobling:
                assert kobling.execute("SELECT current_database() || ' ' || current_user").fetchone() == ("postgres lav",)


def test_url_kan_leses_av_dem_som_deler_den_som_en_vanlig_adresse(laget: Path) -> None:
    with kjorende(laget) as database:
        delt = urlsplit(database.url())
        assert delt.hostname is not None
        assert (Path(unquote(delt.hostname)) / ".s.PGSQL.5432").is_socket()
        assert (delt.scheme, delt.username, delt.port, delt.path) == ("postgresql", "postgres", 5432, "/skreddersom")
        assert dict(parse_qsl(delt.query)) == {"connect_timeout": "10"}


def test_passordet_vises_ikke_naar_databasen_skrives_ut(laget: Path) -> None:
    with kjorende(laget) as database:
        assert (laget / "passord").read_text() not in repr(database)


def test_database_url_vinner_og_ingen_mappe_lages(laget: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Tjener(laget) as egen:
        monkeypatch.setenv("DATABASE_URL", egen.url())
        with kjorende(tmp_path / "ubrukt") as database:
            assert svar(database, "SELECT current_database()") == "skreddersom"
            assert not database.egen
    assert not (tmp_path / "ubrukt").exists()


@pytest.mark.parametrize(
    ("url", "setning"),
    [
        ("postgresql://kari:hemmelig@localhost:1/kvp", "får ikke kontakt med databasen «kvp» på «localhost»"),
        ("ikke en adresse hemmelig", "ikke en gyldig adresse"),
    ],
)
def test_en_database_url_som_ikke_virker_gir_en_setning_uten_passordet(
    url: str, setning: str, laget: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(Brukerfeil, match=setning) as feil, kjorende(laget):
        pass
    assert "hemmelig" not in str(feil.value)


def test_flere_deler_en_server_og_den_gaar_til_den_siste_slipper(laget: Path) -> None:
    forste, andre = Tjener(laget), Tjener(laget)
    with forste as database:
        andre.start()
        nummer = finn(laget / "data")
    assert finn(laget / "data") == nummer is not None
    assert svar(database, "SELECT 1") == 1
    andre.stopp()
    andre.stopp()
    assert finn(laget / "data") is None


def test_pakken_kan_brukes_uten_django_og_vokteren_uten_andre_pakker() -> None:
    kode = "import sys, skreddersom.plattform.postgres.vokter as v; print([m for m in ('django', 'psycopg') if m in sys.modules])"
    kilde = str(Path(__file__).parents[3] / "src")
    kjort = subprocess.run(
        [sys.executable, "-P", "-S", "-c", kode], env={**os.environ, "PYTHONPATH": kilde}, capture_output=True, text=True, check=True
    )
    assert kjort.stdout == "[]\n"


def test_en_flyktig_server_er_rask_og_privat(mappe: Path, binarer: Binarer) -> None:
    with Tjener(mappe, binarer=binarer, flyktig=True, innstillinger={"max_connections": "37", "listen_addresses": "*"}) as database:
        valg = [svar(database, f"SHOW {navn}") for navn in ("fsync", "full_page_writes", "max_connections", "listen_addresses")]
        assert valg == ["off", "off", "37", ""]


def test_data_som_skal_vare_settes_aldri_paa_spill(mappe: Path) -> None:
    with kjorende(mappe), pytest.raises(Brukerfeil, match="skal vare"):
        Tjener(mappe, flyktig=True).start()
    startet: list[str] = []
    with pytest.raises(Brukerfeil, match="skal vare"):
        Tjener(mappe, flyktig=True, fortell=startet.append).start()
    assert startet == []
    with pytest.raises(ValueError, match="flyktig=True"):
        Tjener(mappe, innstillinger={"fsync": "off"})


def test_ingen_stoler_paa_data_som_kan_vaere_tapt(mappe: Path) -> None:
    with Tjener(mappe, flyktig=True), pytest.raises(Brukerfeil, match="laget for prøver"):
        Tjener(mappe).start()
    with pytest.raises(Brukerfeil, match="laget for prøver"), kjorende(mappe):
        pass
