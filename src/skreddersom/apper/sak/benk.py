"""What waits in the cases, worked out from what has happened; tasks are never stored, so they are never stale.

One query, however many cases: it asks for every open behandling and what is needed to know whom it waits for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import APNE, Forhandsvarsel, Retur, Slag, Status, Vent, Vilkarsvurdering
from skreddersom.apper.sak.port import KVALITETSSIKRER
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.ferdig import FerdigForRolle
from skreddersom.plattform.kontroller.grenser import grense
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.kjerne.lov.hjemmel import Hjemmel
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class Apen(NamedTuple):
    """An open behandling, as far as it tells whom it waits for. ``mottatt`` is None where there is no application."""

    pk: UUID
    sak_id: UUID
    slag: str
    status: str
    apnet: date
    navn: str
    """Of the person."""
    saksbehandler_id: UUID | None
    saksbehandler: str | None
    beslutter_id: UUID | None
    mottatt: date | None
    forelopig_svar: date | None
    vent_frist: date | None
    returnert: bool
    varsel_frist: date | None
    """Of a notice that nobody has answered."""
    til_kontroll: bool
    """By another than its author."""
    egen_vurdering: bool
    """One's own counts in it."""
    varsle_om_start: int
    """Months from the application until a start that has not been decided becomes a task, as in control 205."""


def apne(kontekst: Kontekst) -> QuerySet[Any]:
    """Every open behandling that the one who acts may see, as ``Apen``."""
    gjeldende = Vilkarsvurdering.objects.filter(behandling=OuterRef("pk")).exclude(Exists(_nyere()))
    siste_varsel = Forhandsvarsel.objects.filter(behandling=OuterRef("pk"), uttalelser=None).exclude(Exists(_nyere_varsel())).order_by()
    sendt_tilbake = Q(Exists(Retur.objects.filter(behandling=OuterRef("pk"))))
    uttrykk: dict[str, Any] = {
        **{navn: F(navn) for navn in ("pk", "sak_id", "slag", "status", "apnet", "saksbehandler_id", "beslutter_id")},
        "navn": F("person__navn"),
        "saksbehandler": F("saksbehandler__navn"),
        "mottatt": F("soknad__mottatt"),
        "forelopig_svar": F("soknad__forelopig_svar"),
        "vent_frist": Subquery(Vent.objects.filter(behandling=OuterRef("pk"), gjenopptatt=None).values("frist")[:1]),
        "returnert": sendt_tilbake | Q(Exists(gjeldende.filter(kvalitetssikring__godkjent=False))),
        "varsel_frist": Subquery(siste_varsel.values("frist")[:1]),
        "til_kontroll": Exists(gjeldende.filter(kvalitetssikring=None).exclude(av_id=kontekst.ansatt)),
        "egen_vurdering": Exists(gjeldende.filter(av_id=kontekst.ansatt)),
        "varsle_om_start": grense("205", "varsel"),
    }
    return sporringer.behandlinger(kontekst).filter(status__in=APNE).order_by().values_list(*(uttrykk[navn] for navn in Apen._fields))


_APNE: Final[FerdigForRolle[Any]] = FerdigForRolle(apne)


def hele(kontekst: Kontekst, rader: Sequence[Apen]) -> dict[UUID, Behandling]:
    """These with all that is shown of them, by id."""
    alle = sporringer.med_alt(sporringer.behandlinger(kontekst)).filter(pk__in=[ett.pk for ett in rader])
    return {ett.pk: ett for ett in alle}


def _nyere_varsel() -> QuerySet[Forhandsvarsel]:
    return Forhandsvarsel.objects.filter(behandling=OuterRef("behandling"), nr__gt=OuterRef("nr"))


def _nyere() -> QuerySet[Vilkarsvurdering]:
    return Vilkarsvurdering.objects.filter(behandling=OuterRef("behandling"), vilkar=OuterRef("vilkar"), nr__gt=OuterRef("nr"))


@dataclass(frozen=True, slots=True)
class Oppgave:
    """Something that waits: what kind, with which behandling, until when, and by which rule when the law has set it."""

    slag: Oppgaveslag
    behandling: Apen
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
    gjelder: Callable[[Apen, Kontekst, date], bool]
    frist: Callable[[Apen], frister.Frist | date | None] = lambda _rad: None


def _min(rad: Apen, kontekst: Kontekst) -> bool:
    """A veileder has their own; a leader sees to the whole office's."""
    return kontekst.rolle is Rolle.LEDER or (kontekst.rolle is Rolle.VEILEDER and rad.saksbehandler_id == kontekst.ansatt)


def _uten_svar(rad: Apen, kontekst: Kontekst, _dag: date) -> bool:
    return _min(rad, kontekst) and rad.slag == Slag.SOKNAD and rad.forelopig_svar is None


def _start_naermer_seg(rad: Apen, kontekst: Kontekst, dag: date) -> bool:
    if rad.slag != Slag.SOKNAD or rad.mottatt is None or not _min(rad, kontekst):
        return False
    return dag >= frister.om_maneder(rad.mottatt, rad.varsle_om_start)


def _returnert(rad: Apen, kontekst: Kontekst, _dag: date) -> bool:
    return _min(rad, kontekst) and rad.status == Status.UNDER_ARBEID and rad.returnert


def _ventet_nok(rad: Apen, kontekst: Kontekst, dag: date) -> bool:
    return _min(rad, kontekst) and rad.vent_frist is not None and rad.vent_frist <= dag


def _ubesvart_varsel(rad: Apen, kontekst: Kontekst, dag: date) -> bool:
    ute = rad.varsel_frist is not None and dag > rad.varsel_frist
    return ute and _min(rad, kontekst) and rad.status == Status.UNDER_ARBEID


def _arbeides_med(rad: Apen, kontekst: Kontekst, dag: date) -> bool:
    apen = rad.saksbehandler_id is not None and rad.status == Status.UNDER_ARBEID and rad.vent_frist is None
    return apen and _min(rad, kontekst) and not _returnert(rad, kontekst, dag)


def _til_kontroll(rad: Apen, kontekst: Kontekst, _dag: date) -> bool:
    return kontekst.rolle in KVALITETSSIKRER and rad.status == Status.UNDER_ARBEID and rad.til_kontroll


def _til_beslutning(rad: Apen, kontekst: Kontekst, _dag: date) -> bool:
    """What a beslutter can take, or has taken; never what they have worked on themselves."""
    if kontekst.rolle is not Rolle.BESLUTTER or rad.saksbehandler_id == kontekst.ansatt or rad.egen_vurdering:
        return False
    return bool(rad.status == Status.TIL_BESLUTNING or rad.beslutter_id == kontekst.ansatt)


def _ufordelt(rad: Apen, kontekst: Kontekst, _dag: date) -> bool:
    return kontekst.rolle in (Rolle.VEILEDER, Rolle.LEDER) and rad.saksbehandler_id is None


def _svarfrist(rad: Apen) -> frister.Frist | None:
    return frister.forelopig_svar(rad.mottatt) if rad.mottatt else None


def _startfrist(rad: Apen) -> frister.Frist | None:
    return frister.seneste_start(rad.mottatt) if rad.mottatt else None


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
    alle = [_oppgave(slag, rad) for rad in map(Apen._make, _APNE(kontekst)) for slag in OPPGAVESLAG if slag.gjelder(rad, kontekst, dag)]
    return sorted(alle, key=lambda ett: (ett.frist or date.max, ett.behandling.apnet, str(ett.behandling.pk), ett.slag.id))


def _oppgave(slag: Oppgaveslag, rad: Apen) -> Oppgave:
    frist = slag.frist(rad)
    if isinstance(frist, frister.Frist):
        return Oppgave(slag, rad, frist.dato, frist.hjemmel)
    return Oppgave(slag, rad, frist)


def antall(alle: list[Oppgave]) -> Mapping[str, int]:
    """How many in each tab."""
    return {slag.id: sum(ett.slag is slag for ett in alle) for slag in OPPGAVESLAG}
