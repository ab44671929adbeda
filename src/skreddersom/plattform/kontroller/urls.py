"""The addresses of the controls. Each name has its row in ``plattform/oppsett/sider``."""

from __future__ import annotations

from django.urls import path

from skreddersom.plattform.kontroller import views

app_name = "kontroller"
urlpatterns = [path("grenser/", views.egne, name="grenser")]
