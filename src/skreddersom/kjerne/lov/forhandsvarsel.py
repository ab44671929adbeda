"""Advance notice: before a programme is interrupted, stopped, ended early or made less, the one it is about is told, and can speak.

Forvaltningsloven § 16 asks for a notice with «a stated deadline», and names no number of days: those here are ours (lovvalg L53).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from skreddersom.kjerne.lov.dager import virkedag_fra_og_med

UTTALEFRIST_DAGER: Final = 14
"""Days to answer in, when nobody has chosen otherwise."""
MINSTE_UTTALEFRIST_DAGER: Final = 7
"""So many days there must be from the notice was sent to its deadline, to be time enough to speak."""


class Unntak(StrEnum):
    """Why one may decide without a notice. The list of the law is closed; that something is urgent for the office is not on it."""

    HAR_UTTALT_SEG = "har_uttalt_seg"
    UKJENT_ADRESSE = "ukjent_adresse"
    IKKE_MULIG = "ikke_mulig"
    UNODVENDIG = "unodvendig"


class Hinder(StrEnum):
    """What stands in the way of a decision that needs a notice."""

    IKKE_VARSLET = "ikke_varslet"
    IKKE_SENDT = "ikke_sendt"
    FOR_KORT_FRIST = "for_kort_frist"
    FRISTEN_LOPER = "fristen_loper"


@dataclass(frozen=True, slots=True)
class Varsel:
    """The newest notice: its deadline, the day it was sent, whether the law lets one do without, and whether the party has said it all."""

    frist: date | None = None
    sendt: date | None = None
    unntak: bool = False
    ferdig_uttalt: bool = False

    def forfalt(self, dag: date) -> bool:
        """Whether the deadline has passed on ``dag``; the last day itself is in time."""
        return self.frist is not None and dag > self.frist


@dataclass(frozen=True, slots=True)
class Innvilget:
    """What a decision grants: from when to when, and when the programme starts. A draft may not say it all yet."""

    fra: date | None = None
    til: date | None = None
    start: date | None = None


def til_ugunst(gammelt: Innvilget | None, nytt: Innvilget | None) -> bool:
    """Whether a reversal is to the harm of the one it is about: what was granted is taken away, begins later, or ends sooner.

    None is a decision that grants nothing. Hours a week are not weighed: fewer can be just what the participant asked for (lovvalg L53).
    """
    if gammelt is None or nytt is None:
        return gammelt is not None
    senere = ((gammelt.fra, nytt.fra), (gammelt.start, nytt.start), (nytt.til, gammelt.til))
    return any(ett is not None and annet is not None and annet > ett for ett, annet in senere)


def uttalefrist(gitt: date) -> date:
    """The deadline that is proposed for a notice given on ``gitt``: two weeks, and then the next working day."""
    return virkedag_fra_og_med(gitt + timedelta(days=UTTALEFRIST_DAGER))


def for_kort(frist: date, sendt: date) -> bool:
    """Whether a notice sent on ``sendt`` leaves too little time to speak."""
    return frist < sendt + timedelta(days=MINSTE_UTTALEFRIST_DAGER)


def hinder(varsel: Varsel | None, dag: date) -> Hinder | None:
    """What stands in the way of deciding on ``dag``; None when nothing does."""
    if varsel is None:
        return Hinder.IKKE_VARSLET
    if varsel.unntak:
        return None
    if varsel.sendt is None or varsel.frist is None:
        return Hinder.IKKE_SENDT
    if varsel.ferdig_uttalt:
        return None
    if for_kort(varsel.frist, varsel.sendt):
        return Hinder.FOR_KORT_FRIST
    return None if varsel.forfalt(dag) else Hinder.FRISTEN_LOPER
