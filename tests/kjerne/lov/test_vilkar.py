"""Which unknown facts matter, on made-up conditions that are knottier than those of § 29; and that facts cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kjerne.lov.personer import opplyst, vurdert
from skreddersom.kjerne.lov.fakta import FAKTA, fakta_om
from skreddersom.kjerne.lov.grenser import STARTFRIST_MANEDER
from skreddersom.kjerne.lov.hjemmel import SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.paragraf29 import opphold_med_eos
from skreddersom.kjerne.lov.satser import satser
from skreddersom.kjerne.lov.versjoner import VERSJONER
from skreddersom.kjerne.lov.vilkar import avgjorende, vilkar

if TYPE_CHECKING:
    from skreddersom.kjerne.lov.fakta import Fakta
    from skreddersom.kjerne.lov.trelogikk import S

HJEMMEL = Hjemmel(SOSIALTJENESTELOVEN, "0", date(2010, 1, 1))


@vilkar("oppdiktet", HJEMMEL, "Oppdiktet", "Oppdiktet?")
def opphold_og_bopel_eller_eos(f: Fakta[S], _per: date) -> S:
    """Lawful stay counts only together with a fixed abode; EEA is enough alone."""
    return (f.lovlig_opphold & f.fast_bopel) | f.eos_opphold


def test_vilkaret_vet_selv_hvilke_fakta_det_bruker() -> None:
    assert opphold_og_bopel_eller_eos.fakta == ("lovlig_opphold", "fast_bopel", "eos_opphold")


@pytest.mark.parametrize(
    ("lovlig", "bopel", "eos", "ventet"),
    [
        (None, False, None, ("eos_opphold",)),
        (None, True, None, ("lovlig_opphold", "eos_opphold")),
        (None, None, None, ("lovlig_opphold", "fast_bopel", "eos_opphold")),
        (True, None, False, ("fast_bopel",)),
        (None, None, False, ("lovlig_opphold", "fast_bopel")),
        (False, None, None, ("eos_opphold",)),
        (True, True, None, ()),
    ],
)
def test_bare_ukjente_som_kan_endre_svaret_er_avgjorende(
    lovlig: bool | None, bopel: bool | None, eos: bool | None, ventet: tuple[str, ...]
) -> None:
    assert avgjorende(opphold_og_bopel_eller_eos, (lovlig, bopel, eos)) == ventet


def test_med_fast_bopel_er_bare_lovlig_opphold_igjen_aa_avklare() -> None:
    assert avgjorende(opphold_med_eos, (None, True, None, None)) == ("lovlig_opphold",)


@pytest.mark.parametrize(
    "ting",
    [
        opplyst(True),
        vurdert(True),
        fakta_om({}),
        FAKTA["fast_bopel"],
        HJEMMEL,
        SOSIALTJENESTELOVEN,
        STARTFRIST_MANEDER,
        satser()["faktor"],
        VERSJONER[0],
        opphold_og_bopel_eller_eos,
    ],
    ids=lambda ting: type(ting).__name__,
)
def test_loven_og_fakta_kan_ikke_endres_etterpaa(ting: object) -> None:
    felt = fields(ting)[0].name  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(ting, felt, "noe annet")


@pytest.mark.parametrize("ting", [opplyst(True), vurdert(True), fakta_om({}), FAKTA["fast_bopel"], HJEMMEL, SOSIALTJENESTELOVEN])
def test_smaa_ting_det_finnes_mange_av_er_smaa(ting: object) -> None:
    assert not hasattr(ting, "__dict__")


def test_hver_versjon_av_loven_er_seg_selv() -> None:
    """Versions and conditions are told apart by identity: two that read alike are still two."""
    assert len({*VERSJONER, replace(VERSJONER[0])}) == len(VERSJONER) + 1
    assert opphold_og_bopel_eller_eos != replace(opphold_og_bopel_eller_eos)
