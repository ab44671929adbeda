"""Sending over the net: what fails is tried again, nothing is sent twice, and what does not get away is told of."""

from __future__ import annotations

import base64
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from plattform.brev.mottak import mottak
from plattform.brev.test_handlinger import lagret
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import handlinger
from skreddersom.plattform.brev.handlinger import MEST_FORSOK
from skreddersom.plattform.brev.jobber import neste_forsok, send_ventende, varsle
from skreddersom.plattform.brev.models import Brev, Kanal, Status
from skreddersom.plattform.brev.sendere.nedlasting import Nedlasting
from skreddersom.plattform.brev.sendere.port import Sender, sender
from skreddersom.plattform.brev.sendere.svarut import SvarUt
from skreddersom.plattform.oppsett.omgivelser import brevsender
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from pytest_django import Settings

    from plattform.brev.mottak import Mottak
    from rollebesetning import Besetning


def send(folk: Besetning, brev: Brev, hos: Mottak, **valg: float) -> Brev:
    with som(folk.kontekst("vilde")) as kontekst:
        return handlinger.send(kontekst, brev.pk, SvarUt(hos.adresse, token="hemmelig", **valg))


def test_brevet_kommer_fram_med_fil_og_adresse(folk: Besetning) -> None:
    brev = lagret(folk)
    with mottak() as hos:
        sendt = send(folk, brev, hos)
    (nokkel,) = hos.forsok
    assert nokkel == str(brev.pk)
    assert base64.b64decode(hos.postlagt[nokkel]["dokument"]["innhold"]) == brev.pdf
    assert hos.postlagt[nokkel]["mottaker"] == {"navn": "Kari Eksempel", "adresse": ["Prøveveien 2", "4801 Bakken"]}
    assert hos.hoder[0]["Authorization"] == "Bearer hemmelig"
    assert (sendt.status, sendt.kanal, sendt.ekstern) == (Status.SENDT, Kanal.SVARUT, f"levering-{nokkel[:4]}")


def test_det_samme_brevet_sendes_ikke_to_ganger(folk: Besetning) -> None:
    brev = lagret(folk)
    with mottak() as hos:
        send(folk, brev, hos)
        send(folk, brev, hos)
    assert len(hos.forsok) == 1


def test_naar_svaret_blir_borte_blir_det_likevel_bare_ett_brev(folk: Besetning) -> None:
    brev = lagret(folk)
    with mottak("mist_svaret", "tull") as hos:
        assert "ReadTimeout" in send(folk, brev, hos, svar=0.1).feil
        assert "hva forsendelsen heter" in send(folk, brev, hos).feil
        assert send(folk, brev, hos).status == Status.SENDT
    assert len(hos.forsok) == 3
    assert len(hos.postlagt) == 1


@pytest.mark.parametrize("status", [500, 503, 429, 408, 409])
def test_en_feil_som_gaar_over_proves_igjen(folk: Besetning, status: int) -> None:
    brev = lagret(folk)
    with mottak(status) as hos:
        venter = send(folk, brev, hos)
        assert (venter.status, venter.forsok, venter.sendt) == (Status.KLAR, 1, None)
        assert venter.feil == f"Forsendelsestjenesten svarte {status}."
        ferdig = send(folk, brev, hos)
    assert (ferdig.status, ferdig.forsok, ferdig.feil) == (Status.SENDT, 2, "")


@pytest.mark.parametrize("status", [400, 401, 404, 302])
def test_en_feil_som_ikke_gaar_over_gis_opp_til_noen_har_sett_paa_den(folk: Besetning, status: int) -> None:
    brev = lagret(folk)
    with mottak(status) as hos:
        assert send(folk, brev, hos).status == Status.FEILET
        assert send(folk, brev, hos).status == Status.SENDT


def test_etter_mange_forsok_gis_brevet_opp(folk: Besetning) -> None:
    brev = lagret(folk)
    with mottak(*[500] * MEST_FORSOK) as hos:
        statuser = [send(folk, brev, hos).status for _ in range(MEST_FORSOK)]
    assert statuser == [Status.KLAR] * (MEST_FORSOK - 1) + [Status.FEILET]


def test_en_tjeneste_som_ikke_er_der_er_ogsaa_bare_en_feil(folk: Besetning) -> None:
    brev = lagret(folk)
    with mottak() as hos:
        pass
    with som(folk.kontekst("vilde")) as kontekst:
        assert "ikke kontakt" in handlinger.send(kontekst, brev.pk, SvarUt(hos.adresse)).feil


def test_innstillingene_velger_veien_ut(settings: Settings) -> None:
    assert isinstance(sender(), Nedlasting)
    settings.BREVSENDER = {"sender": "skreddersom.plattform.brev.sendere.svarut.SvarUt", "adresse": "http://127.0.0.1:9/"}
    assert sender() == SvarUt("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    ("omgivelser", "ventet"),
    [
        ("", Nedlasting()),
        ('{"adresse": "https://brev.eksempel.no/", "token": "x", "svar": 30}', SvarUt("https://brev.eksempel.no/", "x", svar=30)),
    ],
)
def test_i_drift_velger_omgivelsene_veien_ut(omgivelser: str, ventet: Sender, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORSENDELSE", omgivelser)
    settings.BREVSENDER = brevsender("FORSENDELSE")
    assert sender() == ventet


@pytest.mark.parametrize("omgivelser", ["ja", "[]", "{}", '{"adresse": "http://uten-kryptering.no"}', '{"adresse": "https://a", "x": 1}'])
def test_en_tjeneste_som_ikke_kan_brukes_gir_setning_med_raad(omgivelser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORSENDELSE", omgivelser)
    with pytest.raises(Brukerfeil, match="FORSENDELSE kan ikke brukes"):
        brevsender("FORSENDELSE")


def test_jobben_sender_det_som_venter_ved_hvert_kontor(folk: Besetning, settings: Settings) -> None:
    ett, to = lagret(folk), lagret(folk, "stine")
    with mottak(500) as hos:
        settings.BREVSENDER = {"sender": "skreddersom.plattform.brev.sendere.svarut.SvarUt", "adresse": hos.adresse}
        send_ventende(timestamp=0)
        send_ventende(timestamp=0)
    assert sorted(hos.forsok) == sorted([str(ett.pk), str(to.pk)])
    assert len(hos.postlagt) == 1
    assert "Authorization" not in hos.hoder[0]


def test_ved_nedlasting_sender_jobben_ingenting(folk: Besetning) -> None:
    brev = lagret(folk)
    send_ventende(timestamp=0)
    with som(folk.kontekst("vilde")):
        assert Brev.objects.get(pk=brev.pk).forsok == 0


def test_det_gaar_lengre_og_lengre_tid_mellom_forsokene(folk: Besetning) -> None:
    brev = lagret(folk)
    assert brev.klar is not None
    ventet = []
    for brev.forsok in range(4):
        ventet.append(neste_forsok(brev) - brev.klar)
    assert ventet == [timedelta(0), timedelta(minutes=10), timedelta(minutes=20), timedelta(minutes=40)]
    with pytest.raises(ValueError, match="utkast"):
        neste_forsok(Brev())


def test_usendte_brev_varsles_uten_navn(folk: Besetning, caplog: pytest.LogCaptureFixture) -> None:
    brev = lagret(folk)
    with caplog.at_level(logging.WARNING, logger="skreddersom.plattform.brev.jobber"):
        assert varsle(brev.kontor_id, timezone.now()) == 0
        assert varsle(brev.kontor_id, timezone.now() + timedelta(hours=25)) == 1
    assert "1 brev er ikke sendt" in caplog.text
    assert "Eksempel" not in caplog.text
