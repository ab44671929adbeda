"""The log as its readers ask for it: who looked at whom, and when. Row-level security holds; nobody reads of a person they may not see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.models import Ansatt
from skreddersom.plattform.tilgang.personer import katalog

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Utvalg:
    """What is asked for; days are Norwegian, both included."""

    person: UUID | None = None
    ansatt: UUID | None = None
    fra: date | None = None
    til: date | None = None

    def __str__(self) -> str:
        return f"ansatt {self.ansatt or 'alle'}, {self.fra or ''}–{self.til or ''}"


@dataclass(frozen=True, slots=True)
class Linje:
    """A row as it is shown."""

    tid: datetime
    hvem: str
    hvem_gjelder: str
    innhold: dict[str, Any]


def rader(kontekst: Kontekst, utvalg: Utvalg) -> QuerySet[Rad]:
    """The rows of the unit, the newest first."""
    treff = Rad.objects.filter(kontor_id=kontekst.kontor).order_by("-nr")
    if utvalg.person:
        treff = treff.filter(person_id=utvalg.person)
    if utvalg.ansatt:
        treff = treff.filter(ansatt_id=utvalg.ansatt)
    if utvalg.fra:
        treff = treff.filter(tid__gte=_midnatt(utvalg.fra))
    if utvalg.til:
        treff = treff.filter(tid__lt=_midnatt(utvalg.til + timedelta(days=1)))
    return treff.only("nr", "innhold")


def linjer(rader: Iterable[Rad], kjente: Mapping[str, str]) -> list[Linje]:
    """Rows with names in place of ids: one query for persons, and one for staff that are not ``kjente`` (id → name)."""
    lest = [json.loads(rad.innhold) for rad in rader]
    ukjente = {ett["ansatt"] for ett in lest} - kjente.keys()
    ansatte = dict(kjente) | {str(ett.pk): ett.navn for ett in (Ansatt.objects.filter(pk__in=ukjente) if ukjente else ())}
    navn = {str(person): navn for person, navn in katalog().navn({ett["person"] for ett in lest if ett["person"]}).items()}
    return [
        Linje(datetime.fromisoformat(ett["tid"]), ansatte.get(ett["ansatt"], "Skreddersøm"), navn.get(ett["person"] or "", ""), ett)
        for ett in lest
    ]


def _midnatt(dag: date) -> str:
    """The first moment of a Norwegian day as the log writes time: texts that sort as the moments do."""
    start = datetime.combine(dag, time.min, timezone.get_current_timezone())
    return start.astimezone(UTC).isoformat()[:19]
