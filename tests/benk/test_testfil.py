"""Test files are made once, by the product's own generator, and replaced when it changes."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from skreddersom.benk import testfil as modul
from skreddersom.benk.jobb import testfil as jobb
from skreddersom.benk.testfil import hent, lager
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.les import les

if TYPE_CHECKING:
    from pathlib import Path


def test_fila_har_recordene_det_ble_bedt_om(fil_11f: Path) -> None:
    fil = les(fil_11f, "11F")
    assert (fil.oppsett.aar, fil.linjefil.linjer.height) == (2026, 300)


def test_fila_lages_bare_en_gang(fil_11f: Path) -> None:
    sagt: list[str] = []
    assert hent("11F", 300, sagt.append) == fil_11f
    assert sagt == []


def test_en_ny_generator_gir_en_ny_fil_og_den_gamle_fjernes(midlertidig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sagt: list[str] = []
    gammel = hent("11F", 20, sagt.append)
    innhold = gammel.read_bytes()
    monkeypatch.setattr(modul, "LAGES_AV", ("demo/syntetisk/person.py",))
    ny = hent("11F", 20, sagt.append)
    assert ny != gammel
    assert ny.read_bytes() == innhold
    assert not gammel.exists()
    assert sagt == ["Lager en testfil med 20 recorder i 11F"] * 2
    assert midlertidig in ny.parents


def test_11cf_kortes_til_antallet_og_er_hele_recorder(tmp_path: Path) -> None:
    sti = tmp_path / "11CF.dat"
    arbeid = jobb.forbered({"skjema": "11CF", "poster": 7, "aar": 2026, "sti": str(sti)})
    assert arbeid.hovedtall(arbeid.gjor()) == {"byte": sti.stat().st_size}
    assert les(sti, "11CF").linjefil.linjer.height == 7
    assert list(tmp_path.iterdir()) == [sti]


def test_lageret_er_for_brukeren_alene(midlertidig: Path) -> None:
    assert lager().parent == midlertidig
    assert stat.S_IMODE(lager().stat().st_mode) & 0o077 == 0


def test_et_lager_som_peker_et_annet_sted_avvises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / f"skreddersom-benk-{os.geteuid()}").symlink_to(tmp_path)
    with pytest.raises(Brukerfeil, match=r"tilhører noen andre\. Sett TMPDIR"):
        lager()
