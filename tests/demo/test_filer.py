"""The files as files: same seed, same bytes; all or none; chunk by chunk; Agder and its municipalities."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from skreddersom.demo.syntetisk import bolk, lag, lag_agder, skriv_filer
from skreddersom.demo.syntetisk.agder import INNBYGGERE, fordel_etter_innbyggere
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kommuner import AGDER
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.kostra.skriv import formater

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from skreddersom.kjerne.kostra.oppsett import Oppsett

BEGGE = (2025, 2026)


def innhold(stier: list[Path]) -> dict[str, bytes]:
    return {sti.name: sti.read_bytes() for sti in stier}


def fodselsnummer(stier: list[Path]) -> set[str]:
    return {linje[24:35] for sti in stier for linje in sti.read_text().splitlines() if linje.strip()}


def test_samme_fro_gir_samme_byte_og_et_annet_gir_andre(tmp_path: Path) -> None:
    forst = innhold(lag("4203", 300, BEGGE, 1, tmp_path / "a"))
    assert innhold(lag("4203", 300, BEGGE, 1, tmp_path / "b")) == forst
    annet = innhold(lag("4203", 300, BEGGE, 2, tmp_path / "c"))
    assert annet.keys() == forst.keys()
    assert all(annet[navn] != forst[navn] for navn in forst)


def test_aarene_kan_staa_i_hvilken_rekkefolge_som_helst(tmp_path: Path) -> None:
    assert innhold(lag("4203", 60, (2026, 2025, 2026), 1, tmp_path / "a")) == innhold(lag("4203", 60, BEGGE, 1, tmp_path / "b"))


def test_uten_aar_blir_det_ingen_filer(tmp_path: Path) -> None:
    with pytest.raises(Brukerfeil, match="Ingen år er valgt"):
        lag("4203", 60, (), 1, tmp_path)


def test_filene_er_ren_ascii_med_linjeskift_etter_hver_record(tmp_path: Path) -> None:
    for navn, byte in innhold(lag("4203", 60, BEGGE, 1, tmp_path)).items():
        assert byte.isascii()
        assert byte.endswith(b"\n")
        assert {len(linje) for linje in byte.splitlines()} == {338 if navn.startswith("11F") else 152}


def test_flere_bolker_gir_riktig_antall_og_ingen_dubletter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bolk, "STORRELSE", 70)
    framdrift: list[int] = []
    stier = lag("4203", 300, BEGGE, 1, tmp_path, framdrift=framdrift.append)
    assert framdrift == [70, 70, 70, 70, 20]
    for sti in stier:
        ramme = les(sti).typet("PERSON_JOURNALNR", "PERSON_FODSELSNR")
        assert len(ramme) == (300 if sti.name.startswith("11F") else 15)
        assert ramme["PERSON_JOURNALNR"].is_unique().all()
        assert ramme["PERSON_FODSELSNR"].is_unique().all()


def test_filer_som_finnes_blir_ikke_skrevet_over_uten_videre(tmp_path: Path) -> None:
    stier = lag("4203", 30, BEGGE, 1, tmp_path)
    forst = innhold(stier)
    with pytest.raises(Brukerfeil, match=r"11F_4203_2025\.dat finnes fra før \(og 3 til\)\. .*--overskriv"):
        lag("4203", 30, BEGGE, 2, tmp_path)
    stier[0].unlink()
    with pytest.raises(Brukerfeil, match=r"11CF_4203_2025\.dat finnes fra før \(og 2 til\)"):
        lag("4203", 30, BEGGE, 2, tmp_path)
    assert {navn: (tmp_path / navn).read_bytes() for navn in forst if (tmp_path / navn).exists()}.items() <= forst.items()
    assert innhold(lag("4203", 30, BEGGE, 2, tmp_path, overskriv=True)) != forst


@pytest.mark.parametrize(
    ("brudd", "venter"),
    [(OSError(errno.ENOSPC, "full"), Brukerfeil), (OSError(errno.EIO, "io"), Brukerfeil), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_et_avbrudd_lar_det_gamle_staa_og_etterlater_ingenting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brudd: BaseException, venter: type[BaseException]
) -> None:
    gamle = innhold(lag("4203", 30, BEGGE, 1, tmp_path))
    skrevet: list[str] = []

    def svikter(ramme: pl.DataFrame, oppsett: Oppsett) -> pl.Series:
        if len(skrevet) == 2:
            raise brudd
        skrevet.append("en")
        return formater(ramme, oppsett)

    monkeypatch.setattr(skriv_filer, "formater", svikter)
    with pytest.raises(venter):
        lag("4203", 40, BEGGE, 2, tmp_path, overskriv=True)
    assert len(skrevet) == 2
    assert {sti.name: sti.read_bytes() for sti in tmp_path.iterdir()} == gamle


@pytest.mark.parametrize(
    ("nummer", "grunn"), [(errno.ENOSPC, "disken er full"), (errno.EACCES, "ikke skrivetilgang"), (errno.EIO, "systemfeil 5")]
)
def test_naar_disken_sier_nei_faar_brukeren_vite_hvorfor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, grunn: str) -> None:
    def svikter(*_: object) -> None:
        raise OSError(nummer, "from the disk")

    monkeypatch.setattr(skriv_filer, "formater", svikter)
    with pytest.raises(Brukerfeil, match=grunn):
        lag("4203", 40, BEGGE, 2, tmp_path)


def test_et_navn_som_er_tatt_av_en_mappe_gir_en_setning(tmp_path: Path) -> None:
    (tmp_path / "11CF_4203_2026.dat").mkdir()
    with pytest.raises(Brukerfeil, match="Kan ikke skrive filene"):
        lag("4203", 30, BEGGE, 1, tmp_path, overskriv=True)
    assert not list(tmp_path.glob("*.uferdig"))


def test_agder_har_25_kommuner_og_ingen_fodselsnummer_i_to_av_dem(tmp_path: Path) -> None:
    stier = lag_agder(tmp_path, antall=500, fro=3)
    assert {sti.name for sti in stier} == {f"{skjema}_{kode}_{aar}.dat" for skjema in ("11F", "11CF") for kode in AGDER for aar in BEGGE}
    per_kommune = [fodselsnummer([sti for sti in stier if kode in sti.name]) for kode in AGDER]
    assert len(set().union(*per_kommune)) == sum(map(len, per_kommune))
    assert sum(len(sti.read_text().splitlines()) for sti in stier if sti.match("11F_*_2026.dat")) == 500


def test_amli_har_mottakere_men_ingen_deltakere(tmp_path: Path) -> None:
    stier = {sti.name: sti for sti in lag("4217", 60, BEGGE, 1, tmp_path)}
    assert len(stier["11F_4217_2026.dat"].read_text().splitlines()) == 60
    assert stier["11CF_4217_2025.dat"].read_bytes() == stier["11CF_4217_2026.dat"].read_bytes() == b" "


def test_mottakerne_fordeles_etter_innbyggere_og_ingen_kommune_blir_uten() -> None:
    fordelt = fordel_etter_innbyggere(6_000)
    assert sum(fordelt.values()) == 6_000
    assert fordelt["4204"] == max(fordelt.values())
    assert fordelt["4204"] / 6_000 == pytest.approx(INNBYGGERE["4204"] / sum(INNBYGGERE.values()), abs=0.005)
    assert set(fordel_etter_innbyggere(25).values()) == {1}


def test_tabellen_over_innbyggere_har_kommunene_i_agder() -> None:
    assert tuple(INNBYGGERE) == AGDER
