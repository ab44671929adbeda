"""Error pages: what happened, and what to do next, in the same look as every other page.

Forbidden and missing get the same answer, so that nobody learns that a person is known by trying an address.
In ``oppsett/urls``: ``handler400``, ``handler403``, ``handler404`` and ``handler500``; in the settings ``CSRF_FAILURE_VIEW``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.http import HttpResponse
from django.template import loader
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Feil:
    """One kind of error: its heading, what it means, and what to do."""

    tittel: _StrPromise
    forklaring: _StrPromise
    raad: _StrPromise


FEIL: Final = {
    400: Feil(
        _("Vi forsto ikke det som ble sendt"),
        _("Adressen eller skjemaet hadde noe i seg som ikke går an å lese."),
        _("Gå tilbake og prøv på nytt. Skjer det igjen, så start fra forsiden."),
    ),
    403: Feil(
        _("Skjemaet er for gammelt"),
        _("Siden har stått åpen så lenge at den ikke kan sendes inn. Ingenting er lagret."),
        _("Gå tilbake, ta vare på det du har skrevet, last siden på nytt og send en gang til."),
    ),
    404: Feil(
        _("Vi finner ikke siden"),
        _("Den kan være flyttet eller slettet, eller den hører til et annet kontor enn det du er logget inn på."),
        _("Sjekk adressen, bytt kontor eller rolle, eller start fra forsiden."),
    ),
    409: Feil(
        _("Noen andre har endret dette mens du arbeidet"),
        _("Det du sendte, er ikke lagret, og det den andre skrev, står fortsatt."),
        _("Gå tilbake, ta vare på det du har skrevet, og last siden på nytt for å se hva som er endret."),
    ),
    429: Feil(
        _("For mange forsøk på kort tid"),
        _("Vi tar en pause for å beskytte opplysningene her."),
        _("Vent ett minutt og prøv igjen."),
    ),
    500: Feil(
        _("Noe gikk galt hos oss"),
        _("Feilen er skrevet i driftsloggen. Det du sendte, er kanskje ikke lagret."),
        _("Prøv igjen om litt. Skjer det på nytt, så si fra til den som drifter Skreddersøm, og oppgi klokkeslettet."),
    ),
}


def feilside(request: HttpRequest, kode: int) -> HttpResponse:
    """The page for the HTTP status ``kode``, with that status."""
    innhold = {"kode": kode, "feil": FEIL[kode], "lenke_hjem": kode != 500}
    if kode == 500:  # the fault may lie in what fills the header, so nothing of the request is touched
        return HttpResponse(loader.render_to_string("design/feil.html", innhold), status=kode)
    return HttpResponse(loader.render_to_string("design/feil.html", innhold, request), status=kode)


def ugyldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – Django's signature
    """``handler400``."""
    return feilside(request, 400)


def ikke_funnet(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – Django's signature
    """``handler404``, and ``handler403`` as well."""
    return feilside(request, 404)


def for_gammelt(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 – Django's signature
    """``CSRF_FAILURE_VIEW``: says nothing about any object, so it may be a 403."""
    return feilside(request, 403)


def systemfeil(request: HttpRequest) -> HttpResponse:
    """``handler500``."""
    return feilside(request, 500)
