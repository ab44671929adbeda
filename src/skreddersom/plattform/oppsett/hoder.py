"""The headers that stand on every answer: what the browser may load, and what nobody may keep a copy of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

INNHOLD = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy: our own files only, and no script or style inside the page."""


class Sikkerhetshoder:
    """Put the headers on every answer that has not set its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pages can hold personal data, so no one but the user's own screen may keep them; static files are served before this."""
        svar = self.get_response(request)
        svar.headers.setdefault("Content-Security-Policy", INNHOLD)
        svar.headers.setdefault("Cache-Control", "no-store")
        svar.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return svar
