"""Til kontroll: what waits is in the queue, each condition is approved or sent back, and nobody looks over their own work."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.models import Kvalitetssikring, Retursaarsak
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from django.http import HttpResponse

    from apper.sak.saken import Saken


@pytest.fixture
def kjersti(saken: Saken) -> Client:
    return saken.folk.logg_inn(Client(), "kjersti")


def siden(klient: Client, saken: Saken) -> str:
    svar = klient.get(f"/til-kontroll/{saken.behandling_id}/")
    assert svar.status_code == 200
    return svar.content.decode()


def send(klient: Client, saken: Saken, vurdering: UUID, **felt: Any) -> HttpResponse:
    faste = {"versjon": saken.behandling().versjon, "nokkel": uuid.uuid4(), "vurdering": vurdering}
    return klient.post(f"/til-kontroll/{saken.behandling_id}/", faste | felt)  # type: ignore[return-value]


def test_koen_sier_hvilke_vilkaar_som_venter_og_naar_fristen_er(saken: Saken, kjersti: Client) -> None:
    assert "Ingenting venter på deg" in kjersti.get("/til-kontroll/").content.decode()
    saken.vurder("alder")
    svar = kjersti.get("/til-kontroll/").content.decode()
    assert "Per Prøve" in svar
    assert "1 vilkår" in svar
    assert "§ 11 a" in svar
    assert f"/til-kontroll/{saken.behandling_id}/" in svar


def test_et_vilkaar_godkjennes_og_neste_som_venter_kommer_fram(saken: Saken, kjersti: Client) -> None:
    alder = saken.vurder("alder")
    saken.fakta(ingen_ytelser=True)
    saken.vurder("ytelser")
    svar = send(kjersti, saken, alder, dom="godkjenn")
    assert svar.status_code == 302
    assert svar["Location"].endswith("#vilkar-ytelser")
    assert {ett.id: ett.godkjent for ett in saken.tilstand().vilkar}["alder"] is True


def test_retur_uten_aarsak_gir_setning_og_det_som_er_skrevet_staar(saken: Saken, kjersti: Client) -> None:
    svar = send(kjersti, saken, saken.vurder("alder"), dom="retur", tekst="Hvor er fødselsdatoen hentet?").content.decode()
    assert "Velg minst én årsak." in svar
    assert "Hvor er fødselsdatoen hentet?" in svar
    send(kjersti, saken, saken.vurder("alder"), dom="retur", arsaker=[Retursaarsak.ANNET])
    assert {ett.id: ett.godkjent for ett in saken.tilstand().vilkar}["alder"] is None


def test_retur_med_aarsak_staar_hos_den_som_skrev(saken: Saken, kjersti: Client) -> None:
    send(kjersti, saken, saken.vurder("alder"), dom="retur", arsaker=[Retursaarsak.KILDE], tekst="Skriv hvor.")
    with som(saken.folk.kontekst("kjersti")):
        sikring = Kvalitetssikring.objects.get()
        assert (sikring.godkjent, sikring.arsaker, sikring.tekst) == (False, ["manglende_kildehenvisning"], "Skriv hvor.")


def test_bare_det_som_er_endret_maa_ses_paa_igjen_og_det_staar_hva(saken: Saken, kjersti: Client) -> None:
    alder = saken.vurder("alder")
    saken.sikre(alder)
    saken.vurder("alder", begrunnelse="Født i 1990, i følge folkeregisteret.")
    svar = siden(kjersti, saken)
    assert "Endret siden sist" in svar
    assert "Endret siden sist: begrunnelsen" in svar
    assert "Fordi alder er undersøkt." in svar
    assert "1 endret siden sist" in kjersti.get("/til-kontroll/").content.decode()


def test_eget_arbeid_kan_ikke_godkjennes_og_siden_sier_hvorfor(saken: Saken) -> None:
    from skreddersom.plattform.tilgang.models import Stilling
    from skreddersom.plattform.tilgang.roller import Rolle

    alder = saken.vurder("alder")
    vilde = saken.folk["vilde"]
    som_sikrer = Stilling.objects.create(ansatt=vilde.ansatt, kontor=vilde.kontor, rolle=Rolle.KVALITETSSIKRER, fra=vilde.fra)
    klient = Client()
    klient.post(f"/rollekort/{som_sikrer.pk}/")
    assert "Du kan ikke kvalitetssikre din egen vurdering." in siden(klient, saken)
    send(klient, saken, alder, dom="godkjenn")
    assert {ett.id: ett.godkjent for ett in saken.tilstand().vilkar}["alder"] is None


def test_den_som_kommer_sist_ser_hva_den_forste_gjorde_og_mister_ingenting(saken: Saken, kjersti: Client) -> None:
    alder, versjon = saken.vurder("alder"), saken.behandling().versjon
    saken.sikre(alder, navn="bjorg")
    svar = send(kjersti, saken, alder, versjon=versjon, dom="retur", arsaker=[Retursaarsak.KILDE], tekst="Hvor står det?")
    assert svar.status_code == 409
    innhold = svar.content.decode()
    assert "Noen andre har registrert noe mens du skrev" in innhold
    assert "Vilkår kvalitetssikret" in innhold
    assert "Hvor står det?" in innhold


def test_beslutteren_har_egen_fane_for_saker_aa_beslutte(saken: Saken) -> None:
    saken.send()
    bjorg = saken.folk.logg_inn(Client(), "bjorg")
    svar = bjorg.get("/til-kontroll/").content.decode()
    assert f"/vedtak/{saken.behandling_id}/" in svar
    saken.gjor("bjorg", handlinger.ta)
    assert "Du har den" in bjorg.get("/til-kontroll/?fane=til_beslutning").content.decode()
    with som(saken.folk.kontekst("bjorg")) as hvem:
        assert sporringer.behandlinger(hvem).get().beslutter_id == hvem.ansatt
