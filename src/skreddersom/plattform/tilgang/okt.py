"""The session: how long it lasts, and the role it is in. A role that has ended, ends here at once."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from skreddersom.plattform.tilgang.hvem import stillinger
from skreddersom.plattform.tilgang.kontekst import Kontekst
from skreddersom.plattform.tilgang.roller import SER_TALL, Rolle
from skreddersom.plattform.tilgang.sporringer import innsyn_i_dag

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase
    from django.http import HttpRequest

    from skreddersom.plattform.tilgang.models import Ansatt, Stilling

START: Final = "okt_start"
SIST: Final = "okt_sist"
STILLING: Final = "stilling"
SAK: Final = "apnet_sak"
NOTER: Final = "update django_session set session_data = %s, expire_date = %s where session_key = %s"
NOTERES: Final = 60
"""Seconds between each time the session notes that it is in use; not every request needs to write."""


def aapne(request: HttpRequest) -> None:
    """Start the clocks of a session that has just logged in, and clear away those that nobody will come back to."""
    request.session[START] = request.session[SIST] = time.time()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def gjelder(request: HttpRequest) -> bool:
    """True for a logged-in user within both limits. A session past one of them is ended."""
    if not request.user.is_authenticated:
        return False
    naa, start, sist = time.time(), request.session.get(START, 0.0), request.session.get(SIST, 0.0)
    if naa - start > settings.OKT_LENGST.total_seconds() or naa - sist > settings.OKT_UVIRKSOM.total_seconds():
        logout(request)
        return False
    return naa - sist <= NOTERES or _noter(request.session, naa)


def _noter(okten: SessionBase, naa: float) -> bool:
    """Note that the session is in use; in the page's own transaction, so that it costs none of its own. False if it has been ended."""
    endret = okten.modified
    okten[SIST] = naa
    okten.modified = endret
    with connection.cursor() as peker:
        peker.execute(NOTER, [okten.encode(dict(okten.items())), okten.get_expiry_date(), okten.session_key])
        return bool(peker.rowcount == 1)


def stilling(request: HttpRequest) -> Stilling | None:
    """The role the session is in; the only one, if there is just one and none has been chosen. None: it must be chosen (again)."""
    mulige = _mulige(request.user)  # type: ignore[arg-type]
    valgt = request.session.get(STILLING)
    if valgt:
        return next((ett for ett in mulige if str(ett.pk) == valgt), None)
    if len(mulige) != 1:
        return None
    velg(request, mulige[0])
    return mulige[0]


def _mulige(ansatt: Ansatt) -> list[Stilling]:
    """The roles they have today: fetched with the session, but for the request that logs in."""
    return list(stillinger(ansatt.pk)) if ansatt.roller_i_dag is None else ansatt.roller_i_dag


def har_valgt(request: HttpRequest) -> bool:
    """True if the session is in a role, whether or not it still is theirs."""
    return STILLING in request.session


def velg(request: HttpRequest, stilling: Stilling) -> None:
    """Let the session be in this role from now on."""
    request.session[STILLING] = str(stilling.pk)


def kontekst(stilling: Stilling) -> Kontekst:
    """What the database is told while the role acts."""
    return Kontekst(UUID(str(stilling.ansatt_id)), UUID(str(stilling.kontor_id)), Rolle(stilling.rolle), tuple(stilling.klareringer))


def apnet_sak(request: HttpRequest, stilling: Stilling) -> Kontekst | None:
    """What the database is told when somebody from outside reads the one case they have opened; ``None`` when it is not open (any more)."""
    rett = request.session.get(SAK)
    if rett is None or Rolle(stilling.rolle) not in SER_TALL:
        return None
    gitt = innsyn_i_dag(kontekst(stilling)).filter(pk=rett).first()
    if gitt is None:
        del request.session[SAK]
        return None
    return replace(kontekst(stilling), kontor=gitt.kontor_id, person=gitt.person_id)
