"""The addresses of the log."""

from __future__ import annotations

from django.urls import path

from skreddersom.plattform.logg import views

app_name = "logg"
urlpatterns = [path("logg/", views.sok, name="sok")]
