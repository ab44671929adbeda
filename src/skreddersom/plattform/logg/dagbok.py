"""What a request does to persons, noted while it runs and written when it ends, in its own transaction. No row, no page."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.regler import Innsyn

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import ResolverMatch

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.regler import Side


class Handling(StrEnum):
    """What was done to what is known of a person."""

    LES = "les"
    SOK = "sok"
    OPPRETT = "opprett"
    ENDRE = "endre"
    SLETT = "slett"
    EKSPORT = "eksport"


class Formal(StrEnum):
    """The purpose code: why it was done."""

    KARTLEGGING = "kartlegging"
    OPPFOLGING = "oppfolging"
    SAKSBEHANDLING = "saksbehandling"
    INTERNKONTROLL = "internkontroll"
    ADMINISTRASJON = "administrasjon"
    TILSYN = "tilsyn"


class ManglerLogg(RuntimeError):
    """A page that shows a person was about to be given out with nothing in the log."""


@dataclass(frozen=True, slots=True)
class Notat:
    """One thing that was done, or refused."""

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
    foresporsel: uuid.UUID = field(default_factory=uuid.uuid4)
    notater: list[Notat] = field(default_factory=list)

    def noter(self, notat: Notat) -> None:
        """Remember that this was done; it is written when the page is done."""
        self.notater.append(notat)

    def lukk(self, regel: Side, svar: HttpResponse) -> None:
        """Write what was done. Raises ``ManglerLogg`` when a person is shown and nothing was noted: then nothing is shown."""
        if svar.status_code >= 400:
            self.notater = [self._nektet()] if svar.status_code == 404 else []
        elif regel.innsyn is Innsyn.PERSON and svar.status_code == 200 and not any(notat.person for notat in self.notater):
            raise ManglerLogg(self.treff.view_name)
        skriv(self.kontekst, self.notater, foresporsel=self.foresporsel, side=self.treff.view_name)

    def _nektet(self) -> Notat:
        handling = Handling.LES if self.request.method in ("GET", "HEAD") else Handling.ENDRE
        sak = "/".join(map(str, self.treff.kwargs.values()))
        return Notat(handling, sak=sak, tillatt=False)


def skriv(kontekst: Kontekst, notater: list[Notat], *, foresporsel: uuid.UUID | None = None, side: str = "") -> None:
    """Write ``notater`` at the end of the unit's chain, in the transaction that is open."""
    felles = {"kontor": str(kontekst.kontor), "ansatt": str(kontekst.ansatt), "rolle": kontekst.rolle.value, "side": side}
    felles["foresporsel"] = str(foresporsel or uuid.uuid4())
    rader = [Rad(kontor_id=kontekst.kontor, innhold=_innhold(felles, notat)) for notat in notater]
    if rader:
        Rad.objects.bulk_create(rader)


def _innhold(felles: dict[str, str], notat: Notat) -> str:
    """Canonical JSON: sorted names, no spaces, time in UTC with microseconds."""
    eget = {
        "tid": datetime.now(UTC).isoformat(timespec="microseconds"),
        "handling": notat.handling.value,
        "person": str(notat.person) if notat.person else None,
        "sak": notat.sak,
        "formal": notat.formal.value,
        "tillatt": notat.tillatt,
        "detalj": notat.detalj,
    }
    return json.dumps(felles | eget, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
