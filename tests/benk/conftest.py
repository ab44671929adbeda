"""A small caseload in a temporary folder that stands in for the system's."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from skreddersom.benk.testfil import hent

if TYPE_CHECKING:
    from pathlib import Path

POSTER = 300


@pytest.fixture(scope="session")
def lager(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the system's temporary folder is in these tests, so that nothing is left behind."""
    return tmp_path_factory.mktemp("benk")


@pytest.fixture
def midlertidig(lager: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``lager`` in place of the system's temporary folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(lager))
    return lager


@pytest.fixture
def fil_11f(midlertidig: Path) -> Path:
    """300 records of 11F, made once."""
    assert midlertidig.is_dir()
    return hent("11F", POSTER, lambda _: None)
