"""Letters of the cases that wait to be sent, worked out from the letters as they stand; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat import sporringer as kandidatene
from skreddersom.apper.sak import sporringer
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Status
from skreddersom.plattform.ferdig import FerdigForRolle
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FANE: Final = _("Usendte brev")
FLEST: Final = 500
"""So many are shown and counted, the oldest first: an office with more has another trouble than which is next."""
VENTER: Final = (Status.UTKAST, *brevene.VENTER)
"""A draft waits too: it is a receipt that lacked something when the application came in."""


@dataclass(frozen=True, slots=True)
class Brevoppgave:
    """A letter that waits, about whom and who has the case (annotated), and until when it should have gone: the limit of the alarm."""

    brev: Any
    frist: date

    def forfalt(self, dag: date) -> bool:
        """Whether it should have gone."""
        return self.brev.status == Status.FEILET or dag > self.frist


def oppgaver(kontekst: Kontekst, _dag: date) -> list[Brevoppgave]:
    """Every letter that waits for the one who acts: a veileder's own cases, a leader's whole office. One query."""
    if kontekst.rolle not in (Rolle.VEILEDER, Rolle.LEDER):
        return []
    alle = [Brevoppgave(ett, _frist(ett)) for ett in _VENTER(kontekst, antall=FLEST)]
    return sorted(alle, key=lambda ett: (ett.frist, str(ett.brev.pk)))


def _venter(kontekst: Kontekst) -> QuerySet[Any]:
    """The letters, each with ``navn`` of the person, ``veileder`` of the case, and the ``kandidat`` of one that belongs to no case."""
    saker = sporringer.saker(kontekst).filter(pk=OuterRef("sak_id")).order_by()
    lista = kandidatene.kandidater(kontekst).filter(person_id=OuterRef("person_id")).order_by()
    if kontekst.rolle is Rolle.VEILEDER:
        saker, lista = saker.filter(saksbehandler_id=kontekst.ansatt), lista.filter(veileder_id=kontekst.ansatt)
    felt = {
        "navn": Coalesce(Subquery(saker.values("person__navn")), Subquery(lista.values("person__navn"))),
        "veileder": Coalesce(Subquery(saker.values("saksbehandler__navn")), Subquery(lista.values("veileder__navn"))),
        "kandidat": Subquery(lista.values("pk")),
    }
    venter = brevene.brev(kontekst).select_related(None).defer("pdf", "data").filter(status__in=VENTER)
    return venter.filter(Exists(saker) | Q(sak_id=None) & Exists(lista)).annotate(**felt).order_by("tid", "id")


_VENTER: Final[FerdigForRolle[Any]] = FerdigForRolle(_venter)


def _frist(brev: Brev) -> date:
    return timezone.localdate((brev.klar or brev.tid) + settings.BREV_ALARM)
