"""What has happened in a case, line by line, the last first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import Hendelsesslag as Slag
from skreddersom.apper.sak.models import (
    Henleggelse,
    Maate,
    Malform,
    Omgjoringsarsak,
    Omrade,
    Retursaarsak,
    Svar,
    Utfall,
    Varselunntak,
    Ventegrunn,
)
from skreddersom.apper.sak.models import Slag as Behandlingsslag
from skreddersom.apper.sak.visning.ord import UTFALLSFARGE
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev.models import SLAGNAVN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from skreddersom.apper.sak.models import Aev, Hendelse, Vedtak

FARGE: Final = {
    Slag.SOKNAD: "info",
    Slag.AEV: "info",
    Slag.FORELOPIG_SVAR: "success",
    Slag.VARSLE: "warning",
    Slag.UTTALELSE: "info",
    Slag.SETT_PAA_VENT: "warning",
    Slag.KVALITETSSIKRE: "warning",
    Slag.RETURNER: "warning",
    Slag.SEND: "accent",
    Slag.HENLEGG: "neutral",
    Slag.KLAGE: "warning",
    Slag.KLAGE_OVERSEND: "accent",
    Slag.KLAGE_OMGJOR: "accent",
}
STORE: Final = frozenset(
    {
        Slag.SOKNAD,
        Slag.AEV,
        Slag.EGENVURDERING,
        Slag.APNET,
        Slag.AVSLUTTET,
        Slag.GJENAPNET,
        Slag.FORELOPIG_SVAR,
        Slag.BREV,
        Slag.VARSLE,
        Slag.UTTALELSE,
        Slag.SETT_PAA_VENT,
        Slag.GJENOPPTA,
        Slag.SEND,
        Slag.RETURNER,
        Slag.FATT_VEDTAK,
        Slag.HENLEGG,
        Slag.KLAGE,
        Slag.KLAGE_FORMKRAV,
        Slag.KLAGE_OMGJOR,
        Slag.KLAGE_AVVIS,
        Slag.KLAGE_OVERSEND,
        Slag.KLAGE_TREKK,
    }
)
"""What the timeline shows; the log has the rest too."""

OM: Final = {Slag.AEV: "aev", Slag.FATT_VEDTAK: "vedtak"}
"""Kind of event → the name in its data of the row it is about."""
INGEN: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Linje:
    """One event: ``dato`` when it happened, ``tid`` when it was written, ``mer`` what more there is to say of it."""

    tittel: str
    farge: str
    dato: date
    mer: str
    av: str
    tid: datetime


def tidslinje(hendelser: Iterable[Hendelse], mer: Mapping[str, str]) -> list[Linje]:
    """What one must know of the case: by the day it happened, the last first. ``mer`` is what ``datoer`` gives."""
    valgte = [ett for ett in hendelser if ett.slag in STORE or _sendt_tilbake(ett)]
    return [linje(ett, mer) for ett in sorted(valgte, key=lambda ett: (ett.dato, ett.tid), reverse=True)]


def datoer(aev: Iterable[Aev], vedtak: Iterable[Vedtak]) -> dict[str, str]:
    """What the events about these rows are to tell of their dates, by the id of the row."""
    return {str(ett.pk): _aev(ett) for ett in aev} | {str(ett.pk): _periode(ett) for ett in vedtak}


def _aev(aev: Aev) -> str:
    gruppe = f", {aev.get_innsatsgruppe_display().lower()}" if aev.innsatsgruppe else ""
    if aev.utfort is None:
        return _("Bestilt %(dato)s") % {"dato": f"{aev.bestilt:%d.%m.%Y}"}
    return _("Utført %(dato)s") % {"dato": f"{aev.utfort:%d.%m.%Y}"} + gruppe


def _periode(vedtak: Vedtak) -> str:
    if vedtak.fra is None or vedtak.til is None:
        return ""
    return _("Fra %(fra)s til %(til)s") % {"fra": f"{vedtak.fra:%d.%m.%Y}", "til": f"{vedtak.til:%d.%m.%Y}"}


def _sendt_tilbake(hendelse: Hendelse) -> bool:
    return hendelse.slag == Slag.KVALITETSSIKRE and not hendelse.data.get("godkjent")


def linje(hendelse: Hendelse, mer: Mapping[str, str] = INGEN) -> Linje:
    """One event; it has ``av`` with it. ``mer`` as in ``tidslinje``."""
    slag = Slag(hendelse.slag)
    return Linje(
        tittel=_tittel(hendelse, slag),
        farge=UTFALLSFARGE[Utfall(hendelse.data["utfall"])] if slag is Slag.FATT_VEDTAK else FARGE.get(slag, "neutral"),
        dato=hendelse.dato,
        mer=MER[slag](hendelse.data) if slag in MER else mer.get(hendelse.data.get(OM.get(slag, ""), ""), ""),
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
    krav = {ett.id: _(ett.krav) for ett in versjon_paa(sporringer.idag()).vilkar}
    return krav.get(data["vilkar"], str(data["vilkar"]))


def _vurdert(data: dict[str, Any]) -> str:
    return f"{_vilkar(data)}: {Svar(data['svar']).label.lower()}"


def _sikret(data: dict[str, Any]) -> str:
    return f"{_vilkar(data)}: {_('godkjent') if data['godkjent'] else _arsaker(data).lower()}"


def _vent(data: dict[str, Any]) -> str:
    frist = f"{date.fromisoformat(data['frist']):%d.%m.%Y}"
    return _("%(grunn)s, til %(frist)s") % {"grunn": Ventegrunn(data["grunn"]).label, "frist": frist}


def _varslet(data: dict[str, Any]) -> str:
    if "unntak" in data:
        return _("Ikke varslet: %(grunn)s") % {"grunn": Varselunntak(data["unntak"]).label.lower()}
    return _("Frist %(dato)s") % {"dato": f"{date.fromisoformat(data['frist']):%d.%m.%Y}"}


MER: Final[dict[Slag, Callable[[dict[str, Any]], str]]] = {
    Slag.SOKNAD: lambda data: str(Maate(data["maate"]).label),
    Slag.APNET: lambda data: str(Behandlingsslag(data["slag"]).label),
    Slag.BEHOV: lambda data: str(Omrade(data["omrade"]).label),
    Slag.FAKTUM: lambda data: capfirst(_(FAKTA[data["navn"]].mangler)),
    Slag.MALFORM: lambda data: str(Malform(data["malform"]).label),
    Slag.VURDER: _vurdert,
    Slag.KVALITETSSIKRE: _sikret,
    Slag.VARSLE: _varslet,
    Slag.BREV: lambda data: str(SLAGNAVN[Brevslag(data["slag"])]),
    Slag.UTTALELSE: lambda data: str(Maate(data["maate"]).label),
    Slag.SETT_PAA_VENT: _vent,
    Slag.RETURNER: _arsaker,
    Slag.INNSYN: lambda data: _("%(antall)s rader, %(holdt)s holdt tilbake") % data,
    Slag.KLAGE: lambda data: str(Maate(data["maate"]).label),
    Slag.KLAGE_FORMKRAV: lambda data: _("oppfylt") if data["oppfylt"] else _("ikke oppfylt"),
    Slag.KLAGE_RETURNER: _arsaker,
    Slag.KLAGE_OMGJOR: lambda data: str(Omgjoringsarsak(data["arsak"]).label),
    Slag.HENLEGG: lambda data: str(Henleggelse(data["grunn"]).label),
    Slag.UTKAST: lambda data: str(Utfall(data["utfall"]).label) if data["utfall"] else "",
}
"""Kind of event → what its data says more."""
