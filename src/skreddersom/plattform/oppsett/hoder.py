"""The headers that stand on every answer: what the browser may load, and what nobody may keep a copy of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse

REGLER: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Our own files only, and no script or style inside the page."""


def innhold(skjema_til: Sequence[str] = ()) -> str:
    """The Content-Security-Policy. ``skjema_til``: other origins that a form on the page ends at, such as the login provider's."""
    regler = REGLER | {"form-action": " ".join((REGLER["form-action"], *skjema_til))}
    return "; ".join(f"{navn} {verdi}" for navn, verdi in regler.items())


FASTE: Final = {
    "Content-Security-Policy": innhold(),
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


class Sikkerhetshoder:
    """Put the headers on every answer that has not set its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pages can hold personal data, so no one but the user's own screen may keep them; static files are served before this."""
        svar = self.get_response(request)
        for navn, verdi in FASTE.items():
            svar.headers.setdefault(navn, verdi)
        return svar
