"""The pages one gets when something is wrong: what it is, and what to do next. Nothing told here depends on what one may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def ikke_funnet(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – Django's signature
    """404: not there, or not yours; which of them is not told."""
    raad = _("Adressen kan være feil, eller siden kan høre til en annen rolle eller et annet kontor. Gå til forsiden og prøv derfra.")
    return _side(request, 404, _("Vi finner ikke siden"), raad)


def ugyldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – Django's signature
    """400: the browser sent something that cannot be used."""
    return _side(request, 400, _("Vi forstod ikke det som ble sendt"), _("Gå tilbake, last siden på nytt og prøv igjen."))


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 – Django's signature
    """403: the form was made in another session."""
    raad = _("Skjemaet ble åpnet før du logget inn på nytt. Gå tilbake, last siden på nytt og send skjemaet igjen.")
    return _side(request, 403, _("Skjemaet er for gammelt"), raad)


def for_mange(request: HttpRequest) -> HttpResponse:
    """429: too many requests in a short time."""
    return _side(request, 429, _("For mange forsøk på kort tid"), _("Vent et minutt og prøv igjen."))


def feil(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    raad = _("Ingenting av det du gjorde nå, er lagret. Prøv igjen, og si fra til den som drifter løsningen om det skjer på nytt.")
    return _side(request, 500, _("Noe gikk galt hos oss"), raad)


def _side(request: HttpRequest, kode: int, tittel: str, raad: str) -> HttpResponse:
    return render(request, "design/feil.html", {"kode": kode, "tittel": tittel, "raad": raad}, status=kode)
