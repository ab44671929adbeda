"""What is asked for, checked before any work begins. Every refusal is a ``Brukerfeil`` with the cure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.demo.syntetisk.agder import UTEN_KVP
from skreddersom.demo.syntetisk.person import storste_antall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kommuner import KOMMUNER

if TYPE_CHECKING:
    from collections.abc import Sequence

AAR: Final = (2025, 2026)
"""Reporting years that can be made: those whose rules Statistics Norway's controls are known for."""

UOPPGITT: Final = "9999"


@dataclass(frozen=True)
class Bestilling:
    """One municipality's files: ``antall`` recipients of social assistance in each of the years ``aar`` (consecutive)."""

    kommune: str
    antall: int
    aar: tuple[int, ...]
    fro: int

    @property
    def har_kvp(self) -> bool:
        """Whether the municipality has participants in kvalifiseringsprogram."""
        return self.kommune not in UTEN_KVP


def bestill(kommune: str, antall: int, aar: Sequence[int], fro: int) -> Bestilling:
    """A checked order for one municipality. Raises ``Brukerfeil``."""
    if kommune not in KOMMUNER or kommune == UOPPGITT:
        raise Brukerfeil(f"«{kommune}» er ikke en kommune; skriv kommunenummeret med fire sifre, for eksempel 4203 for Arendal.")
    if fro < 0:
        raise Brukerfeil(f"--fro {fro} er negativt; velg et helt tall fra 0 og oppover.")
    aarene = krev_aar(aar)
    krev_antall(antall, aarene)
    return Bestilling(kommune, antall, aarene, fro)


def krev_aar(aar: Sequence[int]) -> tuple[int, ...]:
    """The years in order, each once. Raises ``Brukerfeil`` for none or for one that cannot be made."""
    for ukjent in (a for a in aar if a not in AAR):
        raise Brukerfeil(
            f"Året {ukjent} kan ikke lages; velg {' eller '.join(map(str, AAR))}, eller begge: --aar {','.join(map(str, AAR))}."
        )
    if not aar:
        raise Brukerfeil(f"Ingen år er valgt; skriv for eksempel --aar {','.join(map(str, AAR))}.")
    return tuple(sorted(set(aar)))


def krev_antall(antall: int, aar: tuple[int, ...]) -> None:
    """Raises ``Brukerfeil`` when ``antall`` is not at least 1, or more than there are fødselsnummer for."""
    if antall < 1:
        raise Brukerfeil(f"--antall {antall} gir ingen mottakere; velg et helt tall fra 1 og oppover.")
    if antall > (mest := storste_antall(aar)):
        raise Brukerfeil(f"--antall {antall} er flere enn det finnes oppdiktede fødselsnummer til; velg høyst {mest}.")
