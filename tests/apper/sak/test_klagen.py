"""The way of a complaint: taken in, looked at, answered by another than the one who decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from apper.sak.klagen import UTKAST, Klagen, innvilg, lag_klage, ny_klage, om_dager
from apper.sak.saken import IDAG, lag_sak
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import klagebenk, klagesporringer, sporringer
from skreddersom.apper.sak.models import (
    Fristunntak,
    Henleggelse,
    Klagestand,
    Maate,
    Omgjoringsarsak,
    Retursaarsak,
    Slag,
    Underretning,
    Utfall,
    Vedtak,
)
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming, Stilling
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date

    from rollebesetning import Besetning

INGEN_GRUNN = {"unntak": Fristunntak.INGEN, "unntak_begrunnelse": "Per har ikke fortalt om noe som hindret ham."}


@pytest.fixture
def klagen(folk: Besetning) -> Klagen:
    """Per has complained of the decision that grants him a programme."""
    return lag_klage(folk)


def sen_klage(klagen: Klagen, mottatt: date) -> Klagen:
    return ny_klage(klagen.saken, klagen.klage().vedtak_id, mottatt=mottatt)


def test_det_samme_skjemaet_er_en_klage(folk: Besetning) -> None:
    saken = lag_sak(folk)
    ny = h.NyKlage(uuid4(), innvilg(saken), IDAG, Maate.PAPIR, "Jeg er uenig.")
    with som(folk.kontekst("vilde")) as vilde:
        assert h.registrer_klage(vilde, saken.sak_id, ny) == h.registrer_klage(vilde, saken.sak_id, ny)


def test_en_klage_kan_ikke_komme_for_vedtaket_eller_i_framtida(klagen: Klagen) -> None:
    for dag, setning in ((IDAG - timedelta(days=1), "før vedtaket"), (IDAG + timedelta(days=1), "etter i dag")):
        with pytest.raises(Brukerfeil, match=setning):
            sen_klage(klagen, dag)


def test_siste_dag_i_klagefristen_er_i_tide_og_dagen_etter_er_ikke(klagen: Klagen) -> None:
    siste = frister.klagefrist(IDAG).dato
    with om_dager(60):
        i_tide, for_sen = sen_klage(klagen, siste), sen_klage(klagen, siste + timedelta(days=1))
        assert i_tide.formkrav().data["i_tide"]
        with pytest.raises(Brukerfeil, match="Ta stilling til om den likevel skal tas opp"):
            for_sen.formkrav()
        assert not for_sen.formkrav(**INGEN_GRUNN).data["oppfylt"]


def test_digitalt_regnes_fristen_fra_den_siste_av_tilgang_og_varsel(klagen: Klagen) -> None:
    varslet = IDAG + timedelta(days=5)
    with om_dager(60):
        siste = frister.klagefrist_elektronisk(IDAG, varslet).dato
        digitalt = {"underretning": Underretning.ELEKTRONISK, "framkommet": None, "tilgjengelig": IDAG, "varslet": varslet}
        sen = sen_klage(klagen, siste)
        assert sen.formkrav(**digitalt).data["i_tide"]
        with som(klagen.folk.kontekst("lena")):
            krav = klagesporringer.formkravet(sen.klage())
            assert krav is not None
            assert krav.frist == siste


def test_kan_ingen_vise_naar_vedtaket_kom_fram_er_klagen_i_tide(klagen: Klagen) -> None:
    with om_dager(200) as dag:
        sen = sen_klage(klagen, dag)
        assert sen.formkrav(underretning=Underretning.UKJENT, framkommet=None).data["oppfylt"]


def test_en_unnskyldt_sen_klage_tas_opp_men_aldri_etter_et_aar(klagen: Klagen) -> None:
    syk = {"unntak": Fristunntak.KAN_IKKE_LASTES, "unntak_begrunnelse": "Per var innlagt."}
    siste = frister.siste_klagedag(IDAG).dato
    with om_dager(500):
        assert sen_klage(klagen, siste).formkrav(**syk).data["oppfylt"]
        with pytest.raises(Brukerfeil, match="mer enn ett år"):
            sen_klage(klagen, siste + timedelta(days=1)).formkrav(**syk)


def test_et_unntak_fra_en_frist_som_er_holdt_gir_en_setning(klagen: Klagen) -> None:
    with pytest.raises(Brukerfeil, match="kom i tide"):
        klagen.formkrav(**INGEN_GRUNN)


def test_det_som_kan_rettes_avvises_ikke_for_fristen_er_ute(klagen: Klagen) -> None:
    mangler = {"underskrevet": False, "begrunnelse": "Klagen er ikke underskrevet."}
    klagen.formkrav(**mangler)
    with pytest.raises(h.Stengt, match="kort frist"):
        klagen.gjor("vilde", h.avvis)
    klagen.formkrav(**mangler, rettefrist=IDAG + timedelta(days=7))
    with pytest.raises(h.Stengt, match="har frist til"):
        klagen.gjor("vilde", h.avvis)
    with om_dager(8):
        klagen.gjor("vilde", h.avvis)
    assert klagen.klage().stand is Klagestand.AVVISES


def test_oversendelsen_gaar_til_statsforvalteren_med_kopi_til_klageren(klagen: Klagen) -> None:
    klagen.send()
    sendt = klagen.gjor("lena", h.oversend)
    assert klagen.klage().stand is Klagestand.OVERSENDT
    with som(klagen.folk.kontekst("lena")):
        brev, kopi = Brev.objects.get(pk=sendt.brev), Brev.objects.get(kopi_av_id=sendt.brev)
        assert brev.mottaker == {"navn": "Statsforvalteren i Agder", "adresse": ["Postboks 1", "4801 Bakken"]}
        assert kopi.mottaker == {"navn": "Per Prøve", "adresse": ["Prøveveien 2", "4801 Bakken"]}
        assert brev.sha256 == kopi.sha256 == sendt.brev_sha256
        assert [ett["rolle"] for ett in brev.data["hilsen"]] == ["saksbehandler", "leder"]


def test_det_samme_skjemaet_er_en_oversendelse(klagen: Klagen) -> None:
    klagen.send()
    with som(klagen.folk.kontekst("lena")) as lena:
        inn = klagen.inn()
        assert h.oversend(lena, klagen.klage_id, inn) == h.oversend(lena, klagen.klage_id, inn)
        assert Brev.objects.filter(slag="oversendelse").count() == 2


def test_den_som_fattet_vedtaket_oversender_ikke_saa_lenge_en_annen_kan(klagen: Klagen) -> None:
    klagen.send()
    with pytest.raises(h.Stengt, match="Du fattet vedtaket"):
        klagen.gjor("bjorg", h.oversend)


def test_er_ingen_andre_igjen_kan_hun_og_det_blir_staaende(klagen: Klagen) -> None:
    klagen.send()
    lena = klagen.folk["lena"]
    Stilling.objects.filter(pk=lena.pk).update(til=IDAG - timedelta(days=1))
    assert klagen.gjor("bjorg", h.oversend).egen_avgjorelse


def test_en_som_er_inhabil_regnes_ikke_som_en_annen(klagen: Klagen) -> None:
    from skreddersom.plattform.tilgang.models import Inhabil

    klagen.send()
    with som(klagen.folk.kontekst("adrian")) as adrian:
        lena = klagen.folk["lena"].ansatt_id
        Inhabil.objects.create(kontor_id=adrian.kontor, ansatt_id=lena, person_id=klagen.saken.person_id, grunn="slekt")
    assert klagen.gjor("bjorg", h.oversend).egen_avgjorelse


def test_den_som_har_laget_oversendelsen_kan_ikke_sende_den_i_en_annen_rolle(klagen: Klagen) -> None:
    from skreddersom.plattform.tilgang.okt import kontekst

    klagen.send()
    ansatt = klagen.folk["vilde"].ansatt
    som_beslutter = Stilling(ansatt=ansatt, kontor=klagen.folk["vilde"].kontor, rolle=Rolle.BESLUTTER, fra=IDAG)
    with som(kontekst(som_beslutter)) as vilde, pytest.raises(h.Stengt, match="En annen må se på den"):
        h.oversend(vilde, klagen.klage_id, klagen.inn())


def test_en_retur_har_grunn_fra_lista_og_telles_ved_kontoret(klagen: Klagen) -> None:
    klagen.send()
    with pytest.raises(Brukerfeil, match="Velg hvorfor"):
        klagen.gjor("lena", h.returner_klage, h.Dom(godkjent=False))
    klagen.gjor("lena", h.returner_klage, h.Dom(godkjent=False, arsaker=(Retursaarsak.BEGRUNNELSE,)))
    assert klagen.klage().stand is Klagestand.UNDER_ARBEID
    with som(klagen.folk.kontekst("lena")) as lena:
        assert sporringer.returaarsaker(lena, IDAG, IDAG)[Retursaarsak.BEGRUNNELSE] == 1


def test_to_som_skriver_samtidig_den_andre_faar_konflikt(klagen: Klagen) -> None:
    with som(klagen.folk.kontekst("vilde")) as vilde:
        inn = klagen.inn()
        h.lagre_klageutkast(vilde, klagen.klage_id, h.Innsending(inn.versjon, uuid4()), h.Klageutkast("a"))
        with pytest.raises(h.Konflikt):
            h.lagre_klageutkast(vilde, klagen.klage_id, inn, h.Klageutkast("b"))


def test_omgjoring_er_avgjort_naar_det_nye_vedtaket_er_fattet(klagen: Klagen) -> None:
    klagen.formkrav()
    klagen.gjor("vilde", h.omgjor, Omgjoringsarsak.FAKTUM)
    assert klagen.klage().stand is Klagestand.OMGJORES
    ny = klagen.i_behandlingen()
    ny.sikre(*(ny.vurder(ett.id) for ett in ny.tilstand().vilkar))
    ny.utkast(til=IDAG + timedelta(days=360))
    ny.gjor("vilde", h.send)
    ny.gjor("bjorg", h.ta)
    ny.gjor("bjorg", h.fatt_vedtak)
    assert klagen.klage().stand is Klagestand.OMGJORT


def test_henlegges_omgjoringen_er_klagen_under_arbeid_igjen(klagen: Klagen) -> None:
    klagen.formkrav()
    klagen.gjor("vilde", h.omgjor, Omgjoringsarsak.NYTT)
    klagen.i_behandlingen().gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.FEIL, IDAG))
    assert klagen.klage().stand is Klagestand.UNDER_ARBEID
    klagen.gjor("vilde", h.lagre_klageutkast, h.Klageutkast("Per mener det er for lite."))
    assert klagen.klage().status == "under_arbeid"


def test_annet_maa_forklares(klagen: Klagen) -> None:
    klagen.formkrav()
    with pytest.raises(Brukerfeil, match="Skriv hva «annet» er"):
        klagen.gjor("vilde", h.omgjor, Omgjoringsarsak.ANNET)


def test_avvisning_er_et_eget_vedtak_med_brev_og_fire_oyne(klagen: Klagen) -> None:
    with om_dager(40) as dag:
        sen = sen_klage(klagen, dag)
        sen.formkrav(**INGEN_GRUNN)
        sen.gjor("vilde", h.avvis)
        behandling = sen.i_behandlingen()
        behandling.gjor("vilde", h.send)
        behandling.gjor("bjorg", h.ta)
        vedtak: Vedtak = behandling.gjor("bjorg", h.fatt_vedtak)
        assert vedtak.utfall == Utfall.KLAGE_AVVIST
        assert sen.klage().stand is Klagestand.AVVIST
    with som(klagen.folk.kontekst("lena")):
        brev = Brev.objects.get(pk=vedtak.brev)
        assert brev.slag == "klageavvisning"
        assert (brev.data["for_sent"], brev.data["klage_mottatt"]) == (True, dag.isoformat())


def test_en_klage_kan_ikke_avvises_utenom_klagen(klagen: Klagen) -> None:
    from skreddersom.apper.sak.models import Slag

    with pytest.raises(Brukerfeil, match="fra klagens egen side"):
        klagen.saken.i_saken("vilde", h.apne_behandling, Slag.KLAGE, klagen.klage().vedtak_id)


def test_saken_avsluttes_ikke_mens_en_klage_venter(klagen: Klagen) -> None:
    with pytest.raises(Brukerfeil, match="klage som ikke er ferdig"):
        klagen.saken.i_saken("vilde", h.avslutt_sak)


def test_klagens_hendelser_er_ikke_sakens(klagen: Klagen) -> None:
    klagen.gjor_klar()
    with som(klagen.folk.kontekst("lena")):
        i_saken = sporringer.hendelser(klagen.klage().sak, etter=1)
        assert i_saken
        assert not [ett for ett in i_saken if ett.slag.startswith("klage")]


def test_den_som_har_klagen_ser_saken(klagen: Klagen) -> None:
    klagen.gjor("lena", h.tildel_klage, klagen.folk["viggo"].ansatt_id)
    with som(klagen.folk.kontekst("viggo")) as viggo:
        assert [sak.pk for sak in sporringer.saker(viggo)] == [klagen.saken.sak_id]


def test_til_kontroll_sier_naar_klagen_var_avgjort(klagen: Klagen) -> None:
    def avgjort() -> list[date | None]:
        with som(klagen.folk.kontekst("lena")) as lena:
            alle, kolonner = klagesporringer.til_kontroll(lena, IDAG)
            return list(alle.values_list(kolonner["avgjort"], flat=True))

    assert avgjort() == [None]
    klagen.send()
    klagen.gjor("lena", h.oversend)
    assert avgjort() == [IDAG]


def paa_benken(klagen: Klagen, navn: str, dag: date = IDAG) -> list[str]:
    with som(klagen.folk.kontekst(navn)) as hvem:
        return [ett.slag.id for ett in klagebenk.oppgaver(hvem, dag)]


def test_klagen_venter_paa_den_som_kan_gjore_noe_med_den(klagen: Klagen) -> None:
    assert paa_benken(klagen, "vilde") == paa_benken(klagen, "lena") == ["klage_formkrav"]
    assert paa_benken(klagen, "viggo") == []
    klagen.gjor_klar()
    assert paa_benken(klagen, "vilde") == ["klage_svar"]
    klagen.gjor("vilde", h.send_klage)
    assert paa_benken(klagen, "vilde") == []
    assert paa_benken(klagen, "lena") == paa_benken(klagen, "bjorg") == ["klage_oversend"]
    klagen.gjor("lena", h.oversend)
    assert paa_benken(klagen, "lena") == []


def test_mens_klageren_kan_rette_venter_klagen_ikke_paa_kontoret(klagen: Klagen) -> None:
    om_en_uke = IDAG + timedelta(days=7)
    klagen.formkrav(underskrevet=False, begrunnelse="Klagen er ikke underskrevet.", rettefrist=om_en_uke)
    assert paa_benken(klagen, "vilde", om_en_uke) == []
    assert paa_benken(klagen, "vilde", om_en_uke + timedelta(days=1)) == ["klage_svar"]


def test_fristen_paa_benken_er_den_samme_som_i_kontroll_210(klagen: Klagen) -> None:
    from skreddersom.kjerne.kontroll.katalog import KATALOG

    grense = next(ett for ett in KATALOG if ett.id == "210").terskler[0].verdi
    with som(klagen.folk.kontekst("vilde")) as vilde:
        oppgave = klagebenk.oppgaver(vilde, IDAG)[0]
        assert oppgave.frist == IDAG + timedelta(days=grense)
        assert not oppgave.forfalt(oppgave.frist)
        assert oppgave.forfalt(oppgave.frist + timedelta(days=1))


def test_skjermede_telles_ikke_for_dem_som_ikke_faar_se_dem(klagen: Klagen) -> None:
    with som(klagen.folk.kontekst("adrian")) as adrian:
        Skjerming.objects.create(kontor_id=adrian.kontor, person_id=klagen.saken.person_id, gradering="fortrolig")
    with som(klagen.folk.kontekst("lena")) as lena:
        assert not klagesporringer.til_kontroll(lena, IDAG)[0].exists()
        assert not klagesporringer.klager(lena).exists()


def test_en_del_kan_endres_og_resten_oversendes(klagen: Klagen) -> None:
    klagen.gjor_klar()
    saken, klage = klagen.saken, klagen.klage()
    saken.behandling_id = UUID(saken.i_saken("vilde", h.apne_behandling, Slag.OMGJORING, klage.vedtak_id).data["behandling"])
    saken.sikre(*(saken.vurder(ett.id) for ett in saken.tilstand().vilkar))
    saken.utkast(Utfall.INNVILGET, timer_uke=30)
    for navn, handling in (("vilde", h.send), ("bjorg", h.ta), ("bjorg", h.fatt_vedtak)):
        saken.gjor(navn, handling)
    assert klagen.tilstand().omgjort == IDAG
    with pytest.raises(h.Stengt, match="alt endret i et nytt vedtak"):
        klagen.gjor("vilde", h.omgjor, Omgjoringsarsak.LOVANVENDELSE)
    with pytest.raises(h.Stengt, match="sier ikke hvilken"):
        klagen.gjor("vilde", h.send_klage)
    klagen.gjor("vilde", h.lagre_klageutkast, replace(UTKAST, omgjort_del="Timetallet er satt ned til 30."))
    klagen.gjor("vilde", h.send_klage)
    klagen.gjor("lena", h.oversend)
    with som(klagen.folk.kontekst("lena")):
        brev = Brev.objects.get(slag="oversendelse", kopi_av=None)
        tekst = " ".join(" ".join(side.extract_text() for side in PdfReader(BytesIO(bytes(brev.pdf))).pages).split())
    assert "har endret en del av vedtaket i et nytt vedtak" in tekst
    assert "Timetallet er satt ned til 30." in tekst
    assert "ikke funnet grunn til å endre vedtaket" not in tekst
