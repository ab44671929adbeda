"""All indicators of the newest year, as one table: all together, and how many municipalities ask for a look. Never which one is best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.indikator.lesing import sammenlikninger, vist
from skreddersom.kjerne.indikator.dom import Dom
from skreddersom.kjerne.indikator.katalog import KATALOG, Slag
from skreddersom.kjerne.indikator.ordlyd import tall
from skreddersom.kjerne.indikator.skjul import Linje

if TYPE_CHECKING:
    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning
    from skreddersom.kjerne.indikator.katalog import Indikator
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Verdi:
    """Numbers as a page shows them. ``verdi`` is whole per cent of a share, else a mean; ``lav`` and ``hoy`` are shares 0–1."""

    slag: str
    teller: int
    nevner: int
    verdi: float | None
    lav: float | None
    hoy: float | None


@dataclass(frozen=True, slots=True)
class Oversiktsrad:
    """One indicator. ``alle`` is None where it is hidden."""

    id: str
    tittel: str
    alle: Verdi | None
    folg_opp: int
    se_narmere: int
    vurdert: int


def som_verdi(indikator: Indikator, rad: Rad | None) -> Verdi | None:
    """The numbers of a row; None where they are hidden."""
    if rad is None or rad.tall is None:
        return None
    lav, hoy = rad.intervall or (None, None)
    slag = "kroner" if indikator.id == "stonad" else indikator.slag.value
    return Verdi(slag, rad.tall.teller, rad.tall.nevner, tall(indikator.id, rad.verdi), lav, hoy)


def oversikt(kontekst: Kontekst, sprak: Sprak) -> tuple[list[Oversiktsrad], int | None]:
    """The indicators that have numbers in the newest year, in the order of the catalogue; and which year that is."""
    linjer = vist(kontekst)
    aar = max((linje.aar for linje in linjer), default=None)
    svar = sammenlikninger(linjer, aar)
    return [_rad(ett, svar[Linje(ett.id, aar)], sprak) for ett in KATALOG if aar and Linje(ett.id, aar) in svar], aar


def _rad(indikator: Indikator, svar: Sammenlikning, sprak: Sprak) -> Oversiktsrad:
    vurdert = sum(rad.dom not in {None, Dom.FOR_FA} for rad in svar.rader) if indikator.slag is Slag.ANDEL else 0
    return Oversiktsrad(
        id=indikator.id,
        tittel=indikator.tittel.paa(sprak),
        alle=som_verdi(indikator, svar.alle),
        folg_opp=svar.antall(Dom.FOLG_OPP),
        se_narmere=svar.antall(Dom.SE_NARMERE),
        vurdert=vurdert,
    )
