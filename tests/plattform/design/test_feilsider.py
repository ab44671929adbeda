"""The error pages: what happened and what to do, and nothing that tells a stranger what exists."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from skreddersom.plattform.design.feil import FEIL, feilside, for_gammelt, ikke_funnet, systemfeil, ugyldig
from skreddersom.plattform.design.hode import Hode


@pytest.fixture
def request_() -> HttpRequest:
    request = RequestFactory().get("/kandidater/1/")
    request.hode = Hode(bruker="Kari Nordmann", kontor="Nav Lillevik")  # type: ignore[attr-defined]
    return request


def uten_engangskode(svar: HttpResponse) -> str:
    """The page without the tokens that are new each time it is drawn."""
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "…", svar.content.decode())


@pytest.mark.parametrize("kode", FEIL)
def test_hver_feilside_har_sin_kode_og_sier_hva_en_kan_gjore(request_: HttpRequest, kode: int) -> None:
    svar = feilside(request_, kode)
    assert svar.status_code == kode
    assert str(FEIL[kode].raad) in svar.content.decode()


def test_det_som_er_forbudt_og_det_som_ikke_finnes_ser_like_ut(request_: HttpRequest) -> None:
    forbudt, mangler = ikke_funnet(request_, PermissionDenied("ikke ditt kontor")), ikke_funnet(request_, Http404("ingen slik"))
    assert (forbudt.status_code, forbudt.headers) == (mangler.status_code, mangler.headers)
    assert uten_engangskode(forbudt) == uten_engangskode(mangler)
    assert forbudt.status_code == 404


def test_de_andre_feilene_har_hver_sin_inngang(request_: HttpRequest) -> None:
    assert [ugyldig(request_).status_code, for_gammelt(request_).status_code, systemfeil(request_).status_code] == [400, 403, 500]


def test_systemfeilen_kan_vises_selv_om_resten_av_siden_ikke_kan_lages() -> None:
    html = systemfeil(HttpRequest()).content.decode()
    assert "Noe gikk galt hos oss" in html
    assert "<form" not in html


def test_hodet_staar_paa_feilsidene_saa_en_kommer_videre(request_: HttpRequest) -> None:
    assert "Nav Lillevik" in feilside(request_, 404).content.decode()


@pytest.mark.parametrize(
    ("sprak", "tittel"), [("nb", "Vi finner ikke siden"), ("nn", "Vi finn ikkje sida"), ("en", "We cannot find the page")]
)
def test_feilsidene_folger_spraket(request_: HttpRequest, sprak: str, tittel: str) -> None:
    with translation.override(sprak):
        html = feilside(request_, 404).content.decode()
    assert f"<title>{tittel} – Skreddersøm</title>" in html
    assert f'<html lang="{sprak}"' in html
