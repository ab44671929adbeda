"""Two with the same form open, the same form twice, and those who may not see: nothing is lost, doubled or shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apper.sak.saken import IDAG, lag_sak
from skreddersom.apper.kandidat.models import Person
from skreddersom.apper.sak import benk, sporringer
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Behandling, Hendelse, Maate, Omrade, Retursaarsak, Sak, Ventegrunn
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Inhabil, Skjerming
from skreddersom.plattform.tilgang.roller import Gradering, Naerhet

if TYPE_CHECKING:
    from apper.sak.saken import Saken

VENTING = h.Venting(Ventegrunn.SOKER, IDAG + timedelta(days=7))


def test_den_andre_av_to_faar_en_konflikt_og_ser_hva_den_forste_gjorde(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")):
        inn = saken.inn()
    saken.gjor("vilde", h.sett_paa_vent, VENTING)
    with som(saken.folk.kontekst("vilde")) as vilde:
        with pytest.raises(h.Konflikt):
            h.sett_paa_vent(vilde, saken.behandling_id, inn, VENTING)
        behandling = saken.behandling()
        nytt = sporringer.hendelser(behandling.sak, behandling=behandling, etter=inn.versjon)
        assert [ett.slag for ett in nytt] == ["sett_paa_vent"]


def test_samme_skjema_to_ganger_er_en_hendelse_ogsaa_naar_andre_har_gjort_noe_imens(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")) as vilde:
        inn = saken.inn()
        forste = h.sett_paa_vent(vilde, saken.behandling_id, inn, VENTING)
        h.gjenoppta(vilde, saken.behandling_id, saken.inn())
        assert h.sett_paa_vent(vilde, saken.behandling_id, inn, VENTING).pk == forste.pk
        assert Hendelse.objects.filter(slag="sett_paa_vent").count() == 1


def test_nokkelen_til_et_skjema_kan_ikke_brukes_til_noe_annet(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")) as vilde:
        inn = saken.inn()
        h.sett_paa_vent(vilde, saken.behandling_id, inn, VENTING)
        with pytest.raises(Brukerfeil, match="brukt til noe annet"):
            h.gjenoppta(vilde, saken.behandling_id, h.Innsending(inn.versjon + 1, inn.nokkel))


def test_saken_selv_har_sin_egen_versjon(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")) as vilde:
        inn = h.Innsending(1, uuid4())
        forste = h.kartlegg_behov(vilde, saken.sak_id, inn, h.Kartlagt(Omrade.HELSE, "Rygg", IDAG))
        assert h.kartlegg_behov(vilde, saken.sak_id, inn, h.Kartlagt(Omrade.HELSE, "Rygg", IDAG)).pk == forste.pk
        with pytest.raises(h.Konflikt):
            h.kartlegg_behov(vilde, saken.sak_id, h.Innsending(1, uuid4()), h.Kartlagt(Omrade.BOLIG, "Leie", IDAG))
        assert [ett.slag for ett in sporringer.hendelser(Sak.objects.get(), etter=1)] == ["behov"]


def test_en_ny_opplysning_er_ikke_en_konflikt_for_den_som_behandler(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")):
        inn = saken.inn()
    saken.fakta(fast_bopel=True)
    with som(saken.folk.kontekst("vilde")) as vilde:
        assert h.sett_paa_vent(vilde, saken.behandling_id, inn, VENTING).slag == "sett_paa_vent"


def test_et_behov_kan_falle_bort_en_gang_og_bare_med_grunn(saken: Saken) -> None:
    hendelse = saken.i_saken("vilde", h.kartlegg_behov, h.Kartlagt(Omrade.HELSE, "Rygg", IDAG))
    behov = UUID(hendelse.data["behov"])
    with pytest.raises(Brukerfeil, match="hvorfor"):
        saken.i_saken("vilde", h.behov_bortfalt, behov, IDAG, " ")
    saken.i_saken("vilde", h.behov_bortfalt, behov, IDAG, "Operert.")
    with pytest.raises(Brukerfeil, match="alt registrert"):
        saken.i_saken("vilde", h.behov_bortfalt, behov, IDAG, "Igjen.")


def test_en_annen_veileder_ser_ikke_saken_men_ser_det_ingen_har(saken: Saken) -> None:
    with som(saken.folk.kontekst("viggo")) as viggo:
        assert not sporringer.saker(viggo).exists()
        with pytest.raises(Behandling.DoesNotExist):
            h.overta(viggo, saken.behandling_id, h.Innsending(1, uuid4()))
    saken.gjor("vilde", h.legg_tilbake)
    saken.gjor("viggo", h.overta)
    with som(saken.folk.kontekst("viggo")) as viggo:
        assert sporringer.saker(viggo).exists()
    with som(saken.folk.kontekst("vilde")) as vilde:
        assert not sporringer.behandlinger(vilde).exists()


@pytest.mark.parametrize("vern", ["gradert", "inhabil"])
def test_vernede_personer_finnes_ikke_i_saker_tall_eller_benk(saken: Saken, vern: str) -> None:
    vilde = saken.folk["vilde"]
    saken.fakta(ingen_ytelser=True)
    saken.sikre(saken.vurder("ytelser"), dom=h.Dom(godkjent=False, arsaker=(Retursaarsak.KILDE,)))
    with som(saken.folk.kontekst("lena")) as lena:
        if vern == "gradert":
            Skjerming.objects.create(kontor_id=lena.kontor, person_id=saken.person_id, gradering=Gradering.FORTROLIG)
        else:
            Inhabil.objects.create(kontor_id=lena.kontor, ansatt_id=vilde.ansatt_id, person_id=saken.person_id, grunn=Naerhet.SLEKT)
    with som(saken.folk.kontekst("vilde")) as hvem:
        assert not sporringer.saker(hvem).exists()
        assert not sporringer.behandlinger(hvem).exists()
        assert benk.oppgaver(hvem, IDAG) == []
        assert sum(sporringer.returaarsaker(hvem, IDAG, IDAG).values()) == 0
        with pytest.raises(Behandling.DoesNotExist):
            h.gjenoppta(hvem, saken.behandling_id, h.Innsending(3, uuid4()))
        with pytest.raises(Person.DoesNotExist):
            h.registrer_soknad(hvem, h.NySoknad(uuid4(), IDAG, Maate.PAPIR, person_id=saken.person_id))
    if vern == "gradert":
        klarert = replace(saken.folk.kontekst("vilde"), klareringer=(Gradering.FORTROLIG.value,))
        with som(klarert):
            assert sporringer.saker(klarert).exists()


def test_tilstander_for_mange_koster_like_mange_sporringer_som_for_faa(saken: Saken) -> None:
    antall = []
    for runde in range(2):
        for nr in range(1 + 3 * runde):
            lag_sak(saken.folk, f"prove {runde} {nr}").gjor_klar()
        with som(saken.folk.kontekst("lena")) as lena:
            alle = list(sporringer.med_alt(sporringer.behandlinger(lena)))
            with CaptureQueriesContext(connection) as sporringene:
                assert len(sporringer.tilstander(alle, IDAG)) == len(alle)
            antall.append(len(sporringene))
    assert antall[0] == antall[1] <= 8
