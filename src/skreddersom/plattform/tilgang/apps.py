"""The Django app of access."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class Tilgang(AppConfig):
    """Access. After each migration the application's role gets the rights it needs, and no more; its connections plan queries once."""

    name = "skreddersom.plattform.tilgang"
    label = "tilgang"

    def ready(self) -> None:
        """Let the rights follow the tables, and the plans stay."""
        from skreddersom.plattform.forberedt import forbered
        from skreddersom.plattform.tilgang.rettigheter import gi

        post_migrate.connect(gi, sender=self)
        connection_created.connect(forbered)
