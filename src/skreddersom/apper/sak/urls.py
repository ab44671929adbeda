"""Addresses of the cases' pages: one file in ``views`` for each page. Who may open which stands in ``plattform/oppsett/sider.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "sak"

urlpatterns: list[URLPattern] = []
