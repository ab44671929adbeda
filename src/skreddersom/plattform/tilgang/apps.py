"""The Django app of access."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Tilgang(AppConfig):
    """Access. After each migration the application's role gets the rights it needs, and no more."""

    name = "skreddersom.plattform.tilgang"
    label = "tilgang"

    def ready(self) -> None:
        """Let the rights follow the tables."""
        from skreddersom.plattform.tilgang.rettigheter import gi

        post_migrate.connect(gi, sender=self)
