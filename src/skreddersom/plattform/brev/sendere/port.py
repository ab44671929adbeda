"""What a way of sending must offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.brev.models import Kanal


@dataclass(frozen=True, slots=True)
class Forsendelse:
    """A letter on its way. ``nokkel`` is the same at every attempt: whoever gets it twice sends it once."""

    nokkel: UUID
    tittel: str
    filnavn: str
    pdf: bytes
    navn: str
    adresse: tuple[str, ...]


class Sendefeil(Exception):
    """The letter did not get away. ``midlertidig``: it may at the next attempt. The text is for whoever looks after the letters."""

    def __init__(self, hvorfor: str, *, midlertidig: bool) -> None:
        super().__init__(hvorfor)
        self.midlertidig = midlertidig


class Sender(Protocol):
    """A way out."""

    @property
    def kanal(self) -> Kanal:
        """What the letter is marked with."""

    def send(self, forsendelse: Forsendelse) -> str | None:
        """Send it, and give what the channel calls it; None when a person must do it. Raises ``Sendefeil``."""


def sender() -> Sender:
    """The one that the settings name, with its options."""
    valg = dict(settings.BREVSENDER)
    return cast("Sender", import_string(valg.pop("sender"))(**valg))
