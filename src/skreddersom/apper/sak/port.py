"""What can be done with a behandling now, and why the rest cannot: one check, shared by the page and by the action.

A table says who may do what, and at which status; after it come the demands. Nothing here asks the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak import krav
from skreddersom.apper.sak.models.koder import Hendelsesslag as Handling
from skreddersom.apper.sak.models.koder import Slag, Status
from skreddersom.apper.sak.tilstand import KAN_VARSLES
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.tilstand import Tilstand, Vilkarstilstand

__all__ = ["HANDLINGER", "Handling", "Hvem", "Port", "port", "port_for_sak", "port_for_vilkar", "porter"]


class Hvem(Protocol):
    """The one who acts, and in which role. A ``Kontekst`` is one."""

    @property
    def ansatt(self) -> UUID:
        """Who."""

    @property
    def rolle(self) -> Rolle:
        """As what."""


if TYPE_CHECKING:
    Krav = Callable[[Tilstand, Hvem, date], Iterator[str]]

VEILEDER: Final = frozenset({Rolle.VEILEDER})
LEDER: Final = frozenset({Rolle.LEDER})
BESLUTTER: Final = frozenset({Rolle.BESLUTTER})
KVALITETSSIKRER: Final = frozenset({Rolle.KVALITETSSIKRER, Rolle.BESLUTTER})

UNDER_ARBEID: Final = frozenset({Status.UNDER_ARBEID})
TIL_BESLUTNING: Final = frozenset({Status.TIL_BESLUTNING})
UNDER_BESLUTNING: Final = frozenset({Status.UNDER_BESLUTNING})
APNE: Final = UNDER_ARBEID | TIL_BESLUTNING | UNDER_BESLUTNING

NAA: Final = {
    Status.UNDER_ARBEID: gettext_lazy("Behandlingen er under arbeid, og ikke sendt til beslutning."),
    Status.TIL_BESLUTNING: gettext_lazy("Behandlingen er sendt til beslutning. Ingen har tatt den ennå."),
    Status.UNDER_BESLUTNING: gettext_lazy("Behandlingen er hos en beslutter."),
    Status.VEDTATT: gettext_lazy("Vedtaket er fattet, og kan ikke endres. En endring må skje i et nytt vedtak."),
    Status.HENLAGT: gettext_lazy("Behandlingen er henlagt."),
}
"""Why something is closed at a status."""


def egen(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One works on one's own behandling."""
    if tilstand.saksbehandler is None:
        yield _("Ingen har behandlingen. Overta den først.")
    elif tilstand.saksbehandler != hvem.ansatt:
        yield _("En annen har behandlingen.")


def ledig(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One takes what nobody has."""
    if tilstand.saksbehandler == hvem.ansatt:
        yield _("Du har alt behandlingen.")
    elif tilstand.saksbehandler is not None:
        yield _("En annen har behandlingen. Lederen kan gi den til deg.")


def egen_beslutning(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One decides what one has taken."""
    if tilstand.beslutter != hvem.ansatt:
        yield _("En annen beslutter har saken.")


def ikke_tatt_selv(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One does not take what one has."""
    if tilstand.beslutter == hvem.ansatt:
        yield _("Du har alt tatt saken.")


def fire_oyne(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """Nobody decides on their own work. To have looked over another's is no hindrance (lovvalg L42)."""
    if tilstand.saksbehandler == hvem.ansatt:
        yield _("Du har behandlet saken, og kan ikke beslutte i den.")
    elif hvem.ansatt in tilstand.forfattere:
        yield _("Du har vurdert vilkår i saken, og kan ikke beslutte i den.")


def med_vilkar(tilstand: Tilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """§ 29 is assessed when a programme is granted or refused."""
    if not tilstand.har_vilkar:
        yield _("Vilkårene i § 29 vurderes ikke i denne behandlingen.")


def noe_aa_sikre(tilstand: Tilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """There is an assessment that another has written and nobody has looked over."""
    if not any(not [*_for_vilkar(ett, hvem)] for ett in tilstand.vilkar):
        yield _("Det er ingen vurderinger av andre som venter på kvalitetssikring.")


def ikke_paa_vent(tilstand: Tilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """What waits, is resumed first."""
    if tilstand.vent_til is not None:
        yield _("Saken er på vent til %(dato)s. Gjenoppta den først.") % {"dato": f"{tilstand.vent_til:%d.%m.%Y}"}


def paa_vent(tilstand: Tilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """Only what waits can be resumed."""
    if tilstand.vent_til is None:
        yield _("Saken er ikke på vent.")


def en_soknad(tilstand: Tilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """A provisional reply answers an application."""
    if tilstand.slag is not Slag.SOKNAD:
        yield _("Foreløpig svar gis på en søknad.")


def kan_varsles(tilstand: Tilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """A notice is given of what can be to somebody's harm."""
    if tilstand.slag not in KAN_VARSLES:
        yield _("Forhåndsvarsel gis før et program avbrytes, avsluttes eller omgjøres, eller stønaden stanses.")


def er_varslet(tilstand: Tilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    """One answers a notice."""
    yield from kan_varsles(tilstand, hvem, dag)
    if tilstand.slag in KAN_VARSLES and (tilstand.varsel is None or tilstand.varsel.unntak):
        yield _("Det er ikke gitt noe forhåndsvarsel å svare på.")


def alt_paa_plass(tilstand: Tilstand, _hvem: Hvem, dag: date) -> Iterator[str]:
    """Everything a decision demands."""
    yield from krav.mangler(tilstand, dag)


@dataclass(frozen=True, slots=True)
class Regel:
    """Who may do it, at which status, and what more it takes."""

    roller: frozenset[Rolle]
    statuser: frozenset[Status]
    krav: tuple[Krav, ...] = ()


REGLER: Final[Mapping[Handling, Regel]] = {
    Handling.VURDER: Regel(VEILEDER, UNDER_ARBEID, (egen, med_vilkar)),
    Handling.UTKAST: Regel(VEILEDER, UNDER_ARBEID, (egen,)),
    Handling.KVALITETSSIKRE: Regel(KVALITETSSIKRER, UNDER_ARBEID, (med_vilkar, noe_aa_sikre)),
    Handling.FORELOPIG_SVAR: Regel(VEILEDER, APNE, (egen, en_soknad)),
    Handling.VARSLE: Regel(VEILEDER, UNDER_ARBEID, (egen, kan_varsles)),
    Handling.UTTALELSE: Regel(VEILEDER, APNE, (egen, er_varslet)),
    Handling.SETT_PAA_VENT: Regel(VEILEDER, UNDER_ARBEID, (egen, ikke_paa_vent)),
    Handling.GJENOPPTA: Regel(VEILEDER, UNDER_ARBEID, (egen, paa_vent)),
    Handling.OVERTA: Regel(VEILEDER, UNDER_ARBEID, (ledig,)),
    Handling.TILDEL: Regel(LEDER, UNDER_ARBEID),
    Handling.LEGG_TILBAKE: Regel(VEILEDER, UNDER_ARBEID, (egen,)),
    Handling.SEND: Regel(VEILEDER, UNDER_ARBEID, (egen, ikke_paa_vent, alt_paa_plass)),
    Handling.ANGRE: Regel(VEILEDER, TIL_BESLUTNING, (egen,)),
    Handling.TA: Regel(BESLUTTER, TIL_BESLUTNING | UNDER_BESLUTNING, (fire_oyne, ikke_tatt_selv)),
    Handling.GI_TILBAKE: Regel(BESLUTTER, UNDER_BESLUTNING, (egen_beslutning,)),
    Handling.RETURNER: Regel(BESLUTTER, UNDER_BESLUTNING, (egen_beslutning,)),
    Handling.FATT_VEDTAK: Regel(BESLUTTER, UNDER_BESLUTNING, (egen_beslutning, fire_oyne, alt_paa_plass)),
    Handling.HENLEGG: Regel(VEILEDER, UNDER_ARBEID | TIL_BESLUTNING, (egen,)),
}
"""Every action on a behandling, in the order of the way."""

HANDLINGER: Final = tuple(REGLER)


def port(handling: Handling, tilstand: Tilstand, hvem: Hvem, dag: date) -> Port:
    """Whether ``hvem`` can do ``handling`` with the behandling on ``dag``; if not, why not. Warnings never close it."""
    regel = REGLER[handling]
    if hvem.rolle not in regel.roller:
        return Port((ikke_rollen(regel.roller),))
    if tilstand.status not in regel.statuser:
        return Port((str(NAA[tilstand.status]),))
    hindringer = tuple(setning for ett in regel.krav for setning in ett(tilstand, hvem, dag))
    return Port(hindringer, () if hindringer else _advarsler(handling, tilstand, dag))


def porter(tilstand: Tilstand, hvem: Hvem, dag: date) -> dict[Handling, Port]:
    """Every action with its gate, in the order of the way."""
    return {handling: port(handling, tilstand, hvem, dag) for handling in HANDLINGER}


def port_for_vilkar(vilkar: Vilkarstilstand, tilstand: Tilstand, hvem: Hvem, dag: date) -> Port:
    """Whether ``hvem`` can look over this one assessment; what hinders this one is said before what hinders them all."""
    regel, felles = REGLER[Handling.KVALITETSSIKRE], port(Handling.KVALITETSSIKRE, tilstand, hvem, dag)
    if hvem.rolle not in regel.roller or tilstand.status not in regel.statuser:
        return felles
    return Port(tuple(_for_vilkar(vilkar, hvem)) or felles.hindringer)


def port_for_sak(saksbehandlere: Collection[UUID | None], hvem: Hvem, *, avsluttet: bool) -> Port:
    """Whether ``hvem`` can write in the case itself. ``saksbehandlere``: those who have the case, or an open behandling in it."""
    if hvem.rolle is not Rolle.VEILEDER:
        return Port((ikke_rollen(VEILEDER),))
    if avsluttet:
        return Port((_("Saken er avsluttet."),))
    return Port() if hvem.ansatt in saksbehandlere else Port((_("En annen har saken, eller ingen. Overta den først."),))


def _for_vilkar(vilkar: Vilkarstilstand, hvem: Hvem) -> Iterator[str]:
    if vilkar.svar is None:
        yield _("Vilkåret er ikke vurdert.")
    elif vilkar.forfatter == hvem.ansatt:
        yield _("Du kan ikke kvalitetssikre din egen vurdering.")
    elif vilkar.godkjent is not None:
        yield _("Vurderingen er alt kvalitetssikret. Den må bare sikres på nytt om den endres.")
    elif vilkar.utdatert:
        yield _("Noe vurderingen bygger på, er endret. Den må gjøres på nytt først.")


def ikke_rollen(roller: Iterable[Rolle]) -> str:
    """Who does it, to one who does not."""
    ord_ = _(" eller ").join(sorted(str(rolle.label).lower() for rolle in roller))
    return _("Dette gjøres av en %(rolle)s.") % {"rolle": ord_}


def _advarsler(handling: Handling, tilstand: Tilstand, dag: date) -> tuple[str, ...]:
    if handling not in (Handling.SEND, Handling.FATT_VEDTAK):
        return ()
    setning = _("«%(utdrag)s» kan leses som en ulovlig grunn. %(hvorfor)s")
    ord_ = (setning % {"utdrag": ett.utdrag, "hvorfor": ett.hvorfor} for ett in tilstand.ubesvarte)
    return (*krav.sen_start(tilstand, dag), *ord_)
