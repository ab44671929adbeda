"""Offices × questions. What a column tells, and what it cannot tell because everybody answered alike. Never sorted by «best»."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from skreddersom.kjerne.omradeovervaking.svar import nokkel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.omradeovervaking.koding import Koding
    from skreddersom.kjerne.omradeovervaking.svar import Rute


class Skille(Enum):
    """What a column says of differences between the offices."""

    SKILLER = "skiller"
    SAMME_ORD = "samme ord"
    SAMME_KODE = "samme kode"
    FOR_FAA_SVAR = "for få svar"


@dataclass(frozen=True, slots=True)
class Kolonne:
    """One question over all offices: how many have each code (most first, then as met), how many none, and whether it discriminates."""

    sporsmal: str
    kontorer: int
    antall: Mapping[str, int]
    skille: Skille

    @property
    def uavklart(self) -> int:
        """Cells without a settled code: not answered, not known, or disagreed on."""
        return self.kontorer - sum(self.antall.values())


def kolonne(koding: Koding, sporsmal: str) -> Kolonne:
    """The column of the question."""
    ruter = list(koding.svar.ruter(sporsmal))
    koder = [kode for rute in ruter if (kode := koding.kode(rute)) is not None]
    return Kolonne(sporsmal, len(ruter), dict(Counter(koder).most_common()), _skille(koding, ruter, koder))


def _skille(koding: Koding, ruter: list[Rute], koder: list[str]) -> Skille:
    """Alike in words says more than alike in code: then nobody can know whether the words are the offices' own."""
    besvart = [rute for rute in ruter if koding.svar.besvart(rute)]
    if len(besvart) < 2:
        return Skille.FOR_FAA_SVAR
    if len({nokkel(koding.svar.ord[rute]) for rute in besvart}) == 1:
        return Skille.SAMME_ORD
    return Skille.SAMME_KODE if len(koder) == len(besvart) and len(set(koder)) == 1 else Skille.SKILLER
