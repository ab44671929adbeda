"""Deadlines of a case, counted as the law counts them. Read it with ``docs/frister.md`` beside it: the examples there are the tests.

A deadline in weeks, months or years ends on the day of the same name or number as the day it began to run; when the month has
no such day, on its last one (domstolloven § 148). Deadlines of the complainer that end on a Saturday, a Sunday or a public
holiday are moved to the next working day (domstolloven § 149). Those of the office are not (lovvalg L26).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.lov.dager import virkedag_fra_og_med
from skreddersom.kjerne.lov.grenser import STARTFRIST_MANEDER, Grense
from skreddersom.kjerne.lov.hjemmel import KVP_FORSKRIFTEN, Hjemmel
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel

if TYPE_CHECKING:
    from collections.abc import Callable

FORELOPIG_SVAR_MANEDER: Final = 1
KLAGEFRIST_UKER: Final = 3
SISTE_KLAGEDAG_MANEDER: Final = 12
NY_VARSLING_UKER: Final = 1
VEDTAKSPERIODE_MANEDER: Final = Grense(12, Hjemmel(KVP_FORSKRIFTEN, "2", date(2012, 1, 1)))
"""A decision is made for at most so many months at a time."""


@dataclass(frozen=True, slots=True)
class Frist:
    """A deadline: it runs from the day ``fra``, ends by count on ``utlop``, and is kept until and with ``dato``.

    ``dato`` is later than ``utlop`` when it had to be moved to a working day.
    """

    fra: date
    utlop: date
    dato: date
    hjemmel: Hjemmel

    @property
    def flyttet(self) -> bool:
        """Whether the last day fell on a day when no deadline ends."""
        return self.dato != self.utlop

    def ute(self, dag: date) -> bool:
        """Whether the deadline has passed on ``dag``; the last day itself is in time."""
        return dag > self.dato

    def dager_igjen(self, dag: date) -> int:
        """Days from ``dag`` to the last day: 0 on it, negative after it."""
        return (self.dato - dag).days


def om_uker(dag: date, uker: int) -> date:
    """The day of the same name so many weeks later."""
    return dag + timedelta(weeks=uker)


def om_maneder(dag: date, maneder: int) -> date:
    """The day of the same number so many months later, or the last of that month when it has no such day (L27)."""
    aar, maned = divmod(dag.year * 12 + dag.month - 1 + maneder, 12)
    return date(aar, maned + 1, min(dag.day, monthrange(aar, maned + 1)[1]))


def forelopig_svar(mottatt: date) -> Frist:
    """The last day for a decision or a provisional reply: a month after the application came in."""
    return _kontorets(mottatt, om_maneder(mottatt, FORELOPIG_SVAR_MANEDER), hjemmel(Tema.FORELOPIG_SVAR, mottatt))


def seneste_start(mottatt: date) -> Frist:
    """The last day to start the programme: six months after the application came in (§ 31)."""
    return _kontorets(mottatt, om_maneder(mottatt, STARTFRIST_MANEDER.verdi), STARTFRIST_MANEDER.hjemmel)


def lengste_vedtak(fra: date) -> Frist:
    """The last day, included, that a decision from and with ``fra`` can cover: a year at a time (L30)."""
    return _kontorets(fra, om_maneder(fra, VEDTAKSPERIODE_MANEDER.verdi) - timedelta(days=1), VEDTAKSPERIODE_MANEDER.hjemmel)


def elektronisk_underrettet(tilgjengelig: date, varslet: date) -> date:
    """The day an electronic notice has reached the party: when it is made available and they are told so, the later of the two (L28)."""
    return max(tilgjengelig, varslet)


def ny_varsling(tilgjengelig: date, varslet: date) -> Frist:
    """The day when a party who has not opened the decision is to be told once more: a week after the notice."""
    underrettet = elektronisk_underrettet(tilgjengelig, varslet)
    return _kontorets(underrettet, om_uker(underrettet, NY_VARSLING_UKER), hjemmel(Tema.NY_VARSLING, underrettet))


def klagefrist(underrettet: date) -> Frist:
    """The last day to complain: three weeks after the notice reached the party."""
    return _klagerens(underrettet, om_uker(underrettet, KLAGEFRIST_UKER), hjemmel(Tema.KLAGEFRIST, underrettet))


def klagefrist_elektronisk(tilgjengelig: date, varslet: date) -> Frist:
    """The last day to complain when the decision was made available electronically."""
    underrettet = elektronisk_underrettet(tilgjengelig, varslet)
    return _klagerens(underrettet, om_uker(underrettet, KLAGEFRIST_UKER), hjemmel(Tema.KLAGEFRIST_ELEKTRONISK, underrettet))


def siste_klagedag(vedtatt: date) -> Frist:
    """The last day a late complaint can be taken up as a complaint, whatever the reason: a year after the decision (L29)."""
    return _klagerens(vedtatt, om_maneder(vedtatt, SISTE_KLAGEDAG_MANEDER), hjemmel(Tema.SISTE_KLAGEDAG, vedtatt))


def _kontorets(fra: date, utlop: date, regel: Hjemmel) -> Frist:
    return Frist(fra, utlop, utlop, regel)


def _klagerens(fra: date, utlop: date, regel: Hjemmel) -> Frist:
    return Frist(fra, utlop, virkedag_fra_og_med(utlop), regel)


FRISTER: Final[dict[str, Callable[..., Frist]]] = {
    regel.__name__: regel
    for regel in (forelopig_svar, seneste_start, lengste_vedtak, ny_varsling, klagefrist, klagefrist_elektronisk, siste_klagedag)
}
"""Every rule by its name, as ``docs/frister.md`` names it."""
