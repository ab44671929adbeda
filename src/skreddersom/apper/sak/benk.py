"""What waits in the cases, worked out from what has happened; tasks are never stored, so they are never stale.

One query, however many cases: it asks for every open behandling and what is needed to know whom it waits for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import APNE, Behandling, Forhandsvarsel, Retur, Slag, Status, Vent, Vilkarsvurdering
from skreddersom.apper.sak.port import KVALITETSSIKRER
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.ferdig import FerdigForRolle
from skreddersom.plattform.kontroller.grenser import grense
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from skreddersom.kjerne.lov.hjemmel import Hjemmel
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def apne(kontekst: Kontekst) -> QuerySet[Behandling]:
    """Every open behandling that the one who acts may see, with what it waits for.

    Annotated: ``vent_frist``, ``varsel_frist`` (of a notice that nobody has answered), ``returnert``, ``til_kontroll`` (by another
    than its author), ``egen_vurdering`` (one's own counts in it), and ``varsle_om_start`` (months from the application until a start
    that has not been decided becomes a task, as in control 205).
    """
    gjeldende = Vilkarsvurdering.objects.filter(behandling=OuterRef("pk")).exclude(Exists(_nyere()))
    siste_varsel = Forhandsvarsel.objects.filter(behandling=OuterRef("pk"), uttalelser=None).exclude(Exists(_nyere_varsel())).order_by()
    return (
        sporringer.behandlinger(kontekst)
        .filter(status__in=APNE)
        .select_related("person", "soknad", "saksbehandler", "beslutter", "sak", "gjelder")
        .annotate(
            vent_frist=Subquery(Vent.objects.filter(behandling=OuterRef("pk"), gjenopptatt=None).values("frist")[:1]),
            returnert=Q(Exists(Retur.objects.filter(behandling=OuterRef("pk"))))
            | Q(Exists(gjeldende.filter(kvalitetssikring__godkjent=False))),
            varsel_frist=Subquery(siste_varsel.values("frist")[:1]),
            til_kontroll=Exists(gjeldende.filter(kvalitetssikring=None).exclude(av_id=kontekst.ansatt)),
            egen_vurdering=Exists(gjeldende.filter(av_id=kontekst.ansatt)),
            varsle_om_start=grense("205", "varsel"),
        )
    )


_APNE: Final[FerdigForRolle[Any]] = FerdigForRolle(apne)


def _nyere_varsel() -> QuerySet[Forhandsvarsel]:
    return Forhandsvarsel.objects.filter(behandling=OuterRef("behandling"), nr__gt=OuterRef("nr"))


def _nyere() -> QuerySet[Vilkarsvurdering]:
    return Vilkarsvurdering.objects.filter(behandling=OuterRef("behandling"), vilkar=OuterRef("vilkar"), nr__gt=OuterRef("nr"))


@dataclass(frozen=True, slots=True)
class Oppgave:
    """Something that waits: what kind, with which behandling, until when, and by which rule when the law has set it."""

    slag: Oppgaveslag
    behandling: Behandling
    frist: date | None = None
    hjemmel: Hjemmel | None = None

    def forfalt(self, dag: date) -> bool:
        """Whether it should have been done."""
        return self.frist is not None and dag > self.frist


@dataclass(frozen=True, slots=True)
class Oppgaveslag:
    """A kind of task: the tab, what to do, whether a behandling waits for it, and until when."""

    id: str
    fane: _StrPromise
    gjor: _StrPromise
    gjelder: Callable[[Any, Kontekst, date], bool]
    frist: Callable[[Any], frister.Frist | date | None] = lambda _rad: None


def _min(rad: Any, kontekst: Kontekst) -> bool:  # noqa: ANN401 – a behandling with the annotations above
    """A veileder has their own; a leader sees to the whole office's."""
    return kontekst.rolle is Rolle.LEDER or (kontekst.rolle is Rolle.VEILEDER and rad.saksbehandler_id == kontekst.ansatt)


def _uten_svar(rad: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    return _min(rad, kontekst) and rad.slag == Slag.SOKNAD and rad.soknad.forelopig_svar is None


def _start_naermer_seg(rad: Any, kontekst: Kontekst, dag: date) -> bool:  # noqa: ANN401
    return _min(rad, kontekst) and rad.slag == Slag.SOKNAD and dag >= frister.om_maneder(rad.soknad.mottatt, rad.varsle_om_start)


def _returnert(rad: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    return _min(rad, kontekst) and rad.status == Status.UNDER_ARBEID and rad.returnert


def _ventet_nok(rad: Any, kontekst: Kontekst, dag: date) -> bool:  # noqa: ANN401
    return _min(rad, kontekst) and rad.vent_frist is not None and rad.vent_frist <= dag


def _ubesvart_varsel(rad: Any, kontekst: Kontekst, dag: date) -> bool:  # noqa: ANN401
    ute = rad.varsel_frist is not None and dag > rad.varsel_frist
    return ute and _min(rad, kontekst) and rad.status == Status.UNDER_ARBEID


def _arbeides_med(rad: Any, kontekst: Kontekst, dag: date) -> bool:  # noqa: ANN401
    apen = rad.saksbehandler_id is not None and rad.status == Status.UNDER_ARBEID and rad.vent_frist is None
    return apen and _min(rad, kontekst) and not _returnert(rad, kontekst, dag)


def _til_kontroll(rad: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    return kontekst.rolle in KVALITETSSIKRER and rad.status == Status.UNDER_ARBEID and rad.til_kontroll


def _til_beslutning(rad: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    """What a beslutter can take, or has taken; never what they have worked on themselves."""
    if kontekst.rolle is not Rolle.BESLUTTER or rad.saksbehandler_id == kontekst.ansatt or rad.egen_vurdering:
        return False
    return bool(rad.status == Status.TIL_BESLUTNING or rad.beslutter_id == kontekst.ansatt)


def _ufordelt(rad: Any, kontekst: Kontekst, _dag: date) -> bool:  # noqa: ANN401
    return kontekst.rolle in (Rolle.VEILEDER, Rolle.LEDER) and rad.saksbehandler_id is None


def _svarfrist(rad: Any) -> frister.Frist | None:  # noqa: ANN401
    return frister.forelopig_svar(rad.soknad.mottatt) if rad.soknad else None


def _startfrist(rad: Any) -> frister.Frist | None:  # noqa: ANN401
    return frister.seneste_start(rad.soknad.mottatt) if rad.soknad else None


UTEN_SVAR: Final = Oppgaveslag("forelopig_svar", _("Uten svar"), _("Vedtak eller foreløpig svar"), _uten_svar, _svarfrist)
UBESVART: Final = Oppgaveslag(
    "varslet",
    _("Varslet, ikke svart"),
    _("Fristen for å uttale seg er ute. Ta kontakt, eller avgjør saken"),
    _ubesvart_varsel,
    lambda rad: rad.varsel_frist,
)
OPPGAVESLAG: Final = (
    UTEN_SVAR,
    Oppgaveslag("start", _("Start nærmer seg"), _("Avgjør søknaden, så programmet kan starte i tide"), _start_naermer_seg, _startfrist),
    Oppgaveslag("retur", _("Sendt tilbake"), _("Rett det som er sendt tilbake"), _returnert),
    Oppgaveslag("vent", _("Ventet nok"), _("Se om det dere ventet på, er kommet"), _ventet_nok, lambda rad: rad.vent_frist),
    UBESVART,
    Oppgaveslag("behandle", _("Under arbeid"), _("Utred og vurder"), _arbeides_med),
    Oppgaveslag("til_kontroll", _("Til kontroll"), _("Kvalitetssikre vilkårene"), _til_kontroll),
    Oppgaveslag("til_beslutning", _("Til beslutning"), _("Beslutt"), _til_beslutning),
    Oppgaveslag("ufordelt", _("Uten saksbehandler"), _("Ta eller fordel"), _ufordelt),
)
"""Every kind of task, in the order of the tabs."""


def oppgaver(kontekst: Kontekst, dag: date) -> list[Oppgave]:
    """Everything in the cases that waits for the one who acts, what is due first on top. The same behandling can stand in several tabs."""
    alle = [_oppgave(slag, rad) for rad in _APNE(kontekst) for slag in OPPGAVESLAG if slag.gjelder(rad, kontekst, dag)]
    return sorted(alle, key=lambda ett: (ett.frist or date.max, ett.behandling.apnet, str(ett.behandling.pk), ett.slag.id))


def _oppgave(slag: Oppgaveslag, rad: Behandling) -> Oppgave:
    frist = slag.frist(rad)
    if isinstance(frist, frister.Frist):
        return Oppgave(slag, rad, frist.dato, frist.hjemmel)
    return Oppgave(slag, rad, frist)


def antall(alle: list[Oppgave]) -> Mapping[str, int]:
    """How many in each tab."""
    return {slag.id: sum(ett.slag is slag for ett in alle) for slag in OPPGAVESLAG}
