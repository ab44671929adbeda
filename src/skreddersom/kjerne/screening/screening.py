"""The main job: 11F files in, everybody held against § 29, and a list of those one should look at, in order.

On what basis, with what access and what information to the persons a municipality may do this: lovvalg L13.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.alderskolonne import alder_paa
from skreddersom.kjerne.lov.kolonner import vurder_kolonner
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.screening.deltakelse import deltakelse, med_deltakelse
from skreddersom.kjerne.screening.identitet import lesbar, med_person
from skreddersom.kjerne.screening.maneder import HISTORIE, SISTE_AAR, antall, dekket, lengste_rekke, manglende_aar
from skreddersom.kjerne.screening.personer import samle
from skreddersom.kjerne.screening.rekkefolge import LANGTID, poeng
from skreddersom.kjerne.screening.saksmengde import saksmengde
from skreddersom.kjerne.screening.utenfor import GRUNNER, utenfor
from skreddersom.kjerne.setning import og, setning

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from skreddersom.kjerne.kostra.les import Kostrafil


FERDIG_BRUKT: Final = ("person", "nummer", "maske")
"""Columns that have done their work when the list is put in order."""


class UtenforHistorien(Brukerfeil):
    """The day of assessment lies where the files tell nothing."""


@dataclass(frozen=True)
class Screening:
    """The result. ``personer`` has one row per person: candidates first, in order (``rang`` from 1), then those outside."""

    per: date
    personer: pl.DataFrame
    aar: frozenset[int]

    @property
    def kandidater(self) -> pl.DataFrame:
        """Those one should look at, in order: they stand first."""
        return self.personer.head(self.personer["utenfor"].null_count())

    @property
    def langtidsmottakere(self) -> int:
        """How many of the candidates have support in at least six of the last twelve months."""
        return self.kandidater.filter(pl.col("maneder_siste_12") >= LANGTID).height

    @property
    def utenfor(self) -> dict[str, int]:
        """How many stand outside the list, by reason; every reason is named, also when nobody has it."""
        telt = dict(self.personer["utenfor"].drop_nulls().value_counts().iter_rows())
        return {grunn.id: telt.get(grunn.id, 0) for grunn in GRUNNER}

    @property
    def merknader(self) -> list[str]:
        """What the reader must know before trusting the list."""
        om_filene = [setning for setning in (self._dekning(), self._for_nye(), self._dobbelt(), self._strid()) if setning]
        return [*om_filene, *versjon_paa(self.per).merknader(self.per)]

    def _dekning(self) -> str:
        mangler = manglende_aar(self.aar, self.per)
        if not mangler:
            return ""
        mal = (
            "Filene dekker bare {maneder} av de 12 månedene fram til {per}. "
            "Ta også med 11F for {mangler}, eller velg en annen dato med --per."
        )
        return setning(mal, maneder=dekket(self.aar, self.per), per=f"{self.per:%d.%m.%Y}", mangler=og(mangler))

    def _for_nye(self) -> str:
        nye = sorted(aar for aar in self.aar if aar > self.per.year)
        return setning("11F for {nye} er etter {per} og er ikke brukt.", nye=og(nye), per=f"{self.per:%d.%m.%Y}") if nye else ""

    def _dobbelt(self) -> str:
        dobbelt = self.personer["journaler"].count()
        mal = "{hvem} står flere ganger i samme år og er slått sammen. Journalene står ved hver av dem."
        return setning(mal, hvem=_personer(dobbelt)) if dobbelt else ""

    def _strid(self) -> str:
        strid = self.personer.filter("fodselsdato_i_strid")
        ute = strid.filter(pl.col("utenfor") == "alder").height
        if not strid.height:
            return ""
        mal = "{hvem} har ulik fødselsdato og fødselsnummer; {ute} av dem står utenfor på grunn av alder. Kontroller dem i fagsystemet."
        return setning(mal, hvem=_personer(strid.height), ute=ute)


def _personer(antall: int) -> str:
    return setning("1 person") if antall == 1 else setning("{antall} personer", antall=antall)


def screen(
    filer: Sequence[Kostrafil], deltakere: Sequence[Kostrafil] = (), per: date | None = None, behold: Collection[str] = ()
) -> Screening:
    """Hold everyone in the 11F ``filer`` against § 29 on ``per`` (the last day of the newest year when left out).

    ``deltakere`` are 11CF files; they tell who is in a programme already and who has been. ``behold`` names those of the columns
    ``FERDIG_BRUKT`` that the reader of the list needs too.

    Raises:
        UtenforHistorien: when ``per`` is before the first month of the files or more than five years after the last.
        ForLoven: when ``per`` is before sosialtjenesteloven.

    """
    aar = {fil.oppsett.aar for fil in filer}
    dag = per or date(max(aar), 12, 31)
    _krev_innenfor(aar, dag)
    ferdig_brukt = set(FERDIG_BRUKT) - set(behold)
    personer = _i_rekkefolge(_vurdert(_alle_personer(filer, deltakere, dag), dag), ferdig_brukt)
    return Screening(dag, personer.with_columns(lesbar(personer[navn]) for navn in behold if navn == "person"), frozenset(aar))


def _krev_innenfor(aar: set[int], per: date) -> None:
    forste, siste = date(min(aar), 1, 1), date(max(aar) + HISTORIE // 12 - 1, 12, 31)
    if not forste <= per <= siste:
        gjelder = f"{min(aar)}–{max(aar)}" if len(aar) > 1 else f"{max(aar)}"
        mal = "Filene gjelder {gjelder} og sier ingenting om {per}. Velg en dato fra {forste} til {siste}."
        datoer = {navn: f"{dag:%d.%m.%Y}" for navn, dag in (("per", per), ("forste", forste), ("siste", siste))}
        raise UtenforHistorien(setning(mal, gjelder=gjelder, **datoer))


def _alle_personer(filer: Sequence[Kostrafil], deltakere: Sequence[Kostrafil], dag: date) -> pl.DataFrame:
    """One row per person, with what the files tell."""
    poster = pl.concat([saksmengde(fil, dag) for fil in filer if fil.oppsett.aar <= dag.year])
    return med_deltakelse(samle(med_person(_i_ett_stykke(poster))), deltakelse(deltakere, dag))


def _i_ett_stykke(poster: pl.DataFrame) -> pl.DataFrame:
    """Each column in one piece instead of the hundreds it was read in, which every later step would go through one by one.

    One column at a time, so that nobody stands in memory twice; empties ``poster``.
    """
    return pl.DataFrame([poster.drop_in_place(navn).rechunk() for navn in poster.columns])


def _vurdert(personer: pl.DataFrame, dag: date) -> pl.DataFrame:
    """Everyone held against § 29, with what the order of the list needs beside it."""
    alder = alder_paa(pl.col("fodselsdato"), pl.lit(dag)).cast(pl.Int16).alias("alder")
    return vurder_kolonner(personer.with_columns(*_maneder(personer["maske"]), alder), dag)


def _maneder(maske: pl.Series) -> list[pl.Expr | pl.Series]:
    return [
        antall(pl.col("maske"), SISTE_AAR).alias("maneder_siste_12"),
        lengste_rekke(maske).alias("sammenhengende_maneder"),
    ]


def _i_rekkefolge(personer: pl.DataFrame, ferdig_brukt: Collection[str]) -> pl.DataFrame:
    """Candidates by their points, those outside last; persons who are alike keep the order of the files. Empties ``personer``."""
    for navn in ferdig_brukt:
        personer.drop_in_place(navn)
    # In place: a second frame would hold on to the columns that ``_ordnet`` lets go of.
    ramme = personer.hstack(personer.select(utenfor().alias("utenfor"), poeng().alias("poeng")), in_place=True)
    kandidat = pl.col("utenfor").is_null()
    # One small stable key: sorting a million wide rows by several columns takes three times as long.
    nokkel = pl.when(kandidat).then(-pl.col("poeng")).otherwise(1)
    plass = ramme.select(pl.arg_sort_by(nokkel, maintain_order=True)).to_series()
    return _ordnet(ramme, plass).with_columns(pl.when(kandidat).then(pl.int_range(1, pl.len() + 1, dtype=pl.UInt32)).alias("rang"))


def _ordnet(ramme: pl.DataFrame, plass: pl.Series) -> pl.DataFrame:
    """The rows of ``ramme`` in the order of ``plass``. One column at a time, so that nobody stands in memory twice; empties ``ramme``.

    A column that says nothing of anyone has no order, and takes no place.
    """
    type_av = dict(ramme.schema)
    tomme = [navn for navn, antall in ramme.null_count().row(0, named=True).items() if antall == ramme.height]
    ordnet = pl.DataFrame([ramme.drop_in_place(navn).gather(plass) for navn in type_av if navn not in tomme])
    return ordnet.with_columns(pl.lit(None, dtype=type_av[navn]).alias(navn) for navn in tomme).select(*type_av)
