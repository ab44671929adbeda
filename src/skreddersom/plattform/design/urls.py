"""Addresses of the look itself: the language switch, and the gallery where ``VIS_GALLERI`` is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import path
from django.views.i18n import set_language

from skreddersom.plattform.design.galleri import galleri, galleri_feilside

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "design"

urlpatterns: list[URLPattern] = [path("sprak/", set_language, name="sprak")]
if getattr(settings, "VIS_GALLERI", False):
    urlpatterns += [
        path("galleri/", galleri, name="galleri"),
        path("galleri/feil/<int:kode>/", galleri_feilside, name="galleri-feil"),
    ]
