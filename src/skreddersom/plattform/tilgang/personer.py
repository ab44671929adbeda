"""How the platform finds and names persons without knowing the app that keeps them. Row-level security holds here as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


class Personkatalog(Protocol):
    """What the app of persons offers. Only those whom the one who acts may see."""

    def finn(self, tekst: str) -> UUID | None:
        """The person with this fødselsnummer, or with this id (of the person or of the candidate)."""

    def navn(self, personer: Collection[UUID]) -> dict[UUID, str]:
        """The names of those who may be seen."""

    def adresse(self, person: UUID) -> str:
        """The page of the person; empty when there is none to be seen."""


def katalog() -> Personkatalog:
    """The one that the settings name."""
    return cast("Personkatalog", import_string(settings.PERSONKATALOG)())
