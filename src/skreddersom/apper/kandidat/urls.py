"""The addresses of the candidates' way. No address holds a name or a number of a person."""

from __future__ import annotations

from django.urls import path

from skreddersom.apper.kandidat.views import filer, fylket, gjennomganger, indikator, kandidater, kontoret, utenfor, utfall

app_name = "kandidat"
urlpatterns = [
    path("kandidater/", kandidater.kandidater, name="kandidater"),
    path("kandidater/sok/", kandidater.sok, name="sok"),
    path("kandidater/fordel/", kandidater.fordel, name="fordel"),
    path("kandidater/<uuid:kandidat_id>/", kandidater.kandidat, name="kandidat"),
    path("kandidater/<uuid:kandidat_id>/angre/", utfall.angre, name="angre"),
    path("kandidater/<uuid:kandidat_id>/<slug:slag>/", utfall.utfall, name="utfall"),
    path("filer/", filer.filer, name="filer"),
    path("filer/<uuid:fil_id>/", filer.fil, name="fil"),
    path("gjennomganger/", gjennomganger.gjennomganger, name="gjennomganger"),
    path("gjennomganger/<uuid:gjennomgang_id>/", gjennomganger.gjennomgang, name="gjennomgang"),
    path("gjennomganger/<uuid:gjennomgang_id>/utenfor/", utenfor.utenfor, name="utenfor"),
    path("gjennomganger/utenfor/<uuid:vurdering_id>/", utenfor.en, name="utenfor_en"),
    path("gjennomganger/utenfor/<uuid:vurdering_id>/ta-inn/", utenfor.ta_inn, name="ta_inn"),
    path("kontoret/", kontoret.kontoret, name="kontoret"),
    path("fylket/", fylket.fylket, name="fylket"),
    path("fylket/indikatorer.<slug:slag>", indikator.fil, name="indikatorfil"),
    path("fylket/<slug:indikator>/", indikator.indikator, name="indikator"),
]
