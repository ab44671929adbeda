"""Addresses of the cases' pages: one file in ``views`` for each page. Who may open which stands in ``plattform/oppsett/sider.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from skreddersom.apper.sak.views import brev, kontroll, til_kontroll, vedtak

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "sak"

urlpatterns: list[URLPattern] = [
    path("til-kontroll/", til_kontroll.til_kontroll, name="til_kontroll"),
    path("til-kontroll/<uuid:behandling_id>/", kontroll.kontroll, name="kontroll"),
    path("vedtak/<uuid:behandling_id>/", vedtak.vedtak, name="vedtak"),
    path("vedtak/<uuid:behandling_id>/slik-blir-brevet/", brev.forhandsvis, name="forhandsvis"),
    path("vedtak/<uuid:behandling_id>/send/", vedtak.send, name="send"),
    path("vedtak/<uuid:behandling_id>/returner/", vedtak.returner, name="returner"),
    path("vedtak/<uuid:behandling_id>/steg/<slug:hva>/", vedtak.steg, name="steg"),
    path("vedtak/<uuid:behandling_id>/brev/", brev.hent, name="brev"),
    path("vedtak/<uuid:behandling_id>/brev/sendt/", brev.merk_sendt, name="merk_sendt"),
]
