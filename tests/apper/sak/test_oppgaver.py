"""Min benk: what waits is worked out from what has happened, in one query, and for the right one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apper.sak.saken import IDAG, MOTTATT, lag_sak
from skreddersom.apper.sak import benk, handlinger
from skreddersom.apper.sak.models import Retursaarsak, Ventegrunn
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from datetime import date

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

RETUR = handlinger.Dom(godkjent=False, arsaker=(Retursaarsak.UTREDNING,))


def faner(folk: Besetning, navn: str, dag: date = IDAG) -> list[str]:
    with som(folk.kontekst(navn)) as hvem:
        return sorted(ett.slag.id for ett in benk.oppgaver(hvem, dag))


def test_en_ny_soknad_venter_paa_svar_innen_en_maaned(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")) as vilde:
        svar = next(ett for ett in benk.oppgaver(vilde, IDAG) if ett.slag.id == "forelopig_svar")
        assert svar.frist == frister.forelopig_svar(MOTTATT).dato
        assert "§ 11 a" in str(svar.hjemmel)
        assert not svar.forfalt(IDAG)
        assert svar.forfalt(svar.frist + timedelta(days=1))


def test_forelopig_svar_tar_bort_oppgaven(saken: Saken) -> None:
    saken.gjor("vilde", handlinger.registrer_forelopig_svar, IDAG)
    assert faner(saken.folk, "vilde") == ["behandle"]


def test_fem_maaneder_etter_soknaden_kommer_startfristen(saken: Saken) -> None:
    dagen = frister.om_maneder(MOTTATT, 5)
    assert "start" not in faner(saken.folk, "vilde", dagen - timedelta(days=1))
    assert "start" in faner(saken.folk, "vilde", dagen)


def test_det_som_er_sendt_tilbake_staar_for_seg(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    saken.sikre(saken.vurder("ytelser"), dom=RETUR)
    assert faner(saken.folk, "vilde") == ["forelopig_svar", "retur"]
    saken.vurder("ytelser", begrunnelse="Nav har sett i registeret: ingen ytelser.")
    assert faner(saken.folk, "vilde") == ["behandle", "forelopig_svar"]


def test_ventetida_er_en_oppgave_naar_fristen_er_naadd(saken: Saken) -> None:
    om_en_uke = IDAG + timedelta(days=7)
    saken.gjor("vilde", handlinger.sett_paa_vent, handlinger.Venting(Ventegrunn.LEGE, om_en_uke))
    assert faner(saken.folk, "vilde") == ["forelopig_svar"]
    assert faner(saken.folk, "vilde", om_en_uke) == ["forelopig_svar", "vent"]


def test_kontroll_og_beslutning_venter_paa_dem_som_kan_gjore_det(saken: Saken) -> None:
    saken.vurder_alle()
    assert faner(saken.folk, "kjersti") == ["til_kontroll"]
    assert faner(saken.folk, "bjorg") == ["til_kontroll"]
    assert faner(saken.folk, "viggo") == []
    saken.gjor_klar()
    saken.gjor("vilde", handlinger.send)
    assert faner(saken.folk, "kjersti") == []
    assert faner(saken.folk, "bjorg") == ["til_beslutning"]
    saken.gjor("bjorg", handlinger.ta)
    assert faner(saken.folk, "bjorg") == ["til_beslutning"]


def test_det_ingen_har_kan_tas_av_alle_veiledere(saken: Saken) -> None:
    saken.gjor("vilde", handlinger.legg_tilbake)
    assert faner(saken.folk, "viggo") == ["ufordelt"]
    assert "ufordelt" in faner(saken.folk, "lena")


@pytest.mark.parametrize("navn", ["vilde", "kjersti", "bjorg", "lena"])
def test_benken_er_en_sporring_ogsaa_med_mange_saker(folk: Besetning, navn: str) -> None:
    for nr in range(5):
        lag_sak(folk, f"prove {nr}").gjor_klar()
    with som(folk.kontekst(navn)) as hvem, CaptureQueriesContext(connection) as sporringer:
        alle = benk.oppgaver(hvem, IDAG)
        assert [ett.behandling.navn for ett in alle] == ["Per Prøve"] * len(alle)
    assert len(sporringer) == 1
    assert sum(benk.antall(alle).values()) == len(alle)
