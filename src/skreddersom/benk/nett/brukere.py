"""Those who use the pages while we measure: many, of all offices and roles, each logged in."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import get_random_string

from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.hvem import BACKEND
from skreddersom.plattform.tilgang.models import Stilling
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

VARER: Final = timedelta(hours=8)
TEGN: Final = "abcdefghijklmnopqrstuvwxyz0123456789"  # as Django's own session keys


@dataclass(frozen=True, slots=True)
class Bruker:
    """Somebody logged in, in a role: the cookie that says so."""

    ansatt: UUID
    kontor: UUID
    rolle: Rolle
    kapsel: str


def logg_inn_alle() -> list[Bruker]:
    """A session for everybody, as the login makes it."""
    lager = import_module(settings.SESSION_ENGINE).SessionStore()
    utloper = timezone.now() + VARER
    okter, brukere = [], []
    for stilling in Stilling.objects.select_related("ansatt").order_by("pk"):
        nokkel = get_random_string(32, TEGN)
        okter.append(Session(session_key=nokkel, session_data=lager.encode(_innhold(stilling)), expire_date=utloper))
        kapsel = f"{settings.SESSION_COOKIE_NAME}={nokkel}"
        brukere.append(Bruker(stilling.ansatt_id, stilling.kontor_id, Rolle(stilling.rolle), kapsel))
    Session.objects.bulk_create(okter)
    return brukere


def _innhold(stilling: Stilling) -> dict[str, Any]:
    naa = time.time()
    return {
        SESSION_KEY: str(stilling.ansatt_id),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: stilling.ansatt.get_session_auth_hash(),
        okt.START: naa,
        okt.SIST: naa,
        okt.STILLING: str(stilling.pk),
    }
