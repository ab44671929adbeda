"""Two regions held against each other, indicator by indicator: do they differ by more than how municipalities happen to lie?

Only municipalities that stand alone are counted. A sum for a region beside the shown ones would give the hidden ones of that region.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG, Ordlyd, Slag
from skreddersom.kjerne.statistikk.mangfold import benjamini_hochberg, minst_en_utenfor
from skreddersom.kjerne.statistikk.regioner import Regionforskjell, sammenlign
from skreddersom.kjerne.statistikk.svar import Av, ForLite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.indikator.skjul import Linje, Vist
    from skreddersom.kjerne.statistikk.svar import Intervall

SJELDEN: Final = 0.05
"""A difference that chance gives less often than this is said to be larger than chance gives."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region and the numbers of its municipalities."""

    navn: Ordlyd
    kommuner: frozenset[str]


@dataclass(frozen=True, slots=True)
class Inndeling:
    """A county in two, and where the division is from."""

    fylke: str
    kilde: Ordlyd
    forste: Region
    andre: Region


@dataclass(frozen=True, slots=True)
class Regionsvar:
    """The two regions in one indicator and year. ``antall`` are the municipalities counted in each, ``utelatt`` those that are hidden.

    ``mid_p`` is None where there are too few to tell; ``prov`` is how many indicators are tried so in the year.
    """

    inndeling: Inndeling
    antall: tuple[int, int]
    utelatt: int
    svar: Regionforskjell | ForLite
    prov: int

    @property
    def mid_p(self) -> float | None:
        """How often municipalities dealt at random differ as much, two-sided; None where it cannot be told."""
        return None if isinstance(self.svar, ForLite) else self.svar.mid_p

    @property
    def grenser(self) -> Intervall | None:
        """How large the difference may be (95 %); None where it cannot be told whether there is one."""
        if isinstance(self.svar, ForLite) or self.mid_p is None or isinstance(self.svar.intervall, ForLite):
            return None
        return self.svar.intervall

    @property
    def ulike(self) -> bool | None:
        """Whether they differ by more than chance gives; None where there are too few to tell."""
        return None if self.mid_p is None else self.mid_p < SJELDEN

    @property
    def sjanse(self) -> float:
        """How likely it is that at least one of the indicators tried seems to differ, when none does."""
        return minst_en_utenfor(self.prov, 1 - SJELDEN)


def _les() -> tuple[Inndeling, ...]:
    tabell = tomllib.loads(files(__package__).joinpath("regioner.toml").read_text(encoding="utf-8"))
    return tuple(_inndeling(rad) for rad in tabell["inndeling"])


def _inndeling(rad: Mapping[str, Any]) -> Inndeling:
    forste, andre = (Region(Ordlyd(ett["nb"], ett["nn"], ett["en"]), frozenset(ett["kommuner"])) for ett in rad["region"])
    return Inndeling(rad["fylke"], Ordlyd(**rad["kilde"]), forste, andre)


INNDELINGER: Final = _les()


def regionsvar(linje: Linje, vist: Vist) -> Regionsvar | None:
    """The answer for a share in the county whose municipalities stand there; None for other numbers, and where no regions are known."""
    kommuner = {*vist.enkelt, *vist.samlede}
    inndeling = next((ett for ett in INNDELINGER if all(kommuner & region.kommuner for region in (ett.forste, ett.andre))), None)
    if inndeling is None or ETTER_ID[linje.indikator].slag is not Slag.ANDEL:
        return None
    regioner = [[Av(*tall) for nr, tall in vist.enkelt.items() if nr in ett.kommuner] for ett in (inndeling.forste, inndeling.andre)]
    antall = (len(regioner[0]), len(regioner[1]))
    utelatt = len((inndeling.forste.kommuner | inndeling.andre.kommuner).intersection(vist.samlede))
    prov = sum(ett.slag is Slag.ANDEL and ett.kan_beregnes(linje.aar) for ett in KATALOG)
    return Regionsvar(inndeling, antall, utelatt, sammenlign(regioner[0], regioner[1]), prov)


def q_verdier(svar: Mapping[Linje, Regionsvar | None]) -> dict[Linje, float]:
    """The mid-p of each line after Benjamini and Hochberg's correction for those that were tried in the same year, where there is one."""
    ut: dict[Linje, float] = {}
    for aar in {linje.aar for linje in svar}:
        malt = {linje: ett.mid_p for linje, ett in svar.items() if linje.aar == aar and ett is not None and ett.mid_p is not None}
        ut |= dict(zip(malt, benjamini_hochberg(list(malt.values())), strict=True))
    return ut
