"""Where files are written: through links, never over what is no ordinary file, and told in Norwegian."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kjerne.screening.saksmengder import fil, post
from skreddersom import cli
from skreddersom.cli.utfil import paa_plass_til_slutt
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import GRUNNER, grunn

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def kilde(tmp_path: Path) -> Path:
    (tmp_path / "inn").mkdir()
    return fil(tmp_path / "inn", [post("Anna")]).sti


def kjor(*ord_: object) -> int:
    return cli.main(["kandidater", *map(str, ord_)])


SPERRER: dict[str, Callable[[Path], None]] = {
    "rør": os.mkfifo,
    "mappe": Path.mkdir,
    "lenke til mappe": lambda sti: sti.symlink_to(sti.parent),
    "lenke til seg selv": lambda sti: sti.symlink_to(sti),
}


@pytest.mark.parametrize("hva", SPERRER)
def test_det_som_ikke_er_en_vanlig_fil_faar_staa(tmp_path: Path, kilde: Path, hva: str, capsys: pytest.CaptureFixture[str]) -> None:
    ut = tmp_path / "liste.json"
    SPERRER[hva](ut)
    foer = ut.lstat()
    assert kjor(kilde, "--ut", ut) == 2
    fanget = capsys.readouterr()
    assert "er ikke en vanlig fil, men for eksempel en mappe eller et rør; velg et annet navn til --ut." in fanget.err
    assert fanget.out == ""
    assert ut.lstat() == foer
    with pytest.raises(Brukerfeil), paa_plass_til_slutt(ut):
        raise AssertionError


@pytest.mark.parametrize("finnes", [True, False])
def test_en_lenke_skrives_det_gjennom(tmp_path: Path, kilde: Path, finnes: bool) -> None:
    maal, lenke = tmp_path / "maal.json", tmp_path / "lenke.json"
    if finnes:
        maal.write_text("gammelt")
    lenke.symlink_to(maal)
    assert kjor(kilde, "--ut", lenke) == 0
    assert lenke.is_symlink()
    assert maal.read_text().startswith("{")


def test_lista_sies_skrevet_forst_naar_den_er_det(tmp_path: Path, kilde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjor(kilde, "--ut", tmp_path / "borte" / "liste.csv") == 2
    fanget = capsys.readouterr()
    assert "skrevet til" not in fanget.out
    assert ": mappa finnes ikke. Velg en mappe som finnes, og som du kan skrive i." in fanget.err


@pytest.mark.parametrize("navn", ["[red]ut[bold].csv", "ut[/x].csv", "\x1b[2Jut.csv"])
def test_navnet_paa_fila_er_bare_tekst(tmp_path: Path, kilde: Path, navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / navn).parent.mkdir(exist_ok=True)
    assert kjor(kilde, "--ut", tmp_path / navn) == 0
    ut = capsys.readouterr().out.replace("\n", "")
    assert f"skrevet til {tmp_path / navn}.".replace("\x1b", "�") in ut


@pytest.mark.parametrize("endelse", ["json", "xlsx", "csv"])
def test_navn_som_ikke_er_utf8_stanser_ingenting(tmp_path: Path, kilde: Path, endelse: str, capsys: pytest.CaptureFixture[str]) -> None:
    rar = kilde.rename(tmp_path / os.fsdecode(b"\xff\xfe.dat"))
    ut = tmp_path / os.fsdecode(b"\xfe." + endelse.encode())
    assert kjor(rar, "--ut", ut) == 0
    assert kjor(rar, "--format", "json") == 0
    assert '"??.dat"' in capsys.readouterr().out.replace(f"{tmp_path}/", "")
    assert ut.is_file()


def test_det_systemet_sier_nei_til_sies_paa_norsk() -> None:
    assert {grunn(OSError(nummer, os.strerror(nummer))) for nummer in GRUNNER} == set(GRUNNER.values())
    assert grunn(OSError(errno.ELOOP, "Too many levels")) == f"systemfeil {errno.ELOOP}"
    assert grunn(OSError("uten nummer")) == "systemfeil None"
