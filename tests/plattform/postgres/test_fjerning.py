"""Nothing but our own database is ever removed: whatever a file says, whatever stands in the way, wherever one stands."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from plattform.postgres.prosess import aapen_mappe, start
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import Tjener, fjerning, kjorende, slett
from skreddersom.plattform.postgres.mappe import Databasemappe

Bilde = dict[str, bytes | str]


def bilde(mappe: Path) -> Bilde:
    """Everything below ``mappe``: files by content, links by where they lead, folders by being there."""

    def innhold(sti: Path) -> bytes | str:
        if sti.is_symlink():
            return f"lenke til {sti.readlink()}"
        return "mappe" if sti.is_dir() else sti.read_bytes()

    return {str(sti.relative_to(mappe)): innhold(sti) for sti in mappe.rglob("*")}


@pytest.fixture
def utsjekk(tmp_path: Path) -> Path:
    """A folder somebody cares about, with names in it that could be taken for ours."""
    rot = tmp_path / "skreddersom-utsjekk1"
    for navn in (
        ".git/HEAD",
        "src/kode.py",
        "data/11F.txt",
        "data.ny/ark.xlsx",
        "passord",
        "kjorer",
        "tjener.log",
        "vokter",
        ".s.PGSQL.5432",
    ):
        (rot / navn).parent.mkdir(parents=True, exist_ok=True)
        (rot / navn).write_text(f"viktig: {navn}")
    return rot


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A folder of ours with what a stopped PostgreSQL looks like from the outside, so that no server is needed."""
    plass = Databasemappe(tmp_path / "database")
    plass.rot.mkdir()
    plass.ta_i_bruk(flyktig=False)
    lag_klynge(plass.data)
    plass.passord.write_text("hemmelig")
    return plass.rot


def lag_klynge(data: Path) -> None:
    for navn in ("PG_VERSION", "global/pg_control", "base/1/112"):
        (data / navn).parent.mkdir(parents=True, exist_ok=True)
        (data / navn).write_text("18\n")


def test_slett_fjerner_databasen_og_en_ny_kan_lages(laget: Path, tmp_path: Path) -> None:
    mappe = shutil.copytree(laget, tmp_path / "kopi")
    slett(mappe)
    assert bilde(mappe) == {}
    slett(mappe)


def test_slett_der_ingenting_er_gjor_ingenting(tmp_path: Path) -> None:
    slett(tmp_path / "finnes ikke")
    slett(tmp_path)
    assert bilde(tmp_path) == {}


def test_slett_lar_det_andre_har_lagt_i_mappen_staa_og_den_kan_brukes_igjen(database: Path) -> None:
    (database / "notat.txt").write_text("viktig")
    slett(database)
    assert bilde(database).keys() == {"notat.txt", "skreddersom-database.txt"}
    Databasemappe(database).ta_i_bruk(flyktig=False)


@pytest.mark.parametrize("tom", ["", ".", "./"])
def test_en_mappe_uten_navn_er_aldri_den_en_staar_i(tom: str, utsjekk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(utsjekk)
    for_provene = bilde(utsjekk)
    for handling in (slett, lambda mappe: Tjener(mappe).start()):
        with pytest.raises(Brukerfeil, match="mangler navn"):
            handling(Path(tom))
    assert bilde(utsjekk) == for_provene


@pytest.mark.parametrize("navn", ["", "src/..", "../skreddersom-utsjekk1", ".git", "data"])
def test_en_mappe_som_ikke_er_vaar_roeres_ikke(navn: str, utsjekk: Path) -> None:
    for_provene = bilde(utsjekk)
    for handling in (slett, lambda mappe: Tjener(mappe).start()):
        with pytest.raises(Brukerfeil, match="noe annet i seg"):
            handling(utsjekk / navn)
    assert bilde(utsjekk) == for_provene


def test_en_annens_postgresql_roeres_ikke(tmp_path: Path) -> None:
    lag_klynge(tmp_path / "pgsql/data")
    for_provene = bilde(tmp_path)
    for mappe in (tmp_path / "pgsql", tmp_path / "pgsql/data"):
        with pytest.raises(Brukerfeil, match="noe annet i seg"):
            slett(mappe)
    assert bilde(tmp_path) == for_provene


@pytest.mark.parametrize("merket", ["skreddersom-database.txt"])
def test_et_merke_som_er_en_lenke_eller_mappe_teller_ikke(merket: str, utsjekk: Path, tmp_path: Path) -> None:
    (utsjekk / merket).symlink_to(utsjekk / "passord")
    (tmp_path / "annen" / merket).mkdir(parents=True)
    for_provene = bilde(tmp_path)
    for mappe in (utsjekk, tmp_path / "annen"):
        with pytest.raises(Brukerfeil, match="noe annet i seg"):
            slett(mappe)
    assert bilde(tmp_path) == for_provene


@pytest.mark.parametrize(
    "innhold", ["", "\n", "\0", ".", "..", "/", "~", "skreddersom-utsjekk1", "{utsjekk}", "{utsjekk}\n", "{utsjekk}/..", "æ" * 5000]
)
def test_det_som_staar_i_kjoremerket_forer_aldri_til_at_noe_annet_slettes(
    innhold: str, utsjekk: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(utsjekk)
    utsjekk.chmod(0o700)
    (database / "kjorer").write_text(innhold.format(utsjekk=utsjekk))
    for_provene = bilde(utsjekk)
    Databasemappe(database).fjern_kjoremappe()
    (database / "kjorer").write_text(innhold.format(utsjekk=utsjekk))
    slett(database)
    assert bilde(utsjekk) == for_provene
    assert bilde(database) == {}


@pytest.mark.parametrize(
    ("navn", "rett"),
    [
        ("vaar-egen_", 0o700),
        ("skreddersom-", 0o700),
        ("skreddersom-ABCDEFGH", 0o700),
        ("skreddersom-for_langt", 0o700),
        ("skreddersom-12345678", 0o755),
    ],
)
def test_en_annens_sokler_staar_ogsaa_i_en_mappe_som_er_vaar_egen(navn: str, rett: int, database: Path) -> None:
    with aapen_mappe(os.geteuid()) as sted, socket.socket(socket.AF_UNIX) as sokkel:
        annen = sted / navn
        annen.mkdir(mode=rett)
        sokkel.bind(str(annen / "vokter"))
        (database / "kjorer").write_text(str(annen))
        slett(database)
        assert (annen / "vokter").is_socket()


def test_ingen_prosess_faar_signal_paa_grunn_av_en_mappe_som_ikke_er_vaar(utsjekk: Path) -> None:
    with start("import os; os.chdir(sys.argv[1]); print('klar', flush=True); sys.stdin.read()", utsjekk / "data") as fremmed:
        assert fremmed.stdout is not None
        assert fremmed.stdout.readline() == "klar\n"
        (utsjekk / "data/postmaster.pid").write_text(f"{fremmed.pid}\n")
        with pytest.raises(Brukerfeil, match="noe annet i seg"):
            slett(utsjekk)
        assert fremmed.poll() is None


@pytest.mark.parametrize("innhold", [b"", b"\xff\xfe", b"0\n", b"-1\n", b"1\n", b"99999999999999999999\n", b"12 34"])
def test_det_som_staar_i_postgresqls_egen_merkefil_rammer_ingen_annen_prosess(innhold: bytes, database: Path) -> None:
    (database / "data/postmaster.pid").write_bytes(innhold)
    slett(database)
    assert bilde(database) == {}


def test_tomme_merker_er_merker_og_ikke_stier(database: Path, utsjekk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a full disk leaves them."""
    monkeypatch.chdir(utsjekk)
    for_provene = bilde(utsjekk)
    fjerning.lag_halvferdig(Databasemappe(database)).mkdir()
    for fil in (
        "skreddersom-database.txt",
        "kjorer",
        "kjorer.ny",
        "passord",
        "flyktig",
        "data.ny/passord",
        "data/postmaster.pid",
        "data/PG_VERSION",
    ):
        (database / fil).write_bytes(b"")
    slett(database)
    assert bilde(utsjekk) == for_provene
    assert set(bilde(database)) <= {"kjorer.ny", "skreddersom-database.txt"}


@pytest.mark.parametrize("navn", ["data", "data.ny", "data.ny/data"])
def test_en_lenke_i_dataenes_sted_folges_ikke(navn: str, database: Path, utsjekk: Path) -> None:
    lag_klynge(utsjekk / "data")
    (database / "data").rename(database.parent / "bort")
    fjerning.lag_halvferdig(Databasemappe(database))
    if navn == "data.ny":
        shutil.rmtree(database / navn)
    (database / navn).symlink_to(utsjekk / "data")
    for_provene = bilde(database.parent)
    for handling in (slett, lambda mappe: Tjener(mappe).start()):
        with pytest.raises(Brukerfeil, match="er en lenke" if navn == "data" else "ikke laget av Skreddersøm"):
            handling(database)
    assert bilde(utsjekk) == {
        n.removeprefix("skreddersom-utsjekk1/"): i for n, i in for_provene.items() if n.startswith("skreddersom-utsjekk1/")
    }
    assert (database / navn).is_symlink()


def test_lenker_inne_i_dataene_folges_ikke(database: Path, utsjekk: Path) -> None:
    for_provene = bilde(utsjekk)
    (database / "data/pg_tblspc").symlink_to(utsjekk)
    (database / "data/base/2").symlink_to(utsjekk / "data")
    (database / "tjener.log").symlink_to(utsjekk / "tjener.log")
    slett(database)
    assert bilde(utsjekk) == for_provene
    assert bilde(database) == {}


@pytest.mark.parametrize("sted", ["data", "data/base/1", "data.ny", "data.ny/data"])
@pytest.mark.parametrize("som_fil", [False, True])
def test_ingenting_slettes_naar_det_staar_et_arkiv_blant_dataene(sted: str, som_fil: bool, database: Path) -> None:
    fjerning.lag_halvferdig(Databasemappe(database)).mkdir()
    (database / sted / ".git").write_text("gitdir: et annet sted") if som_fil else (database / sted / ".git").mkdir()
    for_provene = bilde(database)
    with pytest.raises(Brukerfeil, match="Flytt det bort"):
        slett(database)
    assert bilde(database) == for_provene


@pytest.mark.parametrize("mangler", ["PG_VERSION", "global/pg_control"])
def test_en_datamappe_postgresql_ikke_har_laget_slettes_ikke(mangler: str, database: Path) -> None:
    (database / "data" / mangler).unlink()
    for_provene = bilde(database)
    with pytest.raises(Brukerfeil, match="ikke laget av Skreddersøm"):
        slett(database)
    assert bilde(database) == for_provene


def test_et_halvferdig_forsok_uten_vaart_merke_slettes_ikke_heller_ved_start(database: Path) -> None:
    shutil.rmtree(database / "data")
    lag_klynge(database / "data.ny/data")
    for_provene = bilde(database / "data.ny")
    for handling in (slett, lambda mappe: Tjener(mappe).start()):
        with pytest.raises(Brukerfeil, match="ikke laget av Skreddersøm"):
            handling(database)
    assert bilde(database / "data.ny") == for_provene


def test_et_halvferdig_forsok_ryddes_naar_databasen_lages(tmp_path: Path) -> None:
    plass = Databasemappe(tmp_path)
    plass.ta_i_bruk(flyktig=False)
    lag_klynge(fjerning.lag_halvferdig(plass))
    with kjorende(tmp_path):
        assert not plass.halvferdig.exists()
    assert plass.data.exists()


def test_en_sletting_som_ble_avbrutt_kan_tas_opp_igjen(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def avbrutt(_: Path) -> None:
        (database / "data.ny/data/PG_VERSION").unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(shutil, "rmtree", avbrutt)
        with pytest.raises(KeyboardInterrupt):
            slett(database)
    slett(database)
    assert bilde(database) == {}


def test_en_database_i_bruk_slettes_ikke(laget: Path) -> None:
    with Tjener(laget):
        with pytest.raises(Brukerfeil, match="i bruk av en annen"):
            slett(laget)
        assert (laget / "data/PG_VERSION").exists()


def test_bare_ett_sted_i_pakken_sletter_en_mappe_med_innhold() -> None:
    kilde = Path(fjerning.__file__).parent
    sletter = {fil.name: fil.read_text().count("rmtree(") for fil in kilde.glob("*.py") if "rmtree(" in fil.read_text()}
    assert sletter == {"fjerning.py": 1}
