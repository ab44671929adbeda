"""Limits of the statute that are plain numbers, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from skreddersom.kjerne.lov.hjemmel import SOSIALTJENESTELOVEN, Hjemmel


@dataclass(frozen=True, slots=True)
class Grense:
    """A number of years or months, as the name says, and the rule that sets it."""

    verdi: int
    hjemmel: Hjemmel


STARTFRIST_MANEDER: Final = Grense(6, Hjemmel(SOSIALTJENESTELOVEN, "31", date(2010, 1, 1)))
"""The programme starts at the latest so many months after the application came in."""

AKTIVITETSPLIKT_UNDER_AAR: Final = Grense(30, Hjemmel(SOSIALTJENESTELOVEN, "20 a", date(2017, 1, 1)))
"""Recipients younger than this shall as a rule have conditions of activity (the first day in force: lovvalg L21)."""

AVBRUDD_MANEDER: Final = Grense(12, Hjemmel(SOSIALTJENESTELOVEN, "34", date(2010, 1, 1), ledd=1))
"""A programme that has been interrupted for so many months must be ended."""
