"""What is said of a municipality beside the others."""

import pytest

from skreddersom.kjerne.indikator.dom import Dom, Ulikhet, sammenlikn
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul, vis_alt

FULLFORT = Linje("fullfort", 2026)


def dommer(*tall: tuple[int, int]) -> list[Dom | None]:
    telt = {FULLFORT: {f"42{nr:02}": Tall(*ett) for nr, ett in enumerate(tall)}}
    return [rad.dom for rad in sammenlikn(FULLFORT, vis_alt(telt)[FULLFORT]).rader]


@pytest.mark.krav("R05")
def test_hver_kommune_faar_et_ord_og_ingen_plass() -> None:
    assert dommer((60, 200), (2, 3), (30, 100), (55, 100), (40, 100)) == [
        Dom.SE_NARMERE,
        Dom.FOR_FA,
        Dom.INNENFOR,
        Dom.FOLG_OPP,
        Dom.INNENFOR,
    ]


def test_rekkefolgen_er_kommunenummeret_ogsaa_for_de_skjulte() -> None:
    telt = {FULLFORT: {"4209": Tall(10, 40), "4201": Tall(2, 30), "4205": Tall(16, 50), "4203": Tall(3, 20)}}
    svar = sammenlikn(FULLFORT, skjul(telt)[FULLFORT])
    assert [(rad.kommune, rad.tall, rad.dom) for rad in svar.rader] == [
        ("4201", None, None),
        ("4203", None, None),
        ("4205", Tall(16, 50), Dom.INNENFOR),
        ("4209", Tall(10, 40), Dom.INNENFOR),
    ]
    assert svar.samlet is not None
    assert svar.samlet.tall == (5, 50)
    assert svar.antall(Dom.INNENFOR) == 2


def test_maalet_er_alle_ogsaa_de_skjulte() -> None:
    telt = {FULLFORT: {"4201": Tall(2, 30), "4203": Tall(3, 20), "4205": Tall(20, 50)}}
    svar = sammenlikn(FULLFORT, skjul(telt)[FULLFORT])
    assert svar.trakt is not None
    assert svar.trakt.maal == 0.25


def test_er_alle_like_er_det_ingenting_aa_sammenlikne() -> None:
    assert dommer((0, 20), (0, 30)) == [Dom.FOR_FA, Dom.FOR_FA]


def test_en_kommune_alene_er_ikke_lik_seg_selv() -> None:
    assert dommer((10, 40)) == [Dom.FOR_FA]


def test_et_snitt_har_ingen_dom() -> None:
    linje = Linje("dager_vedtak", 2026)
    svar = sammenlikn(linje, vis_alt({linje: {"4201": Tall(300, 10), "4202": Tall(0, 0)}})[linje])
    assert [(rad.verdi, rad.dom) for rad in svar.rader] == [(30.0, None), (None, None)]
    assert svar.trakt is None


def test_et_antall_har_bare_antallet() -> None:
    linje = Linje("deltakere", 2026)
    assert [rad.verdi for rad in sammenlikn(linje, vis_alt({linje: {"4201": Tall(9, 9)}})[linje]).rader] == [None]


@pytest.mark.parametrize(("antall", "ulikhet"), [(6, Ulikhet.BARE_SAGT), (24, Ulikhet.VIDERE)])
def test_er_kommunene_mer_ulike_enn_tilfeldigheter_gir_blir_det_sagt(antall: int, ulikhet: Ulikhet) -> None:
    telt = {FULLFORT: {f"42{nr:02}": Tall(20 if nr % 2 else 60, 100) for nr in range(antall)}}
    svar = sammenlikn(FULLFORT, vis_alt(telt)[FULLFORT])
    assert svar.ulikhet is ulikhet
