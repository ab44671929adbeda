"""What waits, worked out from what has happened; tasks are never stored, so they are never stale.

Each task has a limit in days from what it counts from. Those of the law say so; the others are the house's own, and are named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.db.models import (
    BooleanField,
    Case,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.models import Fil, Filslag, Filstatus, Gjennomgang
from skreddersom.apper.kandidat.models import Utfallsslag as Slag
from skreddersom.plattform.ferdig import IDER, Ferdig, FerdigForRolle
from skreddersom.plattform.kontroller.grenser import grense
from skreddersom.plattform.tilgang.models import Kontor
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.tilgang.kontekst import Kontekst


TILBUD: Final = Value(30)
"""Days from informed to an offer, or to knowing why not. Our own limit."""
SVAR: Final = Value(14)
"""Days to wait for an answer before asking again. Our own limit."""


@dataclass(frozen=True, slots=True)
class Oppgave:
    """A kind of task: what to do, for whom it is open, and when it is due, in ``dager`` (an expression) from ``frist_fra``."""

    id: str
    fane: _StrPromise
    gjor: _StrPromise
    gjelder: Q
    frist_fra: str
    dager: Any

    @property
    def frist(self) -> Any:  # noqa: ANN401 – an expression
        """The day it is due."""
        dager = ExpressionWrapper(self.dager * Value(timedelta(days=1), output_field=DurationField()), output_field=DurationField())
        return Cast(ExpressionWrapper(F(self.frist_fra) + dager, output_field=DateField()), DateField())


OPPGAVER: Final = (
    Oppgave("informer", _("Ikke informert"), _("Informer"), Q(siste_utfall=None, paa_lista=True), "siden", grense("101", "utfall")),
    Oppgave("tilby", _("Informert, uten tilbud"), _("Vurder tilbud"), Q(siste_utfall__slag=Slag.INFORMERT), "siste_utfall__dato", TILBUD),
    Oppgave("svar", _("Venter på svar"), _("Spør om svar på tilbudet"), Q(siste_utfall__slag=Slag.TILBUDT), "siste_utfall__dato", SVAR),
)
FORFALT: Final = "forfalt"
UFORDELT: Final = "ufordelt"
FORST: Final[tuple[tuple[str, _StrPromise], ...]] = ((FORFALT, _("Forfalt")),)
SIST: Final[tuple[tuple[str, _StrPromise], ...]] = ((UFORDELT, _("Ufordelt")),)


def faner() -> tuple[tuple[str, _StrPromise], ...]:
    """The tabs in their order: what is overdue, then each kind, then what nobody has."""
    return (*FORST, *((oppgave.id, oppgave.fane) for oppgave in OPPGAVER), *SIST)


def oppgaver(kontekst: Kontekst) -> QuerySet[Any]:
    """Everything that waits, with ``oppgave`` (its id), ``frist``, and whether it is ``min``, for the one who acts."""
    apne = Q()
    for oppgave in OPPGAVER:
        apne |= oppgave.gjelder
    uten = Value(None, output_field=DateField())
    return (
        sporringer.kandidater(kontekst)
        .filter(apne)
        .annotate(
            oppgave=Case(*(When(ett.gjelder, then=Value(ett.id)) for ett in OPPGAVER), default=Value("")),
            frist=Case(*(When(ett.gjelder, then=ett.frist) for ett in OPPGAVER), default=uten, output_field=DateField()),
            min=ExpressionWrapper(_min(kontekst), output_field=BooleanField()),
        )
    )


def _min(kontekst: Kontekst) -> Q:
    """Whom a task waits for: a veileder has their own, a leader the whole office's. What nobody has, has a tab of its own."""
    return Q(veileder_id=kontekst.ansatt) if kontekst.rolle is Rolle.VEILEDER else Q(pk__isnull=False)


class Ventende(NamedTuple):
    """A candidate that waits: for what, until when, whether it is for the one who asks (not known when nobody has it), and who has it."""

    pk: UUID
    oppgave: str
    frist: date
    min: bool | None
    veileder: UUID | None

    def i_fane(self, fane: str, idag: date) -> bool:
        """Whether it belongs in a tab; the same task can stand in several."""
        if fane == UFORDELT:
            return self.veileder is None
        return bool(self.min) and (self.frist < idag if fane == FORFALT else self.oppgave == fane)


@dataclass(frozen=True, slots=True)
class Kandidatbenk:
    """Every candidate that waits on the day ``idag``, the first due first."""

    alle: list[Ventende]
    idag: date

    def antall(self) -> dict[str, int]:
        """How many in each tab."""
        return {fane: sum(ett.i_fane(fane, self.idag) for ett in self.alle) for fane, _tekst in faner()}

    def utsnitt(self, fane: str, fra: int, antall: int) -> list[tuple[Kandidat, Ventende]]:
        """Part of a tab: the candidates with all that is shown, and what they wait for."""
        vist = [ett for ett in self.alle if ett.i_fane(fane, self.idag)][fra : fra + antall]
        return list(zip(sporringer.paa_en_side([ett.pk for ett in vist]), vist, strict=True))


def les(kontekst: Kontekst, idag: date) -> Kandidatbenk:
    """What waits for the one who acts. One query, a few plain values of each: tabs are counted and dealt out here."""
    return Kandidatbenk([Ventende(*rad) for rad in _VENTER(kontekst)], idag)


def _venter(kontekst: Kontekst) -> QuerySet[Any]:
    i_rekkefolge: QuerySet[Any] = oppgaver(kontekst).order_by(F("frist").asc(), "rang", "pk")
    return i_rekkefolge.values_list("pk", "oppgave", "frist", "min", "veileder_id")


_VENTER: Final[FerdigForRolle[Any]] = FerdigForRolle(_venter)


def for_kontoret(kontekst: Kontekst, idag: date) -> Sequence[str]:
    """Ids of what the office must do: ``gjennomgang`` when one is due, ``filer`` when files wait to be reviewed. One query."""
    (her,) = _VED_KONTORET(kontor=kontekst.kontor)
    gammel = her.sist is None or her.sist < idag - timedelta(days=her.grense)
    moter = {"gjennomgang": gammel, "filer": her.nye_filer}
    return [navn for navn, er in moter.items() if er]


def _ved_kontoret(kontor: UUID) -> QuerySet[Any]:
    """The office with the day of its last review (``sist``), the limit for the next, and whether files have come since (``nye_filer``)."""
    siste = Gjennomgang.objects.filter(kontor=OuterRef("pk"), status=Gjennomgang.Status.FERDIG)
    etter = Coalesce(OuterRef("startet"), Value(datetime.min.replace(tzinfo=UTC)))
    nye = Fil.objects.filter(kontor=OuterRef("pk"), slag=Filslag.F11, status=Filstatus.KLAR, tid__gt=etter)
    dager = {"sist": Subquery(siste.values("dato")[:1]), "startet": Subquery(siste.values("startet")[:1])}
    return (
        Kontor.objects.filter(pk=kontor).order_by().annotate(**dager).annotate(nye_filer=Exists(nye), grense=grense("102", "gjennomgang"))
    )


_VED_KONTORET: Final[Ferdig[Any]] = Ferdig(_ved_kontoret, kontor=IDER)
