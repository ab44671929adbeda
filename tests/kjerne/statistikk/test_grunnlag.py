"""What may be said depends on how they were chosen."""

from __future__ import annotations

import pytest

from skreddersom.kjerne.statistikk.grunnlag import Anslag, BareDisse, Talt, Telling, Tilfeldig, Utvalgt, si
from skreddersom.kjerne.statistikk.hypergeometrisk import intervall
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.kjerne.statistikk.svar import Av, ForLite


def test_alle_femten_kontorer_er_ikke_et_utvalg() -> None:
    svar = si(Av(8, 15), Telling())
    assert svar == Talt(Av(8, 15))
    assert svar.setning == "8 av 15 (53 prosent). Alle er med, så tallet har ingen usikkerhet fra utvalg."
    assert not hasattr(svar, "intervall")


def test_tilsynets_nitti_kommuner_sier_ikke_noe_om_de_andre() -> None:
    svar = si(Av(76, 90), Utvalgt("risikoen for svikt var størst der"))
    assert isinstance(svar, BareDisse)
    assert svar.setning == "76 av 90 (84 prosent). De ble valgt fordi risikoen for svikt var størst der, så tallet sier ikke noe om andre."
    assert not hasattr(svar, "intervall")


def test_et_tilfeldig_utvalg_sier_noe_om_hele_ramma() -> None:
    svar = si(Av(6, 10), Tilfeldig(40))
    assert svar == Anslag(Av(6, 10), 40, wilson(6, 10, ramme=40) or pytest.fail("intervall"))
    assert svar.setning == "6 av 10 (60 prosent), trukket tilfeldig. Blant alle 40 ligger andelen trolig mellom 34 prosent og 81 prosent."


def test_et_funn_faar_det_eksakte_intervallet_og_det_er_videre() -> None:
    visning, funn = si(Av(6, 10), Tilfeldig(40)), si(Av(6, 10), Tilfeldig(40), funn=True)
    assert isinstance(visning, Anslag)
    assert isinstance(funn, Anslag)
    assert funn.intervall == intervall(Av(6, 10), 40)
    assert funn.intervall.lav < visning.intervall.lav < visning.intervall.hoy < funn.intervall.hoy


def test_er_hele_ramma_trukket_er_det_en_telling() -> None:
    assert si(Av(3, 8), Tilfeldig(8)) == Talt(Av(3, 8))


def test_flere_enn_ramma_har_er_en_feil() -> None:
    for funn in (False, True):
        with pytest.raises(ValueError, match="trukket av 7"):
            si(Av(3, 8), Tilfeldig(7), funn=funn)


@pytest.mark.parametrize("grunnlag", [Telling(), Tilfeldig(9), Utvalgt("de hadde tid")])
def test_ingen_spurte_er_for_lite_uansett(grunnlag: Telling) -> None:
    assert isinstance(si(Av(0, 0), grunnlag), ForLite)
