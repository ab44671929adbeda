"""Who acts, for which unit and in which role, told to the database for as long as a transaction lasts.

Every policy of row-level security reads these settings. A setting that is not there makes the query fail: nothing is seen by mistake.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db import connection, transaction

from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEM: Final = UUID(int=0)
"""Who acts when nobody does: a command run by the one who looks after the server."""
SETT: Final = "select set_config('skreddersom.sperrede', tilgang_sperrede()::text, true) from (select {} offset 0) fortalt"
"""The settings first, and then, of them, whom one may not see."""


@dataclass(frozen=True, slots=True)
class Kontekst:
    """One member of staff at work for one unit. ``person`` is set when only that one person has been opened to them."""

    ansatt: UUID
    kontor: UUID
    rolle: Rolle
    klareringer: tuple[str, ...] = ()
    person: UUID | None = None
    ser_alle: bool = False
    """For jobs only: also protected persons. Otherwise a file could make a second person of somebody it may not see."""
    foresporsel: UUID | None = field(default=None, compare=False)
    """The request this is part of, so that all it leaves in the log can be seen together. Jobs have none."""

    @property
    def rollekode(self) -> str:
        """The role as the log tells it."""
        return "system" if self.ansatt == SYSTEM else self.rolle.value

    def innstillinger(self) -> dict[str, str]:
        """The names and values that the database is told."""
        return {
            "skreddersom.ansatt": str(self.ansatt),
            "skreddersom.kontor": str(self.kontor),
            "skreddersom.rolle": self.rolle.value,
            "skreddersom.klareringer": "{alle}" if self.ser_alle else "{" + ",".join(self.klareringer) + "}",
            "skreddersom.person": str(self.person or ""),
        }


def systemet(kontor: UUID) -> Kontekst:
    """The system at work for ``kontor``, seeing all of it."""
    return Kontekst(SYSTEM, kontor, Rolle.ADMINISTRATOR, ser_alle=True)


def fortalt(kontekst: Kontekst) -> tuple[str, list[str]]:
    """The statement, with its values, that tells the database who acts, and has it work out whom they may not see."""
    innstillinger = kontekst.innstillinger()
    valg = ", ".join(["set_config(%s, %s, true)"] * len(innstillinger))
    return SETT.format(valg), [del_ for par in innstillinger.items() for del_ in par]


def sett(kontekst: Kontekst) -> None:
    """Tell the database who acts, until the transaction ends. Raises ``RuntimeError`` outside a transaction: it would tell nobody."""
    if not connection.in_atomic_block:
        raise RuntimeError("konteksten gjelder bare i en transaksjon")
    with connection.cursor() as peker:
        peker.execute(*fortalt(kontekst))


@contextmanager
def som(kontekst: Kontekst) -> Iterator[Kontekst]:
    """A transaction in which ``kontekst`` acts: for jobs and commands. Requests get theirs from ``mellomvare``."""
    with transaction.atomic():
        sett(kontekst)
        yield kontekst


@contextmanager
def alle_personer(kontekst: Kontekst) -> Iterator[None]:
    """Let the work inside see protected persons too: for what is done to a whole file, never for what somebody is shown."""
    sett(replace(kontekst, ser_alle=True))
    try:
        yield
    finally:
        if not connection.needs_rollback:  # a rollback takes the setting back by itself
            sett(kontekst)
