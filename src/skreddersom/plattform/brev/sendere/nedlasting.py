"""The way that always works: somebody at the office downloads the letter, puts it in the post, and says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.plattform.brev.models import Kanal

if TYPE_CHECKING:
    from skreddersom.plattform.brev.sendere.port import Forsendelse


@dataclass(frozen=True)
class Nedlasting:
    """Sends nothing by itself."""

    @property
    def kanal(self) -> Kanal:
        """What the letter is marked with."""
        return Kanal.NEDLASTING

    def send(self, forsendelse: Forsendelse) -> None:  # noqa: ARG002 - the port's
        """Nothing: the letter waits for a person to mark it as sent."""
        return
