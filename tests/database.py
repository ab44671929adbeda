"""A real PostgreSQL for the tests: one server for the run, and in it a database for each worker, copied from one that is migrated once.

Load it in a conftest with ``pytest_plugins = ["database"]``; tests that ask for no database start no server.
"""

from __future__ import annotations

import fcntl
import json
import os
import uuid
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import psycopg
import pytest

from skreddersom.plattform.oppsett.omgivelser import database
from skreddersom.plattform.oppsett.roller import Adresser, Passord, opprett_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django.plugin import DjangoDbBlocker

RUNDE = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
PASSORD = Passord("prove", "prove")
MAL = f"mal_{RUNDE}"


@pytest.fixture(scope="session")
def felles_mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    mappe = tmp_path_factory.getbasetemp()
    return mappe.parent if os.environ.get("PYTEST_XDIST_WORKER") else mappe


@pytest.fixture(scope="session")
def administrator(felles_mappe: Path) -> Iterator[str]:
    """The address of a superuser on the run's server; ``SKREDDERSOM_PROVETJENER`` names one that already runs."""
    oppgitt = os.environ.get("SKREDDERSOM_PROVETJENER")
    if oppgitt:
        yield oppgitt
        return
    from skreddersom.plattform.postgres.tjener import Tjener

    tjener = Tjener(felles_mappe / "postgres", flyktig=True)
    try:
        yield tjener.start().dsn()
    finally:
        tjener.stopp()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker, administrator: str, felles_mappe: Path) -> Iterator[None]:
    """This worker's own database, with the program's role as the only one Django knows."""
    navn = f"prove_{os.getpid()}"
    with _alene(felles_mappe), django_db_blocker.unblock():
        _sikre_mal(administrator)
        program = _kopi(administrator, navn)
    _bruk(database(program))
    with django_db_blocker.unblock():
        yield
        _bruk({"NAME": "ingen"})
        with psycopg.connect(administrator, autocommit=True) as kobling:
            kobling.execute(f"drop database {navn} with (force)")


@pytest.fixture(scope="module")
def egen_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker, administrator: str) -> Iterator[Adresser]:
    """A database for one module: what is written there is kept, and others than the test can see it. Django uses it meanwhile."""
    with django_db_blocker.unblock(), _egen(administrator, MAL) as adresser:
        yield adresser


class Kopi(NamedTuple):
    """A database that was copied from one where something had been made, and what the one who made it told."""

    adresser: Adresser
    fortalt: Any


@pytest.fixture(scope="module")
def kopi_av(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, administrator: str, felles_mappe: Path
) -> Iterator[Callable[..., Kopi]]:
    """``kopi_av(navn, lag)``: like ``egen_database``, with what ``lag`` makes in it. It is made once in the run, and tells only JSON.

    ``paa`` is the name of what must have been made first.
    """
    with django_db_blocker.unblock(), ExitStack() as til_slutt:

        def kopi(navn: str, lag: Callable[[], object], paa: str = "mal") -> Kopi:
            fortalt = felles_mappe / f"{navn}.json"
            with _alene(felles_mappe):
                if not fortalt.exists():
                    fortalt.write_text(json.dumps(_lag_i(administrator, navn, lag, paa)))
            return Kopi(til_slutt.enter_context(_egen(administrator, f"{navn}_{RUNDE}")), json.loads(fortalt.read_bytes()))

        yield kopi


def _lag_i(administrator: str, navn: str, lag: Callable[[], object], paa: str) -> object:
    """Make a database that others are copied from; gives what ``lag`` gives."""
    with _bruker(database(opprett_database(administrator, f"{navn}_{RUNDE}", PASSORD, f"{paa}_{RUNDE}").program)):
        return lag()


@contextmanager
def _egen(administrator: str, mal: str) -> Iterator[Adresser]:
    navn = f"egen_{os.getpid()}_{uuid.uuid4().hex[:8]}"
    adresser = opprett_database(administrator, navn, PASSORD, mal)
    try:
        with _bruker(database(adresser.program)):
            yield adresser
    finally:
        with psycopg.connect(administrator, autocommit=True) as kobling:
            kobling.execute(f"drop database {navn} with (force)")


@contextmanager
def _bruker(innstillinger: dict[str, object]) -> Iterator[None]:
    """Let Django use another address meanwhile."""
    from django.db import connection

    forrige = dict(connection.settings_dict)
    _bruk(innstillinger)
    try:
        yield
    finally:
        _bruk(forrige)


def _sikre_mal(administrator: str) -> None:
    from skreddersom.plattform.oppsett import tabeller

    with psycopg.connect(administrator, autocommit=True) as kobling:
        if kobling.execute("select from pg_database where datname = %s", [MAL]).fetchone() is not None:
            return
    _bruk(database(opprett_database(administrator, MAL, PASSORD).eier))
    tabeller.lag()
    _bruk({"NAME": "ingen"})


def _kopi(administrator: str, navn: str) -> str:
    return opprett_database(administrator, navn, PASSORD, MAL).program


def _bruk(innstillinger: dict[str, object]) -> None:
    """Let Django use another address from now on."""
    from django.db import connection

    connection.close()
    connection.settings_dict.update({"OPTIONS": {}} | innstillinger)


@contextmanager
def _alene(mappe: Path) -> Iterator[None]:
    nummer = os.open(mappe, os.O_RDONLY)
    try:
        fcntl.flock(nummer, fcntl.LOCK_EX)
        yield
    finally:
        os.close(nummer)
