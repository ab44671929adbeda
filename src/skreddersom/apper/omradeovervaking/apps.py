"""The Django app of områdeovervåking."""

from __future__ import annotations

from django.apps import AppConfig


class Omradeovervaking(AppConfig):
    """Rounds of questions to the offices, and the reports on them."""

    name = "skreddersom.apper.omradeovervaking"
    label = "omradeovervaking"
