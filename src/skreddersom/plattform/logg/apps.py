"""The Django app of the log."""

from __future__ import annotations

from django.apps import AppConfig


class Logg(AppConfig):
    """The log."""

    name = "skreddersom.plattform.logg"
    label = "logg"
