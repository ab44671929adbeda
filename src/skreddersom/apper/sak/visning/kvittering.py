"""The receipt of a decision as a page that can be read: everything is taken from its bytes, and only names are looked up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak.models import Svar, Utfall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import kvittering
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTA
from skreddersom.kjerne.lov.grunner import grunner
from skreddersom.kjerne.lov.versjoner import VERSJONER
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.apper.sak.models import Vedtak

ROLLE: Final = {
    "saksbehandler": gettext_lazy("Saksbehandler"),
    "beslutter": gettext_lazy("Beslutter"),
    "kvalitetssikrer": gettext_lazy("Kvalitetssikrer"),
}
FELT: Final = {
    "utfall": gettext_lazy("Utfall"),
    "dato": gettext_lazy("Vedtaksdato"),
    "fra": gettext_lazy("Første dag"),
    "til": gettext_lazy("Siste dag"),
    "start": gettext_lazy("Programmet starter"),
    "timer_uke": gettext_lazy("Timer i uka"),
    "barn": gettext_lazy("Barn i husstanden"),
    "begrunnelse": gettext_lazy("Begrunnelse"),
    "alternativ_uten_kvp": gettext_lazy("Alternativet uten programmet"),
}
"""Field of the decision in the receipt → what it is called."""
DATOER: Final = frozenset({"dato", "fra", "til", "start"})


@dataclass(frozen=True, slots=True)
class Vilkarslinje:
    """A condition as it was assessed: by which rule and its fingerprint, the answer, why, by whom, and who approved it."""

    krav: str
    hjemmel: str
    avtrykk: str
    svar: str
    grunn: str
    begrunnelse: str
    av: str
    sikret_av: str


@dataclass(frozen=True, slots=True)
class Faktumlinje:
    """A fact that an answer rested on, and where it was from."""

    tekst: str
    kilde: str


@dataclass(frozen=True, slots=True)
class Kvitteringsvisning:
    """All that a decision rested on. ``feil`` is empty when the receipt was made anew just now and came out the same."""

    vedtak: list[tuple[str, str]]
    vilkar: list[Vilkarslinje]
    fakta: list[Faktumlinje]
    medvirkende: list[tuple[str, str]]
    lovversjon: str
    dag: date
    brev: str
    sha256: str
    feil: str


def vis(vedtak: Vedtak) -> Kvitteringsvisning:
    """The receipt of ``vedtak``. One query, for the names."""
    lagret = bytes(vedtak.kvittering)
    innhold = json.loads(lagret)
    navn = {str(ett.pk): ett.navn for ett in Ansatt.objects.filter(pk__in=_ider(innhold))}
    dag = date.fromisoformat(innhold["dag"])
    return Kvitteringsvisning(
        vedtak=[
            (str(ord_), _verdi(felt, innhold["vedtak"].get(felt)))
            for felt, ord_ in FELT.items()
            if innhold["vedtak"].get(felt) not in (None, "")
        ],
        vilkar=list(_vilkarene(innhold, navn, dag)),
        fakta=[
            Faktumlinje(capfirst(_sagt(ett, rad)), rad.get("kilde") or rad.get("begrunnelse", "")) for ett, rad in innhold["fakta"].items()
        ],
        medvirkende=[(str(ROLLE[ett["rolle"]]), navn.get(ett["id"], ett["id"])) for ett in innhold["medvirkende"]],
        lovversjon=innhold["lovversjon"],
        dag=dag,
        brev=innhold["brev"],
        sha256=kvittering.sha256(lagret),
        feil=_feil(lagret, vedtak),
    )


def _ider(innhold: Mapping[str, Any]) -> set[str]:
    av = {ett[hvem] for ett in innhold["vurderinger"] for hvem in ("av", "kvalitetssikret_av") if ett[hvem]}
    return av | {ett["id"] for ett in innhold["medvirkende"]}


def _verdi(felt: str, verdi: Any) -> str:  # noqa: ANN401 – JSON
    if felt == "utfall":
        return str(Utfall(verdi).label)
    if felt in DATOER:
        return f"{date.fromisoformat(verdi):%d.%m.%Y}"
    return str(verdi).replace(".", ",") if felt == "timer_uke" else str(verdi)


def _vilkarene(innhold: Mapping[str, Any], navn: Mapping[str, str], dag: date) -> list[Vilkarslinje]:
    """Those that were assessed, in the statute's order, by the rules the receipt names."""
    krav = {vilkar.id: _(vilkar.krav) for ett in VERSJONER if ett.id == innhold["lovversjon"] for vilkar in ett.vilkar}
    regler = {ett["vilkar"]: ett for ett in innhold["regler"]}
    return [
        Vilkarslinje(
            krav=krav.get(ett["vilkar"], ett["vilkar"]),
            hjemmel=paa_leserens(regler[ett["vilkar"]]["hjemmel"]),
            avtrykk=regler[ett["vilkar"]]["avtrykk"],
            svar=str(Svar(ett["svar"]).label),
            grunn=_grunn(ett, dag),
            begrunnelse=ett["begrunnelse"],
            av=navn.get(ett["av"], ett["av"]),
            sikret_av=navn.get(ett["kvalitetssikret_av"] or "", ett["kvalitetssikret_av"] or ""),
        )
        for ett in innhold["vurderinger"]
    ]


def _grunn(vurdering: Mapping[str, Any], dag: date) -> str:
    kode = vurdering["grunn"] or ""
    return next((_(ett.tekst.nb) for ett in grunner(vurdering["vilkar"], dag) if ett.kode == kode), kode)


def _sagt(navn: str, rad: Mapping[str, Any]) -> str:
    if navn == DATOFAKTUM:
        return _("født %(dato)s") % {"dato": f"{date.fromisoformat(rad['verdi']):%d.%m.%Y}"}
    svar = rad["svar"] if "svar" in rad else rad["verdi"]
    return _(FAKTA[navn].ja if svar else FAKTA[navn].nei)


def _feil(lagret: bytes, vedtak: Vedtak) -> str:
    """What is wrong with the receipt as it is kept; empty when it is the same made anew, and the one that was signed."""
    if kvittering.sha256(lagret) != vedtak.kvittering_sha256:
        return _("Kvitteringen er endret etter at den ble skrevet.")
    try:
        ny = kvittering.kjor_om(lagret)
    except Brukerfeil as feil:
        return str(feil)
    return "" if ny == lagret else _("Kvitteringen blir en annen når den lages på nytt.")
