"""How often: counted in the database, so that the count is the same for all server processes and outlives a restart.

A window of time is counted at a time; who it is stands as a hash only.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import connection

from skreddersom.plattform.design.feil import feilside

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from skreddersom.plattform.tilgang.regler import Grense

TELL: Final = """
insert into tilgang_forsok (nokkel, utloper, antall) values (%s, %s, 1)
on conflict (nokkel, utloper) do update set antall = tilgang_forsok.antall + 1 returning antall
"""
RYDD: Final = "delete from tilgang_forsok where utloper <= %s"


def overskredet(request: HttpRequest, side: str, grense: Grense) -> bool:
    """Count this request, and say whether it is one too many."""
    return request.method in grense.metoder and for_ofte(_hvem(request), side, grense)


def for_ofte(hvem: str, hva: str, grense: Grense) -> bool:
    """Count that ``hvem`` does ``hva`` once more, and say whether it is one time too many."""
    naa = int(time.time())
    utloper = naa - naa % grense.sekunder + grense.sekunder
    nokkel = sha256(f"{settings.SECRET_KEY} {hva} {hvem}".encode()).hexdigest()
    with connection.cursor() as peker:
        peker.execute(TELL, [nokkel, utloper])
        antall: int = peker.fetchone()[0]
        if antall == 1:
            peker.execute(RYDD, [naa])
    return antall > grense.antall


def for_mange(request: HttpRequest, grense: Grense) -> HttpResponse:
    """The page that says so."""
    svar = feilside(request, 429)
    svar.headers["Retry-After"] = str(grense.sekunder)
    return svar


def klientadresse(request: HttpRequest) -> str:
    """Where the request comes from: what the outermost of our own proxies saw. What a client writes further left is not believed."""
    ledd = [ett.strip() for ett in request.headers.get("X-Forwarded-For", "").split(",")]
    antall: int = settings.MELLOMTJENERE
    return ledd[-antall] if 0 < antall <= len(ledd) and ledd[-antall] else str(request.META.get("REMOTE_ADDR", ""))


def _hvem(request: HttpRequest) -> str:
    return f"ansatt {request.user.pk}" if request.user.is_authenticated else f"adresse {klientadresse(request)}"
