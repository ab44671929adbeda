"""What a behandling is like at a moment: all that decides what may happen next, and nothing else. Pure data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from skreddersom.apper.sak.models.koder import Slag, Status, Svar, Utfall

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from skreddersom.kjerne.lov.forhandsvarsel import Innvilget, Varsel

MED_VILKAR: Final = (Slag.SOKNAD, Slag.FORLENGELSE, Slag.OMGJORING)
"""Where § 29 is assessed: when a programme is granted or refused, not when it is interrupted or ended."""

KAN_VARSLES: Final = (Slag.AVBRUDD, Slag.STANS, Slag.AVSLUTNING, Slag.OMGJORING)
"""What can be to the harm of somebody who has been granted something, so that they are told of it first."""


@dataclass(frozen=True, slots=True)
class Vilkarstilstand:
    """One condition: its newest answer and author, whether a fact has changed since, and what another has said of it.

    ``godkjent`` is None when nobody has looked it over; ``svar`` is None when nobody has answered.
    """

    id: str
    krav: str = ""
    svar: Svar | None = None
    forfatter: UUID | None = None
    utdatert: bool = False
    godkjent: bool | None = None

    @property
    def avgjort(self) -> bool:
        """Answered yes or no, and not «not known yet»."""
        return self.svar in (Svar.JA, Svar.NEI)


@dataclass(frozen=True, slots=True)
class Utkasttilstand:
    """The draft decision."""

    utfall: Utfall | None = None
    fra: date | None = None
    til: date | None = None
    start: date | None = None
    timer_uke: Decimal | None = None
    begrunnelse: str = ""
    alternativ_uten_kvp: str = ""
    fullfort: bool = False
    """An end that was agreed upon from the beginning, not one before its time."""


@dataclass(frozen=True, slots=True)
class Advarsel:
    """Words that sound like an unlawful ground: where, which ground, why not, and whether somebody has answered.

    ``merke`` names the same words in the same field for as long as they stand.
    """

    merke: str
    felt: str
    grunn: str
    utdrag: str
    hvorfor: str = ""
    besvart: bool = False


@dataclass(frozen=True, slots=True)
class Tilstand:
    """One behandling. ``vilkar`` has every condition of the law version of the day, in the statute's order.

    ``brev_mangler`` and ``advarsler`` are worked out for one behandling at a time, not for lists.
    """

    slag: Slag
    status: Status
    saksbehandler: UUID | None = None
    beslutter: UUID | None = None
    versjon: int = 1
    mottatt: date | None = None
    vilkar: tuple[Vilkarstilstand, ...] = ()
    utkast: Utkasttilstand = field(default_factory=Utkasttilstand)
    aev_utfort: date | None = None
    barn: int | None = None
    vent_til: date | None = None
    varsel: Varsel | None = None
    omgjores: Innvilget | None = None
    """What a reversal would take away or change; None when it is no reversal, or of a decision that grants nothing."""
    brev_mangler: tuple[str, ...] = ()
    advarsler: tuple[Advarsel, ...] = ()

    @property
    def har_vilkar(self) -> bool:
        """Whether § 29 is assessed."""
        return self.slag in MED_VILKAR

    @property
    def forfattere(self) -> frozenset[UUID]:
        """Who has written the assessments that count."""
        return frozenset(ett.forfatter for ett in self.vilkar if ett.forfatter is not None)

    @property
    def ubesvarte(self) -> tuple[Advarsel, ...]:
        """The warnings that nobody has answered."""
        return tuple(ett for ett in self.advarsler if not ett.besvart)
