"""The toy checkout as a fixture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inngang.lekerot import Lekerot, lag_lekerot

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rot(tmp_path: Path) -> Lekerot:
    return lag_lekerot(tmp_path)
