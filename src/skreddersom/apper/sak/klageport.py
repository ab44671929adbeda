"""What can be done with a complaint now, and why the rest cannot: one check, shared by the page and by the action.

Who reviews: the one who prepared the decision may prepare the answer to the complaint too, since they know the case. What is sent on is
let go by another, and by another than the one who decided, unless the office has nobody else (then it is said, and kept: lovvalg L46).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak.models.klagekoder import FERDIG_KLAGE, Klagestand
from skreddersom.apper.sak.models.koder import Hendelsesslag as Handling
from skreddersom.apper.sak.port import LEDER, VEILEDER, ikke_rollen
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from skreddersom.apper.sak.klagetilstand import Klagetilstand
    from skreddersom.apper.sak.port import Hvem

    Krav = Callable[[Klagetilstand, Hvem, date], Iterator[str]]

__all__ = ["HANDLINGER", "SLIPPER", "TAR_IMOT", "Handling", "Port", "port", "porter"]

TAR_IMOT: Final = VEILEDER | LEDER
SLIPPER: Final = frozenset({Rolle.BESLUTTER, Rolle.LEDER})
"""Who can let a complaint go to the County Governor."""

UNDER_ARBEID: Final = frozenset({Klagestand.UNDER_ARBEID})
TIL_BESLUTNING: Final = frozenset({Klagestand.TIL_BESLUTNING})
APNE: Final = frozenset(Klagestand) - FERDIG_KLAGE

NAA: Final = {
    Klagestand.UNDER_ARBEID: gettext_lazy("Klagen er under arbeid, og ikke sendt videre."),
    Klagestand.TIL_BESLUTNING: gettext_lazy("Oversendelsen venter på en annen."),
    Klagestand.OMGJORES: gettext_lazy(
        "Vedtaket er under omgjøring i en egen behandling. Klagen er avgjort når det nye vedtaket er fattet."
    ),
    Klagestand.AVVISES: gettext_lazy("Avvisningen er under arbeid i en egen behandling. Klagen er avgjort når vedtaket er fattet."),
    Klagestand.OMGJORT: gettext_lazy("Vedtaket er omgjort. Det nye vedtaket kan påklages."),
    Klagestand.AVVIST: gettext_lazy("Klagen er avvist med vedtak. Det vedtaket kan påklages."),
    Klagestand.OVERSENDT: gettext_lazy("Klagen er oversendt til Statsforvalteren."),
    Klagestand.TRUKKET: gettext_lazy("Klagen er trukket."),
}
"""Why something is closed at each stage."""


def egen(tilstand: Klagetilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One works on one's own complaint."""
    if tilstand.saksbehandler is None:
        yield _("Ingen har klagen. Overta den først.")
    elif tilstand.saksbehandler != hvem.ansatt:
        yield _("En annen har klagen.")


def ledig(tilstand: Klagetilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """One takes what nobody has."""
    if tilstand.saksbehandler == hvem.ansatt:
        yield _("Du har alt klagen.")
    elif tilstand.saksbehandler is not None:
        yield _("En annen har klagen. Lederen kan gi den til deg.")


def formkrav_vurdert(tilstand: Klagetilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """Nothing is decided before somebody has looked at whether it can be taken up."""
    if tilstand.formkrav is None:
        yield _("Vurder formkravene først.")


def kan_tas_opp(tilstand: Klagetilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """Only what can be taken up is sent on."""
    if tilstand.formkrav is not None and not tilstand.formkrav.oppfylt:
        yield _("Klagen oppfyller ikke formkravene. La klageren rette den, eller avvis den.")


def kan_avvises(tilstand: Klagetilstand, _hvem: Hvem, dag: date) -> Iterator[str]:
    """Dismissed is what cannot be taken up, and what could be put right only after there was time to (lovvalg L47)."""
    krav = tilstand.formkrav
    if krav is None:
        return
    if krav.oppfylt:
        yield _("Klagen oppfyller formkravene, og skal behandles.")
    elif krav.tas_opp_i_tide and krav.rettefrist is None:
        setning = _("Klageren skal få en kort frist til å rette det som mangler (%(hjemmel)s). Sett fristen i formkravene.")
        yield setning % {"hjemmel": paa_leserens(hjemmel(Tema.KLAGENS_FORM, dag))}
    elif krav.tas_opp_i_tide and krav.rettefrist is not None and dag <= krav.rettefrist:
        yield _("Klageren har frist til %(dato)s til å rette det som mangler.") % {"dato": f"{krav.rettefrist:%d.%m.%Y}"}


def ikke_omgjort(tilstand: Klagetilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """A decision is changed once; what has taken its place is changed from the case."""
    if tilstand.omgjort is not None:
        yield _("Vedtaket er alt endret i et nytt vedtak. Skal mer endres, omgjør du det nye vedtaket fra saken.")


def brevet_har_alt(tilstand: Klagetilstand, _hvem: Hvem, _dag: date) -> Iterator[str]:
    """The covering letter has all that the law demands of it."""
    yield from tilstand.brev_mangler


def ikke_egen(tilstand: Klagetilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """Nobody lets go what they have made."""
    if tilstand.saksbehandler == hvem.ansatt:
        yield _("Du har laget oversendelsen. En annen må se på den.")


def ikke_eget_vedtak(tilstand: Klagetilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    """The one who decided does not also answer the complaint, as long as another can."""
    if tilstand.vedtatt_av == hvem.ansatt and tilstand.andre_kan:
        yield _("Du fattet vedtaket det klages på. En annen beslutter eller lederen skal se på klagen.")


@dataclass(frozen=True, slots=True)
class Regel:
    """Who may do it, at which stage, and what more it takes."""

    roller: frozenset[Rolle]
    stander: frozenset[Klagestand]
    krav: tuple[Krav, ...] = ()


REGLER: Final[Mapping[Handling, Regel]] = {
    Handling.KLAGE_FORMKRAV: Regel(VEILEDER, UNDER_ARBEID, (egen,)),
    Handling.KLAGE_TILLEGG: Regel(TAR_IMOT, APNE),
    Handling.KLAGE_UTKAST: Regel(VEILEDER, UNDER_ARBEID, (egen,)),
    Handling.KLAGE_SEND: Regel(VEILEDER, UNDER_ARBEID, (egen, formkrav_vurdert, kan_tas_opp, brevet_har_alt)),
    Handling.KLAGE_ANGRE: Regel(VEILEDER, TIL_BESLUTNING, (egen,)),
    Handling.KLAGE_RETURNER: Regel(SLIPPER, TIL_BESLUTNING, (ikke_egen,)),
    Handling.KLAGE_OVERSEND: Regel(SLIPPER, TIL_BESLUTNING, (ikke_egen, ikke_eget_vedtak, kan_tas_opp, brevet_har_alt)),
    Handling.KLAGE_OMGJOR: Regel(VEILEDER, UNDER_ARBEID, (egen, formkrav_vurdert, ikke_omgjort)),
    Handling.KLAGE_AVVIS: Regel(VEILEDER, UNDER_ARBEID, (egen, formkrav_vurdert, kan_avvises)),
    Handling.KLAGE_OVERTA: Regel(VEILEDER, UNDER_ARBEID, (ledig,)),
    Handling.KLAGE_TILDEL: Regel(LEDER, UNDER_ARBEID),
    Handling.KLAGE_TREKK: Regel(TAR_IMOT, UNDER_ARBEID | TIL_BESLUTNING),
}
"""Every action on a complaint, in the order of the way."""

HANDLINGER: Final = tuple(REGLER)


def port(handling: Handling, tilstand: Klagetilstand, hvem: Hvem, dag: date) -> Port:
    """Whether ``hvem`` can do ``handling`` with the complaint on ``dag``; if not, why not. Warnings never close it."""
    regel = REGLER[handling]
    if hvem.rolle not in regel.roller:
        return Port((ikke_rollen(regel.roller),))
    if tilstand.stand not in regel.stander:
        return Port((str(NAA[tilstand.stand]),))
    hindringer = tuple(setning for ett in regel.krav for setning in ett(tilstand, hvem, dag))
    return Port(hindringer, () if hindringer else tuple(_advarsler(handling, tilstand, hvem, dag)))


def porter(tilstand: Klagetilstand, hvem: Hvem, dag: date) -> dict[Handling, Port]:
    """Every action with its gate, in the order of the way."""
    return {handling: port(handling, tilstand, hvem, dag) for handling in HANDLINGER}


def _advarsler(handling: Handling, tilstand: Klagetilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    if handling is Handling.KLAGE_OVERSEND and tilstand.vedtatt_av == hvem.ansatt:
        yield _("Du fattet vedtaket det klages på, og kontoret har ingen annen som kan se på klagen. Det blir stående i saken.")
    if handling is Handling.KLAGE_OMGJOR and tilstand.formkrav is not None and not tilstand.formkrav.oppfylt:
        setning = _("Klagen oppfyller ikke formkravene. Vedtaket kan likevel endres til fordel for den det gjelder (%(hjemmel)s).")
        yield setning % {"hjemmel": paa_leserens(hjemmel(Tema.OMGJORING, dag))}
