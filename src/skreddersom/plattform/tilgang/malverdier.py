"""What every page's head needs to know: unit, role, and which pages this role can open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def tilgang(request: HttpRequest) -> dict[str, Any]:
    """``stilling`` (None when nobody is logged in) and whether the demo's role cards are on."""
    return {"stilling": getattr(request, "stilling", None), "rollekort_paa": settings.ROLLEKORT}
