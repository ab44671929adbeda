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


@dataclass(frozen=True, slots=True)
class Terskel:
    """A limit in days, in force from ``fra``. An office may tighten it; for a breach of law it may never be loosened."""

    navn: str
    dager: int
    fra: date


@dataclass(frozen=True, eq=False)
class Kontroll:
    """One control of the catalogue.

    ``id`` has the theme as its first digit. ``gjelder`` picks the subjects among the rows of table ``tabell``; ``funn`` is true
    where there is a finding, false where there is none and null where it cannot be told. Both are made for the day of control and
    the thresholds in days. ``bevis`` are the columns that a finding shows. ``punkt`` is the inspectors' checkpoint (1–11), or None.
    """

    id: str
    tittel: str
    sporsmal: str
    hjemmel: tuple[Hjemmel, ...]
    alvor: Alvor
    punkt: int | None
    tabell: str
    funn: Callable[[date, Mapping[str, int]], pl.Expr]
    bevis: tuple[str, ...]
    terskler: tuple[Terskel, ...] = ()
    gjelder: pl.Expr | None = None

    @property
    def tema(self) -> int:
        """The theme of the nationwide supervision, 1–7."""
        return int(self.id[0])

    def grenser(self, egne: Mapping[str, int]) -> dict[str, int]:
        """The thresholds in days, with those of an office in place of ours.

        Raises:
            UgyldigTerskel: for an unknown name, a number below zero, or a looser limit for a breach of law.

        """
        vaare = {terskel.navn: terskel.dager for terskel in self.terskler}
        for navn, dager in egne.items():
            self._krev_lovlig(navn, dager, vaare)
        return vaare | dict(egne)

    def _krev_lovlig(self, navn: str, dager: int, vaare: Mapping[str, int]) -> None:
        if navn not in vaare:
            raise UgyldigTerskel(f"Kontroll {self.id} har ingen terskel «{navn}». Velg blant: {', '.join(vaare) or 'ingen'}.")
        hva = f"Terskelen «{navn}» i kontroll {self.id}"
        if dager < 0:
            raise UgyldigTerskel(f"{hva} kan ikke være under null. Skriv et antall dager.")
        if self.alvor is Alvor.BRUDD and dager > vaare[navn]:
            raise UgyldigTerskel(f"{hva} kan være høyst {vaare[navn]} dager: den gjelder et lovbrudd og kan bare strammes inn.")
