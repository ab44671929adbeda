"""The golden case: the real answers of the Agder round of 2020, and the headline corrected to what they carry."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kjerne.omradeovervaking.runder import DAG
from skreddersom.demo.kontorer import KONTORER
from skreddersom.demo.omradeovervaking import FILER, runde
from skreddersom.kjerne.lov.trelogikk import JA, NEI
from skreddersom.kjerne.omradeovervaking.definisjon import les_definisjon
from skreddersom.kjerne.omradeovervaking.kodeliste import felles_kodeliste
from skreddersom.kjerne.omradeovervaking.koding import kod, les_koder
from skreddersom.kjerne.omradeovervaking.matrise import Skille
from skreddersom.kjerne.omradeovervaking.rapport import lag_rapport
from skreddersom.kjerne.omradeovervaking.svar import Rute, les_svar
from skreddersom.kjerne.omradeovervaking.utforming import utform

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport

pytestmark = pytest.mark.krav("R04", "R06", "R07", "R40")


@cache
def agder() -> Rapport:
    svar, koder, definisjon = (runde("agder-2020")[fil] for fil in FILER)
    lest = les_svar(svar, "svar.csv")
    return lag_rapport(lest, les_koder(koder, "koder.csv"), les_definisjon(definisjon, "rapport.toml", lest), DAG)


def test_15_kontorer_og_fire_sporsmal_i_kartets_rekkefolge() -> None:
    svar = agder().svar
    assert svar.kontorer == tuple(kontor.navn for kontor in KONTORER)
    assert svar.sporsmal == ("identifisert_og_informert", "tilbud_om_program", "corona_og_program", "spesielle_utfordringer")


def test_de_frie_svarene_staar_slik_kontorene_skrev_dem() -> None:
    ord_ = agder().svar.ord
    assert ord_[Rute("NAV Midt Agder", "spesielle_utfordringer")] == "Eget Team"
    assert ord_[Rute("NAV Risør", "spesielle_utfordringer")] == "praksisplasser"
    assert ord_[Rute("NAV Tvedestrand", "spesielle_utfordringer")] == "Program til de dårligst fungere de"


def test_de_to_forste_kolonnene_skiller_ikke() -> None:
    assert [ett.skille for ett in agder().kolonner] == [Skille.SAMME_ORD, Skille.SAMME_ORD, Skille.SKILLER, Skille.SKILLER]


def test_bare_8_av_15_sier_at_ingenting_er_endret() -> None:
    pandemien = agder().kolonner[2]
    assert Counter(pandemien.antall) == Counter(uendret=8, forlenget=2, utsatt=2, okning=1, mindre_kontakt=1, ingen_deltakere=1)


def test_hver_rute_er_kodet_og_ordlista_alene_finner_7_av_de_8() -> None:
    assert all(kodet.kode for kodet in agder().koding.ruter.values())
    alene = kod(agder().svar, felles_kodeliste(), [])
    assert Counter(alene.kode(rute) for rute in alene.svar.ruter("corona_og_program"))["uendret"] == 7


def test_overskriften_fra_2020_baeres_ikke_og_den_rettede_gjor_det() -> None:
    (gammel, belegg), _ = agder().rettinger
    assert "ikke har hatt noe å si" in gammel.paastand.tekst.nb
    assert (belegg.n, belegg.av, belegg.baerer()) == (8, 15, NEI)
    assert agder().for_sterke() == []
    assert [(ett.n, ett.av, ett.baerer()) for _, ett in agder().paastander[:2]] == [(8, 15, JA), (6, 15, JA)]


def test_de_andre_paastandene_har_tallene_sine() -> None:
    assert {ett.paastand.id: (ett.n, ett.av) for _, ett in agder().paastander[2:]} == {
        "R1": (4, 15),
        "R2": (1, 1),
        "R3": (1, 1),
        "R4": (9, 15),
        "R5": (2, 15),
    }


@pytest.mark.parametrize(("maalform", "setning"), [("nb", "krever 15 av 15, og rutene gir 8"), ("nn", "krev 15 av 15, og rutene gir 8")])
def test_rapporten_sier_hvorfor_overskriften_er_tatt_tilbake(maalform: str, setning: str) -> None:
    assert setning in str(utform(agder(), "nn" if maalform == "nn" else "nb", "prøve").blokker)


def test_kontorer_med_vansker_og_det_som_lyktes_skal_folges_opp() -> None:
    assert {ett.rute.kontor for ett in agder().definisjon.oppfolging} == {
        *("NAV Grimstad", "NAV Lillesand", "NAV Evje og Hornnes", "NAV Risør", "NAV Åmli", "NAV Tvedestrand"),
    }
