"""What is read of letters, narrowed to the unit of the one who acts; row-level security narrows it to the persons they may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.plattform.brev.models import Brev, Status

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst

VENTER: Final = (Status.KLAR, Status.FEILET)


def brev(kontekst: Kontekst) -> QuerySet[Brev]:
    """The unit's letters, the newest first, without the bytes: ``.pdf`` is fetched when somebody asks for it."""
    return Brev.objects.filter(kontor_id=kontekst.kontor).defer("pdf").select_related("laget_av", "sendt_av")


def brev_i_saken(kontekst: Kontekst, sak: UUID) -> QuerySet[Brev]:
    """The letters of one case, copies too, the newest first."""
    return brev(kontekst).filter(sak_id=sak)


def om_personen(kontekst: Kontekst, person: UUID) -> QuerySet[Brev]:
    """The letters to somebody that belong to no case, the newest first."""
    return brev(kontekst).filter(person_id=person, sak_id=None)


def venter(kontekst: Kontekst) -> QuerySet[Brev]:
    """The letters that are ready and have not gone, the oldest first."""
    return brev(kontekst).filter(status__in=VENTER).order_by("klar", "id")


def usendte(kontekst: Kontekst, naa: datetime, eldre_enn: timedelta) -> QuerySet[Brev]:
    """The letters that should have gone: ready for longer than ``eldre_enn``, or given up. What the alarm is about."""
    return venter(kontekst).filter(klar__lte=naa - eldre_enn) | venter(kontekst).filter(status=Status.FEILET)
