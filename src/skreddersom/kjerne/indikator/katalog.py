"""The indicators as data: what each counts, among whom, and from which fields of the form. The words stand in ``katalog.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.kostra.oppsett import AARGANGER, oppsett

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.dokument import Sprak


class Slag(Enum):
    """What kind of number it is."""

    ANTALL = "antall"
    """So many persons."""
    ANDEL = "andel"
    """So many of so many persons."""
    SNITT = "snitt"
    """A sum (days, months, kroner) over so many persons."""


@dataclass(frozen=True, slots=True)
class Ordlyd:
    """The same words in each language of the pages."""

    nb: str
    nn: str
    en: str

    def paa(self, sprak: Sprak) -> str:
        """The words in one of them."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[sprak]


TOM: Final = Ordlyd("", "", "")


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator. ``base`` names whom it is counted among; ``felt`` the fields of 11CF that it needs."""

    id: str
    slag: Slag
    base: str
    felt: tuple[str, ...]
    tittel: Ordlyd
    teller: Ordlyd
    nevner: Ordlyd
    merknad: Ordlyd

    def kan_beregnes(self, aar: int) -> bool:
        """Whether the form of the year had all the fields. «No» is an answer: the number is left out, and never a zero."""
        return aar in AARGANGER and all(felt in oppsett("11CF", aar) for felt in self.felt)

    @property
    def gyldige_aar(self) -> tuple[int, ...]:
        """The years it can be made for."""
        return tuple(aar for aar in AARGANGER if self.kan_beregnes(aar))


def _les() -> tuple[Indikator, ...]:
    tabell = tomllib.loads(files(__package__).joinpath("katalog.toml").read_text(encoding="utf-8"))
    nevner = {navn: Ordlyd(**ord_) for navn, ord_ in tabell["nevner"].items()}
    return tuple(_indikator(rad, nevner) for rad in tabell["indikator"])


def _indikator(rad: Mapping[str, Any], nevner: Mapping[str, Ordlyd]) -> Indikator:
    ord_ = {navn: Ordlyd(**rad[navn]) if navn in rad else TOM for navn in ("tittel", "teller", "merknad")}
    return Indikator(rad["id"], Slag(rad["slag"]), rad["nevner"], tuple(rad["felt"]), nevner=nevner.get(rad["nevner"], TOM), **ord_)


KATALOG: Final = _les()
"""Every indicator, in the order they are shown."""

ETTER_ID: Final[Mapping[str, Indikator]] = {indikator.id: indikator for indikator in KATALOG}
