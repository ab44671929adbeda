"""Reads: what the one who looks may see. The database holds each unit to its own, below this."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.http import Http404

from skreddersom.apper.omradeovervaking.models import Kontorsvar, Levering, Melding, Runde, Sporsmal, Status, Utgave, Utgavefil
from skreddersom.kjerne.omradeovervaking.sporreskjema import Betingelse, Punkt, Slag
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def runder(kontekst: Kontekst) -> QuerySet[Runde]:
    """The rounds of the unit, the newest first."""
    return Runde.objects.filter(kontor_id=kontekst.kontor).select_related("skjema__forrige__runde")


def runde(kontekst: Kontekst, runde_id: UUID) -> Runde:
    """One of them. Raises ``Http404`` for one that is not the unit's."""
    for funnet in runder(kontekst).filter(pk=runde_id):
        return funnet
    raise Http404


@dataclass(frozen=True, slots=True)
class Stand:
    """How far one office has come with a round. ``rad`` has its deliveries and messages with it, the newest first."""

    rad: Kontorsvar
    leveringer: Sequence[Levering]
    meldinger: Sequence[Melding]

    @property
    def levert(self) -> Levering | None:
        """What counts: the last delivery, also while it is sent back."""
        return self.leveringer[0] if self.leveringer else None

    @property
    def retur(self) -> Melding | None:
        """Why the last delivery is sent back; None when it is not."""
        if self.levert is None:
            return None
        return next((ett for ett in self.meldinger if ett.levering_id == self.levert.pk), None)

    @property
    def sendt(self) -> bool:
        """Whether the answers are in, and not sent back."""
        return self.levert is not None and self.retur is None

    @property
    def paaminnelser(self) -> list[Melding]:
        """The reminders since the answers were last in."""
        etter = self.levert.tid if self.levert else None
        return [ett for ett in self.meldinger if ett.slag == Melding.Slag.PAAMINNELSE and (etter is None or ett.tid > etter)]


def _med_alt(rader: QuerySet[Kontorsvar]) -> list[Stand]:
    leveringer = Prefetch("leveringer", Levering.objects.select_related("av"))
    fulle = rader.select_related("kontor", "eier").prefetch_related(leveringer, Prefetch("meldinger", Melding.objects.select_related("av")))
    return [Stand(rad, list(rad.leveringer.all()), list(rad.meldinger.all())) for rad in fulle]


def stand(valgt: Runde) -> list[Stand]:
    """Every office of the round, as on the map."""
    return _med_alt(valgt.kontorsvar.all())


def stand_for_alle(kontekst: Kontekst) -> dict[UUID, list[Stand]]:
    """The same for every round of the unit, read at once."""
    ut: dict[UUID, list[Stand]] = defaultdict(list)
    for ett in _med_alt(Kontorsvar.objects.filter(eier_id=kontekst.kontor)):
        ut[ett.rad.runde_id].append(ett)
    return ut


def spurt_om(kontekst: Kontekst) -> list[Stand]:
    """What the office is asked, the newest first."""
    rader = Kontorsvar.objects.filter(kontor_id=kontekst.kontor).exclude(eier_id=kontekst.kontor)
    return _med_alt(rader.select_related("runde").order_by("-tid"))


def spurt(kontekst: Kontekst, kontorsvar_id: UUID) -> Stand:
    """One of them. Raises ``Http404`` for what another office is asked."""
    for funnet in _med_alt(Kontorsvar.objects.filter(kontor_id=kontekst.kontor, pk=kontorsvar_id).select_related("runde__skjema")):
        return funnet
    raise Http404


@dataclass(frozen=True, slots=True)
class Bruk:
    """What a round has cost the offices: minutes in all, and for the one in the middle."""

    minutter: Sequence[int]

    @property
    def i_alt(self) -> int:
        """Minutes of all that have answered."""
        return sum(self.minutter)

    @property
    def midten(self) -> int:
        """The median."""
        return round(median(self.minutter)) if self.minutter else 0


def bruk(alle: Iterable[Stand]) -> Bruk:
    """Every delivery counts, also those that were sent back; only where it was measured."""
    maalt = [[ett.minutter for ett in stand.leveringer if ett.minutter is not None] for stand in alle]
    return Bruk([sum(minutter) for minutter in maalt if minutter])


def sporsmal(valgt: Runde) -> list[Sporsmal]:
    """What is asked, in order."""
    return list(valgt.skjema.sporsmal.select_related("forrige"))


def punkt(ett: Sporsmal) -> Punkt:
    """The question as the core knows it."""
    hvis = Betingelse(ett.hvis_kode, ett.hvis_svar) if ett.hvis_kode else None
    return Punkt(ett.kode, Slag(ett.slag), tuple(ett.valg), tuple(ett.rader), ett.paakrevd, hvis)


def aapen(valgt: Runde) -> bool:
    """Whether answers are taken."""
    return valgt.status == Status.SENDT


def utgaver(valgt: Runde) -> list[Utgave]:
    """What is published, the newest first."""
    return list(valgt.utgaver.select_related("av"))


def publisert(kontekst: Kontekst) -> list[list[Utgave]]:
    """The editions of every round that the directorate may read, the round that was published last first."""
    rundene: dict[UUID, list[Utgave]] = defaultdict(list)
    for ett in _leses_av(kontekst).select_related("av", "kontor").order_by("-tid"):
        rundene[ett.runde_id].append(ett)
    return list(rundene.values())


def _leses_av(kontekst: Kontekst) -> QuerySet[Utgave]:
    """Published reports: those of one's own rounds, of those one is asked in, and to the directorate all of them."""
    if kontekst.rolle is Rolle.DIREKTORAT:
        return Utgave.objects.all()
    egne = Runde.objects.filter(kontor_id=kontekst.kontor) | Runde.objects.filter(kontorsvar__kontor_id=kontekst.kontor)
    return Utgave.objects.filter(runde__in=egne.distinct())


def fil(kontekst: Kontekst, runde_id: UUID, form: str, nr: int | None = None) -> Utgavefil:
    """A published report in one form, the newest unless told, to those who may read it. Raises ``Http404``."""
    rader = Utgavefil.objects.filter(utgave__in=_leses_av(kontekst).filter(runde_id=runde_id), form=form)
    for funnet in (rader.filter(utgave__nr=nr) if nr else rader).select_related("utgave").order_by("-utgave__nr")[:1]:
        return funnet
    raise Http404
