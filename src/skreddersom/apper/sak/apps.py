"""The Django app of the cases."""

from __future__ import annotations

from django.apps import AppConfig


class Sak(AppConfig):
    """The cases: from application to decision."""

    name = "skreddersom.apper.sak"
    label = "sak"

    def ready(self) -> None:
        """The cases are counted after a review too, not only when one is decided and every night."""
        from skreddersom.apper.kandidat.handlinger.kontortall import meld_paa
        from skreddersom.apper.sak.handlinger.sakstall import tell_sakene

        meld_paa(tell_sakene)
