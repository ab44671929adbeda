"""Search for a person, on the list or outside it.

What is typed never stands in an address or a log: it is posted, and only who was found is remembered.
A journal number alone may stand in the address; a name or a fødselsnummer may not.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import Q

from skreddersom.apper.kandidat import sporringer

if TYPE_CHECKING:
    from django.http import HttpRequest

    from skreddersom.apper.kandidat.models import Vurdering
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

OKT: Final = "personsok"
FLEST: Final = 200
"""Persons a search remembers; more than this, and one must ask better."""
HUSKES: Final = 5
"""Searches remembered in a session."""
JOURNAL: Final = re.compile(r"\d{1,8}")
FNR: Final = re.compile(r"\d{6} ?\d{5}")


@dataclass(frozen=True, slots=True)
class Funnet:
    """Candidates, and for those who are none the last assessment of each."""

    kandidater: list[UUID]
    utenfor: list[UUID]

    @property
    def antall(self) -> int:
        """How many persons."""
        return len(self.kandidater) + len(self.utenfor)


INGEN: Final = Funnet([], [])


def er_journal(tekst: str) -> bool:
    """Whether it can be a journal number, and so may stand in an address."""
    return JOURNAL.fullmatch(tekst) is not None


def finn(request: Foresporsel, tekst: str) -> Funnet:
    """Those the one who looks may see, by name or by fødselsnummer, on the list or not."""
    rent = " ".join(tekst.replace("\0", "").split())
    if not rent:
        return INGEN
    hvem = Q(person__fnr=rent.replace(" ", "")) if FNR.fullmatch(rent) else _navn(rent)
    kandidater = sporringer.kandidater(request.kontekst).filter(hvem).order_by("person__navn", "pk")
    utenfor = sporringer.bare_utenfor(request.kontekst).filter(hvem)
    return Funnet(list(kandidater.values_list("pk", flat=True)[:FLEST]), list(utenfor.values_list("pk", flat=True)[:FLEST]))


def _navn(tekst: str) -> Q:
    """Every word somewhere in the name."""
    hvem = Q()
    for ord_ in tekst.split()[:6]:
        hvem &= Q(person__navn__icontains=ord_)
    return hvem


def husk(request: HttpRequest, funnet: Funnet) -> str:
    """Remember who was found; gives the word that the address can carry instead."""
    ord_ = secrets.token_urlsafe(9)
    gamle = dict(list(request.session.get(OKT, {}).items())[-(HUSKES - 1) :])
    request.session[OKT] = gamle | {ord_: [[str(ett) for ett in ider] for ider in (funnet.kandidater, funnet.utenfor)]}
    return ord_


def treff(request: HttpRequest, ord_: str) -> Funnet:
    """Who was found by the search with this word; nobody when it is not this session's."""
    husket = request.session.get(OKT, {}).get(ord_)
    return Funnet(*([UUID(ett) for ett in ider] for ider in husket)) if husket else INGEN


def utenfor(request: Foresporsel, ord_: str, journal: str) -> list[Vurdering]:
    """Those outside the list that a search has found, as far as the one who looks may still see them."""
    if not ord_ and not journal:
        return []
    hvem = Q(pk__in=treff(request, ord_).utenfor) if ord_ else Q(journalnr__in={journal, journal.zfill(8)})
    return list(sporringer.bare_utenfor(request.kontekst).filter(hvem).select_related("person", "gjennomgang")[:FLEST])
