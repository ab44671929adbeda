"""The addresses of the administrator, and of cases that are opened to somebody from outside."""

from __future__ import annotations

from django.urls import path

from skreddersom.plattform.tilgang import administrasjon

app_name = "tilgang"
urlpatterns = [
    path("ansatte/", administrasjon.ansatte, name="ansatte"),
    path("ansatte/rolle/<uuid:stilling>/avslutt/", administrasjon.avslutt, name="avslutt"),
    path("ansatte/<uuid:ansatt>/frigi/", administrasjon.frigi, name="frigi"),
    path("vern/", administrasjon.vern, name="vern"),
    path("vern/<slug:hva>/<int:id_>/opphev/", administrasjon.opphev, name="opphev"),
    path("innsyn/", administrasjon.innsyn, name="innsyn"),
]
