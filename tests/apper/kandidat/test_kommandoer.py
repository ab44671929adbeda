"""The commands that act for a member of staff: hent and kontroller."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from django.utils.translation import gettext

from apper.kandidat.kontorfiler import filer
from skreddersom import cli
from skreddersom.apper.kandidat.models import Fil
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.plattform.kontroller import telling as kontroller
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from pathlib import Path

    from rollebesetning import Besetning

LENA = ["--kontor", "Bakken", "--som", "lena@eksempel.no"]


def test_kontroller_viser_det_samme_som_kontoret(bakken: Besetning, capsys: pytest.CaptureFixture[str]) -> None:
    kode = cli.main(["kontroller", *LENA, "--format", "json"])
    vist = {ett["kontroll"]: (ett["k"], ett["n"]) for ett in json.loads(capsys.readouterr().out)}
    with som(bakken.kontekst("lena")) as lena:
        assert vist == {tall.kontroll.id: (tall.k, tall.n) for tall in kontroller.tell(lena)}
        assert Rad.objects.filter(ansatt_id=lena.ansatt, innhold__contains="kommandolinja").count() == 1
    assert kode == 1  # control 104 finds the young with conditions


@pytest.mark.parametrize(("sprak", "av"), [("nb", "0 av 1"), ("nn", "truleg mellom"), ("en", "0 of 1")])
def test_kontrollene_vises_paa_det_spraaket_man_ber_om(bakken: Besetning, capsys: pytest.CaptureFixture[str], sprak: str, av: str) -> None:
    cli.main(["kontroller", *LENA, "--sprak", sprak])
    ut = capsys.readouterr().out
    with translation.override(sprak):
        assert [gettext(ett.tittel) for ett in KATALOG if gettext(ett.tittel) not in ut] == []
    assert av in ut


def test_kontroller_som_tabell(bakken: Besetning, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["kontroller", *LENA])
    linjer = capsys.readouterr().out.splitlines()
    assert [linje[:3] for linje in linjer] == ["101", "102", "103", "104", *(str(nr) for nr in range(201, 211)), "703"]
    assert "0 av 1" in linjer[1]
    assert "trolig mellom" in linjer[0]


@pytest.mark.parametrize(
    ("valg", "ord_"),
    [
        (["--kontor", "Bakkken", "--som", "lena@eksempel.no"], "noe kontor som heter «Bakkken»"),
        (["--kontor", "Bakken", "--som", "vilde@eksempel.no"], "har ikke en rolle ved Bakken"),
        (["--kontor", "Bakken", "--som", "leif@eksempel.no"], "har ikke en rolle ved Bakken"),
        (["--kontor", "Bakken", "--som", "ingen@eksempel.no"], "har ikke en rolle ved Bakken"),
    ],
)
def test_bare_den_som_kan_se_kontoret_faar_tallene(folk: Besetning, capsys: pytest.CaptureFixture[str], valg: list[str], ord_: str) -> None:
    assert cli.main(["kontroller", *valg]) == 2
    assert ord_ in capsys.readouterr().err


def test_hent_tar_inn_mappa_og_sier_hva_som_ble_avvist(folk: Besetning, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for navn, data in filer().items():
        (tmp_path / navn).write_bytes(data)
    (tmp_path / ".skjult").write_bytes(b"ikke var")
    (tmp_path / "rart.dat").write_bytes(b"<html>")
    hent = ["hent", *LENA, "--mappe", str(tmp_path)]
    assert cli.main(hent) == 2
    skrevet = capsys.readouterr()
    assert "rart.dat er en nettside" in skrevet.err
    assert "4 av 5 filer er her" in skrevet.out
    (tmp_path / "rart.dat").unlink()
    assert cli.main(hent) == 0
    assert capsys.readouterr().out.count("lastet opp før") == 4
    with som(folk.kontekst("lena")):
        assert Fil.objects.count() == 4


def test_hent_fra_noe_som_ikke_er_en_mappe(folk: Besetning, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hent", *LENA, "--mappe", str(tmp_path / "borte")]) == 2
    assert "er ikke en mappe" in capsys.readouterr().err
