"""The cases that a control has found something in, with the evidence; reached from the numbers on Kontoret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import kontrolltall, sporringer
from skreddersom.apper.sak.visning.funn import vis
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.http import HttpResponse

    from skreddersom.apper.sak.kontrolltall import Funn
    from skreddersom.apper.sak.models import Sak
    from skreddersom.apper.sak.visning.funn import Funnvisning
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 25


@require_safe
def funn(request: Foresporsel, kontroll_id: str) -> HttpResponse:
    """What one control finds, breaches first, each with its case."""
    kontroll = kontrolltall.egne_kontroller().get(kontroll_id)
    if kontroll is None:
        raise Http404
    idag = timezone.localdate()
    alle = kontrolltall.funn(request.kontekst, kontroll, idag)
    side = Paginator(alle, PER_SIDE).get_page(request.GET.get("side"))
    rader = _rader(request, list(side), idag)
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.INTERNKONTROLL, detalj=f"kontroll {kontroll.id}, {len(rader)} vist"))
    return render(request, "sak/funn.html", {"kontroll": kontroll, "side": side, "rader": rader, "i_alt": len(alle)})


def _rader(request: Foresporsel, alle: Sequence[Funn], idag: date) -> list[tuple[Sak, Funnvisning]]:
    saker = sporringer.saker(request.kontekst).filter(pk__in={ett.sak for ett in alle}).select_related("person", "saksbehandler")
    av_id = {str(sak.pk): sak for sak in saker}
    return [(av_id[ett.sak], ett) for ett in vis(alle, idag) if ett.sak in av_id]
