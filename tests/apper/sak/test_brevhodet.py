"""The head of the letters: written by those who run the office, with what the law demands, and never over another's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.test_vedtaket import innvilget
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.handlinger.brevhode import Hode, hodet, lagre_brevhode
from skreddersom.apper.sak.models import Brevhode
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

NYTT = Hode(("Nyveien 9", "4801 Bakken"), "55 11 11 11", "post@bakken.no", "mandag til fredag klokka 9–15", "Agder")
ADRESSE = "/brevhode/"


def utfylt(klient: Client, **mer: str) -> dict[str, Any]:
    felt = klient.get(ADRESSE).context["skjema"]
    ord_ = {"adresse": "Nyveien 9\n4801 Bakken", "telefon": "55 11 11 11", "statsforvalter": "Agder"}
    return {"avtrykk": felt["avtrykk"].value(), "epost": "", "apningstid": ""} | ord_ | mer


@pytest.mark.parametrize("navn", ["lena", "adrian"])
def test_leder_og_administrator_kan_skrive_brevhodet(folk: Besetning, client: Client, navn: str) -> None:
    klient = folk.logg_inn(client, navn)
    svar = klient.post(ADRESSE, utfylt(klient), follow=True)
    assert "Brevhodet er lagret." in svar.content.decode()
    with som(folk.kontekst("vilde")) as vilde:
        assert hodet(vilde.kontor) == Hode(("Nyveien 9", "4801 Bakken"), "55 11 11 11", "", "", "Agder")


@pytest.mark.parametrize("navn", ["vilde", "kjersti", "bjorg"])
def test_andre_roller_kan_ikke(folk: Besetning, client: Client, navn: str) -> None:
    assert folk.logg_inn(client, navn).get(ADRESSE).status_code in {403, 404}
    with som(folk.kontekst(navn)) as hvem, pytest.raises(Brukerfeil, match="lederen eller en administrator"):
        lagre_brevhode(hvem, NYTT, Hode().avtrykk)


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"adresse": " "}, "hvor en klage kan sendes"),
        ({"adresse": "\n".join("abcdef")}, "høyst fem linjer"),
        ({"telefon": ""}, "telefonnummer eller e-postadresse"),
        ({"epost": "ikke en adresse"}, "post@kommune.no"),
        ({"statsforvalter": ""}, "Skriv noen ord her."),
    ],
)
def test_det_loven_krever_maa_staa_der(folk: Besetning, client: Client, felt: dict[str, str], setning: str) -> None:
    klient = folk.logg_inn(client, "lena")
    svar = klient.post(ADRESSE, utfylt(klient, apningstid="alltid åpent") | felt).content.decode()
    assert setning in svar
    assert "alltid åpent" in svar
    with som(folk.kontekst("lena")):
        assert not Brevhode.objects.exists()


@pytest.mark.parametrize("tomt", [{"adresse": ()}, {"telefon": "", "epost": ""}, {"statsforvalter": ""}])
def test_handlingen_krever_det_samme_som_skjemaet(folk: Besetning, tomt: dict[str, Any]) -> None:
    with som(folk.kontekst("lena")) as lena, pytest.raises(Brukerfeil):
        lagre_brevhode(lena, replace(NYTT, **tomt), Hode().avtrykk)


def test_den_andre_faar_se_hva_den_forste_skrev_og_mister_ikke_sitt(folk: Besetning, client: Client) -> None:
    klient = folk.logg_inn(client, "lena")
    gammelt = utfylt(klient, apningstid="hele uka")
    with som(folk.kontekst("adrian")) as adrian:
        lagre_brevhode(adrian, NYTT, Hode().avtrykk)
    svar = klient.post(ADRESSE, gammelt)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert NYTT.apningstid in tekst
    assert "hele uka" in tekst
    with som(folk.kontekst("lena")) as lena:
        assert hodet(lena.kontor) == NYTT
    paa_nytt = gammelt | {"avtrykk": svar.context["skjema"]["avtrykk"].value()}
    assert klient.post(ADRESSE, paa_nytt).status_code == 302


def test_samme_ord_to_ganger_er_ingen_konflikt(folk: Besetning) -> None:
    with som(folk.kontekst("lena")) as lena:
        for _ in range(2):
            lagre_brevhode(lena, NYTT, Hode().avtrykk)
        assert Rad.objects.filter(handling="endre", innhold__contains="brevhode").count() == 1
        with pytest.raises(h.Konflikt):
            lagre_brevhode(lena, replace(NYTT, telefon="1"), Hode().avtrykk)


def test_brev_som_er_laget_beholder_sitt_hode(saken: Saken) -> None:
    vedtak = innvilget(saken)
    with som(saken.folk.kontekst("lena")) as lena:
        lagre_brevhode(lena, NYTT, hodet(lena.kontor).avtrykk)
        assert Brev.objects.get(pk=vedtak.brev).data["kontor"]["adresse"] == ["Bakkegata 1", "4801 Bakken"]


def test_uten_brevhode_kan_saken_ikke_sendes(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        Brevhode.objects.all().delete()
    saken.gjor_klar()
    with pytest.raises(h.Stengt, match="statsforvalter"):
        saken.gjor("vilde", h.send)
