"""Vedtak: the draft beside the real letter, what is missing, the way to the one who decides and back, and what stands when it is done."""

from __future__ import annotations

import io
import json
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from django.test import Client

from apper.sak.saken import IDAG
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Retursaarsak, Status, Utfall
from skreddersom.apper.sak.visning.sjekkliste import NAVN
from skreddersom.kjerne.lov.brevkrav import VEDTAK, Brevslag, krav_til

if TYPE_CHECKING:
    from apper.sak.saken import Saken


@pytest.fixture
def vilde(saken: Saken) -> Client:
    return saken.folk.logg_inn(Client(), "vilde")


@pytest.fixture
def bjorg(saken: Saken) -> Client:
    return saken.folk.logg_inn(Client(), "bjorg")


def siden(klient: Client, saken: Saken, mer: str = "") -> str:
    svar = klient.get(f"/vedtak/{saken.behandling_id}/{mer}")
    assert svar.status_code == 200
    return svar.content.decode()


def post(klient: Client, saken: Saken, sti: str = "", **felt: Any) -> Any:
    faste = {"versjon": saken.behandling().versjon, "nokkel": uuid.uuid4()}
    return klient.post(f"/vedtak/{saken.behandling_id}/{sti}", faste | felt)


def utkast(**mer: Any) -> dict[str, Any]:
    return {
        "utfall": "innvilget",
        "fra": IDAG.isoformat(),
        "til": (IDAG + timedelta(days=300)).isoformat(),
        "start": (IDAG + timedelta(days=7)).isoformat(),
        "timer_uke": "37,5",
        "begrunnelse": "Du har prøvd lenge, og trenger tett hjelp.",
        "alternativ_uten_kvp": "Økonomisk stønad uten plan.",
        "innhold": "Praksis i butikk\n\n Norskkurs ",
        "evalueringer": f"{IDAG + timedelta(days=90):%d.%m.%Y}",
        "adresse": "Prøveveien 2\n4801 Bakken",
    } | mer


def pdf_tekst(innhold: bytes) -> str:
    return "\n".join(side.extract_text() for side in pypdf.PdfReader(io.BytesIO(innhold)).pages)


def test_utkastet_lagres_slik_det_er_skrevet(saken: Saken, vilde: Client) -> None:
    assert post(vilde, saken, **utkast()).status_code == 302
    behandling = saken.behandling()
    assert (behandling.utfall, str(behandling.timer_uke)) == ("innvilget", "37.50")
    assert behandling.brevfelt["innhold"] == ["Praksis i butikk", "Norskkurs"]
    assert behandling.brevfelt["mottaker"] == {"adresse": ["Prøveveien 2", "4801 Bakken"]}
    skrevet = siden(vilde, saken)
    assert "Praksis i butikk\nNorskkurs" in skrevet
    assert f"{IDAG + timedelta(days=90):%d.%m.%Y}" in skrevet


@pytest.mark.parametrize(
    ("feil", "setning"),
    [
        ({"fra": "31.2.2026"}, "Skriv datoen slik: 31.12.2026."),
        ({"evalueringer": "neste uke"}, "Skriv hver dato på en egen linje"),
        ({"timer_uke": "mange"}, "Skriv timetallet slik: 37,5."),
        ({"timer_uke": "90"}, "Høyst 40 timer."),
    ],
)
def test_feil_i_utkastet_gir_setning_og_det_skrevne_staar(saken: Saken, vilde: Client, feil: dict[str, str], setning: str) -> None:
    svar = post(vilde, saken, **utkast(**feil)).content.decode()
    assert setning in svar
    assert next(iter(feil.values())) in svar
    assert "Du har prøvd lenge" in svar
    assert saken.behandling().utfall == ""


def test_et_utfall_som_ikke_hoerer_til_kan_ikke_lagres(saken: Saken, vilde: Client) -> None:
    post(vilde, saken, **utkast(utfall="avsluttet"))
    assert saken.behandling().utfall == ""


def test_hvert_utfall_har_sine_egne_felt(saken: Saken, vilde: Client) -> None:
    assert 'name="timer_uke"' in siden(vilde, saken)
    avslag = siden(vilde, saken, "?utfall=avslatt")
    assert 'name="timer_uke"' not in avslag
    assert 'name="aev_resultat"' in avslag


def test_forhaandsvisningen_er_det_virkelige_brevet_av_det_som_staar_i_skjemaet(saken: Saken, vilde: Client) -> None:
    saken.gjor_klar()
    ulagret = utkast(begrunnelse="Noe helt annet enn det som er lagret.")
    versjon = saken.behandling().versjon
    vist = post(vilde, saken, "slik-blir-brevet/", **ulagret).content.decode()
    assert "Noe helt annet enn det som er lagret." in vist
    assert "Du får delta i kvalifiseringsprogrammet" in vist
    pdf = post(vilde, saken, "slik-blir-brevet/", som="pdf", **ulagret)
    assert pdf["Content-Type"] == "application/pdf"
    assert "Noe helt annet" in pdf_tekst(pdf.content)
    assert saken.behandling().versjon == versjon


def test_begge_roller_ser_brevet(saken: Saken, bjorg: Client) -> None:
    saken.send()
    assert "Du har rett til programmet fordi alle vilkårene er oppfylt." in siden(bjorg, saken)
    assert post(bjorg, saken, "slik-blir-brevet/", som="pdf")["Content-Type"] == "application/pdf"


def test_htmx_faar_bare_brevet(saken: Saken, vilde: Client) -> None:
    svar = vilde.post(f"/vedtak/{saken.behandling_id}/slik-blir-brevet/", utkast(), headers={"HX-Request": "true"}).content.decode()
    assert svar.startswith('<div id="forhandsvisning"')
    assert "<html" not in svar


def test_sjekklista_sier_hva_loven_krever_og_hva_som_mangler(saken: Saken, vilde: Client) -> None:
    saken.gjor_klar()
    post(vilde, saken, **utkast(evalueringer=""))
    svar = siden(vilde, saken)
    assert "Når programmet skal evalueres." in svar
    assert "Fyll inn minst én dato." in svar
    post(vilde, saken, **utkast())
    assert "Alt er på plass" in siden(vilde, saken)


SKRIVES = (Brevslag.FORHANDSVARSEL, Brevslag.INVITASJON, Brevslag.DELTAKERBEVIS)
"""The letters that are written with what the law demands beside them, besides those of a decision."""


def test_alle_krav_til_brevene_en_skriver_har_et_navn() -> None:
    assert {krav.id for slag in (*VEDTAK, *SKRIVES) for krav in krav_til(slag)} == set(NAVN)


def test_uklart_kan_ikke_sendes_og_siden_sier_hva_som_mangler(saken: Saken, vilde: Client) -> None:
    assert "Velg hva vedtaket skal gå ut på" in siden(vilde, saken)
    post(vilde, saken, "send/")
    assert saken.behandling().status == Status.UNDER_ARBEID


def test_sendt_angret_sendt_tatt_returnert_og_fattet(saken: Saken, vilde: Client, bjorg: Client) -> None:
    saken.gjor_klar()
    steg = [
        (vilde, "send/", {}, Status.TIL_BESLUTNING),
        (vilde, "steg/angre/", {}, Status.UNDER_ARBEID),
        (vilde, "send/", {}, Status.TIL_BESLUTNING),
        (bjorg, "steg/ta/", {}, Status.UNDER_BESLUTNING),
        (bjorg, "steg/gi_tilbake/", {}, Status.TIL_BESLUTNING),
        (bjorg, "steg/ta/", {}, Status.UNDER_BESLUTNING),
        (bjorg, "returner/", {"arsaker": [Retursaarsak.SKRIVEFEIL]}, Status.UNDER_ARBEID),
        (vilde, "send/", {}, Status.TIL_BESLUTNING),
        (bjorg, "steg/ta/", {}, Status.UNDER_BESLUTNING),
        (bjorg, "steg/fatt_vedtak/", {}, Status.VEDTATT),
    ]
    for klient, sti, felt, status in steg:
        svar = post(klient, saken, sti, **felt)
        assert (svar.status_code, saken.behandling().status) == (302, status), sti


def test_retur_uten_aarsak_gir_setning(saken: Saken, bjorg: Client) -> None:
    saken.send()
    saken.gjor("bjorg", handlinger.ta)
    svar = post(bjorg, saken, "returner/", tekst="Se en gang til.").content.decode()
    assert "Velg minst én årsak." in svar
    assert "Se en gang til." in svar


def test_steg_som_ikke_finnes_er_ikke_der(saken: Saken, vilde: Client) -> None:
    assert post(vilde, saken, "steg/vurder/").status_code == 404


def test_den_som_er_for_sen_ser_hva_som_skjedde(saken: Saken, vilde: Client) -> None:
    versjon = saken.behandling().versjon
    saken.utkast(Utfall.AVVIST)
    svar = post(vilde, saken, **utkast(versjon=versjon, begrunnelse="Min tekst."))
    assert svar.status_code == 409
    assert "Utkast til vedtak lagret" in svar.content.decode()
    assert "Min tekst." in svar.content.decode()
    assert saken.behandling().utfall == "avvist"


def test_etter_vedtaket_kan_brevet_hentes_og_merkes_og_kvitteringen_leses(saken: Saken, vilde: Client, bjorg: Client) -> None:
    saken.send()
    saken.gjor("bjorg", handlinger.ta)
    post(bjorg, saken, "steg/fatt_vedtak/")
    svar = siden(vilde, saken)
    assert "Brevet er klart, men ikke sendt." in svar
    brevet = vilde.get(f"/vedtak/{saken.behandling_id}/brev/")
    assert "Du får delta i kvalifiseringsprogrammet" in pdf_tekst(brevet.content)
    assert "attachment" in brevet["Content-Disposition"]
    post(vilde, saken, "brev/sendt/")
    svar = siden(vilde, saken)
    assert "Brevet ble sendt" in svar
    assert "Merk som sendt" not in svar
    vedtak = saken.behandling().vedtak
    assert vedtak.kvittering_sha256 in svar
    assert json.loads(bytes(vedtak.kvittering))["vedtak"]["utfall"] == "innvilget"
