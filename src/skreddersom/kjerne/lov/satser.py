"""Rates of kvalifiseringsstønad by date (sosialtjenesteloven § 35). Money is ``Decimal`` kroner, unrounded."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, cast

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from datetime import date

Satsnavn = Literal["grunnbelop", "faktor", "barnetillegg"]

STONADSDAGER: Final = 260  # § 35 third ledd: days with stønad in a year
UNG_UNDER_AAR: Final = 25
UNG_ANDEL: Final = (2, 3)  # § 35 second ledd: participants under 25 receive two thirds


class UtenforSatsene(Brukerfeil):
    """No rate is known for the date: before the first row, or after the last day the newest row covers."""


@dataclass(frozen=True, slots=True)
class Sats:
    """One rate through time: ``fra`` and ``verdi`` in step, in order of date, known to ``til`` (included)."""

    navn: str
    hjemmel: str
    fra: tuple[date, ...]
    verdi: tuple[Decimal, ...]
    til: date

    def paa(self, dato: date) -> Decimal:
        """The rate on ``dato``.

        Raises:
            UtenforSatsene: when the date is outside the table; an older rate is never carried on.

        """
        if not self.fra[0] <= dato <= self.til:
            melding = (
                f"{self.navn} er bare kjent fra {self.fra[0]:%d.%m.%Y} til {self.til:%d.%m.%Y}, ikke {dato:%d.%m.%Y}. Oppdater satser.toml."
            )
            raise UtenforSatsene(melding)
        return self.verdi[bisect_right(self.fra, dato) - 1]


@cache
def satser() -> dict[str, Sats]:
    """All rates, read once from ``satser.toml``."""
    tabeller = tomllib.loads((files("skreddersom.kjerne.lov") / "satser.toml").read_text(encoding="utf-8"))
    return {navn: _sats(navn, tabell) for navn, tabell in tabeller.items()}


def _sats(navn: str, tabell: dict[str, object]) -> Sats:
    rader = cast("list[dict[str, object]]", tabell["rader"])
    fra = tuple(cast("date", rad["fra"]) for rad in rader)
    return Sats(navn, str(tabell["hjemmel"]), fra, tuple(Decimal(str(rad["verdi"])) for rad in rader), cast("date", tabell["til"]))


def sats(navn: Satsnavn, dato: date) -> Decimal:
    """The rate called ``navn`` on ``dato``: kroner, or a bare number for ``faktor``.

    Raises:
        UtenforSatsene: when no rate is known for the date.

    """
    return satser()[navn].paa(dato)


def stonad_per_aar(dato: date, *, under_25: bool) -> Decimal:
    """Kvalifiseringsstønad for a whole year at the rates of ``dato``, without barnetillegg (§ 35 second ledd).

    Raises:
        UtenforSatsene: when G or the factor is not known for the date.

    """
    full = sats("faktor", dato) * sats("grunnbelop", dato)
    teller, nevner = UNG_ANDEL
    return full * teller / nevner if under_25 else full


def stonad_per_dag(dato: date, *, under_25: bool) -> Decimal:
    """Kvalifiseringsstønad for one of the year's 260 stønadsdager (§ 35 third ledd).

    Raises:
        UtenforSatsene: when G or the factor is not known for the date.

    """
    return stonad_per_aar(dato, under_25=under_25) / STONADSDAGER
