"""What the cases tell those who look from outside: two numbers for each office, counted anew when something is decided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from apper.sak.saken import IDAG, Saken
from apper.sak.test_endringene import slutt
from apper.sak.test_vedtaket import innvilget
from skreddersom.apper.kandidat.indikator.lesing import les
from skreddersom.apper.kandidat.indikatormodeller import Indikatortall, Sakstall
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.handlinger.sakstall import fullfort, tell_sakene
from skreddersom.apper.sak.jobber import tell_alle_kontorene
from skreddersom.apper.sak.models import Behandling, Sak, Vedtak
from skreddersom.kjerne.indikator.saker import FRA_SAKENE
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Kontor, Kontorkommune, Skjerming

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

I_AAR = IDAG.year


def tallene(folk: Besetning, hvem: str = "lena") -> dict[str, tuple[int, int]]:
    with som(folk.kontekst(hvem)):
        return {ett.indikator: (ett.teller, ett.nevner) for ett in Sakstall.objects.all()}


def i_program(saken: Saken) -> None:
    """Granted, and begun today."""
    saken.gjor_klar()
    saken.utkast(start=IDAG)
    saken.gjor("vilde", handlinger.send)
    saken.gjor("bjorg", handlinger.ta)
    saken.gjor("bjorg", handlinger.fatt_vedtak)


@pytest.mark.krav("R05")
def test_kontorets_tall_endres_av_et_vedtak(saken: Saken) -> None:
    assert tallene(saken.folk) == {}
    i_program(saken)
    telt = tallene(saken.folk)
    assert set(telt) == set(FRA_SAKENE)
    assert [telt[navn] for navn in ("deltakere", "nye", "i_program", "fullfort")] == [(1, 1), (1, 1), (1, 1), (0, 1)]
    assert (telt["dager_vedtak"], telt["dager_start"], telt["barn"], telt["under_25"]) == ((20, 1), (0, 1), (0, 1), (0, 1))


def test_den_som_begynner_siden_telles_av_natta(saken: Saken, monkeypatch: pytest.MonkeyPatch) -> None:
    innvilget(saken)
    assert tallene(saken.folk) == {}
    monkeypatch.setattr("skreddersom.apper.sak.sporringer.idag", lambda: IDAG + timedelta(days=7))
    tell_alle_kontorene(timestamp=0)
    assert tallene(saken.folk)["deltakere"] == (1, 1)
    assert tallene(saken.folk, "leif") == {}


def test_den_som_har_fullfort_er_fullfort_fra_dagen_etter_den_siste(saken: Saken, monkeypatch: pytest.MonkeyPatch) -> None:
    i_program(saken)
    with som(saken.folk.kontekst("lena")):
        vedtak = Vedtak.objects.get()
    slutt(saken, vedtak, IDAG)
    assert tallene(saken.folk)["i_program"] == (1, 1)
    monkeypatch.setattr("skreddersom.apper.sak.sporringer.idag", lambda: min(IDAG + timedelta(days=1), date(I_AAR, 12, 31)))
    tell_alle_kontorene(timestamp=0)
    assert tallene(saken.folk)["fullfort"] == (int(date(I_AAR, 12, 31) != IDAG), 1)


@pytest.mark.parametrize(
    ("utfall", "gjelder", "svar"), [("avsluttet", "fullfort", True), ("avsluttet", "", False), ("innvilget", "", True)]
)
def test_hva_som_endte_programmet_staar_i_vedtaket(utfall: str, gjelder: str, svar: bool) -> None:
    assert fullfort(Vedtak(utfall=utfall, behandling=Behandling(brevfelt={"gjelder": gjelder}))) is svar


def test_den_som_er_vernet_telles_ikke(saken: Saken) -> None:
    i_program(saken)
    with som(saken.folk.kontekst("lena")) as lena:
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=saken.person_id, gradering="strengt_fortrolig")
    tell_alle_kontorene(timestamp=0)
    assert tallene(saken.folk) == {}


def legg_inn(folk: Besetning, hvem: str, per: Any = IDAG, **tall: tuple[int, int]) -> None:
    with som(folk.kontekst(hvem)) as kontekst:
        felt = {"kontor_id": kontekst.kontor, "per": per}
        Sakstall.objects.bulk_create(Sakstall(**felt, indikator=navn, teller=k, nevner=n) for navn, (k, n) in tall.items())


@pytest.fixture
def med_tall(folk: Besetning) -> Besetning:
    """Bakken and Stranda as their cases tell; Bakken has sent in a file as well."""
    legg_inn(folk, "lena", deltakere=(40, 40), nye=(12, 40), fullfort=(10, 40))
    legg_inn(folk, "leif", deltakere=(25, 25), nye=(9, 25), fullfort=(7, 25))
    with som(folk.kontekst("lena")) as lena:
        fil = {"deltakere": 60, "fullfort": 20}
        Indikatortall.objects.bulk_create(
            Indikatortall(kontor_id=lena.kontor, kommunenr="4203", aar=I_AAR - 1, indikator=navn, teller=k, nevner=60)
            for navn, k in fil.items()
        )
    return folk


@pytest.mark.krav("R05")
def test_statsforvalteren_ser_summene_ved_siden_av_fila_og_ingen_saker(med_tall: Besetning, client: Client) -> None:
    side = med_tall.logg_inn(client, "fredrik").get("/fylket/fullfort/").content.decode()
    assert f"Kommunene {I_AAR - 1}, fra 11CF" in side
    assert "Kontorene, fra sakene per" in side
    assert side.index('<th scope="row">Bakken') < side.index('<th scope="row">Stranda')
    oversikt = client.get("/fylket/").content.decode()
    assert f"Fra 11CF, {I_AAR - 1}" in oversikt
    assert "20 av 60" in oversikt
    assert "17 av 65" in oversikt
    with som(med_tall.kontekst("fredrik")):
        assert Sakstall.objects.count() == 6
        assert not Sak.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Sakstall.objects.create(kontor=med_tall.kontorer["Bakken"], per=IDAG, indikator="barn", teller=1, nevner=1)


def test_kontoret_ser_bare_sine_egne(med_tall: Besetning) -> None:
    assert tallene(med_tall, "leif")["deltakere"] == (25, 25)


def test_fila_med_alt_har_sakene_for_seg(med_tall: Besetning, client: Client) -> None:
    tekst = med_tall.logg_inn(client, "dina").get("/fylket/indikatorer.csv").content.decode("utf-8-sig")
    deler = tekst.split("\r\n\r\n")
    assert "Fra sakene" in deler[-1]
    assert f"Fullført;{IDAG.isoformat()};Bakken;10;40;25,0" in deler[-1]
    assert "Bakken;" not in deler[0]


def test_smaa_tall_fra_sakene_vises_ikke(med_tall: Besetning) -> None:
    with som(med_tall.kontekst("leif")):
        Sakstall.objects.filter(indikator="fullfort").update(teller=2)
    with som(med_tall.kontekst("fredrik")) as fredrik:
        alle, alene = les(fredrik).saker, les(fredrik, "fullfort").saker
    assert alle["fullfort"] == alene["fullfort"]
    assert [rad for _, rad in alle["fullfort"].rader] == [None, None]
    assert alle["deltakere"].alle is not None
    assert alle["deltakere"].alle.tall == (65, 65)


def test_kommunene_staar_som_kontorene_paa_kartet(med_tall: Besetning) -> None:
    Kontor.objects.filter(navn="Bakken").update(rekkefolge=9)
    Kontor.objects.filter(navn="Stranda").update(rekkefolge=1)
    Kontorkommune.objects.create(kontor=med_tall.kontorer["Bakken"], kommunenr="4201")
    with som(med_tall.kontekst("fredrik")) as fredrik:
        kart = les(fredrik).kart
        assert [navn for navn, _ in les(fredrik).saker["deltakere"].rader] == ["Stranda", "Bakken"]
    assert sorted(kart, key=lambda nr: (kart[nr], nr)) == ["4204", "4201", "4203"]


def test_tellingen_koster_det_samme_uansett_hvor_mange(saken: Saken, django_assert_max_num_queries: Any) -> None:
    i_program(saken)
    with som(saken.folk.kontekst("lena")) as lena, django_assert_max_num_queries(7):
        tell_sakene(lena)
