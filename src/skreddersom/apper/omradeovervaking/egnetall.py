"""The office's own numbers in its answers. Small ones are hidden as on the page Fylket: those who ask read the answers there too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from skreddersom.apper.kandidat.models import Kontortall
from skreddersom.apper.omradeovervaking.models import Egettall, Slag
from skreddersom.kjerne.omradeovervaking.ordlyd import dato
from skreddersom.kjerne.statistikk.undertrykk import MINST, andel, for_lite

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.apper.omradeovervaking.models import Sporsmal
    from skreddersom.kjerne.omradeovervaking.sporreskjema import Verdi

HELE: Final = {Egettall.KANDIDATER: Egettall.PERSONER, Egettall.INFORMERT: Egettall.KANDIDATER, Egettall.TILBUDT: Egettall.KANDIDATER}
"""Number → what it is a part of: side by side, the two may not tell a small rest."""
FOR_LITE: Final = f"under {MINST}"
"""What is sent instead of a small number; the same in both norms."""


@dataclass(frozen=True, slots=True)
class Forslag:
    """A number of the office's own: as it is filled in, and where it is from. ``verdi`` is empty for one that is too small to be sent."""

    verdi: str
    vist: str
    kilde: str


@dataclass
class Egnetall:
    """The office's own numbers, read once. An office that keeps nothing here has none."""

    kontor: UUID

    @cached_property
    def rad(self) -> Kontortall | None:
        """The numbers as they are now."""
        return Kontortall.objects.filter(kontor_id=self.kontor).first()

    def forslag(self, ett: Sporsmal) -> Forslag | None:
        """What the question can be filled in with."""
        verdi = getattr(self.rad, ett.tall) if ett.tall and self.rad else None
        if verdi is None or self.rad is None:
            return None
        kilde = f"Skreddersøm, {Egettall(ett.tall).label.lower()}, oppdatert {dato(self.rad.oppdatert.date())}"
        if self._skjules(ett.tall, self.rad):
            return Forslag("", "", kilde)
        return Forslag(str(verdi), dato(verdi) if isinstance(verdi, date) else str(verdi), kilde)

    @staticmethod
    def _skjules(tall: str, rad: Kontortall) -> bool:
        """Whether the number is small, or what it leaves of the whole is."""
        antall = getattr(rad, tall)
        if isinstance(antall, date):
            return False
        hele = HELE.get(Egettall(tall))
        return for_lite(antall) if hele is None else andel(antall, max(antall, getattr(rad, hele))) is None


def sendes_som(ett: Sporsmal, verdi: Verdi) -> Verdi:
    """The answer as others get it: a small number of persons, also one that is typed, is never sent as it is."""
    if ett.slag == Slag.TALL and ett.tall and isinstance(verdi, str) and verdi.isdecimal() and for_lite(int(verdi)):
        return FOR_LITE
    return verdi
