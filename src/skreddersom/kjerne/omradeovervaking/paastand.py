"""Claims. Each cites the cells it rests on, gets «n of N» by itself, and is marked when it says more than they carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT, Tre
from skreddersom.kjerne.omradeovervaking.kvantor import krav
from skreddersom.kjerne.omradeovervaking.svar import Rute
from skreddersom.kjerne.tekst import MAALFORMER

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.koding import Koding
    from skreddersom.kjerne.omradeovervaking.kvantor import Krav
    from skreddersom.kjerne.tekst import Maalform, Tekst


@dataclass(frozen=True, slots=True)
class Paastand:
    """A sentence about the offices (none named: all), and what it cites: one question and the codes that bear it out."""

    id: str
    tekst: Tekst
    sporsmal: str
    koder: tuple[str, ...]
    kontorer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Belegg:
    """A claim held against its cells. ``belegg`` are the cells that bear it out, ``uavklart`` those that may or may not."""

    paastand: Paastand
    av: int
    belegg: tuple[Rute, ...]
    uavklart: tuple[Rute, ...]

    @property
    def n(self) -> int:
        """How many offices bear it out."""
        return len(self.belegg)

    def krav(self, maalform: Maalform) -> list[Krav]:
        """What the sentence demands."""
        return krav(self.paastand.tekst.paa(maalform), self.av)

    def holder_uansett(self, ett: Krav) -> bool:
        """Whether the demand is met whatever the unsettled cells turn out to be."""
        return all(map(ett.holder, self._mulige))

    def baerer(self) -> Tre:
        """Whether the cells carry the sentence in both norms; UKJENT when it hangs on cells that are not settled."""
        alle = [ett for maalform in MAALFORMER for ett in self.krav(maalform)]
        if not all(any(map(ett.holder, self._mulige)) for ett in alle):
            return NEI
        return JA if all(map(self.holder_uansett, alle)) else UKJENT

    @property
    def _mulige(self) -> range:
        return range(self.n, self.n + len(self.uavklart) + 1)


def belegg(koding: Koding, paastand: Paastand) -> Belegg:
    """The claim with its cells.

    Raises:
        Brukerfeil: when it cites a question, a code or an office that is not there.

    """
    kontorer = paastand.kontorer or koding.svar.kontorer
    _krev_kjent(koding, paastand)
    ruter = [Rute(kontor, paastand.sporsmal) for kontor in koding.svar.kontorer if kontor in kontorer]
    baerende = tuple(rute for rute in ruter if koding.kode(rute) in paastand.koder)
    uavklart = tuple(rute for rute in ruter if koding.kode(rute) is None)
    return Belegg(paastand, len(ruter), baerende, uavklart)


def _krev_kjent(koding: Koding, paastand: Paastand) -> None:
    if paastand.sporsmal not in koding.svar.sporsmal:
        raise Brukerfeil(f"Påstand {paastand.id} viser til spørsmålet «{paastand.sporsmal}», som ikke er i svarfila.")
    if fremmed := [kontor for kontor in paastand.kontorer if kontor not in koding.svar.kontorer]:
        raise Brukerfeil(f"Påstand {paastand.id} viser til «{fremmed[0]}», som ikke er blant kontorene i svarfila.")
    brukt = {koding.kode(rute) for rute in koding.svar.ruter(paastand.sporsmal)}
    if fremmed := [kode for kode in paastand.koder if kode not in brukt and not koding.liste.kjenner(paastand.sporsmal, kode)]:
        raise Brukerfeil(f"Påstand {paastand.id} viser til koden «{fremmed[0]}», som verken er brukt eller står i kodelista.")
