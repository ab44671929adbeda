"""The pages of a case cost no more queries for a long case than for a new one, and leave no hole where a value should be."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as innstillinger

from apper.kandidat.test_sporringstall import HULL, PAA_OBJEKT, sporringer
from apper.sak.saken import IDAG
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Omrade, Ventegrunn

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken

SIDER = [
    "/sak/{sak}/",
    "/sak/{sak}/grunnlag/",
    "/sak/{sak}/logg/",
    "/sak/{sak}/faktum/",
    "/behandling/{behandling}/vilkar/",
    "/behandling/{behandling}/vilkar/bistand/",
    "/behandling/{behandling}/henlegg/",
]


def lev(saken: Saken, ganger: int) -> None:
    """Some of everything, several times, and then a draft and a wait."""
    for nr in range(ganger):
        saken.i_saken("vilde", handlinger.kartlegg_behov, handlinger.Kartlagt(Omrade.HELSE, f"Behov {nr}", IDAG))
        saken.i_saken("vilde", handlinger.registrer_egenvurdering, handlinger.Egne(IDAG, f"Ord {nr}"))
        saken.i_saken("vilde", handlinger.vurder_barn, handlinger.Barnevurdering(IDAG, 0))
        saken.sikre(*saken.vurder_alle())
        saken.utkast()
        saken.gjor("vilde", handlinger.sett_paa_vent, handlinger.Venting(Ventegrunn.LEGE, IDAG))
        saken.gjor("vilde", handlinger.gjenoppta)


@pytest.mark.parametrize("side", SIDER)
def test_lang_sak_koster_det_samme_som_kort(saken: Saken, client: Client, side: str) -> None:
    adresse = side.format(sak=saken.sak_id, behandling=saken.behandling_id)
    lev(saken, 1)
    saken.folk.logg_inn(client, "vilde").get(adresse)
    kort = sporringer(client, adresse)
    lev(saken, 3)
    assert sporringer(client, adresse) == kort <= PAA_OBJEKT


@pytest.fixture
def uten_hull(settings: Any) -> None:
    """Undefined variables become something that can be seen."""
    maler = copy.deepcopy(innstillinger.TEMPLATES)
    maler[0]["OPTIONS"]["string_if_invalid"] = HULL
    settings.TEMPLATES = maler


@pytest.mark.parametrize("hvem", ["vilde", "kjersti", "lena"])
def test_ingen_side_har_hull_i_malen(saken: Saken, client: Client, uten_hull: None, hvem: str) -> None:
    saken.folk.logg_inn(client, hvem)
    for ganger in (0, 1):
        lev(saken, ganger)
        for side in SIDER:
            tekst = client.get(side.format(sak=saken.sak_id, behandling=saken.behandling_id)).content.decode()
            assert HULL.partition("%")[0] not in tekst, (side, tekst.partition(HULL.partition("%")[0])[2][:80])
