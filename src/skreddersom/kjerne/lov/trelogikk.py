"""Three answers: JA, NEI and UKJENT, with strong Kleene logic.

What is missing stays missing: an unknown fact makes the answer UKJENT exactly when it could still make a difference.
There is no ``bool()``: whoever wants to branch must say which of the three answers they mean.
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn, Protocol, Self, TypeVar


class Tre(Enum):
    """An answer to a legal question. The number orders them: ``&`` takes the lowest, ``|`` the highest."""

    NEI = 0
    UKJENT = 1
    JA = 2

    # Set once per member, because ``.value`` is a descriptor and this is the innermost loop.
    def __init__(self, rang: int) -> None:
        self.rang = rang

    def __and__(self, annen: Self) -> Self:
        """JA only when both are JA; NEI as soon as one is NEI."""
        return self if self.rang <= annen.rang else annen

    def __or__(self, annen: Self) -> Self:
        """JA as soon as one is JA; NEI only when both are NEI."""
        return self if self.rang >= annen.rang else annen

    def __invert__(self) -> Tre:
        """JA becomes NEI and NEI becomes JA; UKJENT stays."""
        return _MOTSATT[self.rang]

    def __bool__(self) -> NoReturn:
        """Refuse: an unknown answer must never slip through an ``if``.

        Raises:
            TypeError: always.

        """
        melding = f"{self} har ingen sannhetsverdi: sammenlign med «is JA», «is NEI» eller «is UKJENT»"
        raise TypeError(melding)


JA, NEI, UKJENT = Tre.JA, Tre.NEI, Tre.UKJENT
_MOTSATT = (JA, UKJENT, NEI)


def tre(verdi: bool | None) -> Tre:  # noqa: FBT001 - the value itself, not a switch
    """``True`` → JA, ``False`` → NEI, ``None`` → UKJENT: the same reading as a nullable Boolean column."""
    if verdi is None:
        return UKJENT
    return JA if verdi else NEI


class Sannhet(Protocol):
    """What a condition may be made of: ``Tre`` for one person, a Narwhals expression for a column of persons."""

    def __and__(self, annen: Self, /) -> Self:
        """Both."""

    def __or__(self, annen: Self, /) -> Self:
        """At least one."""

    def __invert__(self) -> Self:
        """Not."""


S = TypeVar("S", bound=Sannhet)
