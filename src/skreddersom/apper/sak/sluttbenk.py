"""Cases where nothing is left to do, so that they may be closed: worked out from what has happened, never stored.

Nothing is open, no programme is granted from today on, every letter has gone, and the time to complain about the last one is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.models import FERDIGE, Behandling, Klage, Periode, Vedtak
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.ferdig import DAGER, FerdigForRolle
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst

FANE: Final = _("Kan avsluttes")
GJOR: Final = _("Se om saken kan avsluttes")
FLEST: Final = 500
"""So many are looked through, the oldest first; the next come when these are closed."""


@dataclass(frozen=True, slots=True)
class Sluttoppgave:
    """A case that may be closed, with its ``person`` and ``saksbehandler``; ``egen`` when the one who asks can do it.

    It is never overdue: nobody is harmed by its standing open.
    """

    sak: Any
    egen: bool
    frist: None = None

    def forfalt(self, _dag: date) -> bool:
        """Never."""
        return False


def oppgaver(kontekst: Kontekst, dag: date) -> list[Sluttoppgave]:
    """Every case that the one who acts can close, or see to that is closed: a veileder's own, a leader's whole office. One query."""
    if kontekst.rolle not in (Rolle.VEILEDER, Rolle.LEDER):
        return []
    egen = kontekst.rolle is Rolle.VEILEDER
    return [Sluttoppgave(ett, egen) for ett in _STILLE(kontekst, dag=dag, antall=FLEST) if _klagetida_er_ute(ett, dag)]


def _klagetida_er_ute(sak: Any, dag: date) -> bool:  # noqa: ANN401 – a case with the annotations below
    """Counted from when the last decision's letter went; a case without any decision has none (lovvalg L54)."""
    if sak.siste_vedtak is None:
        return True
    gikk = timezone.localdate(sak.brevet_gikk) if sak.brevet_gikk else sak.siste_vedtak
    return frister.klagefrist(gikk).ute(dag)


def _stille(kontekst: Kontekst, dag: date) -> QuerySet[Any]:
    """Open cases where nothing is open, with ``siste_vedtak`` and when the letter of it went."""
    saker = sporringer.saker(kontekst)
    if kontekst.rolle is Rolle.VEILEDER:
        saker = saker.filter(saksbehandler_id=kontekst.ansatt)
    i_saken = {"sak": OuterRef("pk")}
    alle = Behandling.objects.filter(**i_saken)
    siste = Vedtak.objects.filter(**i_saken).order_by("-dato", "-tid")
    gikk = siste.annotate(gikk=Subquery(Brev.objects.filter(pk=OuterRef("brev")).values("sendt")[:1])).values("gikk")
    return (
        saker.filter(Exists(alle), avsluttet=None)
        .exclude(Exists(alle.exclude(status__in=FERDIGE)))
        .exclude(Exists(klagesporringer.apne(Klage.objects.filter(**i_saken))))
        .exclude(Exists(Periode.objects.filter(vedtak__sak=OuterRef("pk"), gjelder=True, til__gte=dag)))
        .exclude(Exists(Brev.objects.filter(sak_id=OuterRef("pk"), status__in=brevene.VENTER)))
        .annotate(siste_vedtak=Subquery(siste.values("dato")[:1]), brevet_gikk=Subquery(gikk[:1]))
        .select_related("person", "saksbehandler")
        .order_by("apnet", "id")
    )


_STILLE: Final[FerdigForRolle[Any]] = FerdigForRolle(_stille, dag=DAGER)
