"""All indicators of the newest year, as one table: all together, and how many municipalities ask for a look. Never which one is best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.indikator.lesing import les
from skreddersom.kjerne.indikator.dom import Dom
from skreddersom.kjerne.indikator.katalog import KATALOG, Slag
from skreddersom.kjerne.indikator.ordlyd import tall

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.kandidat.indikator.sakene import Sakslinje
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
    """One indicator: ``alle`` from the files and ``saker`` from the cases, None where it is hidden; ``har`` says which of them there is."""

    id: str
    tittel: str
    alle: Verdi | None
    folg_opp: int
    se_narmere: int
    vurdert: int
    saker: Verdi | None
    har_fil: bool
    har_saker: bool


def som_verdi(indikator: Indikator, rad: Rad | None) -> Verdi | None:
    """The numbers of a row; None where they are hidden."""
    if rad is None or rad.tall is None:
        return None
    lav, hoy = rad.intervall or (None, None)
    slag = "kroner" if indikator.id == "stonad" else indikator.slag.value
    return Verdi(slag, rad.tall.teller, rad.tall.nevner, tall(indikator.id, rad.verdi), lav, hoy)


@dataclass(frozen=True, slots=True)
class Oversikt:
    """The indicators in the order of the catalogue, the newest year of the files, and the day the cases were counted."""

    rader: tuple[Oversiktsrad, ...]
    aar: int | None
    per: date | None


def oversikt(kontekst: Kontekst, sprak: Sprak) -> Oversikt:
    """The indicators that have numbers: in the newest year of the files, or from the cases."""
    lest = les(kontekst)
    aar = max((linje.aar for linje in lest.linjer), default=None)
    svar = {linje.indikator: ett for linje, ett in lest.sammenlikninger(aar).items()} if aar else {}
    rader = (_rad(ett, svar.get(ett.id), lest.saker.get(ett.id), sprak) for ett in KATALOG if ett.id in {*svar, *lest.saker})
    return Oversikt(tuple(rader), aar, next((ett.per for ett in lest.saker.values()), None))


def _rad(indikator: Indikator, svar: Sammenlikning | None, saker: Sakslinje | None, sprak: Sprak) -> Oversiktsrad:
    rader = svar.rader if svar and indikator.slag is Slag.ANDEL else ()
    return Oversiktsrad(
        id=indikator.id,
        tittel=indikator.tittel.paa(sprak),
        alle=som_verdi(indikator, svar.alle if svar else None),
        folg_opp=svar.antall(Dom.FOLG_OPP) if svar else 0,
        se_narmere=svar.antall(Dom.SE_NARMERE) if svar else 0,
        vurdert=sum(rad.dom not in {None, Dom.FOR_FA} for rad in rader),
        saker=som_verdi(indikator, saker.alle if saker else None),
        har_fil=svar is not None,
        har_saker=saker is not None,
    )
