"""The Django app of the controls."""

from __future__ import annotations

from django.apps import AppConfig


class Kontrollene(AppConfig):
    """The controls."""

    name = "skreddersom.plattform.kontroller"
    label = "kontroller"
