"""As whom the server runs: as oneself, in a user namespace, as another user; and with closed folders around it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from plattform.postgres.conftest import ALLE
from plattform.postgres.prosess import ANNEN, ROT_I_ROM, UTEN_NOE, UTEN_ROM, VANLIG, Vilkar, aapen_mappe, kjor, som_vises, svar
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import Tjener, kjorende, slett
from skreddersom.plattform.postgres import maate as maater
from skreddersom.plattform.postgres.foreldrelos import finn
from skreddersom.plattform.postgres.mappe import Databasemappe

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.plattform.postgres.binarer import Binarer
    from skreddersom.plattform.postgres.maate import Maate

DAC_OVERRIDE, DAC_READ_SEARCH = 1 << 1, 1 << 2
ANNEN_BRUKER = 65534

# Writes a row, stops, starts again as a new process would, and tells as whom the server runs and with which rights.
TUR = """
from skreddersom.plattform.postgres import binarer, foreldrelos
mappe = Path(sys.argv[1])
valgt = binarer.undersok(Path(sys.argv[2]))
with kjorende(mappe, binarer=valgt) as database, psycopg.connect(database.dsn()) as kobling:
    kobling.execute("CREATE TABLE kandidat AS SELECT 'Åse' AS navn")
with kjorende(mappe, binarer=valgt) as database, psycopg.connect(database.dsn()) as kobling:
    print(*kobling.execute("SELECT navn FROM kandidat").fetchone())
    nummer = foreldrelos.finn(mappe / "data")
    status = dict(linje.split(":", 1) for linje in Path(f"/proc/{nummer}/status").read_text().splitlines())
    print((mappe / "data").stat().st_uid, int(status["CapEff"], 16))
slett(mappe)
print(sum(1 for _ in mappe.iterdir()))
"""


def tur(mappe: Path, vilkar: Vilkar, binarer: Binarer) -> tuple[int, int]:
    """The owner of the data and the server's rights, after a whole round."""
    navn, eier_og_rett, rest = svar(TUR, mappe, binarer.mappe, vilkar=vilkar)
    assert (navn, rest) == ("Åse", "0")
    eier, rett = map(int, eier_og_rett.split())
    return eier, rett


@pytest.mark.parametrize("vilkar", som_vises(VANLIG, ANNEN, ROT_I_ROM), ids=str)
def test_dataene_er_ens_egne_der_en_kan_kjore_uten_bytte_av_bruker(vilkar: Vilkar, binarer: Binarer) -> None:
    with aapen_mappe(vilkar.bruker) as mappe:
        eier, rett = tur(mappe, vilkar, binarer)
        assert rett == 0
        assert eier == (0 if vilkar is ROT_I_ROM else vilkar.bruker)


@pytest.mark.parametrize("vilkar", som_vises(UTEN_ROM), ids=str)
def test_rot_bytter_bruker_der_navnerom_er_forbudt(vilkar: Vilkar, binarer: Binarer) -> None:
    with aapen_mappe(vilkar.bruker) as mappe:
        eier, rett = tur(mappe, vilkar, binarer)
        assert eier == ANNEN_BRUKER
        assert rett in {0, DAC_READ_SEARCH, DAC_OVERRIDE}
        assert rett == 0 or not str(binarer.mappe).startswith("/usr/")


@pytest.mark.parametrize("vilkar", som_vises(UTEN_ROM), ids=str)
def test_serveren_naar_gjennom_et_lukket_hjem_med_en_rett_og_ikke_flere(vilkar: Vilkar, binarer: Binarer, tmp_path: Path) -> None:
    hjem = tmp_path / "hjem"
    hjem.mkdir(mode=0o700)
    eier, rett = tur(hjem / "prosjekt" / "database", vilkar, binarer)
    assert eier == ANNEN_BRUKER
    assert rett in {DAC_READ_SEARCH, DAC_OVERRIDE}
    assert rett == DAC_READ_SEARCH or not str(binarer.mappe).startswith("/usr/")
    assert stat.S_IMODE(hjem.stat().st_mode) == 0o700
    assert hjem.stat().st_uid == os.geteuid()


@pytest.mark.parametrize("vilkar", som_vises(UTEN_NOE), ids=str)
def test_der_ingen_maate_er_tillatt_sies_det_hva_en_kan_gjore(vilkar: Vilkar, tmp_path: Path) -> None:
    kjort = kjor("Tjener(Path(sys.argv[1])).start()", tmp_path / "database", vilkar=vilkar)
    assert "verken brukernavnerom eller bytte av bruker er tillatt" in kjort.stderr
    assert "DATABASE_URL" in kjort.stderr


def virker(maate: Maate, sted: Path) -> bool:
    return maater.prov(maate, ALLE[-1], sted) is None


def maater_her() -> list[Maate]:
    with aapen_mappe(os.geteuid()) as sted:
        return [maate for maate in maater.mulige(os.geteuid(), None) if virker(maate, sted)]


@pytest.mark.parametrize("maate", maater_her(), ids=lambda ett: ett.navn)
def test_det_en_maate_har_laget_kan_neste_kjoring_bruke_uten_at_noen_velger_maaten(maate: Maate, monkeypatch: pytest.MonkeyPatch) -> None:
    with aapen_mappe(os.geteuid()) as mappe:
        with monkeypatch.context() as m:
            m.setattr(maater, "mulige", lambda *_: iter([maate]))
            with kjorende(mappe, binarer=ALLE[-1]):
                laget_som = (mappe / "data").stat().st_uid
        with kjorende(mappe, binarer=ALLE[-1]):
            assert finn(mappe / "data") is not None
        assert (mappe / "data").stat().st_uid == laget_som
        slett(mappe)


def test_data_bestemmer_hvem_serveren_kjorer_som() -> None:
    def navn(meg: int, eier: tuple[int, int] | None) -> list[str]:
        return [maate.navn for maate in maater.mulige(meg, eier)]

    annen = ["som en annen bruker", "som en annen bruker, gjennom lukkede mapper", "som en annen bruker, med lukkede programmer"]
    egne = ["som seg selv", "i et brukernavnerom"]
    assert navn(0, None) == egne + annen
    assert navn(0, (0, 0)) == egne
    assert navn(0, (1000, 1000)) == annen
    assert navn(1000, None) == navn(1000, (1000, 1000)) == egne
    assert navn(1000, (1001, 1001)) == []


def test_data_som_en_annen_eier_gir_en_setning_med_nummeret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "data").stat().st_uid + 1)
    with pytest.raises(Brukerfeil, match="eies av en annen bruker"):
        maater.velg(Databasemappe(tmp_path), ALLE[-1])


def test_det_er_bare_det_vi_nettopp_har_laget_som_skifter_eier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skiftet: list[Path] = []
    monkeypatch.setattr(maater.Maate, "gi", lambda _, sti: skiftet.append(sti))
    fantes = {tmp_path, *tmp_path.parents}
    with Tjener(tmp_path / "database"):
        assert not fantes & set(skiftet)
        assert {sti.name.partition("-")[0] for sti in skiftet} == {"data.ny", "passord", "skreddersom"}
