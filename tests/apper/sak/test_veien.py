"""The way of a case: from application to the beslutter and back, each with their own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apper.sak.saken import IDAG, MOTTATT
from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.models import Retursaarsak, Status, Ventegrunn
from skreddersom.apper.sak.port import Handling, port
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from apper.sak.saken import Saken


def test_alt_paa_plass_kan_sendes_tas_og_er_klart_for_vedtak(saken: Saken) -> None:
    saken.send()
    assert saken.behandling().status == Status.TIL_BESLUTNING
    saken.gjor("bjorg", handlinger.ta)
    assert port(Handling.FATT_VEDTAK, saken.tilstand(), saken.folk.kontekst("bjorg"), IDAG).hindringer == ()


def test_retur_krever_bare_ny_sikring_av_det_som_endres(saken: Saken) -> None:
    saken.send()
    saken.gjor("bjorg", handlinger.ta)
    saken.gjor("bjorg", handlinger.returner, handlinger.Dom(godkjent=False, arsaker=(Retursaarsak.BEGRUNNELSE,)))
    ny = saken.vurder("bistand", begrunnelse="Tre avbrutte tiltak viser at tett bistand trengs.")
    assert [ett.id for ett in saken.tilstand().vilkar if ett.godkjent is None] == ["bistand"]
    with pytest.raises(handlinger.Stengt, match="ikke kvalitetssikret"):
        saken.gjor("vilde", handlinger.send)
    saken.sikre(ny)
    saken.gjor("vilde", handlinger.send)
    assert saken.behandling().status == Status.TIL_BESLUTNING


def test_sending_kan_angres_til_noen_har_tatt_saken(saken: Saken) -> None:
    saken.send()
    saken.gjor("vilde", handlinger.angre)
    assert saken.behandling().status == Status.UNDER_ARBEID
    saken.gjor("vilde", handlinger.send)
    saken.gjor("bjorg", handlinger.ta)
    with pytest.raises(handlinger.Stengt, match="hos en beslutter"):
        saken.gjor("vilde", handlinger.angre)


def test_beslutteren_kan_gi_saken_tilbake_til_koen(saken: Saken) -> None:
    saken.send()
    saken.gjor("bjorg", handlinger.ta)
    saken.gjor("bjorg", handlinger.gi_tilbake)
    behandling = saken.behandling()
    assert (behandling.status, behandling.beslutter_id) == (Status.TIL_BESLUTNING, None)


def test_hver_handling_er_en_hendelse_i_rekkefolge(saken: Saken) -> None:
    saken.send()
    with som(saken.folk.kontekst("vilde")):
        behandling = saken.behandling()
        alle = sporringer.hendelser(behandling.sak, behandling=behandling)
        assert [ett.versjon for ett in alle] == list(range(len(alle), 0, -1))
        assert alle[0].slag == Handling.SEND
        assert (alle[-1].slag, alle[-1].dato) == ("soknad", MOTTATT)


def test_dagene_paa_vent_teller_i_behandlingstida(saken: Saken) -> None:
    uten = sporringer.behandlingsdager(saken.behandling(), IDAG)
    saken.gjor("vilde", handlinger.sett_paa_vent, handlinger.Venting(Ventegrunn.LEGE, IDAG))
    assert sporringer.behandlingsdager(saken.behandling(), IDAG) == uten == (IDAG - MOTTATT).days
