"""The addresses of the administrator, and of cases that are opened to somebody from outside."""

from __future__ import annotations

from django.urls import path

from skreddersom.plattform.tilgang import administrasjon, apne_saker

app_name = "tilgang"
urlpatterns = [
    path("ansatte/", administrasjon.ansatte, name="ansatte"),
    path("ansatte/rolle/<uuid:stilling>/avslutt/", administrasjon.avslutt, name="avslutt"),
    path("ansatte/<uuid:ansatt>/frigi/", administrasjon.frigi, name="frigi"),
    path("ansatte/<uuid:ansatt>/kode/", administrasjon.inviter, name="inviter"),
    path("vern/", administrasjon.vern, name="vern"),
    path("vern/<slug:hva>/<int:id_>/opphev/", administrasjon.opphev, name="opphev"),
    path("innsyn/", apne_saker.innsyn, name="innsyn"),
    path("innsyn/gitt/", apne_saker.gitt, name="gitt"),
    path("innsyn/gitt/<uuid:rett>/lukk/", apne_saker.lukk, name="lukk"),
]
