"""The files pass the controls: Statistics Norway's and our own stricter ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.demo.syntetisk import lag
from skreddersom.kjerne.kostra.kontroll.kjor import kontroller
from skreddersom.kjerne.kostra.les import les_linjer

if TYPE_CHECKING:
    from pathlib import Path

    from demo.conftest import Kommune

BYDELSFEILEN = ("K002", "BYDELSNR er blankt")


def funn(sti: Path) -> list[tuple[str, str]]:
    """Control and sentence of every message."""
    uten_vedlegg = sti.read_bytes() == b" "
    meldinger = kontroller(les_linjer(sti), vedlegg=not uten_vedlegg).meldinger
    return list(meldinger.filter(meldinger["alvorlighet"] != "OK").select("kontroll", "tekst").iter_rows())


def uventede(sti: Path) -> list[tuple[str, str]]:
    """All but the known fault in the rules of 2026, which hits every record outside Oslo."""
    return [(id_, tekst) for id_, tekst in funn(sti) if not (id_ == BYDELSFEILEN[0] and tekst.startswith(BYDELSFEILEN[1]))]


def test_en_stor_kommune_gir_ingen_meldinger_i_noen_av_filene(arendal: Kommune) -> None:
    for sti in arendal.stier:
        assert uventede(sti) == [], sti.name


def test_11f_for_2026_har_den_kjente_bydelsfeilen_paa_hver_record_og_2025_ingen(tmp_path: Path) -> None:
    sosialhjelp_2025, _, sosialhjelp_2026, _ = lag("4203", 80, (2025, 2026), 1, tmp_path)
    assert funn(sosialhjelp_2025) == []
    assert len(funn(sosialhjelp_2026)) == 80


def test_oslo_har_bydel_og_ingen_meldinger(tmp_path: Path) -> None:
    stier = lag("0301", 600, (2025, 2026), 1, tmp_path)
    assert [funn(sti) for sti in stier] == [[], [], [], []]
    assert {linje[6:8] for linje in stier[0].read_text().splitlines()} == {f"{bydel:02d}" for bydel in range(1, 16)}


@pytest.mark.parametrize(("antall", "fro"), [(1, 1), (2, 2), (21, 3), (21, 4), (60, 5)])
def test_ogsaa_de_minste_kommunene_er_gyldige(tmp_path: Path, antall: int, fro: int) -> None:
    for sti in lag("4222", antall, (2025, 2026), fro, tmp_path):
        assert uventede(sti) == [], sti.name


@pytest.mark.parametrize("aar", [2025, 2026])
def test_ett_aar_alene_er_gyldig(tmp_path: Path, aar: int) -> None:
    stier = lag("4204", 400, [aar], 1, tmp_path)
    assert [sti.name for sti in stier] == [f"11F_4204_{aar}.dat", f"11CF_4204_{aar}.dat"]
    for sti in stier:
        assert uventede(sti) == [], sti.name
