"""What is asked for, by whom and when: settled before the first request is sent, so that slow answers cannot slow the asking."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from django.urls import reverse

from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.sak.models import Behandling, Sak
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang.kontekst import Kontekst, som
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random
    from uuid import UUID

    from django.db.models import Model

    from skreddersom.benk.nett.brukere import Bruker
    from skreddersom.benk.nett.omfang import Omfang


@dataclass(frozen=True, slots=True)
class Sideslag:
    """One of the pages: how it is called, its name in the table of addresses, what follows the address, and its share of the load."""

    navn: str
    adresse: str
    sporsmal: tuple[str, ...] = ("",)
    vekt: int = 1
    slag: str = ""
    """The outcome whose form is opened, on the pages of one candidate."""
    om: str = ""
    """What the page is of, by its name in the address; see ``TING``."""

    def kan(self, rolle: Rolle) -> bool:
        """Whether the role may open the page; the product's own table decides."""
        return self.adresse in SIDER and SIDER[self.adresse].slipper_inn("GET", rolle)


TING: Final[Mapping[str, tuple[type[Model], str]]] = {
    "kandidat_id": (Kandidat, "veileder_id"),
    "sak_id": (Sak, "saksbehandler_id"),
    "behandling_id": (Behandling, "saksbehandler_id"),
}
"""What pages are of: how it is named in the address → what it is, and who has it."""

SIDENE: Final = (
    Sideslag("Min benk", "sak:benk", ("", "?fane=forfalt", "?fane=informer", "?fane=tilby"), 14),
    Sideslag("Kandidater", "kandidat:kandidater", ("", "?side=2"), 15),
    Sideslag(
        "Kandidater, med filter",
        "kandidat:kandidater",
        ("?utfall=ingen", "?veileder=meg", "?alder=-29&sorter=-maneder", "?liste=alle&sorter=navn", "?utfall=informert&veileder=ingen"),
        12,
    ),
    Sideslag("En kandidat", "kandidat:kandidat", vekt=15, om="kandidat_id"),
    Sideslag("Skjema for utfall", "kandidat:utfall", vekt=5, slag="informert", om="kandidat_id"),
    Sideslag("En sak", "sak:sak", vekt=12, om="sak_id"),
    Sideslag("Vilkårene i en sak", "sak:vilkar", vekt=6, om="behandling_id"),
    Sideslag("Kontoret", "kandidat:kontoret", vekt=6),
    Sideslag("Kontoret, de det gjelder", "kandidat:kandidater", ("?funn=101", "?funn=103", "?funn=104"), 4),
    Sideslag("Gjennomganger", "kandidat:gjennomganger", vekt=4),
    Sideslag("Filer", "kandidat:filer", vekt=4),
    Sideslag("Fylket", "kandidat:fylket", vekt=3),
    Sideslag("Loggen", "logg:sok", vekt=2),
    Sideslag("Ansatte", "tilgang:ansatte", vekt=2),
)
"""The main pages, and how many of a hundred requests each gets; those that are not there yet are left out."""


FORST: Final = 0.1
"""The share of the load that there is at first."""


@dataclass(frozen=True, slots=True)
class Onske:
    """One request: when it is sent (seconds from the start), for which page, to which address, by whom."""

    naar: float
    side: str
    adresse: str
    bruker: Bruker


def legg_plan(omfang: Omfang, brukere: Sequence[Bruker], tilfeldig: Random) -> list[Onske]:
    """Requests from many who know nothing of each other: the gaps between them are exponential, ``takt`` each second on average.

    While it warms up they come more and more often: a queue from the first cold seconds would else be measured long after.
    """
    slutt = omfang.oppvarming + omfang.sekunder
    velger = _Velger(brukere, tilfeldig)
    plan, naar = [], tilfeldig.expovariate(omfang.takt * FORST)
    while naar < slutt:
        plan.append(velger.onske(naar))
        naar += tilfeldig.expovariate(omfang.takt * min(1, max(FORST, naar / omfang.oppvarming)))
    return plan


class _Velger:
    """Chooses pages by their share, somebody who may open them, and something that this somebody may see."""

    def __init__(self, brukere: Sequence[Bruker], tilfeldig: Random) -> None:
        self.tilfeldig = tilfeldig
        self.ting = {navn: dict(_synlige(brukere, *ting)) for navn, ting in TING.items()}
        self.sider, self.grenser = self._sider(brukere)

    def _sider(self, brukere: Sequence[Bruker]) -> tuple[list[tuple[Sideslag, list[Bruker]]], list[int]]:
        alle = [(side, [ett for ett in brukere if self._kan(side, ett)]) for side in SIDENE]
        finnes = [(side, hvem) for side, hvem in alle if hvem]
        return finnes, list(accumulate(side.vekt for side, _ in finnes))

    def _kan(self, side: Sideslag, bruker: Bruker) -> bool:
        return side.kan(bruker.rolle) and not (side.om and not self._ser(bruker, side.om))

    def _ser(self, bruker: Bruker, hva: str) -> list[UUID]:
        return self.ting[hva].get((bruker.kontor, bruker.ansatt if bruker.rolle is Rolle.VEILEDER else None), [])

    def onske(self, naar: float) -> Onske:
        """A request at ``naar``. Larger offices have more staff, and so ask for more."""
        side, hvem = self.tilfeldig.choices(self.sider, cum_weights=self.grenser)[0]
        bruker = self.tilfeldig.choice(hvem)
        deler = {side.om: self.tilfeldig.choice(self._ser(bruker, side.om))} if side.om else {}
        adresse = reverse(side.adresse, kwargs=deler | ({"slag": side.slag} if side.slag else {}))
        return Onske(naar, side.navn, adresse + self.tilfeldig.choice(side.sporsmal), bruker)


def _synlige(brukere: Sequence[Bruker], slag: type[Model], eier: str) -> Iterator[tuple[tuple[UUID, UUID | None], list[UUID]]]:
    """(office, member of staff) → what is theirs; (office, None) → all the office's. Protected persons are left out."""
    for leder in (ett for ett in brukere if ett.rolle is Rolle.LEDER):
        with som(Kontekst(leder.ansatt, leder.kontor, leder.rolle)):
            alle = list(slag._default_manager.filter(kontor_id=leder.kontor).order_by("pk").values_list("pk", eier))  # noqa: SLF001 – Django's own
        yield (leder.kontor, None), [pk for pk, _ in alle]
        deres: dict[UUID, list[UUID]] = {}
        for pk, hvem in alle:
            if hvem is not None:
                deres.setdefault(hvem, []).append(pk)
        yield from (((leder.kontor, hvem), ting) for hvem, ting in deres.items())
