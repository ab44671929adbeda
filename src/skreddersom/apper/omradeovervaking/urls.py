"""Addresses of områdeovervåking: the County Governor's rounds, and what an office is asked."""

from __future__ import annotations

from django.urls import path

from skreddersom.apper.omradeovervaking.views import gjor, koding, kontor, rapport, runder

app_name = "omradeovervaking"

urlpatterns = [
    path("runder/", runder.runder, name="runder"),
    path("runder/<uuid:runde_id>/", runder.runde, name="runde"),
    path("runder/<uuid:runde_id>/koding/", koding.koding, name="koding"),
    path("runder/<uuid:runde_id>/matrise/", koding.matrise, name="matrise"),
    path("runder/<uuid:runde_id>/rapport/", rapport.rapport, name="rapport"),
    path("runder/<uuid:runde_id>/fil/<slug:form>/", rapport.fil, name="fil"),
    path("runder/<uuid:runde_id>/<slug:hva>/", gjor.gjor, name="gjor"),
    path("rapporter/", rapport.rapporter, name="rapporter"),
    path("sporsmal/", kontor.sporsmal, name="sporsmal"),
    path("sporsmal/<uuid:kontorsvar_id>/", kontor.svar, name="svar"),
]
