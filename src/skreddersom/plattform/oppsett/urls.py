"""The addresses. Each name has its row in ``sider``."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from skreddersom.plattform.oppsett import helse
from skreddersom.plattform.tilgang import oidc, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.hjem, name="hjem"),
    path("logg-inn/", views.logg_inn, name="logg_inn"),
    path("kode/", views.kode, name="kode"),
    path("logg-ut/", views.logg_ut, name="logg_ut"),
    path("velg-rolle/", views.velg_rolle, name="velg_rolle"),
    path("", include("skreddersom.plattform.design.urls")),
    path("levende", helse.levende, name="levende"),
    path("klar", helse.klar, name="klar"),
    path("", include("skreddersom.plattform.tilgang.urls")),
    path("", include("skreddersom.plattform.logg.urls")),
    path("", include("skreddersom.plattform.kontroller.urls")),
    path("", include("skreddersom.apper.kandidat.urls")),
    path("", include("skreddersom.apper.sak.urls")),
    path("", include("skreddersom.apper.omradeovervaking.urls")),
    # Of django-allauth's pages only these two; its others (passwords, sign-up, e-mail) have no address here.
    path("konto/oidc/<slug:provider_id>/login/", oidc.ut, name="openid_connect_login"),
    path("konto/oidc/<slug:provider_id>/login/callback/", oidc.inn, name="openid_connect_callback"),
]

if settings.ROLLEKORT:
    urlpatterns += [path("rollekort/<uuid:stilling>/", views.rollekort, name="rollekort")]

handler400 = "skreddersom.plattform.design.feil.ugyldig"
handler403 = "skreddersom.plattform.design.feil.ikke_funnet"
handler404 = "skreddersom.plattform.design.feil.ikke_funnet"
handler500 = "skreddersom.plattform.design.feil.systemfeil"
