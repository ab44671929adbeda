"""The demo's offices and people: all of Agder, every role, and nobody real."""

from __future__ import annotations

from collections import Counter

from skreddersom.demo.folk import ansatte, epost, navn_til
from skreddersom.demo.historie import HENDELSER, saa_langt_kom
from skreddersom.demo.kontorer import HOVEDKONTOR, KONTORER
from skreddersom.kjerne.kostra.kommuner import AGDER
from skreddersom.kjerne.lov.versjoner import VERSJONER
from skreddersom.plattform.tilgang.roller import Rolle


def test_hver_kommune_i_agder_har_ett_av_de_femten_kontorene() -> None:
    assert len(KONTORER) == 15
    assert sorted(nr for kontor in KONTORER for nr in kontor.kommuner) == sorted(AGDER)


def test_hovedkontoret_har_alle_rollene_et_kontor_kan_ha_og_de_andre_veileder_og_leder() -> None:
    alle = ansatte()
    assert {a.rolle for a in alle} == set(Rolle)
    assert len({a.rolle for a in alle if a.kontor == HOVEDKONTOR}) == 5
    for kontor in KONTORER:
        assert {Rolle.VEILEDER, Rolle.LEDER} <= {a.rolle for a in alle if a.kontor == kontor.navn}


def test_ingen_to_ansatte_har_samme_adresse_og_ingen_adresse_er_noens() -> None:
    adresser = Counter(epost(a.navn) for a in ansatte())
    assert adresser.most_common(1)[0][1] == 1
    assert all(adresse.endswith("@nav.example") and adresse.isascii() for adresse in adresser)


def test_samme_nokkel_gir_alltid_samme_navn() -> None:
    assert navn_til("1") == navn_til("1")
    assert len({navn_til(str(nr)) for nr in range(200)}) > 150


def test_hendelsene_bygger_paa_vilkaar_i_loven_og_skjer_i_rekkefolge() -> None:
    lovlige = {vilkar.id for vilkar in VERSJONER[-1].grunner_for_nei} | {""}
    assert {hendelse.vilkar for hendelse in HENDELSER} <= lovlige
    for nr in {hendelse.kandidat for hendelse in HENDELSER}:
        dager = [hendelse.dager for hendelse in HENDELSER if hendelse.kandidat == nr]
        assert dager == sorted(dager)


def test_kontorene_har_kommet_ulikt_langt() -> None:
    assert len({saa_langt_kom(kontor.navn) for kontor in KONTORER}) > 5
