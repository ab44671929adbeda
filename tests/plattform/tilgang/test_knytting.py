"""A login without an e-mail address is tied to one of the staff by a code, once: against a real provider in another process."""

from __future__ import annotations

import json
import logging
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from plattform.tilgang.tilbyder import NAVN, Tilbyder, hele_veien, kjor
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang import kode as koder
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Invitasjon, Stilling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

    from rollebesetning import Besetning

KODE = re.compile(r"<code[^>]*>([0-9A-Z-]+)</code>")


@pytest.fixture(scope="module")
def prosess() -> Iterator[Tilbyder]:
    with kjor() as tilbyder:
        yield tilbyder


@pytest.fixture
def tilbyder(prosess: Tilbyder, settings: Settings) -> Tilbyder:
    """A provider that tells no e-mail address, as Ansattporten."""
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [prosess.app()], "OAUTH_PKCE_ENABLED": True}}
    for sub in ("pid-vilde", "pid-viggo", "pid-fremmed"):
        prosess.bruker(sub)
    return prosess


def lag_kode(folk: Besetning, navn: str = "vilde") -> str:
    """What Adrian sees when he makes a code for ``navn``."""
    svar = folk.logg_inn(Client(), "adrian").post(f"/ansatte/{folk[navn].ansatt_id}/kode/")
    treff = KODE.search(svar.content.decode())
    assert treff is not None
    return treff[1]


def er_inne_som(folk: Besetning, klient: Client, navn: str) -> bool:
    return klient.session.get("_auth_user_id") == str(folk[navn].ansatt_id)


def siste(folk: Besetning) -> dict[str, object]:
    with som(folk.kontekst("lena")):
        rad: dict[str, object] = json.loads(Rad.objects.latest("nr").innhold)
    return rad


def prov(klient: Client, tilbyder: Tilbyder, sub: str, kode: str) -> str:
    """Log in as ``sub``, and type the code; gives the page that says no, or nothing."""
    assert hele_veien(klient, tilbyder, sub)["Location"] == "/kode/"
    svar = klient.post("/kode/", {"kode": kode})
    return "" if svar.status_code == 302 else svar.content.decode()


def test_koden_knytter_innloggingen_en_gang_og_siden_trengs_den_ikke(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    assert hele_veien(client, tilbyder, "pid-vilde", next="/kandidater/")["Location"] == "/kode/"
    assert "Hvem er du?" in client.get("/kode/").content.decode()
    assert client.post("/kode/", {"kode": kode})["Location"] == "/kandidater/"
    assert er_inne_som(folk, client, "vilde")
    konto = SocialAccount.objects.get()
    assert (konto.provider, konto.uid, konto.extra_data) == (NAVN, "pid-vilde", {"iss": tilbyder.adresse})
    assert (siste(folk)["sak"], siste(folk)["tillatt"]) == (f"ansatt/{folk['vilde'].ansatt_id}", True)
    neste = Client()
    hele_veien(neste, tilbyder, "pid-vilde")
    assert er_inne_som(folk, neste, "vilde")


def test_koden_leses_slik_folk_skriver_den(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    assert prov(client, tilbyder, "pid-vilde", f" {kode.lower().replace('-', ' ')} ") == ""


def test_koden_staar_ikke_i_databasen_og_ikke_i_loggen(folk: Besetning, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    (rad,) = Invitasjon.objects.values()
    assert kode not in str(rad)
    assert rad["avtrykk"] == koder.avtrykk(kode) != koder.avtrykk(koder.ny())
    assert kode not in str(siste(folk))
    assert siste(folk)["detalj"] == "kode for innlogging"


def test_en_brukt_kode_virker_ikke_for_en_annen(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    prov(Client(), tilbyder, "pid-vilde", kode)
    assert "Koden er brukt" in prov(client, tilbyder, "pid-fremmed", kode)
    assert not client.session.get("_auth_user_id")
    assert (siste(folk)["tillatt"], "brukt" in str(siste(folk)["detalj"])) == (False, True)


def test_en_gammel_kode_sier_hva_en_kan_gjore(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    Invitasjon.objects.update(utloper=timezone.now() - timedelta(seconds=1))
    side = prov(client, tilbyder, "pid-vilde", kode)
    assert "Koden har gått ut. Be administratoren" in side
    assert not SocialAccount.objects.exists()
    assert siste(folk)["tillatt"] is False


def test_en_ny_kode_tar_plassen_til_den_gamle(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    gammel, ny = lag_kode(folk), lag_kode(folk)
    assert "byttet ut med en nyere" in prov(client, tilbyder, "pid-vilde", gammel)
    assert client.post("/kode/", {"kode": ny}).status_code == 302


def test_en_kode_ingen_har_laget_fortelles_i_tjenerens_logg(
    folk: Besetning, client: Client, tilbyder: Tilbyder, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "skreddersom.innlogging"):
        assert "Vi kjenner ikke koden" in prov(client, tilbyder, "pid-vilde", "AAAA-BBBB-CCCC")
    assert "ukjent kode" in caplog.text
    assert "pid-vilde" not in caplog.text
    assert "AAAA" not in caplog.text


def test_en_person_blir_aldri_to_ansatte(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    prov(Client(), tilbyder, "pid-vilde", lag_kode(folk))
    klient = Client()
    hele_veien(klient, tilbyder, "pid-viggo")
    viggos = lag_kode(folk, "viggo")
    okt = klient.session
    okt["ukjent_innlogging"] = okt["ukjent_innlogging"] | {"hvem": {"tilbyder": "annen", "utsteder": tilbyder.adresse, "sub": "pid-vilde"}}
    okt.save()
    assert "alt knyttet til en annen" in klient.post("/kode/", {"kode": viggos}).content.decode()
    assert SocialAccount.objects.count() == 1
    assert klient.session.get("_auth_user_id") is None


def test_databasen_selv_nekter_samme_utsteder_og_navn_to_ganger(folk: Besetning) -> None:
    felles = {"uid": "pid", "extra_data": {"iss": "https://utsteder.eksempel"}}
    SocialAccount.objects.create(user=folk["vilde"].ansatt, provider="en", **felles)
    with pytest.raises(IntegrityError, match="innlogging_en_person"), transaction.atomic():
        SocialAccount.objects.create(user=folk["viggo"].ansatt, provider="to", **felles)
    SocialAccount.objects.create(user=folk["viggo"].ansatt, provider="to", uid="pid", extra_data={"iss": "https://annen.eksempel"})


def test_samme_navn_hos_en_annen_utsteder_slipper_ikke_inn(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    prov(Client(), tilbyder, "pid-vilde", lag_kode(folk))
    SocialAccount.objects.update(extra_data={"iss": "https://den-forrige.eksempel"})
    svar = hele_veien(client, tilbyder, "pid-vilde")
    assert "Innloggingstjenesten er en annen enn før" in client.get(svar["Location"]).content.decode()
    assert SocialAccount.objects.get().extra_data == {"iss": "https://den-forrige.eksempel"}
    assert client.session.get("_auth_user_id") is None


def test_etter_fem_forsok_maa_en_vente_ogsaa_med_rett_kode(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    hele_veien(client, tilbyder, "pid-vilde")
    for _ in range(5):
        assert client.post("/kode/", {"kode": "FEIL"}).status_code == 200
    svar = client.post("/kode/", {"kode": kode})
    assert (svar.status_code, "Vent et kvarter" in svar.content.decode()) == (429, True)
    annet_sted = Client()
    hele_veien(annet_sted, tilbyder, "pid-vilde")
    assert annet_sted.post("/kode/", {"kode": kode}).status_code == 429


def test_uten_aa_ha_logget_inn_kan_ingen_prove_koder(folk: Besetning, client: Client) -> None:
    kode = lag_kode(folk)
    assert client.get("/kode/")["Location"] == "/logg-inn/"
    assert client.post("/kode/", {"kode": kode})["Location"] == "/logg-inn/"
    assert not SocialAccount.objects.exists()


def test_den_som_logget_inn_for_lenge_siden_maa_gjore_det_igjen(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    hele_veien(client, tilbyder, "pid-vilde")
    okt = client.session
    okt["ukjent_innlogging"] = okt["ukjent_innlogging"] | {"tid": okt["ukjent_innlogging"]["tid"] - 16 * 60}
    okt.save()
    assert client.post("/kode/", {"kode": kode})["Location"] == "/logg-inn/"


def test_den_som_har_mistet_rollen_kommer_ikke_inn_med_koden(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    kode = lag_kode(folk)
    Stilling.objects.filter(pk=folk["vilde"].pk).update(til=timezone.localdate() - timedelta(days=1))
    assert "Du har ingen rolle i dag" in prov(client, tilbyder, "pid-vilde", kode)


def test_ukjent_epost_kan_bruke_kode_fra_innloggingssiden(folk: Besetning, client: Client, tilbyder: Tilbyder) -> None:
    tilbyder.bruker("med-epost", email="annen@eksempel.no", email_verified=True)
    svar = hele_veien(client, tilbyder, "med-epost")
    assert "Jeg har fått en kode" in client.get(svar["Location"]).content.decode()
    client.post("/kode/", {"kode": lag_kode(folk)})
    assert er_inne_som(folk, client, "vilde")
    assert "Jeg har fått en kode" not in Client().get("/logg-inn/").content.decode()


def test_koden_lages_ikke_for_en_selv_for_andres_folk_eller_for_den_som_alt_kan_logge_inn(folk: Besetning, client: Client) -> None:
    SocialAccount.objects.create(user=folk["viggo"].ansatt, provider=NAVN, uid="x", extra_data={"iss": "y"})
    folk.logg_inn(client, "adrian")
    for navn, setning in (("adrian", "dine egne"), ("viggo", "kan alt logge inn")):
        client.post(f"/ansatte/{folk[navn].ansatt_id}/kode/")
        assert setning in client.get("/ansatte/").content.decode()
    assert client.post(f"/ansatte/{folk['stine'].ansatt_id}/kode/").status_code == 404
    assert not Invitasjon.objects.exists()


@pytest.mark.parametrize("hvem", ["vilde", "kjersti", "bjorg", "lena", "fredrik", "dina"])
def test_bare_administratoren_lager_koder(folk: Besetning, client: Client, hvem: str) -> None:
    assert folk.logg_inn(client, hvem).post(f"/ansatte/{folk['viggo'].ansatt_id}/kode/").status_code == 404
    assert not Invitasjon.objects.exists()


def test_siden_viser_kode_til_den_som_ikke_kan_logge_inn_og_slipp_til_den_som_kan(folk: Besetning, client: Client) -> None:
    SocialAccount.objects.create(user=folk["viggo"].ansatt, provider=NAVN, uid="x", extra_data={"iss": "y"})
    side = folk.logg_inn(client, "adrian").get("/ansatte/").content.decode()
    assert "Slipp den gamle kontoen til Viggo" in side
    assert "Lag en kode til Vilde" in side
    assert "Lag en kode til Viggo" not in side


def test_to_aapne_koder_kan_ikke_finnes(folk: Besetning) -> None:
    lag_kode(folk)
    with pytest.raises(IntegrityError, match="invitasjon_en_om_gangen"), transaction.atomic(), connection.cursor() as peker:
        peker.execute(
            "insert into tilgang_invitasjon select gen_random_uuid(), 'x', utloper, tid, null, null, ansatt_id, kontor_id, laget_av_id "
            "from tilgang_invitasjon"
        )
