"""What waits with the complaints, worked out from what has happened; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import klagesporringer
from skreddersom.apper.sak.klageport import SLIPPER, TAR_IMOT
from skreddersom.apper.sak.models import Formkrav, Klagestand
from skreddersom.plattform.ferdig import FerdigForRolle
from skreddersom.plattform.kontroller.grenser import grense
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Klage
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FANE: Final = _("Klage")


@dataclass(frozen=True, slots=True)
class Klageoppgave:
    """A complaint that waits: for what, and until when."""

    slag: Klageoppgaveslag
    klage: Klage
    frist: date

    def forfalt(self, dag: date) -> bool:
        """Whether it should have been done."""
        return dag > self.frist


@dataclass(frozen=True, slots=True)
class Klageoppgaveslag:
    """A kind of task with complaints: what to do, and whether a complaint waits for it."""

    id: str
    gjor: _StrPromise
    gjelder: Callable[[Any, Kontekst, date], bool]


def _min(klage: Klage, kontekst: Kontekst) -> bool:
    return kontekst.rolle is Rolle.LEDER or (kontekst.rolle is Rolle.VEILEDER and klage.saksbehandler_id == kontekst.ansatt)


def _hos_meg(klage: Klage, kontekst: Kontekst) -> bool:
    return klage.stand is Klagestand.UNDER_ARBEID and klage.saksbehandler_id is not None and _min(klage, kontekst)


def _ikke_vurdert(klage: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401 – a complaint with the annotations below
    return _hos_meg(klage, kontekst) and not klage.vurdert


def _under_arbeid(klage: Any, kontekst: Kontekst, dag: date) -> bool:  # noqa: ANN401
    return _hos_meg(klage, kontekst) and bool(klage.vurdert) and not _rettes(klage, dag)


def _rettes(klage: Any, dag: date) -> bool:  # noqa: ANN401
    return klage.rettefrist is not None and dag <= klage.rettefrist


def _til_beslutning(klage: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    """What another can let go; never what one has made oneself."""
    return kontekst.rolle in SLIPPER and klage.stand is Klagestand.TIL_BESLUTNING and klage.saksbehandler_id != kontekst.ansatt


def _ufordelt(klage: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    return kontekst.rolle in TAR_IMOT and klage.stand is Klagestand.UNDER_ARBEID and klage.saksbehandler_id is None


OPPGAVESLAG: Final = (
    Klageoppgaveslag("klage_formkrav", _("Vurder formkravene"), _ikke_vurdert),
    Klageoppgaveslag("klage_svar", _("Omgjør eller oversend klagen"), _under_arbeid),
    Klageoppgaveslag("klage_oversend", _("Se på oversendelsen"), _til_beslutning),
    Klageoppgaveslag("klage_ufordelt", _("Ta eller fordel klagen"), _ufordelt),
)
"""Every kind of task."""


def apne(kontekst: Kontekst) -> QuerySet[Any]:
    """Every complaint that waits for the office, with ``vurdert`` and ``rettefrist`` of the newest assessment. One query."""
    krav = Formkrav.objects.filter(klage=OuterRef("pk")).order_by("-nr")
    alle = klagesporringer.apne(klagesporringer.klager(kontekst)).select_related("person", "saksbehandler", "behandling", "sak")
    return alle.annotate(grense=grense("210", "klage"), vurdert=Exists(krav), rettefrist=Subquery(krav.values("rettefrist")[:1]))


_APNE: Final[FerdigForRolle[Any]] = FerdigForRolle(apne)


def oppgaver(kontekst: Kontekst, dag: date) -> list[Klageoppgave]:
    """Everything with complaints that waits for the one who acts, what is due first on top."""
    alle = [
        Klageoppgave(slag, ett, kontorets_frist(ett, ett.grense))
        for ett in _APNE(kontekst)
        for slag in OPPGAVESLAG
        if slag.gjelder(ett, kontekst, dag)
    ]
    return sorted(alle, key=lambda ett: (ett.frist, str(ett.klage.pk)))


def kontorets_frist(klage: Klage, dager: int) -> date:
    """The last day by the office's own limit, that of control 210."""
    return klage.mottatt + timedelta(days=dager)
