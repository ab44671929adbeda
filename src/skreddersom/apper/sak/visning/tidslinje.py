"""What has happened in a case, line by line, the last first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import Hendelsesslag as Slag
from skreddersom.apper.sak.models import Henleggelse, Maate, Malform, Omrade, Retursaarsak, Svar, Utfall, Ventegrunn
from skreddersom.apper.sak.visning.ord import UTFALLSFARGE
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from skreddersom.apper.sak.models import Hendelse

FARGE: Final = {
    Slag.SOKNAD: "info",
    Slag.AEV: "info",
    Slag.FORELOPIG_SVAR: "success",
    Slag.SETT_PAA_VENT: "warning",
    Slag.KVALITETSSIKRE: "warning",
    Slag.RETURNER: "warning",
    Slag.SEND: "accent",
    Slag.HENLEGG: "neutral",
}
STORE: Final = frozenset(
    {
        Slag.SOKNAD,
        Slag.AEV,
        Slag.EGENVURDERING,
        Slag.APNET,
        Slag.AVSLUTTET,
        Slag.FORELOPIG_SVAR,
        Slag.SETT_PAA_VENT,
        Slag.GJENOPPTA,
        Slag.SEND,
        Slag.RETURNER,
        Slag.FATT_VEDTAK,
        Slag.HENLEGG,
    }
)
"""What the timeline shows; the log has the rest too."""


@dataclass(frozen=True, slots=True)
class Linje:
    """One event: ``dato`` when it happened, ``tid`` when it was written, ``mer`` what more there is to say of it."""

    tittel: str
    farge: str
    dato: date
    mer: str
    av: str
    tid: datetime


def tidslinje(hendelser: Iterable[Hendelse]) -> list[Linje]:
    """What one must know of the case: by the day it happened, the last first."""
    valgte = [ett for ett in hendelser if ett.slag in STORE or _sendt_tilbake(ett)]
    return [linje(ett) for ett in sorted(valgte, key=lambda ett: (ett.dato, ett.tid), reverse=True)]


def _sendt_tilbake(hendelse: Hendelse) -> bool:
    return hendelse.slag == Slag.KVALITETSSIKRE and not hendelse.data.get("godkjent")


def linje(hendelse: Hendelse) -> Linje:
    """One event; it has ``av`` with it."""
    slag = Slag(hendelse.slag)
    return Linje(
        tittel=_tittel(hendelse, slag),
        farge=UTFALLSFARGE[Utfall(hendelse.data["utfall"])] if slag is Slag.FATT_VEDTAK else FARGE.get(slag, "neutral"),
        dato=hendelse.dato,
        mer=MER[slag](hendelse.data) if slag in MER else "",
        av=str(hendelse.av.navn),
        tid=hendelse.tid,
    )


def _tittel(hendelse: Hendelse, slag: Slag) -> str:
    if slag is Slag.FATT_VEDTAK:
        return _("Vedtak: %(utfall)s") % {"utfall": Utfall(hendelse.data["utfall"]).label.lower()}
    if _sendt_tilbake(hendelse):
        return _("Vurdering sendt tilbake")
    return str(slag.label)


def _arsaker(data: dict[str, Any]) -> str:
    return ", ".join(str(Retursaarsak(arsak).label).lower() for arsak in data["arsaker"]).capitalize()


def _vilkar(data: dict[str, Any]) -> str:
    krav = {ett.id: ett.krav for ett in versjon_paa(sporringer.idag()).vilkar}
    return krav.get(data["vilkar"], str(data["vilkar"]))


def _vurdert(data: dict[str, Any]) -> str:
    return f"{_vilkar(data)}: {Svar(data['svar']).label.lower()}"


def _sikret(data: dict[str, Any]) -> str:
    return f"{_vilkar(data)}: {_('godkjent') if data['godkjent'] else _arsaker(data).lower()}"


def _vent(data: dict[str, Any]) -> str:
    frist = f"{date.fromisoformat(data['frist']):%d.%m.%Y}"
    return _("%(grunn)s, til %(frist)s") % {"grunn": Ventegrunn(data["grunn"]).label, "frist": frist}


MER: Final[dict[Slag, Callable[[dict[str, Any]], str]]] = {
    Slag.SOKNAD: lambda data: str(Maate(data["maate"]).label),
    Slag.BEHOV: lambda data: str(Omrade(data["omrade"]).label),
    Slag.FAKTUM: lambda data: capfirst(FAKTA[data["navn"]].mangler),
    Slag.MALFORM: lambda data: str(Malform(data["malform"]).label),
    Slag.VURDER: _vurdert,
    Slag.KVALITETSSIKRE: _sikret,
    Slag.SETT_PAA_VENT: _vent,
    Slag.RETURNER: _arsaker,
    Slag.HENLEGG: lambda data: str(Henleggelse(data["grunn"]).label),
    Slag.UTKAST: lambda data: str(Utfall(data["utfall"]).label) if data["utfall"] else "",
}
"""Kind of event → what its data says more."""
