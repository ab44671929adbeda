"""The layouts of the municipal KOSTRA files 11F and 11CF, year by year, read from the tables in ``data/``.

A row in ``data/<form>-felt.csv`` is a field with the reporting years it was part of the form (``fra`` and ``til``, both included;
blank = no bound). The order of the rows is the order in the record, so the positions follow from the lengths. Source: the file
descriptions of Statistics Norway's control programme (statisticsnorway/kostra-kontrollprogram), 2022–2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast, get_args

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.kostra.tabell import tabell

if TYPE_CHECKING:
    from collections.abc import Mapping

Skjema = Literal["11F", "11CF"]
Felttype = Literal["tekst", "heltall", "dato"]

SKJEMAER: tuple[Skjema, ...] = get_args(Skjema)
AARGANGER: tuple[int, ...] = (2022, 2023, 2024, 2025, 2026)
"""The reporting years whose layouts are known."""

MANED = ("JAN", "FEB", "MARS", "APRIL", "MAI", "JUNI", "JULI", "AUG", "SEPT", "OKT", "NOV", "DES")
"""The months as 11F names its monthly amounts: BIDRAG_JAN, LAAN_MARS …"""

KOMMUNELISTE_FRA = 2024
"""First year whose municipalities are those of ``KOMMUNER``; the lists before the 2024 reform are not held here."""


class UkjentOppsett(Brukerfeil):
    """The form or the year is not one whose layout is known."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One field of the record; ``fra`` and ``til`` are positions counted from 1, both included."""

    navn: str
    fra: int
    til: int
    type: Felttype
    obligatorisk: bool
    innhold: str
    koder: Mapping[str, str]
    """Code -> label; empty when the field has no list of codes."""

    @property
    def lengde(self) -> int:
        """Number of characters."""
        return self.til - self.fra + 1


@dataclass(frozen=True)
class Oppsett:
    """The layout of one form in one reporting year."""

    skjema: Skjema
    aar: int
    felt: tuple[Felt, ...]

    @property
    def lengde(self) -> int:
        """The record length in characters, line end not counted."""
        return self.felt[-1].til

    @property
    def navn(self) -> tuple[str, ...]:
        """The field names in the order of the record."""
        return tuple(felt.navn for felt in self.felt)

    def __getitem__(self, navn: str) -> Felt:
        """The field called ``navn``; ``KeyError`` when the form had none that year."""
        return _etter_navn(self.skjema, self.aar)[navn]

    def __contains__(self, navn: object) -> bool:
        return navn in _etter_navn(self.skjema, self.aar)


def oppsett(skjema: Skjema, aar: int) -> Oppsett:
    """The layout of ``skjema`` for the reporting year ``aar`` (four digits). Raises ``UkjentOppsett``."""
    if skjema not in SKJEMAER:
        raise UkjentOppsett(f"«{skjema}» er ikke et kjent skjema; velg {' eller '.join(SKJEMAER)}.")
    if aar not in AARGANGER:
        raise UkjentOppsett(f"Oppsettet for {skjema} i {aar} er ikke kjent; velg et år fra {AARGANGER[0]} til {AARGANGER[-1]}.")
    return _oppsett(skjema, aar)


@cache
def _oppsett(skjema: Skjema, aar: int) -> Oppsett:
    rader = [rad for rad in tabell(f"{skjema}-felt") if _gjelder(rad, aar)]
    slutt = list(accumulate(int(rad["lengde"]) for rad in rader))
    koder = _koder(skjema, aar)
    return Oppsett(skjema, aar, tuple(_felt(rad, til, aar, koder) for rad, til in zip(rader, slutt, strict=True)))


@cache
def _etter_navn(skjema: Skjema, aar: int) -> Mapping[str, Felt]:
    return {felt.navn: felt for felt in _oppsett(skjema, aar).felt}


def _felt(rad: Mapping[str, str], til: int, aar: int, koder: Mapping[str, Mapping[str, str]]) -> Felt:
    navn, obligatorisk_fra = rad["navn"], rad["obligatorisk_fra"]
    return Felt(
        navn=navn,
        fra=til - int(rad["lengde"]) + 1,
        til=til,
        type=cast("Felttype", rad["type"]),
        obligatorisk=bool(obligatorisk_fra) and int(obligatorisk_fra) <= aar,
        innhold=rad["innhold"],
        koder=MappingProxyType(koder.get(navn, {})),
    )


def _koder(skjema: Skjema, aar: int) -> dict[str, Mapping[str, str]]:
    """Field -> its codes that year, in the order of the table."""
    koder: dict[str, dict[str, str]] = {}
    for rad in tabell(f"{skjema}-kode"):
        if _gjelder(rad, aar):
            koder.setdefault(rad["navn"], {})[rad["kode"]] = rad["tekst"]
    kommuner = {"KOMMNR_KVP_KOMM": KOMMUNER} if aar >= KOMMUNELISTE_FRA else {}
    return {**koder, **kommuner}


def _gjelder(rad: Mapping[str, str], aar: int) -> bool:
    return int(rad["fra"] or aar) <= aar <= int(rad["til"] or aar)
