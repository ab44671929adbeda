"""The receipt of a decision: to be read, and its very bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import grunnlag, sporringer
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.visning.hode import ramme
from skreddersom.apper.sak.visning.kvittering import vis
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def kvittering(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """What the decision rested on; ``som=json`` gives the bytes that are kept. Raises ``Http404`` when no decision is made."""
    behandling = hent_behandling(request, behandling_id)
    vedtak = getattr(behandling, "vedtak", None)
    if vedtak is None:
        raise Http404
    if request.GET.get("som") == "json":
        request.dagbok.noter(
            Notat(Handling.EKSPORT, behandling.person_id, f"vedtak/{vedtak.pk}", Formal.SAKSBEHANDLING, detalj="kvittering")
        )
        svar = HttpResponse(bytes(vedtak.kvittering), content_type="application/json")
        svar["Content-Disposition"] = f'attachment; filename="kvittering-{str(vedtak.pk)[:8]}.json"'
        return svar
    bak = grunnlag.Grunnlag(vern=grunnlag.vern([behandling.person_id])[behandling.person_id])
    innhold = {"ramme": ramme(behandling.sak, behandling, "sak:vedtak", sporringer.idag(), bak), "kvittering": vis(vedtak)}
    return render(request, "sak/kvittering.html", innhold | {"behandling": behandling})
