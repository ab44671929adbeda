"""How far from what sounds like a ground something may stand and still take it back."""

from __future__ import annotations

import pytest

from skreddersom.kjerne.lov.ulovlig_grunn.leksikon import ett_ord
from skreddersom.kjerne.lov.ulovlig_grunn.monster import Monster
from skreddersom.kjerne.lov.ulovlig_grunn.oppheving import gjelder_ikke
from skreddersom.kjerne.lov.ulovlig_grunn.setning import Ord, setninger

FYLL = "blå"
"""A word that does nothing in a sentence."""
GRUNN = "penger"
VANLIG = Monster("okonomi", (), egen=False, uten=(ett_ord("rød"),), krever=())
KREVER = Monster("okonomi", (), egen=False, uten=(), krever=(ett_ord("rød"),))
EGEN = Monster("okonomi", (), egen=True, uten=(), krever=())


def setning(*deler: str | int) -> list[Ord]:
    """The words; a number is so many that do nothing."""
    return next(setninger(" ".join(del_ if isinstance(del_, str) else " ".join([FYLL] * del_) for del_ in deler))).ord


def borte(monster: Monster, *deler: str | int) -> bool:
    """Whether the ground in the sentence does not count."""
    ord_ = setning(*deler)
    (fra,) = [nr for nr, ett in enumerate(ord_) if ett.form == GRUNN]
    return gjelder_ikke(monster, ord_, fra, fra + 1)


def test_et_ord_som_ikke_gjor_noe_tar_ingenting_tilbake() -> None:
    assert not borte(VANLIG, 3, GRUNN, 3)


@pytest.mark.parametrize(("mellom", "ventet"), [(0, True), (7, True), (8, False)])
def test_at_det_ikke_har_vekt_maa_staa_blant_de_aatte_neste_ordene(mellom: int, ventet: bool) -> None:
    assert borte(VANLIG, 9, GRUNN, mellom, "finnes ikke") is ventet


def test_at_det_ikke_har_vekt_gjelder_ikke_det_som_kommer_etterpaa() -> None:
    assert not borte(VANLIG, "finnes ikke", 1, GRUNN)


@pytest.mark.parametrize(("mellom", "ventet"), [(0, True), (10, True), (11, False)])
def test_en_paastand_maa_begynne_blant_de_tolv_ordene_foran(mellom: int, ventet: bool) -> None:
    assert borte(VANLIG, 1, "hun mener", mellom, GRUNN) is ventet


def test_en_paastand_som_kommer_etterpaa_er_om_noe_annet() -> None:
    assert not borte(VANLIG, GRUNN, "hun mener")


@pytest.mark.parametrize(("foran", "bak", "ventet"), [(11, 0, True), (12, 0, False), (0, 11, True), (0, 12, False)])
def test_det_som_ikke_skal_staa_naer_er_naer_i_tolv_ord(foran: int, bak: int, ventet: bool) -> None:
    deler: tuple[str | int, ...] = ("rød", foran, GRUNN) if foran else (GRUNN, bak, "rød")
    for foerst in (1, 6):
        assert borte(VANLIG, foerst, *deler) is ventet
        assert borte(KREVER, foerst, *deler) is not ventet


def test_det_som_kreves_og_ikke_staar_der_tar_det_tilbake() -> None:
    assert borte(KREVER, 1, GRUNN, 1)


@pytest.mark.parametrize(("steg", "ventet"), [(0, True), (9, True), (10, False)])
def test_en_nektelse_naar_ti_steg_gjennom_ord_som_baerer_den(steg: int, ventet: bool) -> None:
    assert borte(VANLIG, "ikke", *["lagt"] * steg, GRUNN) is ventet


def test_en_nektelse_naar_ikke_gjennom_andre_ord() -> None:
    assert not borte(VANLIG, "ikke", 1, GRUNN)
    assert not borte(VANLIG, "ikke lagt", 1, "vekt", GRUNN)


@pytest.mark.parametrize(
    ("foran", "ventet"),
    [("kan ikke", False), ("kan blå ikke", False), ("kan blå blå ikke", True), ("kan ikke lagt", True), ("ikke kan", True)],
)
def test_en_nektelse_rett_foran_hoerer_til_kan_naar_det_staar_der(foran: str, ventet: bool) -> None:
    assert borte(VANLIG, foran, GRUNN) is ventet


@pytest.mark.parametrize("foran", ["uavhengig av", "uten", "selv om vi har"])
def test_selv_om_og_uavhengig_av_tar_det_tilbake(foran: str) -> None:
    assert borte(VANLIG, foran, GRUNN)
    assert borte(VANLIG, 1, foran, GRUNN)


@pytest.mark.parametrize(
    ("deler", "ventet"),
    [
        (("søkeren", 1, GRUNN), True),
        (("søkeren", 11, GRUNN), True),
        (("søkeren", 12, GRUNN), False),
        ((GRUNN, 1, "søkeren"), False),
        (("søkeren", "kommunen", GRUNN), False),
        (("søkeren", GRUNN, 11, "kommunen"), False),
        (("søkeren", GRUNN, 12, "kommunen"), True),
        (("søkeren", GRUNN, 1, "avslag"), False),
        (("kommunen", "men", "søkeren", GRUNN), True),
        (("søkeren", "men", 1, GRUNN), False),
        (("søkeren", ",", 1, GRUNN), False),
        (("søkeren", GRUNN, "fordi", "kommunen"), True),
        (("søkeren", GRUNN, ",", "kommunen"), True),
    ],
)
def test_deltakerens_egne_forhold_er_i_samme_del_av_setningen_uten_kontoret(deler: tuple[str | int, ...], ventet: bool) -> None:
    assert borte(EGEN, *deler) is ventet
    assert not borte(VANLIG, *deler)
