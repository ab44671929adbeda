"""Complaints in the browser, without JavaScript: from what came to what went on, and what is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.klagen import UTKAST, Klagen, innvilg, lag_klage
from apper.sak.saken import IDAG, lag_sak
from skreddersom.apper.sak.klageport import HANDLINGER
from skreddersom.apper.sak.models import Klage
from skreddersom.apper.sak.views.klage import SKRITT
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

KLAGE = {"mottatt": str(IDAG), "maate": "samtale", "klager": "parten", "innhold": "Jeg trenger to år.", "endring": "Lengre periode"}
FORMKRAV = {"part": "ja", "konkret": "ja", "underskrevet": "ja", "underretning": "papir", "framkommet": str(IDAG)}


@pytest.fixture
def klagen(folk: Besetning) -> Klagen:
    """Per has complained of the decision that grants him a programme."""
    return lag_klage(folk)


def skjult(client: Client, sted: str) -> dict[str, Any]:
    """What the form carries besides what one fills in."""
    skjema = client.get(sted).context["skjema"]
    return {navn: skjema[navn].value() for navn in ("versjon", "nokkel")}


def send(client: Client, sted: str, **felt: Any) -> Any:
    return client.post(sted, {**skjult(client, sted), **felt}, follow=True)


def test_en_klage_registreres_fra_saken(folk: Besetning, client: Client) -> None:
    saken = lag_sak(folk)
    vedtak = innvilg(saken)
    folk.logg_inn(client, "vilde")
    assert "Ingen har klaget i saken" in client.get(f"/sak/{saken.sak_id}/klager/").content.decode()
    tekst = send(client, f"/sak/{saken.sak_id}/klager/ny/", vedtak=str(vedtak), **KLAGE).content.decode()
    assert "Klagen er registrert." in tekst
    with som(folk.kontekst("lena")):
        assert Klage.objects.get().vedtak_id == vedtak


def test_uten_vedtak_er_det_ingenting_aa_klage_paa(folk: Besetning, client: Client) -> None:
    saken = lag_sak(folk)
    tekst = folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/klager/ny/").content.decode()
    assert "Det er ikke fattet noe vedtak å klage på i saken." in tekst
    assert ">Lagre<" not in tekst


def test_hele_veien_til_statsforvalteren(klagen: Klagen, client: Client) -> None:
    hit = f"/klage/{klagen.klage_id}/"
    klagen.folk.logg_inn(client, "vilde")
    assert "Formkravene er vurdert." in send(client, f"{hit}formkrav/", **FORMKRAV).content.decode()
    utkast = {"anforsler": UTKAST.anforsler, "vurdering": UTKAST.vurdering, "vedlegg": "Klagen\nVedtaket"}
    tekst = send(client, f"{hit}utkast/", **utkast).content.decode()
    assert "Skriv adressen til Statsforvalteren." in tekst
    send(client, f"{hit}utkast/", **utkast, til_adresse="Postboks 1", kopi_adresse="Prøveveien 2\n4801 Bakken")
    assert client.get(f"{hit}brev/").content.startswith(b"%PDF")
    assert "Oversendelsen venter på en annen." in send(client, f"{hit}send/").content.decode()
    klagen.folk.logg_inn(client, "bjorg")
    assert "Du fattet vedtaket det klages på" in client.get(hit).content.decode()
    klagen.folk.logg_inn(client, "lena")
    tekst = send(client, f"{hit}oversend/").content.decode()
    assert "Oversendt til Statsforvalteren" in tekst
    svar = client.get(f"{hit}brev/")
    assert svar.content.startswith(b"%PDF")
    assert "oversendelse" in svar.headers["Content-Disposition"]


def test_oversendelsen_staar_hos_en_beslutter_som_kan_se_paa_den(klagen: Klagen, client: Client) -> None:
    klagen.folk.logg_inn(client, "bjorg")
    assert "Klager som venter på deg" not in client.get("/til-kontroll/").content.decode()
    klagen.send()
    tekst = client.get("/til-kontroll/").content.decode()
    assert "Klager som venter på deg" in tekst
    assert f"/klage/{klagen.klage_id}/" in tekst


def test_det_som_er_skrevet_blir_staaende_naar_svaret_nektes(klagen: Klagen, client: Client) -> None:
    klagen.folk.logg_inn(client, "vilde")
    sted = f"/klage/{klagen.klage_id}/formkrav/"
    tekst = send(client, sted, **FORMKRAV | {"framkommet": "", "begrunnelse": "Mangler underskrift"}).content.decode()
    assert "Velg en dato." in tekst
    assert "Mangler underskrift" in tekst
    tekst = send(client, sted, **FORMKRAV | {"konkret": "nei"}).content.decode()
    assert "Skriv hva som mangler ved klagen." in tekst


def test_en_for_lang_tekst_gir_en_setning_og_ikke_en_avkortet_tekst(klagen: Klagen, client: Client) -> None:
    klagen.folk.logg_inn(client, "vilde")
    tekst = send(client, f"/klage/{klagen.klage_id}/tillegg/", dato=str(IDAG), tekst="a" * 20_001).content.decode()
    assert "høyst 20000 tegn" in tekst


def test_den_andre_som_skriver_faar_409_og_ser_hva_den_forste_gjorde(klagen: Klagen, client: Client) -> None:
    klagen.folk.logg_inn(client, "vilde")
    sted = f"/klage/{klagen.klage_id}/utkast/"
    gammelt = skjult(client, sted)
    send(client, sted, vurdering="Først")
    svar = client.post(sted, {**gammelt, "vurdering": "Etterpå"})
    assert svar.status_code == 409
    assert "Etterpå" in svar.content.decode()
    assert "Utkast til oversendelse lagret" in svar.content.decode()


def test_hver_handling_har_et_skjema() -> None:
    assert SKRITT.keys() == set(HANDLINGER)


@pytest.mark.parametrize("navn", ["viggo", "stine", "leif", "adrian", "fredrik"])
def test_andre_faar_det_samme_svaret_som_om_klagen_ikke_fantes(klagen: Klagen, client: Client, navn: str) -> None:
    klagen.folk.logg_inn(client, navn)
    for side in ("", "formkrav/", "brev/"):
        assert client.get(f"/klage/{klagen.klage_id}/{side}").status_code == 404


def test_klagesiden_har_like_mange_sporringer_med_mange_tillegg(klagen: Klagen, client: Client, django_assert_max_num_queries: Any) -> None:
    from skreddersom.apper.sak import handlinger as h

    klagen.gjor_klar()
    for nr in range(5):
        klagen.gjor("vilde", h.registrer_tillegg, IDAG, f"Mer {nr}")
    klagen.folk.logg_inn(client, "vilde")
    client.get(f"/klage/{klagen.klage_id}/")
    with django_assert_max_num_queries(20):
        client.get(f"/klage/{klagen.klage_id}/")
