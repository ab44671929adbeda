"""The receipt as a page: what the decision rested on, in words and names, and the very bytes one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apper.sak.test_vedtaket import avslag
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.visning.kvittering import vis
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken


def test_kvitteringen_viser_fakta_vilkaar_regler_folk_og_brevets_avtrykk(saken: Saken, client: Client) -> None:
    saken.vedta()
    vedtak = saken.behandling().vedtak
    svar = saken.folk.logg_inn(client, "kjersti").get(f"/vedtak/{saken.behandling_id}/kvittering/")
    tekst = svar.content.decode()
    for ord_ in ("Vilde", "Bjorg", "Kjersti", "Innvilget", "37,5", "samtale med søkeren", vedtak.kvittering_sha256, vedtak.brev_sha256):
        assert ord_ in tekst
    vist = svar.context["kvittering"]
    versjon = versjon_paa(vedtak.dato)
    assert [ett.krav for ett in vist.vilkar] == [ett.krav for ett in versjon.vilkar]
    assert {(ett.av, ett.sikret_av) for ett in vist.vilkar} == {("Vilde", "Kjersti")}
    assert (vist.lovversjon, vist.feil) == (versjon.id, "")
    assert "er den samme som da vedtaket ble fattet" in tekst


def test_byttene_er_ett_klikk_unna(saken: Saken, client: Client) -> None:
    saken.vedta()
    svar = saken.folk.logg_inn(client, "vilde").get(f"/vedtak/{saken.behandling_id}/kvittering/?som=json")
    assert svar.content == bytes(saken.behandling().vedtak.kvittering)
    assert f"/vedtak/{saken.behandling_id}/kvittering/" in client.get(f"/vedtak/{saken.behandling_id}/").content.decode()


def test_en_grunn_til_nei_staar_i_ord_og_uten_vedtak_er_det_ingen_kvittering(saken: Saken, client: Client) -> None:
    assert saken.folk.logg_inn(client, "vilde").get(f"/vedtak/{saken.behandling_id}/kvittering/").status_code == 404
    avslag(saken)
    saken.gjor("bjorg", h.ta)
    saken.gjor("bjorg", h.fatt_vedtak)
    (ett,) = client.get(f"/vedtak/{saken.behandling_id}/kvittering/").context["kvittering"].vilkar
    assert ett.svar == "Nei"
    assert ett.grunn not in ("", "ikke_vesentlig_nedsatt")


def test_en_kvittering_som_er_endret_blir_sagt(saken: Saken) -> None:
    saken.vedta()
    vedtak = saken.behandling().vedtak
    with som(saken.folk.kontekst("lena")):
        vedtak.kvittering = bytes(vedtak.kvittering).replace(b"37.5", b"37.0")
        assert "endret etter" in vis(vedtak).feil
