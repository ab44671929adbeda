"""The cases of the demo: one at each place on its way, made by the product's own actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from nettleserveier.conftest import forhistorie
from skreddersom.apper.kandidat.indikatormodeller import Sakstall
from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.handlinger.brevhode import Hode, krev_brukbart, lagre_brevhode
from skreddersom.apper.sak.models import Klagestand, Oversendelse, Status, Utfall, Vent
from skreddersom.demo import brevhoder, saker
from skreddersom.demo.folk import ansatte
from skreddersom.demo.kontorer import HOVEDKONTOR, KONTORER, MED_SAKER
from skreddersom.kjerne.statistikk.undertrykk import for_lite
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from rollebesetning import Besetning

ANSATTE = {Rolle.VEILEDER: ("vilde", "viggo"), Rolle.KVALITETSSIKRER: ("kjersti",), Rolle.BESLUTTER: ("bjorg",)}


@pytest.fixture
def med_saker(folk: Besetning) -> Besetning:
    forhistorie(folk)
    with som(folk.kontekst("lena")) as lena:
        lagre_brevhode(lena, brevhoder.hode("NAV Arendal"), Hode().avtrykk)
    saker.lag(folk["lena"], {rolle: [folk[navn] for navn in navn_] for rolle, navn_ in ANSATTE.items()}, timezone.localdate())
    return folk


def test_det_er_en_sak_paa_hvert_sted_paa_veien(med_saker: Besetning) -> None:
    with som(med_saker.kontekst("lena")) as lena:
        alle = list(sporringer.med_alt(sporringer.behandlinger(lena)))
        assert len(alle) == len(saker.SAKER)
        statuser = [ett.status for ett in alle]
        assert {status: statuser.count(status) for status in set(statuser)} == {
            Status.UNDER_ARBEID: 7,
            Status.TIL_BESLUTNING: 1,
            Status.VEDTATT: 4,
        }
        assert Vent.objects.filter(gjenopptatt=None).count() == 1
        assert sum(ett.saksbehandler_id is None for ett in alle) == 1
        vedtak = {ett.utfall: ett for ett in sporringer.vedtak(lena)}
        assert set(vedtak) == {Utfall.INNVILGET, Utfall.AVSLATT}
        brev = {ett.pk: ett for ett in brevene.brev(lena)}
        assert brev[vedtak[Utfall.INNVILGET].brev].sendt is not None
        avslag = [brev[ett.brev] for ett in sporringer.vedtak(lena) if ett.utfall == Utfall.AVSLATT]
        assert sorted((ett.malform, ett.sendt is None) for ett in avslag) == [("nb", False), ("nb", False), ("nn", True)]
        assert sporringer.returaarsaker(lena, timezone.localdate(), timezone.localdate())


def test_en_klage_er_under_arbeid_og_en_er_oversendt(med_saker: Besetning) -> None:
    with som(med_saker.kontekst("lena")) as lena:
        alle = klagesporringer.med_alt(klagesporringer.klager(lena))
        assert sorted(ett.stand for ett in alle) == [Klagestand.OVERSENDT, Klagestand.UNDER_ARBEID]
        sendt = Oversendelse.objects.get()
        assert len({sendt.forberedt_av_id, sendt.av_id, sendt.klage.vedtak.av_id}) == 3


def test_et_program_slutter_samme_dag_som_de_andre_lopende_gaar_videre(folk: Besetning) -> None:
    forhistorie(folk)
    with som(folk.kontekst("lena")) as lena:
        lagre_brevhode(lena, brevhoder.hode("NAV Arendal"), Hode().avtrykk)
    ansatte_ = {rolle: [folk[navn] for navn in navn_] for rolle, navn_ in ANSATTE.items()}
    saker.lag(folk["lena"], ansatte_, timezone.localdate(), saker.LOPENDE[-2:])
    with som(folk.kontekst("lena")) as lena:
        utfall = sorted(ett.utfall for ett in sporringer.vedtak(lena))
        assert utfall == [Utfall.AVSLUTTET, Utfall.INNVILGET, Utfall.INNVILGET]
        assert Sakstall.objects.get(indikator="deltakere").teller == 2


def test_tallene_fra_sakene_vises_ved_ett_kontor_og_skjules_ved_de_andre() -> None:
    lopende = {kontor: sum(sak in saker.LOPENDE for sak in egne) for kontor, egne in saker.VED.items()}
    assert tuple(lopende) == MED_SAKER
    store = [kontor for kontor, antall in lopende.items() if not for_lite(antall)]
    assert store == [HOVEDKONTOR]
    assert not for_lite(sum(lopende.values()) - lopende[HOVEDKONTOR])


def test_kontorene_med_saker_har_dem_som_skal_til() -> None:
    for kontor in MED_SAKER:
        roller = {ett.rolle for ett in ansatte() if ett.kontor == kontor}
        assert {Rolle.VEILEDER, Rolle.LEDER, Rolle.KVALITETSSIKRER, Rolle.BESLUTTER} <= roller


def test_hvert_kontor_har_et_brevhode_med_alt_brevene_maa_si() -> None:
    assert set(brevhoder.STEDER) == {kontor.navn for kontor in KONTORER}
    for kontor in KONTORER:
        krev_brukbart(brevhoder.hode(kontor.navn))
