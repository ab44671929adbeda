"""What a control is, and what it finds.

A control asks one question of every subject – a person, a case or an office – and answers with the same three values as the
law: there is a finding, there is none, or the facts that would tell are missing. Missing facts are never a finding, and never
a clean bill either: they are counted as not assessable.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import polars as pl

    from skreddersom.kjerne.lov.hjemmel import Hjemmel

TEMA: Final[Mapping[int, str]] = {
    1: "Identifisering og informasjon",
    2: "Tilbud, opplysning og vedtak",
    3: "Individuell tilpasning",
    4: "Medvirkning",
    5: "Oppfølging og evaluering",
    6: "Kompetanse",
    7: "Styring",
}


class Alvor(Enum):
    """How grave a finding is."""

    BRUDD = "brudd på loven"
    RISIKO = "blir brudd om ingen gjør noe"
    KVALITET = "kunne vært bedre"


class UgyldigTerskel(Brukerfeil):
    """An office asked for a threshold that the control does not have, or looser than it may be."""


class Enhet(Enum):
    """What a limit is counted in."""

    DAGER = "dager"
    MANEDER = "måneder"


@dataclass(frozen=True, slots=True)
class Terskel:
    """A limit, in force from ``fra``. An office may tighten it; for a breach of law it may never be loosened.

    ``alvor`` is of what the limit decides, when that is another than the control's: the day to warn is no breach.
    """

    navn: str
    verdi: int
    fra: date
    enhet: Enhet = Enhet.DAGER
    alvor: Alvor | None = None


@dataclass(frozen=True, eq=False)
class Kontroll:
    """One control of the catalogue.

    ``id`` has the theme as its first digit. ``utledet`` are columns worked out first, from those of table ``tabell``; ``gjelder`` picks
    the subjects among its rows; ``funn`` is true where there is a finding, false where there is none and null where it cannot be told.
    ``varsel`` is true where there is none yet, and will be if nobody acts. The two are made for the day of control and the limits.
    ``bevis`` are the columns that a finding shows. ``punkt`` is the inspectors' checkpoint (1–11), or None. A topic of procedure in
    ``hjemmel`` stands in the act that is in force on the day.
    """

    id: str
    tittel: str
    sporsmal: str
    hjemmel: tuple[Hjemmel | Tema, ...]
    alvor: Alvor
    punkt: int | None
    tabell: str
    funn: Callable[[date, Mapping[str, int]], pl.Expr]
    bevis: tuple[str, ...]
    terskler: tuple[Terskel, ...] = ()
    gjelder: pl.Expr | None = None
    utledet: tuple[pl.Expr, ...] = ()
    varsel: Callable[[date, Mapping[str, int]], pl.Expr] | None = None

    @property
    def tema(self) -> int:
        """The theme of the nationwide supervision, 1–7."""
        return int(self.id[0])

    def hjemler(self, per: date) -> tuple[Hjemmel, ...]:
        """Where the rules stand on the day ``per``. Raises ``IngenRegel`` before the act of procedure."""
        return tuple(hjemmel(regel, per) if isinstance(regel, Tema) else regel for regel in self.hjemmel)

    def grenser(self, egne: Mapping[str, int]) -> dict[str, int]:
        """The limits by name, with those of an office in place of ours.

        Raises:
            UgyldigTerskel: for an unknown name, a number below zero, or a looser limit for a breach of law.

        """
        vaare = {terskel.navn: terskel for terskel in self.terskler}
        for navn, verdi in egne.items():
            if navn not in vaare:
                raise UgyldigTerskel(f"Kontroll {self.id} har ingen terskel «{navn}». Velg blant: {', '.join(vaare) or 'ingen'}.")
            self._krev_lovlig(vaare[navn], verdi)
        return {navn: terskel.verdi for navn, terskel in vaare.items()} | dict(egne)

    def _krev_lovlig(self, vaar: Terskel, verdi: int) -> None:
        hva, enhet = f"Terskelen «{vaar.navn}» i kontroll {self.id}", vaar.enhet.value
        if verdi < 0:
            raise UgyldigTerskel(f"{hva} kan ikke være under null. Skriv et antall {enhet}.")
        if (vaar.alvor or self.alvor) is Alvor.BRUDD and verdi > vaar.verdi:
            raise UgyldigTerskel(f"{hva} kan være høyst {vaar.verdi} {enhet}: den gjelder et lovbrudd og kan bare strammes inn.")
