"""The one door to SciPy: distributions as plain, typed numbers. SciPy and NumPy are loaded at the first call: few pages need them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray


def binom_cdf(k: int, n: int, p: float) -> float:
    """P(X ≤ k) when X counts hits in ``n`` trials with chance ``p``; also for k below 0 and above n."""
    from scipy import special

    return 0.0 if k < 0 else float(special.bdtr(min(k, n), n, p))


def binom_kvantil(q: float, n: int, p: float) -> int:
    """The smallest k with P(X ≤ k) ≥ q, for 0 < q < 1."""
    return bisect_left(range(n), q, key=lambda k: binom_cdf(k, n, p))


def poisson_cdf(k: int, forventet: float) -> float:
    """P(X ≤ k) when X counts events of which so many are expected; also for k below 0."""
    from scipy import special

    return 0.0 if k < 0 else float(special.pdtr(k, forventet))


def beta_cdf(x: float, a: float, b: float) -> float:
    """P(X ≤ x) for Beta(a, b)."""
    from scipy import special

    return float(special.betainc(a, b, x))


def beta_kvantil(q: float, a: float, b: float) -> float:
    """The x with P(X ≤ x) = q for Beta(a, b)."""
    from scipy import special

    return float(special.betaincinv(a, b, q))


def gamma_cdf(x: float, form: float) -> float:
    """P(X ≤ x) for the gamma distribution with this shape and rate 1."""
    from scipy import special

    return float(special.gammainc(form, x))


def gamma_kvantil(q: float, form: float) -> float:
    """The x with P(X ≤ x) = q for the gamma distribution with this shape and rate 1; half the χ² quantile with 2·shape degrees."""
    from scipy import special

    return float(special.gammaincinv(form, q))


def t_kvantil(q: float, frihetsgrader: int) -> float:
    """The x with P(T ≤ x) = q for Student's t."""
    from scipy import special

    return float(special.stdtrit(frihetsgrader, q))


def ln_beta(a: NDArray[np.float64] | float, b: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """The logarithm of B(a, b), place for place."""
    import numpy as np
    from scipy import special

    return np.asarray(special.betaln(a, b), dtype=np.float64)


def ln_gamma(a: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """The logarithm of Γ(a), place for place."""
    import numpy as np
    from scipy import special

    return np.asarray(special.gammaln(a), dtype=np.float64)


def minimer(
    funksjon: Callable[[NDArray[np.float64]], float], start: Sequence[float], rammer: Sequence[tuple[float, float]]
) -> tuple[float, ...] | None:
    """Where the function is least within the bounds (L-BFGS-B); None when the search does not settle."""
    from scipy import optimize

    svar = optimize.minimize(funksjon, start, method="L-BFGS-B", bounds=rammer)
    return tuple(float(x) for x in svar.x) if svar.success else None
