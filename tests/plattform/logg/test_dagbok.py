"""No log row, no page: what a request did is written with what it did, or neither is."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import path

from skreddersom.plattform.logg.dagbok import Handling, Notat
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.oppsett import sider, urls
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Kontorkommune
from skreddersom.plattform.tilgang.regler import ALLE, Innsyn, side

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    from rollebesetning import Besetning
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PERSON = uuid.uuid4()
HEMMELIG = "Kari Normann, 12 måneder sosialhjelp"


def uten_notat(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(HEMMELIG)


def med_notat(request: Foresporsel) -> HttpResponse:
    request.dagbok.noter(Notat(Handling.LES, PERSON))
    return HttpResponse(HEMMELIG)


def sammenligning(request: Foresporsel) -> HttpResponse:
    request.dagbok.noter(Notat(Handling.LES, PERSON))
    request.dagbok.noter(Notat(Handling.ENDRE, PERSON))
    Kontorkommune.objects.create(kontor=request.stilling.kontor, kommunenr="9999")
    return HttpResponse(HEMMELIG, status=409)


def sammenligning_uten(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(HEMMELIG, status=409)


def kraesj(request: Foresporsel) -> HttpResponse:
    request.dagbok.noter(Notat(Handling.LES, PERSON))
    raise ZeroDivisionError


def finnes_ikke(request: Foresporsel) -> HttpResponse:
    request.dagbok.noter(Notat(Handling.LES, PERSON))
    raise Http404


def strom(_request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(iter([HEMMELIG]))


@pytest.fixture
def side_med(folk: Besetning, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Client]:
    """A page made for the test, opened by Vilde."""

    def lag(visning: Callable[..., HttpResponseBase], innsyn: Innsyn = Innsyn.PERSON) -> Client:
        proveside = path("prove/", visning, name="prove")
        monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, proveside])
        monkeypatch.setitem(sider.SIDER, "prove", side(les=ALLE, skriv=ALLE, innsyn=innsyn))
        settings.ROOT_URLCONF = "skreddersom.plattform.oppsett.urls"
        return folk.logg_inn(Client(raise_request_exception=False), "vilde")

    return lag


@pytest.fixture(autouse=True)
def ferske_adresser() -> object:
    from django.urls import clear_url_caches

    clear_url_caches()
    yield
    clear_url_caches()


def logget(folk: Besetning) -> list[tuple[str, str | None, bool]]:
    with som(folk.kontekst("vilde")):
        rader = [json.loads(rad.innhold) for rad in Rad.objects.order_by("nr")]
    return [(rad["handling"], rad["person"], rad["tillatt"]) for rad in rader]


def test_en_side_med_person_uten_notat_gir_500_og_ikke_noe_innhold(folk: Besetning, side_med: Callable[..., Client]) -> None:
    svar = side_med(uten_notat).get("/prove/")
    assert svar.status_code == 500
    assert HEMMELIG not in svar.content.decode()
    assert logget(folk) == []


def test_en_sammenligning_er_ogsaa_en_visning(folk: Besetning, side_med: Callable[..., Client]) -> None:
    svar = side_med(sammenligning_uten).get("/prove/")
    assert (svar.status_code, HEMMELIG in svar.content.decode()) == (500, False)


def test_det_som_ble_lest_foer_en_konflikt_er_lest_men_det_som_ble_angret_er_ikke_gjort(
    folk: Besetning, side_med: Callable[..., Client]
) -> None:
    assert side_med(sammenligning).post("/prove/").status_code == 409
    assert logget(folk) == [("les", str(PERSON), True)]
    assert not Kontorkommune.objects.filter(kommunenr="9999").exists()


def test_en_vist_side_staar_i_loggen(folk: Besetning, side_med: Callable[..., Client]) -> None:
    assert side_med(med_notat).get("/prove/").content.decode() == HEMMELIG
    assert logget(folk) == [("les", str(PERSON), True)]


def test_en_liste_staar_i_loggen_ogsaa_naar_siden_glemmer_det(folk: Besetning, side_med: Callable[..., Client]) -> None:
    side_med(uten_notat, Innsyn.LISTE).get("/prove/")
    assert logget(folk) == [("les", None, True)]


def test_en_side_som_kraesjer_viser_ikke_noe_og_logger_ikke_noe(folk: Besetning, side_med: Callable[..., Client]) -> None:
    assert side_med(kraesj).get("/prove/").status_code == 500
    assert logget(folk) == []


def test_det_som_ble_skrevet_foer_et_kraesj_er_angret_ogsaa_naar_siden_bare_ble_lest(
    folk: Besetning, side_med: Callable[..., Client]
) -> None:
    kontor = folk["vilde"].kontor_id

    def skriver_og_kraesjer(_request: HttpRequest) -> HttpResponse:
        Kontorkommune.objects.create(kontor_id=kontor, kommunenr="9998")
        raise RuntimeError(HEMMELIG)

    for metode in ("get", "post"):
        assert getattr(side_med(skriver_og_kraesjer), metode)("/prove/").status_code == 500
        assert not Kontorkommune.objects.filter(kommunenr="9998").exists()


def test_det_som_ikke_finnes_logges_som_nektet(folk: Besetning, side_med: Callable[..., Client]) -> None:
    assert side_med(finnes_ikke).get("/prove/").status_code == 404
    assert logget(folk) == [("les", None, False)]


def test_naar_loggen_ikke_kan_skrives_vises_ikke_siden(
    folk: Besetning, side_med: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skreddersom.plattform.logg.dagbok.SETT_INN", "insert into finnes_ikke values (%s, %s)")
    svar = side_med(med_notat).get("/prove/")
    assert (svar.status_code, HEMMELIG in svar.content.decode()) == (500, False)


def test_en_side_kan_ikke_skrives_etter_at_transaksjonen_er_slutt(folk: Besetning, side_med: Callable[..., Client]) -> None:
    assert side_med(strom).get("/prove/").status_code == 500


def test_alt_i_en_foresporsel_har_samme_nummer_og_staar_i_rekkefolge(folk: Besetning, side_med: Callable[..., Client]) -> None:
    def to(request: Foresporsel) -> HttpResponse:
        for handling in (Handling.SOK, Handling.LES, Handling.EKSPORT):
            request.dagbok.noter(Notat(handling, PERSON))
        return HttpResponse()

    side_med(to).get("/prove/")
    with som(folk.kontekst("vilde")):
        rader = [json.loads(rad.innhold) for rad in Rad.objects.order_by("nr")]
    assert [rad["handling"] for rad in rader] == ["sok", "les", "eksport"]
    assert len({rad["foresporsel"] for rad in rader}) == 1
    assert connection.in_atomic_block
