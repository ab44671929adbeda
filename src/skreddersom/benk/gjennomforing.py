"""The whole benchmark: plan, measure, compare, report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.benk.likhet import likhet
from skreddersom.benk.maling import mal
from skreddersom.benk.plan import lag_plan
from skreddersom.benk.rapport import Rapport, lag_rapport

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def gjennomfor(deler: Sequence[str], poster: Sequence[int], runder: int, meld: Callable[[str], None]) -> Rapport:
    """Measure the ``deler`` asked for; ``meld`` is told what is going on. Raises ``Brukerfeil``."""
    plan = lag_plan(deler, poster, meld)
    malinger, falt_ut = mal(list(plan.deltakere.values()), runder, meld)
    meld("Sammenligner svarene")
    return lag_rapport(malinger, likhet(plan, malinger), plan.merknader + falt_ut, runder)
