"""The Django app of the look."""

from __future__ import annotations

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Registers the check that the fetched style sheets are where pages look for them."""

    name = "skreddersom.plattform.design"
    label = "design"

    def ready(self) -> None:
        """Load the check."""
        from skreddersom.plattform.design import sjekk  # noqa: F401 – registering is what the import is for
