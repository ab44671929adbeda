"""What a complaint is like at a moment: all that decides what may happen next, and nothing else. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.models.klagekoder import Klagestand


@dataclass(frozen=True, slots=True)
class Formkravstilstand:
    """The newest assessment of whether the complaint can be taken up. ``rettefrist``: until when it can be put right."""

    oppfylt: bool
    kan_rettes: bool
    tas_opp_i_tide: bool
    rettefrist: date | None = None


@dataclass(frozen=True, slots=True)
class Klagetilstand:
    """One complaint. ``vedtatt_av`` made the decision it is about; ``andre_kan``: another at the office can let it go.

    ``omgjort``: when the office changed the decision itself, in a new one, while the complaint waited.
    ``brev_mangler`` is worked out for one complaint at a time, not for lists.
    """

    stand: Klagestand
    saksbehandler: UUID | None
    vedtatt_av: UUID
    formkrav: Formkravstilstand | None = None
    andre_kan: bool = True
    versjon: int = 1
    omgjort: date | None = None
    brev_mangler: tuple[str, ...] = ()
