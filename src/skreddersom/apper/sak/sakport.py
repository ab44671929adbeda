"""What can come next in a case: a new decision about an earlier one, the end, and a new beginning. One check for page and action.

As in ``port``: it gives the reasons, asks no database, and is worked out from a small frozen ``Sakstilstand``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak.models.koder import Slag, Utfall
from skreddersom.apper.sak.port import VEILEDER, ikke_rollen
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.port import Hvem

    Gjelder = Callable[["Vedtakstilstand", date], bool]


@dataclass(frozen=True, slots=True)
class Vedtakstilstand:
    """A decision as it stands. ``fra`` and ``til`` are what it still grants, None when that is nothing.

    ``avsluttet``: a later decision has ended the programme. ``omgjort``: a later decision has taken its place, or lifted it.
    """

    id: UUID
    utfall: Utfall
    dato: date
    fra: date | None = None
    til: date | None = None
    avsluttet: bool = False
    omgjort: bool = False

    @property
    def lopende(self) -> bool:
        """Whether it grants a programme that nobody has ended."""
        return self.til is not None and not self.avsluttet


@dataclass(frozen=True, slots=True)
class Sakstilstand:
    """A case: whose it is, its decisions (the newest first), what is open in it, and what has not been sent."""

    saksbehandlere: frozenset[UUID | None] = frozenset()
    avsluttet: bool = False
    vedtak: tuple[Vedtakstilstand, ...] = ()
    apne: frozenset[Slag] = frozenset()
    apen_klage: bool = False
    usendte_brev: bool = False
    har_bevis: bool = False
    annen_apen_sak: bool = False


class Videre(StrEnum):
    """What can come next. The first begin the work towards a decision of that kind; then come two letters, and the case itself."""

    FORLENGELSE = Slag.FORLENGELSE.value
    AVBRUDD = Slag.AVBRUDD.value
    STANS = Slag.STANS.value
    AVSLUTNING = Slag.AVSLUTNING.value
    OMGJORING = Slag.OMGJORING.value
    INVITASJON = "invitasjon"
    BEVIS = "deltakerbevis"
    AVSLUTT = "avslutt"
    GJENAPNE = "gjenapne"


ETTER_SLUTTEN: Final = (Videre.BEVIS, Videre.GJENAPNE)
"""What can be done in a case that is put away."""


def _lopende(vedtak: Vedtakstilstand, _dag: date) -> bool:
    return vedtak.lopende


def _fra_naa(vedtak: Vedtakstilstand, dag: date) -> bool:
    return vedtak.lopende and vedtak.til is not None and vedtak.til >= dag


def _staar(vedtak: Vedtakstilstand, _dag: date) -> bool:
    return not vedtak.omgjort


KAN_ENDRES: Final[Mapping[Slag, tuple[Gjelder, _StrPromise]]] = {
    Slag.FORLENGELSE: (_lopende, gettext_lazy("Det er ikke innvilget noe program som kan forlenges.")),
    Slag.AVBRUDD: (_fra_naa, gettext_lazy("Det er ikke innvilget noe program som varer nå eller senere.")),
    Slag.STANS: (_fra_naa, gettext_lazy("Det er ikke innvilget noe program som varer nå eller senere.")),
    Slag.AVSLUTNING: (_lopende, gettext_lazy("Det er ikke innvilget noe program som kan avsluttes.")),
    Slag.OMGJORING: (_staar, gettext_lazy("Det er ikke fattet noe vedtak som kan omgjøres.")),
}
"""Kind of behandling → which decisions it can be about, and what to say when there are none (lovvalg L50)."""


def kan_gjelde(slag: Slag, tilstand: Sakstilstand, dag: date) -> tuple[Vedtakstilstand, ...]:
    """The decisions that a behandling of this kind can be about, the newest first. A programme is extended from its last day."""
    gjelder, _ingen = KAN_ENDRES[slag]
    alle = tuple(ett for ett in tilstand.vedtak if gjelder(ett, dag))
    if slag is not Slag.FORLENGELSE:
        return alle
    return tuple(ett for ett in alle if ett.til == max(rad.til for rad in alle if rad.til))


def port(hva: Videre, tilstand: Sakstilstand, hvem: Hvem, dag: date) -> Port:
    """Whether ``hvem`` can take the case on so on ``dag``; if not, why not. Warnings never close it."""
    if hvem.rolle is not Rolle.VEILEDER:
        return Port((ikke_rollen(VEILEDER),))
    hindringer = tuple(HINDRINGER[hva](hva, tilstand, hvem, dag))
    return Port(hindringer, () if hindringer or hva is not Videre.AVSLUTT else tuple(_for_slutten(tilstand)))


def porter(tilstand: Sakstilstand, hvem: Hvem, dag: date) -> dict[Videre, Port]:
    """All that concerns the case as it is, in order: in a closed case little, and an open one is not opened."""
    aktuelle = ETTER_SLUTTEN if tilstand.avsluttet else (ett for ett in Videre if ett is not Videre.GJENAPNE)
    return {hva: port(hva, tilstand, hvem, dag) for hva in aktuelle}


def _ny_behandling(hva: Videre, tilstand: Sakstilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    yield from _egen(hva, tilstand, hvem, dag)
    slag = Slag(hva.value)
    if slag in tilstand.apne:
        yield _("Det er alt en slik behandling under arbeid i saken.")
    if not kan_gjelde(slag, tilstand, dag):
        yield str(KAN_ENDRES[slag][1])


def _egen(_hva: Videre, tilstand: Sakstilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    if tilstand.avsluttet:
        yield _("Saken er avsluttet.")
    if hvem.ansatt not in tilstand.saksbehandlere:
        yield _("En annen har saken, eller ingen. Overta den først.")


def programmet(tilstand: Sakstilstand) -> tuple[Vedtakstilstand, ...]:
    """The decisions that grant the last programme of the case, in time: each period begins the day after the one before, or sooner."""
    rekke: list[Vedtakstilstand] = []
    for ett in sorted((ett for ett in tilstand.vedtak if ett.til is not None), key=lambda ett: ett.fra or ett.dato, reverse=True):
        if rekke and ett.til is not None and rekke[-1].fra is not None and ett.til + timedelta(days=1) < rekke[-1].fra:
            break
        rekke.append(ett)
    return tuple(reversed(rekke))


def _invitasjon(hva: Videre, tilstand: Sakstilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    """The letter says that the talk is free to come to, and it is not for one who is in a programme."""
    yield from _egen(hva, tilstand, hvem, dag)
    if any(_fra_naa(ett, dag) for ett in tilstand.vedtak):
        yield _("Personen er i program. Avtal samtalen som en del av programmet.")


def _bevis(_hva: Videre, tilstand: Sakstilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    """A certificate is given when the programme is over, also in a case that is put away (kvp § 1)."""
    if hvem.ansatt not in tilstand.saksbehandlere:
        yield _("En annen har saken, eller ingen. Overta den først.")
    siste = max((ett.til for ett in programmet(tilstand) if ett.til), default=None)
    if siste is None:
        yield _("Det er ikke innvilget noe program.")
    elif siste > dag:
        yield _("Programmet varer til og med %(dato)s. Deltakeren får beviset når det er fullført eller avsluttet.") % {
            "dato": f"{siste:%d.%m.%Y}"
        }


def _slutt(hva: Videre, tilstand: Sakstilstand, hvem: Hvem, dag: date) -> Iterator[str]:
    """Nothing in it is open. It does not end by itself (lovvalg L51)."""
    yield from _egen(hva, tilstand, hvem, dag)
    if tilstand.apne:
        yield _("Saken har en behandling som ikke er ferdig.")
    if tilstand.apen_klage:
        yield _("Saken har en klage som ikke er ferdig.")
    if any(ett.til is not None and ett.til >= dag for ett in tilstand.vedtak):
        yield _("Personen har innvilget program. Avslutt programmet med et vedtak først.")


def _gjenapning(_hva: Videre, tilstand: Sakstilstand, hvem: Hvem, _dag: date) -> Iterator[str]:
    if not tilstand.avsluttet:
        yield _("Saken er åpen.")
    if hvem.ansatt not in tilstand.saksbehandlere:
        yield _("En annen hadde saken. Be lederen om hjelp.")
    if tilstand.annen_apen_sak:
        yield _("Personen har en nyere sak som er åpen. Arbeid videre i den.")


HINDRINGER: Final[Mapping[Videre, Callable[[Videre, Sakstilstand, Hvem, date], Iterator[str]]]] = {
    **dict.fromkeys((Videre.FORLENGELSE, Videre.AVBRUDD, Videre.STANS, Videre.AVSLUTNING, Videre.OMGJORING), _ny_behandling),
    Videre.INVITASJON: _invitasjon,
    Videre.BEVIS: _bevis,
    Videre.AVSLUTT: _slutt,
    Videre.GJENAPNE: _gjenapning,
}
"""What can come next → what can stand in the way."""


def _for_slutten(tilstand: Sakstilstand) -> Iterator[str]:
    """Worth a thought before a case is put away."""
    if tilstand.usendte_brev:
        yield _("Det er brev i saken som ikke er sendt.")
    if programmet(tilstand) and not tilstand.har_bevis:
        yield _("Deltakeren skal ha et deltakerbevis når programmet er slutt. Det er ikke laget ennå.")
