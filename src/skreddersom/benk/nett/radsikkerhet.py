"""What row-level security costs: the queries of the pages, asked by the program's role under its policies, and by one they do not hold.

Both ask the very same queries of the same database, turn by turn. Each query already names the office (``kontor_id = …``), so the
second pays for the explicit filter alone; it is also spared the filter for protected persons.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import psycopg
from django.conf import settings
from django.db import connection
from django.test import Client

from skreddersom.plattform.forberedt import ETTER, behold_planene
from skreddersom.plattform.tilgang.kontekst import Kontekst, fortalt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from skreddersom.benk.nett.trafikk import Onske

PER_SIDE: Final = 6
"""Requests of each page whose queries are taken."""
FRIE: Final = 5  # times that PostgreSQL plans a prepared query anew before it chooses
OPPVARMING: Final = ETTER + FRIE + 1
FRITT_VALG: Final = "set plan_cache_mode = auto"
"""One plan for all offices is our choice, made with row-level security in view; the other one may have what PostgreSQL finds best."""
LESER: Final = "SELECT"
VERNET: Final = ('"kandidat_', '"sak_', '"logg_')
"""How the tables under row-level security are named in the queries."""


@dataclass(frozen=True, slots=True)
class Sporringer:
    """The queries on protected tables that one request asked, and for whom."""

    side: str
    kontekst: Kontekst
    alle: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Pris:
    """Seconds in the database with and without row-level security, for the ``antall`` requests of one page together."""

    side: str
    antall: int
    med: float
    uten: float

    @property
    def forhold(self) -> float:
        """1.05 is five per cent more."""
        return self.med / self.uten


def mal_pris(plan: Sequence[Onske], program: str, administrator: str, runder: int) -> list[Pris]:
    """Median over ``runder`` of each request's queries, both ways, turn by turn; added up page by page."""
    tatt = [sporringer for onske in _utvalg(plan) if (sporringer := _ta_opp(onske)).alle]
    with _kobling(program) as med, _kobling(administrator) as uten:
        uten.execute(FRITT_VALG)
        malt = [(ett.side, _mal(ett, med, uten, runder)) for ett in tatt]
    sider = dict.fromkeys(side for side, _ in malt)
    return [_sum(side, [par for hvilken, par in malt if hvilken == side]) for side in sider]


def _kobling(adresse: str) -> psycopg.Connection[Any]:
    """One that asks as the pages do: the same types, and plans that are kept."""
    kobling = psycopg.connect(adresse, autocommit=True, context=connection.connection)
    behold_planene(kobling)
    return kobling


def _utvalg(plan: Sequence[Onske]) -> Iterator[Onske]:
    sett: dict[str, int] = {}
    for onske in plan:
        sett[onske.side] = sett.get(onske.side, 0) + 1
        if sett[onske.side] <= PER_SIDE:
            yield onske


def _ta_opp(onske: Onske) -> Sporringer:
    """Open the page in this process, and listen to what it asks the database."""
    hort: list[tuple[str, Any]] = []
    klient = Client(headers={"X-Forwarded-Proto": "https", "Host": settings.ALLOWED_HOSTS[0]})
    navn, _, verdi = onske.bruker.kapsel.partition("=")
    klient.cookies[navn] = verdi
    with connection.execute_wrapper(partial(_lytt, hort)):
        klient.get(onske.adresse)
    bruker = onske.bruker
    return Sporringer(onske.side, Kontekst(bruker.ansatt, bruker.kontor, bruker.rolle), tuple(hort))


def _lytt(hort: list[tuple[str, Any]], utfor: Callable[..., Any], sporring: str, verdier: Any, *resten: Any) -> Any:  # noqa: ANN401 – Django's own
    if sporring.startswith(LESER) and any(navn in sporring for navn in VERNET):
        hort.append((sporring, verdier))
    return utfor(sporring, verdier, *resten)


def _mal(ett: Sporringer, med: psycopg.Connection, uten: psycopg.Connection, runder: int) -> tuple[float, float]:
    """Median seconds for the queries of one request, with and without. The first rounds, where plans are made, are not counted."""
    tider: dict[psycopg.Connection, list[float]] = {med: [], uten: []}
    for runde in range(runder + OPPVARMING):
        for kobling in (med, uten) if runde % 2 else (uten, med):
            with _som(kobling, ett.kontekst):
                tider[kobling].append(_tid(kobling, ett))
    return median(tider[med][OPPVARMING:]), median(tider[uten][OPPVARMING:])


@contextmanager
def _som(kobling: psycopg.Connection, kontekst: Kontekst) -> Iterator[None]:
    """In a transaction, with the settings that the policies read. They are set for both, so that both do the same."""
    with kobling.transaction():
        tekst, verdier = fortalt(kontekst)
        kobling.execute(tekst.encode(), verdier)
        yield


def _tid(kobling: psycopg.Connection, ett: Sporringer) -> float:
    start = time.perf_counter()
    for tekst, verdier in ett.alle:
        kobling.execute(tekst.encode(), verdier).fetchall()
    return time.perf_counter() - start


def _sum(side: str, par: list[tuple[float, float]]) -> Pris:
    return Pris(side, len(par), sum(med for med, _ in par), sum(uten for _, uten in par))
