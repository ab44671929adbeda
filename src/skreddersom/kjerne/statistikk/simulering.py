"""p-values by drawing: reproducible from a seed, and honest about how sure a drawn number is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.statistikk.intervall import clopper_pearson
from skreddersom.kjerne.statistikk.svar import PVerdi

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TREKNINGER: Final = 9_999
"""With the observed one it makes 10 000."""

SIKKERHET: Final = 0.99
"""How sure the interval of a simulated p-value is."""


def simulert_p(minst_sa_mye: NDArray[np.bool_]) -> PVerdi:
    """From which of the draws gave at least as much as observed: (b + 1)/(B + 1), never 0 (Phipson & Smyth 2010)."""
    treff, antall = int(minst_sa_mye.sum()), len(minst_sa_mye)
    return PVerdi((treff + 1) / (antall + 1), antall, clopper_pearson(treff, antall, SIKKERHET))
