"""To be checked: what must I approve or send back, and what must I decide?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import benk, grunnlag, klagebenk, sporringer
from skreddersom.apper.sak.grunnlag import Grunnlag
from skreddersom.apper.sak.models import Vilkarsvurdering
from skreddersom.apper.sak.port import port_for_vilkar
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.benk import Apen
    from skreddersom.apper.sak.models import Behandling, Faktum
    from skreddersom.apper.sak.tilstand import Tilstand, Vilkarstilstand
    from skreddersom.kjerne.lov.frister import Frist
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

PER_SIDE: Final = 25
KONTROLL, BESLUTNING = "til_kontroll", "til_beslutning"
FANER: Final = {KONTROLL: gettext_lazy("Vilkår å se på"), BESLUTNING: gettext_lazy("Saker å beslutte")}


@dataclass(frozen=True, slots=True)
class Rad:
    """One case in the queue: which conditions wait, which of them are changed since somebody looked, and what is due when."""

    behandling: Behandling
    adresse: str
    vilkar: tuple[str, ...]
    endret: int
    frist: Frist | None
    hjemmel: str
    over: int


@require_safe
def til_kontroll(request: Foresporsel) -> HttpResponse:
    """The queue of the one who looks things over, and that of the one who decides; what is due first, on top."""
    dag = sporringer.idag()
    alle = benk.oppgaver(request.kontekst, dag)
    venter = {fane: [ett.behandling for ett in alle if ett.slag.id == fane] for fane in _faner(request.kontekst)}
    fane = _valgt(request, venter)
    side = Paginator(sorted(venter[fane], key=_haster), PER_SIDE).get_page(request.GET.get("side"))
    rader = _rader(request.kontekst, fane, list(side), dag)
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.SAKSBEHANDLING, detalj=f"til kontroll, {len(rader)} vist"))
    punkter = [Menypunkt(str(FANER[ett]), _adresse(ett), len(rekke)) for ett, rekke in venter.items()]
    innhold = {"faner": punkter, "fane": _adresse(fane), "beslutning": fane == BESLUTNING, "side": side, "rader": rader}
    klager = klagebenk.oppgaver(request.kontekst, dag)
    return render(request, "sak/til_kontroll.html", innhold | {"klager": [(ett, ett.forfalt(dag)) for ett in klager]})


def _faner(kontekst: Kontekst) -> tuple[str, ...]:
    return (KONTROLL, BESLUTNING) if kontekst.rolle is Rolle.BESLUTTER else (KONTROLL,)


def _valgt(request: Foresporsel, venter: dict[str, list[Apen]]) -> str:
    """The tab in the address; else the last with something in it, since what is to be decided has come farthest."""
    onsket = request.GET.get("fane", "")
    return onsket if onsket in venter else next((fane for fane in reversed(venter) if venter[fane]), KONTROLL)


def _adresse(fane: str) -> str:
    return f"{reverse('sak:til_kontroll')}?fane={fane}"


def _neste_frist(apen: Apen) -> Frist | None:
    """The deadline of the law that comes first: the provisional reply until it is given, then the start of the programme."""
    if apen.mottatt is None:
        return None
    return frister.forelopig_svar(apen.mottatt) if apen.forelopig_svar is None else frister.seneste_start(apen.mottatt)


def _haster(apen: Apen) -> tuple[date, date, str]:
    """What is due first, then what was opened first."""
    frist = _neste_frist(apen)
    return frist.dato if frist else date.max, apen.apnet, str(apen.pk)


def _rader(kontekst: Kontekst, fane: str, side: Sequence[Apen], dag: date) -> list[Rad]:
    """With what is shown of each, in the same number of queries however many they are."""
    hele = benk.hele(kontekst, side)
    funnet = [(ett, hele[ett.pk]) for ett in side if ett.pk in hele]
    if fane == BESLUTNING:
        return [_rad(apen, behandling, "sak:vedtak", dag) for apen, behandling in funnet]
    tilstander, sett = _tilstander(list(hele.values()), dag), _sett_for(list(hele.values()))
    rader = []
    for apen, behandling in funnet:
        tilstand = tilstander[apen.pk]
        venter = [vilkar for vilkar in tilstand.vilkar if port_for_vilkar(vilkar, tilstand, kontekst, dag).apen]
        rader.append(_rad(apen, behandling, "sak:kontroll", dag, venter, sett.get(apen.pk, set())))
    return rader


def _tilstander(alle: Sequence[Behandling], dag: date) -> dict[UUID, Tilstand]:
    """Only what decides whether a condition can be looked over: the answers, and the facts they rest on."""
    bak = {ett.pk: Grunnlag() for ett in alle}
    fakta: dict[UUID, dict[str, Faktum]] = {}
    for rad in grunnlag.gjeldende_fakta({ett.sak_id for ett in alle}):
        fakta.setdefault(rad.sak_id, {})[rad.navn] = rad
    for vurdering in grunnlag.gjeldende_vurderinger(bak):
        bak[vurdering.behandling_id].vurderinger[vurdering.vilkar] = vurdering
    for ett in alle:
        bak[ett.pk].fakta = fakta.get(ett.sak_id, {})
    return {ett.pk: sporringer.tilstand_av(ett, bak[ett.pk], dag, med_brev=False) for ett in alle}


def _sett_for(alle: Sequence[Behandling]) -> dict[UUID, set[str]]:
    """By behandling, the conditions to which somebody has looked over an answer before."""
    funnet: dict[UUID, set[str]] = {}
    sett = Vilkarsvurdering.objects.filter(behandling__in=alle, kvalitetssikring__isnull=False).order_by()
    for behandling, vilkar in sett.values_list("behandling_id", "vilkar"):
        funnet.setdefault(behandling, set()).add(vilkar)
    return funnet


def _rad(
    apen: Apen, behandling: Behandling, side: str, dag: date, venter: Sequence[Vilkarstilstand] = (), sett: Collection[str] = ()
) -> Rad:
    frist = _neste_frist(apen)
    return Rad(
        behandling,
        reverse(side, args=[behandling.pk]),
        tuple(ett.krav for ett in venter),
        sum(ett.id in sett for ett in venter),
        frist,
        paa_leserens(frist.hjemmel) if frist else "",
        -frist.dager_igjen(dag) if frist else 0,
    )
