"""The Django app of the candidates."""

from __future__ import annotations

from django.apps import AppConfig


class Kandidat(AppConfig):
    """The candidates."""

    name = "skreddersom.apper.kandidat"
    label = "kandidat"
