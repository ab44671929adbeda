"""What hinders sending is told from the start, page by page, also before the draft says what the decision is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apper.sak.test_porten import DAG, KLAR, UTKAST, avslag, med
from skreddersom.apper.sak import krav
from skreddersom.apper.sak.models import Slag, Status, Svar, Utfall
from skreddersom.apper.sak.tilstand import Tilstand, Utkasttilstand, Vilkarstilstand
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken

NY = Tilstand(Slag.SOKNAD, Status.UNDER_ARBEID, vilkar=tuple(Vilkarstilstand(ett.id, ett.krav) for ett in versjon_paa(DAG).vilkar))


def test_en_ny_sak_sier_alt_som_mangler_paa_hver_side() -> None:
    alle = krav.per_side(NY, DAG)
    assert {side: len(setninger) for side, setninger in alle.items()} == {"sak:vilkar": 7, "sak:grunnlag": 2, "sak:vedtak": 5}
    assert tuple(setning for setninger in alle.values() for setning in setninger) != ()
    assert {*krav.mangler(NY, DAG)} == {setning for setninger in alle.values() for setning in setninger}


def test_er_alt_paa_plass_eller_behandlingen_ferdig_mangler_ingenting() -> None:
    assert krav.per_side(KLAR, DAG) == {}
    assert krav.per_side(replace(NY, status=Status.VEDTATT), DAG) == {}


def test_foer_utfallet_er_valgt_regnes_det_med_det_som_ser_ut_til_aa_bli() -> None:
    uten = replace(UTKAST, utfall=None)
    assert krav.antatt(replace(KLAR, utkast=uten), DAG) is Utfall.INNVILGET
    assert krav.antatt(replace(avslag("bistand"), utkast=uten), DAG) is Utfall.AVSLATT
    assert krav.antatt(replace(med("arbeidsevnevurdering", svar=Svar.NEI), utkast=uten), DAG) is Utfall.INNVILGET
    assert krav.antatt(replace(KLAR, slag=Slag.STANS, utkast=Utkasttilstand()), DAG) is Utfall.STANSET


def test_sidene_viser_det_som_mangler_med_veien_dit(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    for side in (f"/sak/{saken.sak_id}/", f"/sak/{saken.sak_id}/grunnlag/", f"/vedtak/{saken.behandling_id}/"):
        tekst = client.get(side).content.decode()
        assert "Dette mangler før saken kan sendes til beslutning" in tekst
        assert "er ikke vurdert" in tekst
        assert "Arbeidsevnevurderingen må være gjort" in tekst
        assert f'href="/behandling/{saken.behandling_id}/vilkar/"' in tekst


def test_ogsaa_det_brevet_mangler_er_med_foer_utfallet_er_valgt(saken: Saken) -> None:
    assert saken.tilstand().utkast.utfall is None
    assert any("evaluer" in setning for setning in saken.tilstand().brev_mangler)
