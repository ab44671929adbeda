"""The Django app of the cases."""

from __future__ import annotations

from django.apps import AppConfig


class Sak(AppConfig):
    """The cases: from application to decision."""

    name = "skreddersom.apper.sak"
    label = "sak"
