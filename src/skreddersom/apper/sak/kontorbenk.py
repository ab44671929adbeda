"""Tasks of the office itself, not of a person: put on the bench by the apps after this one along the flow, which it cannot know of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FANE: Final = _("Kontorets oppgaver")


@dataclass(frozen=True, slots=True)
class Kontoroppgave:
    """What the office must do by ``frist``, where it is done, and how far it has come (``merke``, since the day ``merket``)."""

    adresse: str
    navn: str
    kort: str
    gjor: str
    frist: date
    merke: str
    farge: str
    merket: date | None

    def forfalt(self, dag: date) -> bool:
        """Whether it should have been done."""
        return self.frist < dag


Bidrag = Callable[["Kontekst", date], Sequence[Kontoroppgave]]
_BIDRAG: Final[list[Bidrag]] = []


def meld_paa(bidrag: Bidrag) -> None:
    """From now on the bench asks ``bidrag`` too: what waits for the one who acts, in a fixed number of queries."""
    _BIDRAG.append(bidrag)


def oppgaver(kontekst: Kontekst, dag: date) -> list[Kontoroppgave]:
    """All of them, the first due first."""
    return sorted((ett for bidrag in _BIDRAG for ett in bidrag(kontekst, dag)), key=lambda ett: (ett.frist, ett.navn))
