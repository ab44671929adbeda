"""A protected person in a case: told of at the head to those who may see, and no address in any letter, nor a letter through others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.klagen import UTKAST, lag_klage
from apper.sak.test_soknadsbrev import brevene
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.brev import data
from skreddersom.apper.sak.grunnlag import hent
from skreddersom.apper.sak.models import Utfall
from skreddersom.plattform.brev import handlinger as brev
from skreddersom.plattform.brev.models import Kanal, Status
from skreddersom.plattform.tilgang import handlinger as tilgang
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning
    from skreddersom.plattform.brev.sendere.port import Forsendelse

ADRESSE = {"mottaker": {"adresse": ["Prøveveien 2", "4801 Bakken"]}}


class Digitalt:
    """A digital channel that must not be used."""

    kanal = Kanal.SVARUT

    def __init__(self) -> None:
        self.sendt: list[Any] = []

    def send(self, forsendelse: Forsendelse) -> str:
        self.sendt.append(forsendelse)
        return "levert"


def skjerm(saken: Saken, gradering: Gradering, *klarerte: str) -> None:
    """The person gets the protection, and ``klarerte`` the clearance."""
    with som(saken.folk.kontekst("adrian")) as adrian:
        tilgang.skjerm(adrian, saken.person_id, gradering)
    for navn in klarerte:
        stilling = saken.folk[navn]
        stilling.klareringer = [gradering]
        stilling.save()


@pytest.mark.parametrize("gradering", [Gradering.SKJERMET, Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG])
def test_vernet_staar_i_hodet_for_den_som_kan_se_og_ingenting_for_de_andre(saken: Saken, client: Client, gradering: Gradering) -> None:
    skjerm(saken, gradering, "vilde")
    assert str(gradering.label) in saken.folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/").content.decode()
    assert saken.folk.logg_inn(client, "lena").get(f"/sak/{saken.sak_id}/").status_code == 404


def test_den_som_er_inhabil_staar_i_hodet_for_de_andre(saken: Saken, client: Client) -> None:
    with som(saken.folk.kontekst("adrian")) as adrian:
        tilgang.meld_inhabil(adrian, saken.folk["bjorg"].ansatt_id, saken.person_id, "slekt")
    assert "Inhabil: Bjorg" in saken.folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/").content.decode()
    assert saken.folk.logg_inn(client, "bjorg").get(f"/sak/{saken.sak_id}/").status_code == 404


def test_en_sperret_adresse_kommer_ikke_i_noe_brev(saken: Saken, client: Client) -> None:
    saken.gjor_klar()
    saken.utkast()
    skjerm(saken, Gradering.STRENGT_FORTROLIG, "vilde", "bjorg", "lena")
    behandling = saken.behandling()
    with som(saken.folk.kontekst("vilde")):
        assert behandling.brevfelt["mottaker"]["adresse"]
        assert data(behandling, hent([behandling])[behandling.pk], behandling.apnet)["mottaker"] == {"navn": "Per Prøve"}
    side = saken.folk.logg_inn(client, "vilde").get(f"/vedtak/{saken.behandling_id}/").content.decode()
    assert "Prøveveien" not in side
    assert "Adressen er sperret" in side
    assert "Adressen brevet sendes til" not in side
    saken.utkast(Utfall.INNVILGET)
    assert saken.behandling().brevfelt["mottaker"] == {}
    saken.gjor("vilde", h.send)
    saken.gjor("bjorg", h.ta)
    saken.gjor("bjorg", h.fatt_vedtak)
    (vedtaket,) = brevene(saken.folk, "innvilgelse")
    assert (vedtaket.mottaker, b"4801 Bakken" in bytes(vedtaket.pdf)) == ({"navn": "Per Prøve"}, False)


@pytest.mark.parametrize(("gradering", "status"), [(Gradering.FORTROLIG, Status.KLAR), (Gradering.SKJERMET, Status.SENDT)])
def test_den_digitale_veien_er_stengt_for_den_med_sperret_adresse(saken: Saken, gradering: Gradering, status: Status) -> None:
    skjerm(saken, gradering, "vilde", "lena")
    (kvittering,) = brevene(saken.folk, "kvittering")
    vei = Digitalt()
    with som(saken.folk.kontekst("vilde")) as vilde:
        assert brev.send(vilde, kvittering.pk, vei).status == status
    assert len(vei.sendt) == (status == Status.SENDT)


def test_vernet_koster_ingen_sporring_for_hver_behandling(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")) as vilde:
        alle = list(sporringer.behandlinger(vilde))
        assert {ett.vern.gradering for ett in hent(alle).values()} == {Gradering.INGEN}


def test_klageren_med_sperret_adresse_blir_ikke_spurt_om_den(folk: Besetning, client: Client) -> None:
    klagen = lag_klage(folk)
    klagen.gjor_klar()
    skjerm(klagen.saken, Gradering.STRENGT_FORTROLIG, "vilde", "lena")
    adresse = f"/klage/{klagen.klage_id}/utkast/"
    side = folk.logg_inn(client, "vilde").get(adresse)
    assert "kopi_adresse" not in side.context["skjema"].fields
    assert "Adressen er sperret" in side.content.decode()
    assert "Prøveveien" not in side.content.decode()
    klagen.gjor("vilde", h.lagre_klageutkast, UTKAST)
    assert klagen.klage().kopi_adresse == []
    klagen.gjor("vilde", h.send_klage)
    klagen.gjor("lena", h.oversend)
    assert [brevet.mottaker for brevet in brevene(folk, "oversendelse") if brevet.kopi_av_id] == [{"navn": "Per Prøve"}]
