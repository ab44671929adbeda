"""The Django app of områdeovervåking."""

from __future__ import annotations

from django.apps import AppConfig


class Omradeovervaking(AppConfig):
    """Rounds of questions to the offices, and the reports on them."""

    name = "skreddersom.apper.omradeovervaking"
    label = "omradeovervaking"

    def ready(self) -> None:
        """What the office is asked, waits on the bench of its leader."""
        from skreddersom.apper.omradeovervaking.benk import oppgaver
        from skreddersom.apper.sak.kontorbenk import meld_paa

        meld_paa(oppgaver)
