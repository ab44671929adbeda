"""The environment: when it is used as it stands, when it is made anew, and where it stands."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from inngang.lekerot import INGEN_PAKKER, Lekerot
from skreddersom.benk.miljo import miljo as benkmiljo
from skreddersom.inngang import miljo
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def slett_kvitteringen(rot: Lekerot) -> None:
    rot.kvittering.unlink()


def klipp_kvitteringen(rot: Lekerot) -> None:
    rot.kvittering.write_bytes(rot.kvittering.read_bytes()[:20])


def fjern_grunnpython(rot: Lekerot) -> None:
    python = rot.miljo / "bin" / "python"
    python.unlink()
    python.symlink_to(rot.hjem / "avinstallert-python")


def bytt_grunnpython(rot: Lekerot) -> None:
    kvittering = json.loads(rot.kvittering.read_text())
    rot.kvittering.write_text(json.dumps(kvittering | {"python": "/usr/bin/python3.10"}))


def endre_laasen(rot: Lekerot) -> None:
    rot.laas(INGEN_PAKKER + "# endret\n")


@pytest.mark.parametrize("skade", [slett_kvitteringen, klipp_kvitteringen, fjern_grunnpython, bytt_grunnpython, endre_laasen])
def test_halvferdig_eller_utdatert_miljo_lages_paa_nytt(rot: Lekerot, skade: Callable[[Lekerot], None]) -> None:
    rot.kjor("kandidater")
    (rot.miljo / "rusk").touch()
    skade(rot)
    kjoring = rot.kjor("kandidater")
    assert kjoring.kode == 0
    assert "Gjør klar" in kjoring.sagt
    assert not (rot.miljo / "rusk").exists()
    assert rot.kjor("kandidater").sagt == ""


def test_flyttet_utsjekking_trenger_ingen_ny_installasjon(rot: Lekerot, tmp_path: Path) -> None:
    rot.kjor("kandidater")
    flyttet = Lekerot(rot.mappe.rename(tmp_path / "et annet sted"), rot.hjem, rot.programmer)
    kjoring = flyttet.kjor("kandidater")
    assert (kjoring.kode, kjoring.sagt) == (0, "")
    assert kjoring.svar["prefix"] == str(flyttet.miljo)


def test_endret_provelaas_angaar_ikke_den_som_bare_bruker_programmet(rot: Lekerot) -> None:
    rot.kjor("test")
    rot.laas(INGEN_PAKKER + "# endret\n", "requirements-test.lock")
    assert rot.kjor("kandidater").sagt == ""
    assert "requirements-test.lock" in rot.kjor("test").sagt


def test_en_lenke_som_miljo_fjernes_men_ikke_det_den_peker_paa(rot: Lekerot, tmp_path: Path) -> None:
    (tmp_path / "mitt").mkdir()
    (tmp_path / "mitt" / "arbeid").touch()
    rot.miljo.symlink_to(tmp_path / "mitt")
    assert rot.kjor("kandidater").kode == 0
    assert (tmp_path / "mitt" / "arbeid").exists()


def test_andres_utsjekking_faar_miljoet_i_brukerens_hurtiglager(rot: Lekerot) -> None:
    rot.gi_til_en_annen()
    kjoring = rot.kjor("kandidater")
    assert kjoring.kode == 0
    assert str(kjoring.svar["prefix"]).startswith(str(rot.hjem / ".cache" / "skreddersom"))
    assert rot.kjor("kandidater").sagt == ""
    assert not list(rot.mappe.rglob("__pycache__"))


def test_xdg_cache_home_bestemmer_hurtiglageret(rot: Lekerot, tmp_path: Path) -> None:
    rot.gi_til_en_annen()
    svar = rot.kjor("kandidater", XDG_CACHE_HOME=str(tmp_path / "lager")).svar
    assert str(svar["prefix"]).startswith(str(tmp_path / "lager" / "skreddersom"))


def test_et_ferdig_miljo_brukes_av_alle_som_kan_lese_det(rot: Lekerot) -> None:
    rot.kjor("kandidater")
    rot.gi_til_en_annen()
    kjoring = rot.kjor("kandidater")
    assert (kjoring.sagt, kjoring.svar["prefix"]) == ("", str(rot.miljo))


def test_hurtiglager_som_ikke_kan_lages_gir_setning_med_raad(rot: Lekerot) -> None:
    rot.gi_til_en_annen()
    kjoring = rot.kjor("kandidater", XDG_CACHE_HOME="/dev/null")
    assert kjoring.kode == 2
    assert "Sett XDG_CACHE_HOME til en mappe du kan skrive i" in kjoring.sagt
    assert "Traceback" not in kjoring.sagt


@pytest.mark.parametrize(
    ("nummer", "setning"),
    [
        (errno.ENOSPC, "disken er full. Rydd plass til omtrent 1 GB og prøv igjen."),
        (errno.EDQUOT, "plassen du har fått på disken, er brukt opp. Rydd plass"),
        (errno.EACCES, "du har ikke skrivetilgang der. Sett XDG_CACHE_HOME til en mappe du kan skrive i, og prøv igjen."),
        (errno.EROFS, "disken er skrivebeskyttet. Sett XDG_CACHE_HOME"),
        (errno.ENAMETOOLONG, "navnet er for langt. Sett XDG_CACHE_HOME"),
        (errno.ELOOP, f"systemfeil {errno.ELOOP}. Sett XDG_CACHE_HOME"),
    ],
)
def test_det_systemet_sier_nei_til_forklares_paa_norsk(rot: Lekerot, monkeypatch: pytest.MonkeyPatch, nummer: int, setning: str) -> None:
    def nekt(*_: object, **__: object) -> None:
        raise OSError(nummer, os.strerror(nummer))

    monkeypatch.setattr(miljo, "installer", nekt)
    with pytest.raises(Brukerfeil) as feil:
        miljo.klargjor(rot.mappe, ["requirements.lock"])
    assert setning in str(feil.value)
    assert os.strerror(nummer) not in str(feil.value)


def test_manglende_laasefil_gir_setning(rot: Lekerot) -> None:
    (rot.mappe / "requirements.lock").unlink()
    kjoring = rot.kjor("kandidater")
    assert kjoring.kode == 2
    assert kjoring.sagt.startswith("Feil: finner ikke «")
    assert "Hent Skreddersøm på nytt" in kjoring.sagt


def test_andre_verktoy_faar_hvert_sitt_miljo(rot: Lekerot) -> None:
    rot.laas(INGEN_PAKKER, "requirements-lek.lock")
    python = miljo.klargjor(rot.mappe, ["requirements-lek.lock"], ".venv-lek")
    assert python == rot.mappe / ".venv-lek" / "bin" / "python"
    assert python.exists()
    assert not rot.miljo.exists()


def test_benken_sier_fra_om_et_verktoy_uten_laas() -> None:
    with pytest.raises(Brukerfeil, match=r"requirements-ukjent\.lock"):
        benkmiljo("ukjent")
