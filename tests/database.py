"""A real PostgreSQL for the tests: one server for the run, and in it a database for each worker, copied from one that is migrated once.

Load it in a conftest with ``pytest_plugins = ["database"]``; tests that ask for no database start no server.
"""

from __future__ import annotations

import fcntl
import os
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from skreddersom.plattform.oppsett.omgivelser import database
from skreddersom.plattform.oppsett.roller import Adresser, Passord, opprett_database

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    from django.db import connection

    navn = f"egen_{os.getpid()}_{uuid.uuid4().hex[:8]}"
    forrige = dict(connection.settings_dict)
    with django_db_blocker.unblock():
        adresser = opprett_database(administrator, navn, PASSORD, MAL)
        _bruk(database(adresser.program))
        try:
            yield adresser
        finally:
            _bruk(forrige)
            with psycopg.connect(administrator, autocommit=True) as kobling:
                kobling.execute(f"drop database {navn} with (force)")


def _sikre_mal(administrator: str) -> None:
    from django.core.management import call_command

    from skreddersom.plattform.oppsett.omgivelser import database

    with psycopg.connect(administrator, autocommit=True) as kobling:
        if kobling.execute("select from pg_database where datname = %s", [MAL]).fetchone() is not None:
            return
    _bruk(database(opprett_database(administrator, MAL, PASSORD).eier))
    call_command("migrate", verbosity=0)
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
