"""Somebody whom the provider vouches for and we do not know yet: remembered in the session, until a code tells who it is."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from skreddersom.plattform.tilgang.adresser import trygg
from skreddersom.plattform.tilgang.handlinger.knytting import Innlogging

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest

NOKKEL: Final = "ukjent_innlogging"
HUSKES: Final = 15 * 60
"""Seconds; after that one must log in once more."""


def husk(request: HttpRequest, innlogging: SocialLogin) -> None:
    """Remember who it was, and where they were going."""
    konto = innlogging.account
    hvem = Innlogging(konto.provider, konto.extra_data["iss"], konto.uid)
    neste = trygg(request, innlogging.state.get("next"))
    request.session[NOKKEL] = {"hvem": asdict(hvem), "neste": neste, "tid": time.time()}


def hvem(request: HttpRequest) -> Innlogging | None:
    """Who it was; nobody when it is too long ago."""
    husket = request.session.get(NOKKEL)
    return Innlogging(**husket["hvem"]) if husket and time.time() - husket["tid"] < HUSKES else None


def neste(request: HttpRequest) -> str:
    """Where they were going; empty when nowhere."""
    return str(request.session.get(NOKKEL, {}).get("neste", ""))


def glem(request: HttpRequest) -> None:
    """Somebody is known now."""
    request.session.pop(NOKKEL, None)
