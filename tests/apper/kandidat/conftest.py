"""Bakken after its first review: everybody is found, nobody is informed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apper.kandidat.kontorfiler import gjennomgang, last_opp
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning


@pytest.fixture
def bakken(folk: Besetning) -> Besetning:
    """The cast, and at Bakken a review of sixty persons."""
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde)
    return folk
