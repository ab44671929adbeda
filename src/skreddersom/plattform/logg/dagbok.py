"""What a request does to persons, noted while it runs and written when it ends, in its own transaction. No row, no page."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from django.db import connection

from skreddersom.plattform.logg.kjede import tekst
from skreddersom.plattform.logg.koder import LESING, Formal, Handling
from skreddersom.plattform.tilgang.regler import Innsyn

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import ResolverMatch

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.regler import Side

__all__ = ["Dagbok", "Formal", "Handling", "ManglerLogg", "Notat", "skriv"]

VISER: Final = frozenset({200, 409, 422})
"""Answers that hold what was asked for; the others send on, or say why not."""
FODSELSNUMMER: Final = re.compile(r"(?<![0-9A-Za-z-])\d{6}[ .-]?\d{5}(?![0-9A-Za-z-])")
LENGSTE_DETALJ: Final = 500
SETT_INN: Final = """
insert into logg_rad (kontor_id, innhold) select %s, rad from unnest(%s::text[]) with ordinality as r (rad, plass) order by plass
"""


class ManglerLogg(RuntimeError):
    """A page that shows a person was about to be given out with nothing in the log."""


@dataclass(frozen=True, slots=True)
class Notat:
    """One thing that was done, or refused. ``person`` is an id, ``detalj`` a few words: never a name, never a fødselsnummer."""

    handling: Handling
    person: uuid.UUID | None = None
    sak: str = ""
    formal: Formal = Formal.OPPFOLGING
    tillatt: bool = True
    detalj: str = ""


@dataclass
class Dagbok:
    """The notes of one request."""

    kontekst: Kontekst
    treff: ResolverMatch
    request: HttpRequest
    notater: list[Notat] = field(default_factory=list)

    def noter(self, notat: Notat) -> None:
        """Remember that this was done; it is written when the page is done."""
        self.notater.append(notat)

    def lukk(self, regel: Side, svar: HttpResponse, *, tillatt: bool = True) -> None:
        """Write what was done. Raises ``ManglerLogg`` when a person is shown and nothing was noted: then nothing is shown."""
        notater = self._nektet(regel, tillatt=tillatt) if svar.status_code == 404 else self._gjort(regel, svar.status_code)
        skriv(self.kontekst, notater, side=self.treff.view_name)

    def _gjort(self, regel: Side, status: int) -> list[Notat]:
        """What stands when the page is done: after an error what was to be written is undone, but what was read has been read."""
        notater = [notat for notat in self.notater if status < 400 or notat.handling in LESING]
        if status in VISER and regel.innsyn is Innsyn.PERSON and not any(notat.person for notat in notater):
            raise ManglerLogg(self.treff.view_name)
        if status in VISER and regel.innsyn is Innsyn.LISTE and not notater:
            return [Notat(Handling.LES, formal=regel.formal, detalj="liste")]
        return notater if status < 500 else []

    def _nektet(self, regel: Side, *, tillatt: bool) -> list[Notat]:
        if tillatt and regel.innsyn is Innsyn.INGEN:
            return []
        handling = Handling.LES if self.request.method in ("GET", "HEAD") else Handling.ENDRE
        return [Notat(handling, sak="/".join(map(str, self.treff.kwargs.values())), formal=regel.formal, tillatt=False)]


def skriv(kontekst: Kontekst, notater: list[Notat], *, side: str = "") -> None:
    """Write ``notater`` at the end of the unit's chain, in the transaction that is open, under the request that ``kontekst`` belongs to.

    The chain's end is held until the transaction ends, and others of the unit wait for it: write last, commit soon.
    """
    if not notater:
        return
    felles = {"kontor": str(kontekst.kontor), "ansatt": str(kontekst.ansatt), "rolle": kontekst.rollekode, "side": side}
    felles["foresporsel"] = str(kontekst.foresporsel or uuid.uuid4())
    rader = [tekst(felles | _felter(notat)) for notat in notater]
    with connection.cursor() as peker:  # asks for nothing back: one may tell of a person whom one may not see
        peker.execute(SETT_INN, [kontekst.kontor, rader])


def _felter(notat: Notat) -> dict[str, object]:
    return {
        "tid": datetime.now(UTC).isoformat(timespec="microseconds"),
        "handling": notat.handling.value,
        "person": str(notat.person) if notat.person else None,
        "sak": _ren(notat.sak),
        "formal": notat.formal.value,
        "tillatt": notat.tillatt,
        "detalj": _ren(notat.detalj),
    }


def _ren(ord_: str) -> str:
    """A few words as the log may keep them: no fødselsnummer, and nothing that the database cannot hold."""
    lovlig = ord_.replace("\0", "").encode("utf-8", "replace").decode()
    return FODSELSNUMMER.sub("[nummer]", lovlig)[:LENGSTE_DETALJ]
