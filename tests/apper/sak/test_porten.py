"""The port alone, with no database: each demand by itself, from a case where all is in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from skreddersom.apper.sak.models import Slag, Status, Svar, Utfall
from skreddersom.apper.sak.port import Handling, port
from skreddersom.apper.sak.tilstand import Tilstand, Utkasttilstand, Vilkarstilstand
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.tilgang.roller import Rolle

DAG = date(2026, 3, 2)
SAKSBEHANDLER, ANDRE, BESLUTTER = UUID(int=1), UUID(int=2), UUID(int=3)


@dataclass(frozen=True)
class En:
    ansatt: UUID
    rolle: Rolle


VEILEDER, HOS_BESLUTTER = En(SAKSBEHANDLER, Rolle.VEILEDER), En(BESLUTTER, Rolle.BESLUTTER)
VILKAR = tuple(Vilkarstilstand(ett.id, ett.krav, Svar.JA, ANDRE, godkjent=True) for ett in versjon_paa(DAG).vilkar)
UTKAST = Utkasttilstand(Utfall.INNVILGET, DAG, date(2027, 3, 1), DAG, Decimal("37.5"), "Fordi.", "Stønad uten plan.")
KLAR = Tilstand(Slag.SOKNAD, Status.UNDER_ARBEID, SAKSBEHANDLER, None, mottatt=DAG, vilkar=VILKAR, utkast=UTKAST, aev_utfort=DAG, barn=0)


def hindringer(handling: Handling, tilstand: Tilstand, hvem: En = VEILEDER) -> str:
    return " ".join(port(handling, tilstand, hvem, DAG).hindringer)


def med(vilkar: str, **felt: Any) -> Tilstand:
    """All in place but for one condition."""
    return replace(KLAR, vilkar=tuple(replace(ett, **felt) if ett.id == vilkar else ett for ett in VILKAR))


def utkast(**felt: Any) -> Tilstand:
    return replace(KLAR, utkast=replace(UTKAST, **felt))


def avslag(vilkar: str, **felt: Any) -> Tilstand:
    nei = med(vilkar, svar=Svar.NEI)
    return replace(nei, utkast=replace(UTKAST, utfall=Utfall.AVSLATT), **felt)


def test_er_alt_paa_plass_er_sendingen_apen() -> None:
    assert port(Handling.SEND, KLAR, VEILEDER, DAG) == port(Handling.FATT_VEDTAK, besluttes(), HOS_BESLUTTER, DAG)
    assert port(Handling.SEND, KLAR, VEILEDER, DAG).apen


def besluttes(**felt: Any) -> Tilstand:
    return replace(replace(KLAR, status=Status.UNDER_BESLUTNING, beslutter=BESLUTTER), **felt)


MANGLER: dict[str, Tilstand] = {
    "er på vent": replace(KLAR, vent_til=DAG),
    "Velg hva vedtaket skal gå ut på": utkast(utfall=None),
    "er ikke vurdert": med("bistand", svar=None, godkjent=None),
    "er ikke avgjort": med("bistand", svar=Svar.UKJENT),
    "er ikke oppfylt": med("bistand", svar=Svar.NEI),
    "er endret siden": med("bistand", utdatert=True),
    "ikke kvalitetssikret": med("bistand", godkjent=None),
    "er sendt tilbake": med("bistand", godkjent=False),
    "Arbeidsevnevurderingen må være gjort": replace(KLAR, aev_utfort=None),
    "må være gjort før vedtaket": replace(KLAR, aev_utfort=DAG + timedelta(days=1)),
    "om det er barn": replace(KLAR, barn=None),
    "første og siste dag": utkast(til=None),
    "ikke være før første": utkast(til=DAG - timedelta(days=1)),
    "høyst ett år": utkast(til=date(2027, 3, 2)),
    "startdato og timer": utkast(timer_uke=None),
    "starte i perioden": utkast(start=DAG - timedelta(days=1)),
    "Skriv begrunnelsen": utkast(begrunnelse=" "),
    "alternativet uten": utkast(alternativ_uten_kvp=""),
    "Brevet mangler": replace(KLAR, brev_mangler=("Brevet mangler noe.",)),
    "må bygge på at et vilkår": utkast(utfall=Utfall.AVSLATT),
}


@pytest.mark.parametrize("ord_", MANGLER)
def test_det_som_mangler_stenger_sending_og_sier_hva(ord_: str) -> None:
    assert ord_ in hindringer(Handling.SEND, MANGLER[ord_])


@pytest.mark.parametrize("ord_", [ord_ for ord_ in MANGLER if ord_ != "er på vent"])
def test_det_som_mangler_stenger_ogsaa_vedtaket(ord_: str) -> None:
    hos_beslutter = replace(MANGLER[ord_], status=Status.UNDER_BESLUTNING, beslutter=BESLUTTER)
    assert ord_ in hindringer(Handling.FATT_VEDTAK, hos_beslutter, HOS_BESLUTTER)


@pytest.mark.parametrize("vilkar", ["alder", "ytelser", "opphold"])
def test_et_avslag_paa_det_som_kan_slaas_opp_trenger_ingen_arbeidsevnevurdering(vilkar: str) -> None:
    assert hindringer(Handling.SEND, avslag(vilkar, aev_utfort=None)) == ""


@pytest.mark.parametrize("vilkar", ["arbeidsevne", "bistand", "unntak"])
def test_et_avslag_paa_et_skjoenn_trenger_arbeidsevnevurderingen(vilkar: str) -> None:
    assert "Arbeidsevnevurderingen må være gjort" in hindringer(Handling.SEND, avslag(vilkar, aev_utfort=None))
    assert hindringer(Handling.SEND, avslag(vilkar)) == ""


def test_manglende_arbeidsevnevurdering_er_ingen_avslagsgrunn() -> None:
    assert "må bygge på at et vilkår" in hindringer(Handling.SEND, avslag("arbeidsevnevurdering"))


def test_den_som_har_behandlet_kan_ikke_beslutte_selv_om_andre_har_vurdert_alt() -> None:
    selv = En(SAKSBEHANDLER, Rolle.BESLUTTER)
    assert "Du har behandlet saken" in hindringer(Handling.TA, replace(KLAR, status=Status.TIL_BESLUTNING), selv)
    assert "Du har behandlet saken" in hindringer(Handling.FATT_VEDTAK, besluttes(beslutter=SAKSBEHANDLER), selv)


def test_den_som_har_vurdert_et_vilkaar_kan_ikke_beslutte() -> None:
    vurderte = En(ANDRE, Rolle.BESLUTTER)
    assert "Du har vurdert vilkår" in hindringer(Handling.TA, replace(KLAR, status=Status.TIL_BESLUTNING), vurderte)


def test_en_sen_start_er_en_advarsel_og_ikke_et_nei() -> None:
    ett = port(Handling.SEND, replace(KLAR, mottatt=date(2025, 6, 1)), VEILEDER, DAG)
    assert ett.apen
    assert "senest 01.12.2025" in ett.advarsler[0]
