"""The indicators that cases can tell, as they stand on a day: the programmes an office has granted, counted by the definitions of 11CF.

An office has no municipality in its cases: it stands for itself, or together with those it shares a municipality with. So a number from
the cases is never one from a file, and the two are never added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.indikator.deltakere import SKJEMA, UNG
from skreddersom.kjerne.indikator.skjul import Linje, Tall, Ved
from skreddersom.kjerne.indikator.telling import tell_alt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from skreddersom.kjerne.indikator.skjul import Telt, Vist

FRA_SAKENE: Final = (
    "deltakere",
    "nye",
    "vedtak_30",
    "dager_vedtak",
    "start_30",
    "dager_start",
    "under_25",
    "barn",
    "i_program",
    "fullfort",
    "avbrutt",
)
"""What the cases know. Money, months and what came after are known to others, and stand in the files."""


@dataclass(frozen=True, slots=True)
class Program:
    """What has been granted on one application, as it stands: from ``start`` to ``slutt``, both included.

    ``barn`` is how many children the household has, None when nobody has looked. ``fullfort`` says that nothing ended it before its time.
    """

    person: str
    fodselsaar: int | None
    mottatt: date
    vedtatt: date
    start: date
    slutt: date
    barn: int | None
    fullfort: bool


def tell_saker(programmer: Iterable[Program], dag: date) -> dict[str, Tall]:
    """Indicator → numbers for the year of ``dag``, up to that day. A person is one: the programme that began last tells."""
    siste = {ett.person: ett for ett in sorted(programmer, key=lambda ett: ett.start) if ett.start <= dag and ett.slutt.year >= dag.year}
    if not siste:
        return {}
    ramme = pl.DataFrame([_fakta(ett, dag) for ett in siste.values()], schema=SKJEMA)
    telt = tell_alt(ramme).filter(pl.col("indikator").is_in(FRA_SAKENE))
    return {indikator: Tall(teller, nevner) for _, _, indikator, teller, nevner in telt.iter_rows()}


def _fakta(ett: Program, dag: date) -> dict[str, str | int | bool | None]:
    """The row of ``deltakere``: dates in the wrong order tell nothing."""
    ny, gaar = ett.start.year == dag.year, ett.slutt >= dag
    vedtak, start = (ett.vedtatt - ett.mottatt).days, (ett.start - ett.vedtatt).days
    return {
        "kommune": "",
        "aar": dag.year,
        "person": ett.person,
        "nye": ny,
        "dager_vedtak": vedtak if ny and vedtak >= 0 else None,
        "dager_start": start if ny and start >= 0 else None,
        "under_25": None if ett.fodselsaar is None else dag.year - ett.fodselsaar < UNG,
        "barn": None if ett.barn is None else ett.barn > 0,
        "i_program": gaar,
        "fullfort": not gaar and ett.fullfort,
        "avbrutt": not gaar and not ett.fullfort,
    }


def sammen(kommunene: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Office → the first of those it shares municipalities with, itself among them. ``kommunene`` are the offices' own, in their order."""
    forst: dict[str, str] = {}
    for kontor, egne in kommunene.items():
        like = {forst[andre] for andre in forst if set(kommunene[andre]) & set(egne)}
        valgt = next((ett for ett in kommunene if ett in like), kontor)
        forst = {ett: valgt if hos in like else hos for ett, hos in forst.items()} | {kontor: valgt}
    return forst


def ved_fila(telt: Telt, vist: Mapping[Linje, Vist], sted: Mapping[str, str]) -> Ved:
    """The numbers of the files by the places of the cases; ``sted`` is municipality → place. A place is hidden if a part of it is."""
    summer = {linje: _ved_sted(rad, sted) for linje, rad in telt.items()}
    skjult = {linje: frozenset(sted[nr] for nr in ett.samlede if nr in sted) for linje, ett in vist.items()}
    return Ved(summer, skjult, frozenset(linje for linje, ett in vist.items() if ett.alle is None))


def _ved_sted(rad: Mapping[str, Tall], sted: Mapping[str, str]) -> dict[str, Tall]:
    summer: dict[str, Tall] = {}
    for nr, tall in _med_sted(rad, sted):
        for_ = summer.get(nr, Tall(0, 0))
        summer[nr] = Tall(for_.teller + tall.teller, for_.nevner + tall.nevner)
    return summer


def _med_sted(rad: Mapping[str, Tall], sted: Mapping[str, str]) -> Iterator[tuple[str, Tall]]:
    return ((sted[nr], tall) for nr, tall in rad.items() if nr in sted)
