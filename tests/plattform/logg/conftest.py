"""The log's own database, for the whole run."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from database import MAL, PASSORD
from plattform.logg.loggbase import Loggbase
from skreddersom.plattform.oppsett.roller import opprett_database

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def loggbase(django_db_setup: None, administrator: str) -> Iterator[Loggbase]:
    """One database for all tests of the log; each test takes a new office."""
    with _base(administrator, "logg") as base:
        yield base


@pytest.fixture
def skadebase(django_db_setup: None, administrator: str) -> Iterator[Loggbase]:
    """A database for one test, which may do what it likes to its tables."""
    with _base(administrator, "skade") as base:
        yield base


@contextmanager
def _base(administrator: str, slag: str) -> Iterator[Loggbase]:
    navn = f"{slag}_{os.getpid()}"
    adresser = opprett_database(administrator, navn, PASSORD, MAL)
    yield Loggbase(adresser.eier, adresser.program)
    with psycopg.connect(administrator, autocommit=True) as kobling:
        kobling.execute(f"drop database {navn} with (force)")
