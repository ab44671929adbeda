"""Bakken with one application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apper.sak.saken import Saken, lag_sak

if TYPE_CHECKING:
    from rollebesetning import Besetning


@pytest.fixture
def saken(folk: Besetning) -> Saken:
    """Per Prøve has applied at Bakken, and Vilde has the case."""
    return lag_sak(folk)
