"""The Django app of the letters."""

from __future__ import annotations

from django.apps import AppConfig


class Brevene(AppConfig):
    """The letters."""

    name = "skreddersom.plattform.brev"
    label = "brev"
