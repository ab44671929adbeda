"""A start without style sheets is refused: pages would be served unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.contrib.staticfiles import finders
from django.core.checks import CheckMessage, Error, register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.apps import AppConfig

HENTET: Final = ("design/lev/designsystemet.css", "design/lev/tema.css", "design/lev/htmx.min.js", "design/lev/inter-latin.woff2")


@register("design")
def hentede_filer(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:  # noqa: ARG001 – Django's own signature
    """One error per file that set-up should have fetched and no static folder has."""
    return [
        Error(
            f"finner ikke «{fil}»",
            hint="Start med «python3 skreddersom.py …», som henter filene, eller sett SKREDDERSOM_DESIGN til mappa de ligger i.",
            id="design.E001",
        )
        for fil in HENTET
        if finders.find(fil) is None
    ]
