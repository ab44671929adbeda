"""Files that cannot be read: one sentence each, with the file and the cure, and never a wait."""

import errno
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

from kjerne.kostra.recorder import lagre, record
from skreddersom.kjerne.kostra.fil import MAKS_BYTE, hent
from skreddersom.kjerne.kostra.les import LesFeil, les, les_linjer

NOBODY = 65534


def feilen(sti: Path) -> str:
    """The sentence that both ways of reading give."""
    with pytest.raises(LesFeil) as lest:
        les(sti)
    with pytest.raises(LesFeil) as sett:
        les_linjer(sti)
    assert str(lest.value) == str(sett.value)
    return str(lest.value)


@contextmanager
def uten_rettigheter() -> Iterator[None]:
    """As an ordinary user: root may read everything."""
    rot = os.geteuid() == 0
    if rot:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if rot:
            os.seteuid(0)


@contextmanager
def innen(sekunder: int) -> Iterator[None]:
    """Fails instead of hanging for ever."""

    def for_sent(_signal: int, _ramme: FrameType | None) -> None:
        raise AssertionError("lesingen henger")

    forrige = signal.signal(signal.SIGALRM, for_sent)
    signal.alarm(sekunder)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, forrige)


def test_fil_som_ikke_finnes_gir_setning_med_raad(tmp_path: Path) -> None:
    assert feilen(tmp_path / "borte.dat") == f"Fant ikke {tmp_path / 'borte.dat'}; sjekk at navnet og mappa er riktig."


def test_fil_i_det_som_ikke_er_en_mappe_finnes_ikke(tmp_path: Path) -> None:
    assert feilen(lagre(tmp_path, record()) / "inni.dat").startswith("Fant ikke ")


def test_mappe_er_ikke_en_fil(tmp_path: Path) -> None:
    assert feilen(tmp_path) == f"{tmp_path} er en mappe; oppgi fila som ligger i den."


def test_uten_lesetilgang_gir_raad_om_tilgang(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record())
    sti.chmod(0)
    with uten_rettigheter():
        assert feilen(sti) == f"Du har ikke tilgang til å lese {sti}; be om lesetilgang, eller kopier fila til din egen mappe."


def test_feil_paa_disken_gir_raad_om_aa_kopiere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sti = lagre(tmp_path, record())

    def doed_disk(*_: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", doed_disk)
    assert feilen(sti) == f"{sti} kunne ikke leses (systemfeil {errno.EIO}); kopier fila til din egen disk og prøv igjen."


def test_ror_henger_ikke(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roer")
    with innen(5):
        assert "er ikke en vanlig fil; lagre innholdet i en fil" in feilen(tmp_path / "roer")


def test_sokkel_og_enhet_er_ikke_filer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as sokkel:
        sokkel.bind("sokkel")
        assert "er ikke en vanlig fil" in feilen(tmp_path / "sokkel")
    assert "er ikke en vanlig fil" in feilen(Path(os.devnull))


def test_for_stor_fil_leses_ikke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sti = tmp_path / "stor.dat"
    sti.touch()
    os.truncate(sti, 2 * MAKS_BYTE)

    def lest(*_: object) -> NoReturn:
        raise AssertionError("fila ble lest")

    monkeypatch.setattr(Path, "open", lest)
    assert feilen(sti) == f"{sti} er på 2,1 GB og leses ikke; grensen er 1,1 GB. Del fila, eller sjekk at det er riktig fil."


def test_fil_paa_grensen_leses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skreddersom.kjerne.kostra.fil.MAKS_BYTE", 339)
    sti = lagre(tmp_path, record())
    assert len(hent(sti)) == 339
    monkeypatch.setattr("skreddersom.kjerne.kostra.fil.MAKS_BYTE", 338)
    assert "leses ikke" in feilen(sti)


@pytest.mark.parametrize("tegnsett", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_gir_raad_om_annet_tegnsett(tmp_path: Path, tegnsett: str) -> None:
    sti = tmp_path / "utf16.dat"
    sti.write_bytes(("\ufeff" * (tegnsett != "utf-16") + record()).encode(tegnsett))
    assert feilen(sti) == f"{sti} er lagret som UTF-16; lagre den på nytt som UTF-8 eller ISO-8859-1."


def test_binaer_fil_navngir_linja_med_nullbyten(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record(), record(), "PK\x03\x04\x00\x00")
    assert feilen(sti) == f"{sti} er ikke en tekstfil (linje 3 har en nullbyte); oppgi uttrekket slik fagsystemet lagret det."


def test_filnavn_som_ikke_er_tekst_kan_likevel_skrives_ut(tmp_path: Path) -> None:
    sti = tmp_path / os.fsdecode(b"\xff.dat")
    assert feilen(sti).encode("utf-8").startswith(b"Fant ikke ")
