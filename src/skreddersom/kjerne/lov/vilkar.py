"""What a condition is: an id, a legal reference, a question, and a small rule over named facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Protocol, cast

from skreddersom.kjerne.lov.fakta import FAKTANAVN, Fakta, fakta_av_verdier
from skreddersom.kjerne.lov.trelogikk import UKJENT, S, Tre

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from skreddersom.kjerne.lov.hjemmel import Hjemmel


class Regel(Protocol):
    """A rule: facts and the day of assessment in, an answer of the same kind as the facts out."""

    def __call__(self, f: Fakta[S], per: date, /) -> S:
        """Answer for one person, or the expression for many."""


@dataclass(frozen=True, eq=False)
class Vilkar:
    """One condition of § 29.

    ``krav`` is the requirement in a few words, ``sporsmal`` what a caseworker must answer, ``fakta`` the facts it rests on.
    """

    id: str
    hjemmel: Hjemmel
    krav: str
    sporsmal: str
    regel: Regel
    fakta: tuple[str, ...]


def vilkar(id_: str, hjemmel: Hjemmel, krav: str, sporsmal: str) -> Callable[[Regel], Vilkar]:
    """Make a rule into a condition. Which facts it uses is read from the rule itself, so they cannot be declared wrong."""

    def lag(regel: Regel) -> Vilkar:
        return Vilkar(id_, hjemmel, krav, sporsmal, regel, _brukte_fakta(regel, hjemmel.fra))

    return lag


@cache
def avgjorende(vilkar: Vilkar, verdier: tuple[bool | None, ...]) -> tuple[str, ...]:
    """Which unknown facts can still change the answer of one condition.

    ``verdier`` answers ``vilkar.fakta`` in order, None where unknown. A fact matters when the others can turn out so that the
    answer hangs on it alone. There are few patterns of answers, so each is worked out once.
    """
    ukjente = [nr for nr, verdi in enumerate(verdier) if verdi is None]
    return tuple(vilkar.fakta[nr] for nr in ukjente if _kan_avhenge_av(vilkar, verdier, [u for u in ukjente if u != nr]))


def _kan_avhenge_av(vilkar: Vilkar, verdier: tuple[bool | None, ...], andre: list[int]) -> bool:
    """Whether some way of filling in the ``andre`` unknowns leaves the answer open."""
    return any(
        _svar_med(vilkar, verdier, dict(zip(andre, valg, strict=True))) is UKJENT for valg in product((True, False), repeat=len(andre))
    )


def _svar_med(vilkar: Vilkar, verdier: tuple[bool | None, ...], fylt: dict[int, bool]) -> Tre:
    hele = {navn: fylt.get(nr, verdi) for nr, (navn, verdi) in enumerate(zip(vilkar.fakta, verdier, strict=True))}
    return vilkar.regel(fakta_av_verdier({navn: verdi for navn, verdi in hele.items() if verdi is not None}), vilkar.hjemmel.fra)


class _Sporer:
    """Stands in for all facts and notes which of them a rule asks for."""

    def __init__(self) -> None:
        self.spurt: set[str] = set()

    def __getattr__(self, navn: str) -> _Alt:
        self.spurt.add(navn)
        return _Alt()


class _Alt:
    """Takes part in any expression and says nothing."""

    def __and__(self, annen: object) -> _Alt:
        return self

    __or__ = __le__ = __and__

    def __invert__(self) -> _Alt:
        return self


def _brukte_fakta(regel: Regel, per: date) -> tuple[str, ...]:
    sporer = _Sporer()
    regel(cast("Fakta[_Alt]", sporer), per)
    return tuple(navn for navn in FAKTANAVN if navn in sporer.spurt)
