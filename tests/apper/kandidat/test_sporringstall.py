"""A list of fifty costs no more queries than a list of five, and no page leaves a hole where a value should be."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as innstillinger
from django.core.paginator import UnorderedObjectListWarning
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apper.kandidat.kandidater import id_paa, kandidat, registrer
from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
from skreddersom.apper.kandidat import handlinger, liste
from skreddersom.apper.kandidat.models import Fil, Gjennomgang
from skreddersom.apper.kandidat.views import filer as filsiden
from skreddersom.apper.kandidat.views import gjennomganger
from skreddersom.apper.sak.views import benk
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

HULL = "⟦mangler: %s⟧"
PAA_LISTE, PAA_OBJEKT = 12, 20
LISTER = ["/benk/", "/benk/?fane=retur", "/kandidater/", "/filer/", "/gjennomganger/", "/kontoret/"]


def sporringer(klient: Client, adresse: str) -> int:
    """How many queries the page asks, those of the access layer with them; savepoints are no questions."""
    with CaptureQueriesContext(
        connection,
    ) as fanget:
        assert klient.get(adresse).status_code == 200
    return sum("SAVEPOINT" not in ett["sql"] for ett in fanget.captured_queries)


@pytest.mark.parametrize("adresse", LISTER)
def test_fem_rader_koster_det_samme_som_femti(bakken: Besetning, client: Client, monkeypatch: pytest.MonkeyPatch, adresse: str) -> None:
    with som(bakken.kontekst("lena")) as lena:
        for nr in range(6):
            registrer(lena, "informert", nr)
            handlinger.fordel(lena, [kandidat(lena, nr).pk], bakken["vilde"].ansatt_id)
        for nr in range(6):
            last_opp(lena, {f"{nr}.dat": filer(antall=5, aar=(2026,), fro=nr + 9)["11F_4203_2026.dat"]})
            gjennomgang(lena, filer=[Fil.objects.all()[0].pk, *Fil.objects.filter(linjer=60).values_list("pk", flat=True)])
    bakken.logg_inn(client, "lena")
    client.get(adresse)  # the session settles
    antall = []
    for per_side in (5, 50):
        for modul in (liste, benk, gjennomganger, filsiden):
            monkeypatch.setattr(modul, "PER_SIDE", per_side)
        antall.append(sporringer(client, adresse))
    assert antall[0] == antall[1]
    assert antall[0] <= PAA_LISTE


@pytest.mark.parametrize("side", ["kandidat", "utfall", "fil", "gjennomgang"])
def test_en_side_om_en_ting_koster_lite(bakken: Besetning, client: Client, side: str) -> None:
    with som(bakken.kontekst("lena")) as lena:
        for slag in ("informert", "tilbudt", "soknad"):
            registrer(lena, slag)
        adresser = {
            "kandidat": f"/kandidater/{id_paa(bakken)}/",
            "utfall": f"/kandidater/{id_paa(bakken)}/flyttet/",
            "fil": f"/filer/{Fil.objects.all()[0].pk}/",
            "gjennomgang": f"/gjennomganger/{Gjennomgang.objects.get().pk}/",
        }
    bakken.logg_inn(client, "lena")
    client.get("/filer/")
    assert sporringer(client, adresser[side]) <= PAA_OBJEKT


def test_fylket_koster_det_samme_uansett_hvor_mange_kontorer(bakken: Besetning, client: Client) -> None:
    bakken.logg_inn(client, "dina").get("/fylket/")
    assert sporringer(client, "/fylket/") <= PAA_LISTE


@pytest.fixture
def uten_hull(settings: Any) -> None:
    """Undefined variables become something that can be seen."""
    maler = copy.deepcopy(innstillinger.TEMPLATES)
    maler[0]["OPTIONS"]["string_if_invalid"] = HULL
    settings.TEMPLATES = maler


@pytest.mark.filterwarnings(f"error::{UnorderedObjectListWarning.__module__}.{UnorderedObjectListWarning.__name__}")
@pytest.mark.parametrize("hvem", ["vilde", "lena", "kjersti"])
def test_ingen_side_har_hull_i_malen(bakken: Besetning, client: Client, uten_hull: None, hvem: str) -> None:
    with som(bakken.kontekst("lena")) as lena:
        registrer(lena, "informert", tekst="Vi snakket sammen")
        registrer(lena, "ikke_i_malgruppen")
        handlinger.angre_utfall(lena, kandidat(lena).pk, kandidat(lena).versjon, kandidat(lena).pk)
        feil = last_opp(lena, {"navn.csv": "fnr;navn\n123;Åse".encode()})[0]
        valgt = kandidat(lena).pk
        adresser = [
            *LISTER,
            "/kandidater/?utfall=tilbudt",
            "/kandidater/?funn=104&liste=alle",
            "/kandidater/?journal=1",
            f"/kandidater/{valgt}/",
            *(f"/kandidater/{valgt}/{slag}/" for slag in ("informert", "tilbudt", "ikke_i_malgruppen", "soknad")),
            *(f"/filer/{fil.pk}/" for fil in (feil, Fil.objects.filter(slag="11F")[0])),
            f"/gjennomganger/{Gjennomgang.objects.get().pk}/",
        ]
    bakken.logg_inn(client, hvem)
    svar = {adresse: client.get(adresse) for adresse in adresser}
    assert any(ett.status_code == 200 for ett in svar.values())
    assert {adresse: ett.content.decode().partition("⟦")[2][:60] for adresse, ett in svar.items() if "⟦" in ett.content.decode()} == {}


@pytest.mark.parametrize("adresse", [*LISTER, "/fylket/"])
def test_heller_ikke_de_tomme_sidene_har_hull(folk: Besetning, client: Client, uten_hull: None, adresse: str) -> None:
    assert "⟦" not in folk.logg_inn(client, "dina" if adresse == "/fylket/" else "lena").get(adresse).content.decode()
