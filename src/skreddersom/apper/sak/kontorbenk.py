"""Tasks of the office itself, not of a person: put on the bench by those the settings name (``KONTOROPPGAVER``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from datetime import date

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


def oppgaver(kontekst: Kontekst, dag: date) -> list[Kontoroppgave]:
    """All of them, the first due first. Each that the settings name tells what waits for the one who acts, in a fixed number of queries."""
    alle = (ett for navn in settings.KONTOROPPGAVER for ett in import_string(navn)(kontekst, dag))
    return sorted(alle, key=lambda ett: (ett.frist, ett.navn))
