"""Search for a person. What is typed never stands in an address or a log: it is posted, and only who was found is remembered.

A journal number alone may stand in the address; a name or a fødselsnummer may not.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from skreddersom.apper.kandidat import sporringer

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

OKT: Final = "kandidat_sok"
FLEST: Final = 200
"""Persons a search remembers; more than this, and one must ask better."""
HUSKES: Final = 5
"""Searches remembered in a session."""
JOURNAL: Final = re.compile(r"\d{1,8}")
FNR: Final = re.compile(r"\d{6} ?\d{5}")


def er_journal(tekst: str) -> bool:
    """Whether it can be a journal number, and so may stand in an address."""
    return JOURNAL.fullmatch(tekst) is not None


def finn(request: Foresporsel, tekst: str) -> list[UUID]:
    """Those the one who looks may see, by name or by fødselsnummer, on the list or not."""
    rent = " ".join(tekst.replace("\0", "").split())
    if not rent:
        return []
    hvem = Q(person__fnr=rent.replace(" ", "")) if FNR.fullmatch(rent) else _navn(rent)
    synlige = sporringer.kandidater(request.kontekst).filter(hvem)
    return list(synlige.order_by("person__navn", "pk").values_list("pk", flat=True)[:FLEST])


def _navn(tekst: str) -> Q:
    """Every word somewhere in the name."""
    hvem = Q()
    for ord_ in tekst.split()[:6]:
        hvem &= Q(person__navn__icontains=ord_)
    return hvem


def husk(request: HttpRequest, ider: list[UUID]) -> str:
    """Remember who was found; gives the word that the address can carry instead."""
    ord_ = secrets.token_urlsafe(9)
    gamle = dict(list(request.session.get(OKT, {}).items())[-(HUSKES - 1) :])
    request.session[OKT] = gamle | {ord_: [str(ett) for ett in ider]}
    return ord_


def treff(request: HttpRequest, ord_: str) -> list[str]:
    """Who was found by the search with this word; nobody when it is not this session's."""
    funnet: list[str] = request.session.get(OKT, {}).get(ord_, [])
    return funnet
