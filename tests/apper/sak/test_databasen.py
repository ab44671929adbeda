"""What the database holds by itself, tried as the program's own role: rows written past the domain are refused, each by name."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from apper.sak.klagebrudd import KLAGEBRUDD, alt_om_klagen
from apper.sak.saken import IDAG, MOTTATT, person
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.handlinger.brudd import setninger
from skreddersom.apper.sak.models import (
    Aev,
    Barn,
    Behandling,
    Behov,
    Bekreftelse,
    Egenvurdering,
    Faktum,
    Forhandsvarsel,
    Hendelse,
    Kvalitetssikring,
    Periode,
    Retur,
    Sak,
    Soknad,
    Uttalelse,
    Vedtak,
    Vent,
    Vilkarsvurdering,
)
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apper.sak.saken import Saken

ETT_AAR = timedelta(days=365)
VURDERT: dict[str, Any] = {"vilkar": "alder", "nr": 1, "svar": "JA", "begrunnelse": "Fordi.", "lovversjon": "2025"}
VENT: dict[str, Any] = {"grunn": "medisinske_opplysninger", "fra": IDAG, "frist": IDAG}
VEDTAK: dict[str, Any] = {
    "dato": IDAG,
    "utfall": "innvilget",
    "fra": IDAG,
    "til": IDAG + timedelta(days=300),
    "start": IDAG,
    "timer_uke": 37,
    "begrunnelse": "Fordi.",
    "kvittering": b"{}",
    "kvittering_sha256": "0" * 64,
    "brev_sha256": "0" * 64,
}


@contextmanager
def brytes(navn: str) -> Iterator[None]:
    """What is inside breaks the constraint ``navn``, and no other; it has a sentence."""
    with pytest.raises(IntegrityError) as feil, transaction.atomic():
        yield
    assert feil.value.__cause__.diag.constraint_name == navn  # type: ignore[union-attr]
    assert not setninger() or navn in setninger() or navn.endswith(("_samme", "bare_felt"))


def ny(saken: Saken, modell: Any, av: str = "vilde", **felt: Any) -> Any:
    """A row written straight into the table, by ``av``."""
    navn = {ett.attname for ett in modell._meta.concrete_fields}
    stilling = saken.folk[av]
    verdier: dict[str, Any] = {"kontor_id": stilling.kontor_id, "person_id": saken.person_id, "av_id": stilling.ansatt_id}
    verdier |= {"sak_id": saken.sak_id, "behandling_id": saken.behandling_id}
    egne = {kolonne: verdi for kolonne, verdi in verdier.items() if kolonne in navn}
    return modell.objects.create(**egne | felt)


def endre(saken: Saken, **felt: Any) -> int:
    return Behandling.objects.filter(pk=saken.behandling_id).update(**felt)


def vurdering(saken: Saken, **felt: Any) -> Any:
    return ny(saken, Vilkarsvurdering, **VURDERT | felt)


def sikring(saken: Saken, av: str = "kjersti", **felt: Any) -> Any:
    vurdert = vurdering(saken)
    return ny(saken, Kvalitetssikring, av, vilkarsvurdering=vurdert, **{"vurdert_av_id": vurdert.av_id, "godkjent": True} | felt)


def under_beslutning(saken: Saken) -> int:
    endre(saken, status="til_beslutning")
    return endre(saken, status="under_beslutning", beslutter_id=saken.folk["bjorg"].ansatt_id)


def vedtak(saken: Saken, av: str = "bjorg", **felt: Any) -> Any:
    under_beslutning(saken)
    return ny(saken, Vedtak, av, **VEDTAK | {"saksbehandler_id": saken.folk["vilde"].ansatt_id, "brev": uuid4()} | felt)


UTTALT: dict[str, Any] = {"dato": IDAG, "maate": "samtale", "tekst": "x"}


def varsel(saken: Saken, **felt: Any) -> Any:
    verdier: dict[str, Any] = {"nr": 1, "dato": IDAG, "brev": uuid4(), "frist": IDAG}
    return ny(saken, Forhandsvarsel, **verdier | felt)


def senere(saken: Saken, slag: str, **felt: Any) -> Any:
    """A decision straight into the table, of a kind that is about one which grants a year."""
    forste, stilling = vedtak(saken), saken.folk["vilde"]
    hvem: dict[str, Any] = {"saksbehandler_id": stilling.ansatt_id, "beslutter_id": saken.folk["bjorg"].ansatt_id}
    ny_ = ny(saken, Behandling, slag=slag, gjelder=forste, apnet=IDAG, status="under_beslutning", **hvem)
    utfall = {"behandling_id": ny_.pk, "saksbehandler_id": stilling.ansatt_id, "brev": uuid4(), **felt}
    return ny(saken, Vedtak, "bjorg", **VEDTAK | utfall)


BORTE: dict[str, Any] = {"utfall": "opphevet", "fra": None, "til": None, "start": None, "timer_uke": None}


def periode(saken: Saken, **felt: Any) -> Any:
    ett = vedtak(saken)
    return ny(saken, Periode, vedtak=ett, **{"fra": ett.fra, "til": ett.til} | felt)


BRUDD: dict[str, Callable[[Saken], object]] = {
    "sak_en_apen": lambda s: ny(s, Sak, apnet=IDAG),
    "sak_avsluttet_etter_apnet": lambda _: Sak.objects.update(avsluttet=F("apnet") - timedelta(days=1)),
    "soknad_trukket_etter_mottatt": lambda _: Soknad.objects.update(trukket=MOTTATT - timedelta(days=1)),
    "soknad_svar_etter_mottatt": lambda _: Soknad.objects.update(forelopig_svar=MOTTATT - timedelta(days=1)),
    "aev_nr": lambda s: [ny(s, Aev, nr=1, utfort=IDAG) for _ in range(2)],
    "aev_har_dato": lambda s: ny(s, Aev, nr=1),
    "aev_utfort_etter_bestilt": lambda s: ny(s, Aev, nr=1, bestilt=IDAG, utfort=MOTTATT),
    "aev_vedtak_etter_utfort": lambda s: ny(s, Aev, nr=1, utfort=IDAG, vedtak_14a=MOTTATT),
    "aev_gruppe_av_vedtak": lambda s: ny(s, Aev, nr=1, utfort=IDAG, innsatsgruppe="jobbe_delvis"),
    "behov_har_tekst": lambda s: ny(s, Behov, omrade="helse", tekst="", kartlagt=IDAG),
    "behov_bortfalt_etter": lambda s: ny(s, Behov, omrade="helse", tekst="x", kartlagt=IDAG, bortfalt=MOTTATT, bortfalt_hvorfor="x"),
    "behov_bortfalt_hvorfor": lambda s: ny(s, Behov, omrade="helse", tekst="x", kartlagt=IDAG, bortfalt=IDAG),
    "egenvurdering_ord_eller_nei": lambda s: ny(s, Egenvurdering, dato=IDAG, tekst="x", onsket_ikke=True),
    "faktum_nr": lambda s: [ny(s, Faktum, navn="fast_bopel", nr=1, verdi=True, kilde="x", dato=IDAG) for _ in range(2)],
    "faktum_finnes": lambda s: ny(s, Faktum, navn="formue", nr=1, verdi=True, kilde="x", dato=IDAG),
    "faktum_har_kilde": lambda s: ny(s, Faktum, navn="fast_bopel", nr=1, verdi=True, kilde="", dato=IDAG),
    "barn_nr": lambda s: [ny(s, Barn, nr=1, dato=IDAG, antall=0) for _ in range(2)],
    "barn_vurdert": lambda s: ny(s, Barn, nr=1, dato=IDAG, antall=2, behov="skolevei"),
    "behandling_en_apen": lambda s: ny(s, Behandling, slag="soknad", apnet=IDAG, soknad=ny(s, Soknad, mottatt=IDAG, maate="papir")),
    "behandling_soknad": lambda s: ny(s, Behandling, slag="soknad", apnet=IDAG),
    "behandling_gjelder": lambda s: ny(s, Behandling, slag="avbrudd", apnet=IDAG),
    "behandling_fire_oyne": lambda s: endre(s, beslutter_id=F("saksbehandler_id")),
    "behandling_har_hvem": lambda s: endre(s, status="til_beslutning", saksbehandler_id=None),
    "behandling_henlagt_fordi": lambda s: endre(s, status="henlagt"),
    "behandling_soknad_avgjores": lambda s: endre(s, status="henlagt", henlagt_fordi="ikke_aktuell"),
    "behandling_overgang": lambda s: endre(s, status="vedtatt", beslutter_id=s.folk["bjorg"].ansatt_id),
    "behandling_ferdig": lambda s: [endre(s, status="henlagt", henlagt_fordi="trukket"), endre(s, begrunnelse="mer")],
    "behandling_uten_vedtak": lambda s: [under_beslutning(s), endre(s, status="vedtatt")],
    "behandling_gjelder_fast": lambda s: endre(s, slag="avbrudd", soknad=None),
    "behandling_under_arbeid": lambda s: [endre(s, status="til_beslutning"), vurdering(s)],
    "vilkarsvurdering_nr": lambda s: [vurdering(s), vurdering(s)],
    "vilkarsvurdering_begrunnet": lambda s: vurdering(s, begrunnelse=""),
    "vilkarsvurdering_lovlig_grunn": lambda s: vurdering(s, svar="NEI"),
    "vilkarsvurdering_hva_mangler": lambda s: vurdering(s, svar="UKJENT", mangler="en erklæring"),
    "kvalitetssikring_annens": lambda s: sikring(s, av="vilde"),
    "kvalitetssikring_arsak": lambda s: sikring(s, godkjent=False),
    "kvalitetssikring_annet": lambda s: sikring(s, godkjent=False, arsaker=["annet"]),
    "kvalitetssikring_liste": lambda s: sikring(s, godkjent=False, arsaker=["budsjett"]),
    "retur_arsak": lambda s: ny(s, Retur, arsaker=[]),
    "retur_annet": lambda s: ny(s, Retur, arsaker=["annet"]),
    "retur_liste": lambda s: ny(s, Retur, arsaker=["budsjett"]),
    "vent_en_om_gangen": lambda s: [ny(s, Vent, **VENT) for _ in range(2)],
    "vent_lovlig_grunn": lambda s: ny(s, Vent, **VENT | {"grunn": "venter_paa_plass"}),
    "vent_frist_framover": lambda s: ny(s, Vent, **VENT | {"frist": MOTTATT}),
    "vent_gjenopptatt_av": lambda s: ny(s, Vent, **VENT | {"gjenopptatt": IDAG}),
    "bekreftelse_en_gang": lambda s: [ny(s, Bekreftelse, merke="a", felt="b", grunn="c", utdrag="d", svar="e") for _ in range(2)],
    "bekreftelse_besvart": lambda s: ny(s, Bekreftelse, merke="a", felt="b", grunn="c", utdrag="d", svar=""),
    "varsel_nr": lambda s: [varsel(s), varsel(s)],
    "varsel_brev_eller_unntak": lambda s: varsel(s, unntak="ikke_mulig", unntak_begrunnelse="x"),
    "varsel_unntak_begrunnet": lambda s: varsel(s, unntak="ikke_mulig", brev=None, frist=None),
    "uttalelse_ord_eller_nei": lambda s: ny(s, Uttalelse, varsel=varsel(s), onsket_ikke=True, **UTTALT),
    "vedtak_fire_oyne": lambda s: vedtak(s, saksbehandler_id=s.folk["bjorg"].ansatt_id),
    "vedtak_av_beslutter": lambda s: vedtak(s, av="kjersti"),
    "vedtak_egen_vurdering": lambda s: [vurdering(s, av_id=s.folk["bjorg"].ansatt_id), vedtak(s)],
    "vedtak_uten_varsel": lambda s: senere(s, "omgjoring", **BORTE),
    "vedtak_har_utfall": lambda s: vedtak(s, utfall=""),
    "vedtak_begrunnet": lambda s: vedtak(s, begrunnelse=""),
    "vedtak_har_periode": lambda s: vedtak(s, til=None),
    "vedtak_periode_framover": lambda s: vedtak(s, til=IDAG - timedelta(days=1)),
    "vedtak_start_og_timer": lambda s: vedtak(s, timer_uke=0),
    "vedtak_start_i_perioden": lambda s: vedtak(s, start=IDAG - timedelta(days=1)),
    "vedtak_hoyst_ett_aar": lambda s: vedtak(s, til=IDAG + ETT_AAR + timedelta(days=1)),
    "periode_framover": lambda s: periode(s, til=IDAG - timedelta(days=1)),
    "bare_felt": lambda _: Soknad.objects.update(mottatt=IDAG),
    "sak_hendelse_nokkel_key": lambda s: ny(
        s, Hendelse, slag="malform", dato=IDAG, versjon=9, nokkel=Hendelse.objects.values_list("nokkel")[:1]
    ),
}
"""Name of a rule → how to break it."""


TAR_DET_FORST = {"vedtak_fire_oyne": "vedtak_av_beslutter"}
"""Triggers speak before checks: what both refuse, is refused by the trigger. The check stands should the trigger ever be lost."""


@pytest.mark.parametrize("navn", BRUDD)
def test_hver_regel_i_databasen_nekter_det_den_skal(saken: Saken, navn: str) -> None:
    with som(saken.folk.kontekst("lena")), brytes(TAR_DET_FORST.get(navn, navn)):
        BRUDD[navn](saken)


def test_hver_regel_i_modellene_er_proevd() -> None:
    alle = {regel.name for modell in apps.get_app_config("sak").get_models() for regel in modell._meta.constraints}
    assert alle - BRUDD.keys() - KLAGEBRUDD.keys() == set()


def test_ett_vedtak_kan_gjelde_i_ett_aar_og_ikke_en_dag_mer(saken: Saken) -> None:
    from skreddersom.kjerne.lov.frister import lengste_vedtak

    siste = lengste_vedtak(IDAG).dato
    with som(saken.folk.kontekst("lena")):
        with brytes("vedtak_hoyst_ett_aar"):
            vedtak(saken, til=siste + timedelta(days=1))
        assert vedtak(saken, til=siste).til == siste


def test_periodene_til_en_person_overlapper_aldri(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        forste = periode(saken)
        andre = Behandling.objects.create(
            kontor_id=forste.kontor_id,
            person_id=saken.person_id,
            sak_id=saken.sak_id,
            slag="forlengelse",
            gjelder=forste.vedtak,
            apnet=IDAG,
        )
        endre(saken, status="vedtatt")
        saken.behandling_id = andre.pk
        endre(saken, saksbehandler_id=saken.folk["vilde"].ansatt_id)
        nytt = vedtak(saken)
        with brytes("periode_overlapper_ikke"):
            ny(saken, Periode, vedtak=nytt, fra=forste.til, til=forste.til)
        assert ny(saken, Periode, vedtak=nytt, fra=forste.til + timedelta(days=1), til=forste.til + timedelta(days=9)).gjelder


def test_en_rad_kan_ikke_handle_om_en_annen_enn_saken(saken: Saken) -> None:
    annen = person(saken.folk, nokkel="en annen")
    with som(saken.folk.kontekst("lena")):
        with brytes("sak_aev_sak_person_kontor_samme"):
            ny(saken, Aev, nr=1, utfort=IDAG, person_id=annen.pk)
        with brytes("sak_retur_behandling_person_kontor_samme"):
            ny(saken, Retur, arsaker=["skrivefeil"], person_id=annen.pk)


def test_en_sak_kan_ikke_gjelde_en_person_ved_et_annet_kontor(saken: Saken) -> None:
    fremmed = person(saken.folk, "stine", "fremmed")
    with som(saken.folk.kontekst("lena")), brytes("sak_sak_person_kontor_samme"):
        ny(saken, Sak, apnet=IDAG, person_id=fremmed.pk)


def test_kvalitetssikringen_kan_ikke_lyve_om_hvem_som_vurderte(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")), brytes("sak_kvalitetssikring_vilkarsvurdering_vurdert_av_samme"):
        sikring(saken, av="vilde", vurdert_av_id=saken.folk["viggo"].ansatt_id)


def test_vedtak_og_alt_som_har_skjedd_kan_verken_endres_eller_fjernes(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        vedtak(saken)
        for sporring in ("update sak_vedtak set begrunnelse = 'noe annet'", "delete from sak_vedtak", "truncate sak_vedtak cascade"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as peker:
                peker.execute(sporring)


def alle_tabeller() -> list[str]:
    return sorted(modell._meta.db_table for modell in apps.get_app_config("sak").get_models())


def test_ingenting_i_en_sak_kan_slettes(saken: Saken) -> None:
    saken.gjor_klar()
    with som(saken.folk.kontekst("lena")):
        ny(saken, Retur, arsaker=["skrivefeil"])
        ny(saken, Vent, **VENT)
        ny(saken, Bekreftelse, merke="a", felt="b", grunn="c", utdrag="d", svar="e")
        ny(saken, Uttalelse, varsel=varsel(saken), **UTTALT)
        periode(saken)
        alt_om_klagen(saken)
        for tabell in set(alle_tabeller()) - {"sak_brevhode"}:
            with connection.cursor() as peker:
                peker.execute(f"select count(*) from {tabell}")
                assert peker.fetchone()[0] > 0, tabell
                with pytest.raises(DatabaseError), transaction.atomic():
                    peker.execute(f"delete from {tabell}")


def test_hver_tabell_er_stengt_for_andre_kontorer(saken: Saken) -> None:
    saken.gjor_klar()
    with som(saken.folk.kontekst("leif")), connection.cursor() as peker:
        for tabell in alle_tabeller():
            peker.execute(f"select count(*) from {tabell}")
            assert peker.fetchone()[0] == 0, tabell


def test_databasens_nei_blir_en_setning_i_domenet(saken: Saken) -> None:
    from skreddersom.kjerne.feil import Brukerfeil

    with pytest.raises(Brukerfeil, match="ikke være utført før den ble bestilt"):
        saken.i_saken("vilde", handlinger.registrer_aev, handlinger.Arbeidsevne(bestilt=IDAG, utfort=MOTTATT))


KORTERE = IDAG + timedelta(days=100)
UTEN_VARSEL: dict[str, Callable[[Saken], object]] = {
    "stans": lambda s: senere(s, "stans", utfall="stanset"),
    "avbrudd": lambda s: senere(s, "avbrudd", utfall="avbrutt"),
    "avslutning": lambda s: senere(s, "avslutning", utfall="avsluttet"),
    "omgjort til avslag": lambda s: senere(s, "omgjoring", **BORTE | {"utfall": "avslatt"}),
    "omgjort til kortere": lambda s: senere(s, "omgjoring", til=KORTERE),
}
"""Decisions to the harm of somebody, each as bare SQL would write it."""


@pytest.mark.parametrize("hva", UTEN_VARSEL)
def test_ingen_vedtak_til_ugunst_skrives_uten_varsel_heller_ikke_i_sql(saken: Saken, hva: str) -> None:
    with som(saken.folk.kontekst("bjorg")), brytes("vedtak_uten_varsel"):
        UTEN_VARSEL[hva](saken)


def test_en_omgjoring_til_gunst_kan_skrives_uten_varsel(saken: Saken) -> None:
    with som(saken.folk.kontekst("bjorg")):
        assert senere(saken, "omgjoring", til=VEDTAK["til"] + timedelta(days=5)).pk
