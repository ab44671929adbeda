"""How numbers about indicators are worded, in each language of the pages: the same words on the page, in files and on the command line."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.indikator.katalog import ETTER_ID, Ordlyd, Slag
from skreddersom.kjerne.statistikk.trakt import Plassering, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.dom import Rad
    from skreddersom.kjerne.indikator.katalog import Indikator
    from skreddersom.kjerne.indikator.regioner import Regionsvar

ORD: Final[Mapping[str, Ordlyd]] = {
    navn: Ordlyd(**ord_) for navn, ord_ in tomllib.loads(files(__package__).joinpath("ord.toml").read_text(encoding="utf-8")).items()
}


def dom(rad: Rad, sprak: Sprak) -> str:
    """The judgement of a municipality; which side it is on when it asks for something. Empty where there is none."""
    if rad.tall is None:
        return ORD["skjult"].paa(sprak)
    if rad.dom is None:
        return ""
    ord_ = ORD[rad.dom.name].paa(sprak)
    if isinstance(rad.plass, Plassering) and rad.plass.signal is not Signal.INNENFOR:
        return f"{ord_}: {ORD[rad.plass.side.name].paa(sprak)}"
    return ord_


def regionsdom(region: Regionsvar, sprak: Sprak) -> str:
    """Whether the two regions differ, in a few words."""
    return ORD[{None: "REGION_FOR_FA", True: "REGION_ULIKE", False: "REGION_LIKE"}[region.ulike]].paa(sprak)


def definisjon(indikator: Indikator, sprak: Sprak) -> str:
    """What is counted and among whom, as one sentence or more."""
    hva, blant = (_liten(ordlyd.paa(sprak)) for ordlyd in (indikator.teller, indikator.nevner))
    merknad = indikator.merknad.paa(sprak)
    setning = f"{hva[0].upper()}{hva[1:]}{MELLOM[indikator.slag].paa(sprak).format(blant)}." if blant else f"{indikator.teller.paa(sprak)}."
    return f"{setning} {merknad}".strip()


MELLOM: Final = {
    Slag.ANTALL: Ordlyd("", "", ""),
    Slag.ANDEL: Ordlyd(", av {}", ", av {}", ", of {}"),
    Slag.SNITT: Ordlyd(", i snitt for {}", ", i snitt for {}", ", on average for {}"),
}


def _liten(setning: str) -> str:
    return setning[:1].lower() + setning[1:]


def tall(indikator_id: str, verdi: float | None) -> float | None:
    """A share as per cent and a mean as it is, with one decimal; money in whole kroner."""
    if verdi is None:
        return None
    if ETTER_ID[indikator_id].slag is Slag.ANDEL:
        return round(100 * verdi, 1)
    return round(verdi) if indikator_id == "stonad" else round(verdi, 1)
