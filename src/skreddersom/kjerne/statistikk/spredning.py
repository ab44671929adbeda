"""Do offices differ more than chance gives? Then the funnel is too narrow for all of them, and each outlier means less.

φ by Spiegelhalter 2005 (Qual Saf Health Care 14:347) and Spiegelhalter et al. 2012 (JRSS A 175:1), on the arcsine scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from skreddersom.kjerne.statistikk.simulering import TREKNINGER, simulert_p
from skreddersom.kjerne.statistikk.svar import Av, ForLite, PVerdi, for_fa, samlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MINST_KONTORER: Final = 20
"""With fewer offices τ² is too uncertain to widen limits by; then the page only warns."""

VINSOR: Final = 0.1
"""The share in each end that is moved in to the nearest of the rest, so that true outliers do not widen their own limits."""


@dataclass(frozen=True, slots=True)
class Spredning:
    """``phi`` is about 1 when only chance is at work. ``p``: how often chance gives at least this φ. ``tau2`` widens the funnel."""

    phi: float
    p: PVerdi
    tau2: float | ForLite


def spredning(tall: Sequence[Av], maal: float | None = None, fro: int = 0, trekninger: int = TREKNINGER) -> Spredning | ForLite:
    """How much offices vary around ``maal``, or around all of them together when None; offices without cases are left out.

    The test draws every office anew from the target, ``trekninger`` times with the seed ``fro``, since χ² is poor where offices are
    small. ``ForLite`` with fewer than two offices or a common share of 0 or 1. Raises ``ValueError`` unless 0 < maal < 1.
    """
    med = tuple(ett for ett in tall if ett.n)
    alle = samlet(med)
    if len(med) < 2 or (maal is None and alle.k in {0, alle.n}):
        return ForLite("Det må være minst to kontorer med saker, og ulike utfall, for å si om kontorene er ulike.")
    felles = alle.andel if maal is None else maal
    if not 0 < felles < 1:
        raise ValueError(f"{felles} er ikke et mål å variere rundt")
    k, n = np.array([ett.k for ett in med]), np.array([ett.n for ett in med])
    phi = float(fi(k, n, felles))
    trukket = np.random.default_rng(fro).binomial(n, felles, size=(trekninger, len(med)))
    return Spredning(phi, simulert_p(fi(trukket, n, felles) >= phi), _tau2(phi, n))


def fi(k: NDArray[np.int_], n: NDArray[np.int_], maal: float) -> NDArray[np.float64]:
    """Σz²/k over the last axis, z = 2√n (arcsin√p̂ − arcsin√p₀), winsorised."""
    z = 2 * np.sqrt(n) * (np.arcsin(np.sqrt(k / n)) - asin(sqrt(maal)))
    return np.asarray(np.mean(vinsoriser(z) ** 2, axis=-1))


def vinsoriser(z: NDArray[np.float64]) -> NDArray[np.float64]:
    """The outermost tenth at each end of the last axis moved in to the nearest that is left; nothing when there are fewer than ten."""
    ytterst = int(VINSOR * z.shape[-1])
    ordnet = np.sort(z, axis=-1)
    return np.clip(z, ordnet[..., [ytterst]], ordnet[..., [-1 - ytterst]])


def _tau2(phi: float, n: NDArray[np.int_]) -> float | ForLite:
    """DerSimonian and Laird's moment estimate with weights 4n; 0 when chance is enough."""
    antall = len(n)
    if antall < MINST_KONTORER:
        return for_fa("hvor mye bredere grensene burde være", antall, MINST_KONTORER)
    vekt = 4.0 * n
    return float(max(0.0, (antall * phi - (antall - 1)) / (vekt.sum() - (vekt**2).sum() / vekt.sum())))
