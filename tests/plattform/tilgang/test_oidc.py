"""Login against a real provider in another process: who comes in, who does not and is told why, and what cannot be tampered with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from plattform.tilgang.tilbyder import INN, NAVN, UT, Tilbyder, hele_veien, kjor, sett_ut, sporring, stien
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as TestResponse
    from pytest_django import Settings

    from rollebesetning import Besetning


@pytest.fixture(scope="module")
def prosess() -> Iterator[Tilbyder]:
    with kjor() as tilbyder:
        yield tilbyder


@pytest.fixture
def tilbyder(prosess: Tilbyder, settings: Settings) -> Tilbyder:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [prosess.app()], "OAUTH_PKCE_ENABLED": True}}
    prosess.bruker("sub-vilde", email="Vilde@eksempel.no", email_verified=True, name="Vilde")
    return prosess


def er_inne(klient: Client) -> bool:
    return klient.get("/velg-rolle/").status_code == 200


def sagt(svar: TestResponse, klient: Client) -> str:
    assert svar.status_code == 302
    return klient.get(svar["Location"]).content.decode()


def test_den_rette_kommer_inn_og_kjennes_igjen_neste_gang(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    for klient in (client, Client()):
        svar = hele_veien(klient, tilbyder, "sub-vilde", next="/kandidater/")
        assert svar["Location"] == "/kandidater/"
        assert er_inne(klient)
        assert klient.session["_auth_user_id"] == str(folk["vilde"].ansatt_id)
    assert SocialAccount.objects.count() == 1


def test_innloggingssiden_viser_veien_og_lar_skjemaet_folge_den(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    svar = client.get("/logg-inn/")
    assert f'action="{UT}"' in svar.content.decode()
    assert f"form-action 'self' {tilbyder.adresse};" in svar["Content-Security-Policy"]


def test_vi_sender_med_nonce_pkce_og_state_og_horer_ikke_paa_adressen(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    svar = client.post(f"{UT}?scope=alt&process=connect&auth_params=prompt%3Dnone%26nonce%3Dfast")
    sendt = sporring(svar["Location"])
    assert set(sendt["scope"].split()) == {"openid", "profile", "email"}
    assert sendt["code_challenge_method"] == "S256"
    assert len(sendt["nonce"]) >= 32
    assert len(sendt["state"]) >= 16
    assert "prompt" not in sendt


def test_bare_den_som_trykker_paa_knappen_sendes_ut(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    assert client.get(UT).status_code in {404, 405}
    assert Client(enforce_csrf_checks=True).post(UT).status_code == 403


def test_ukjent_tilbyder_finnes_ikke(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    assert client.post("/konto/oidc/annen/login/").status_code == 404
    assert client.get("/konto/oidc/annen/login/callback/?code=x&state=y").status_code == 404


def test_ukjent_epost_kommer_ikke_inn(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    tilbyder.bruker("fremmed", email="fremmed@eksempel.no", email_verified=True)
    assert "Du er ikke registrert her" in sagt(hele_veien(client, tilbyder, "fremmed"), client)
    assert not er_inne(client)
    assert not Ansatt.objects.filter(epost="fremmed@eksempel.no").exists()


@pytest.mark.parametrize("bekreftet", [False, None, "true", 1])
def test_ubekreftet_epost_kommer_ikke_inn(folk: Besetning, client: Client, tilbyder: Tilbyder, bekreftet: object) -> None:
    tilbyder.bruker("lurer", email="vilde@eksempel.no", email_verified=bekreftet)
    assert "ikke bekreftet" in sagt(hele_veien(client, tilbyder, "lurer"), client)
    assert not er_inne(client)


def test_den_som_har_mistet_rollen_kommer_ikke_inn(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    hele_veien(client, tilbyder, "sub-vilde")
    stilling = folk["vilde"]
    stilling.til = timezone.localdate() - timedelta(days=1)
    stilling.save()
    klient = Client()
    assert "Du har ingen rolle nå" in sagt(hele_veien(klient, tilbyder, "sub-vilde"), klient)
    assert not er_inne(klient)


def test_den_som_er_sperret_kommer_ikke_inn(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    Ansatt.objects.filter(pk=folk["vilde"].ansatt_id).update(is_active=False)
    assert "ingen rolle" in sagt(hele_veien(client, tilbyder, "sub-vilde"), client)


def test_en_ny_person_med_en_gammel_adresse_faar_ikke_rollene_til_den_forrige(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    hele_veien(Client(), tilbyder, "sub-vilde")
    tilbyder.bruker("sub-ny", email="vilde@eksempel.no", email_verified=True)
    assert "brukes av en annen innlogging" in sagt(hele_veien(client, tilbyder, "sub-ny"), client)
    assert not er_inne(client)


def test_entra_uten_bekreftelse_virker_med_feltet_leietakeren_raader_over(
    folk: Besetning, client: Client, tilbyder: Tilbyder, settings: Settings
) -> None:
    app = tilbyder.app(epost_fra="preferred_username")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
    tilbyder.bruker("entra-vilde", email="lena@eksempel.no", preferred_username="vilde@eksempel.no")
    hele_veien(client, tilbyder, "entra-vilde")
    assert client.session["_auth_user_id"] == str(folk["vilde"].ansatt_id)


@pytest.mark.parametrize("endring", ["state=falsk", "state=", "code=falsk"])
def test_state_og_kode_kan_ikke_byttes_ut(folk: Besetning, client: Client, tilbyder: Tilbyder, endring: str) -> None:
    tilbake = sporring(tilbyder.logg_inn(sett_ut(client), "sub-vilde"))
    navn, _, verdi = endring.partition("=")
    svar = client.get(INN, tilbake | {navn: verdi})
    assert "Innloggingen gikk ikke" in sagt(svar, client)
    assert not er_inne(client)


def test_en_annens_tilbakesending_logger_ikke_inn_offeret(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    tilbake = stien(tilbyder.logg_inn(sett_ut(Client()), "sub-vilde"))
    sett_ut(client)
    assert "Innloggingen gikk ikke" in sagt(client.get(tilbake), client)
    assert not er_inne(client)


def test_tilbakesendingen_virker_bare_en_gang(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    tilbake = stien(tilbyder.logg_inn(sett_ut(client), "sub-vilde"))
    client.get(tilbake)
    assert er_inne(client)
    klient = Client()
    klient.cookies = client.cookies
    assert "hvorfor=feil" in klient.get(tilbake)["Location"]


def test_en_annen_nonce_enn_den_vi_sendte_stoppes(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    ut = sett_ut(client)
    byttet = ut.replace(sporring(ut)["nonce"], "en-nonce-noen-andre-har-valgt-0123456789")
    assert "Innloggingen gikk ikke" in sagt(client.get(stien(tilbyder.logg_inn(byttet, "sub-vilde"))), client)
    assert not er_inne(client)


def test_den_som_avbryter_hos_tilbyderen_faar_vite_at_ingenting_er_gjort(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    state = sporring(sett_ut(client))["state"]
    svar = client.get(INN, {"error": "access_denied", "state": state})
    assert "Innloggingen ble avbrutt" in sagt(svar, client)


def test_naar_tilbyderen_er_nede_staar_det_paa_siden(folk: Besetning, client: Client, tilbyder: Tilbyder, settings: Settings) -> None:
    nede = Tilbyder("http://127.0.0.1:9").app()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [nede], "OAUTH_PKCE_ENABLED": True}}
    assert "Innloggingstjenesten svarer ikke" in sagt(client.post(UT), client)


def test_okten_faar_ny_nokkel_ved_innlogging(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    ut = sett_ut(client)
    for_ = client.cookies["skreddersom"].value
    client.get(stien(tilbyder.logg_inn(ut, "sub-vilde")))
    assert er_inne(client)
    assert client.cookies["skreddersom"].value != for_


@pytest.mark.parametrize("neste", ["https://ond.eksempel/", "//ond.eksempel", "/\\ond.eksempel", "javascript:alert(1)"])
def test_man_sendes_bare_videre_til_oss_selv(folk: Besetning, client: Client, tilbyder: Tilbyder, neste: str) -> None:
    assert hele_veien(client, tilbyder, "sub-vilde", next=neste)["Location"] == "/"


def test_det_tilbyderen_forteller_om_personen_blir_ikke_tatt_vare_paa(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    tilbyder.bruker("sub-vilde", email="vilde@eksempel.no", email_verified=True, pid="hemmelig", phone_number="99")
    hele_veien(client, tilbyder, "sub-vilde")
    hele_veien(Client(), tilbyder, "sub-vilde")
    konto = SocialAccount.objects.get()
    assert (konto.uid, konto.provider, konto.extra_data) == ("sub-vilde", NAVN, {"iss": tilbyder.adresse})
