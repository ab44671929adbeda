"""What a case rests on: the applications, the arbeidsevnevurdering, needs, own words, children, and the facts with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.grunnlag import hent
from skreddersom.apper.sak.models import GAMLE_NAVN, Aldersgruppe, Innsatsgruppe
from skreddersom.apper.sak.views.felles import hent_sak
from skreddersom.apper.sak.visning import fakta
from skreddersom.apper.sak.visning.hode import ramme
from skreddersom.apper.sak.visning.mangler import mangler

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Aev, Barn
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def grunnlag(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """Everything that is known, what hinders that the behandling that is worked on is sent, and the way to write more."""
    valgt, dag = hent_sak(request, sak_id), sporringer.idag()
    behandling = next(iter(sporringer.i_saken(valgt)), None)
    if behandling is None:
        raise Http404
    behandling.sak = valgt
    bak = hent([behandling])[behandling.pk]
    innhold = {
        "ramme": ramme(valgt, behandling, "sak:grunnlag", dag, bak),
        "mangler": mangler(behandling, sporringer.tilstand_av(behandling, bak, dag), dag),
        "port": handlinger.sakens_port(valgt, request.kontekst),
        "soknader": list(valgt.soknader.select_related("av")),
        "behov": list(valgt.behov.select_related("av")),
        "egne": list(valgt.egenvurderinger.select_related("av")),
        "fakta": fakta.vis(bak.fakta),
        **_aev(bak.aev),
        **_barn(bak.barn),
    }
    return render(request, "sak/grunnlag.html", innhold)


def _aev(siste: Aev | None) -> dict[str, object]:
    """The newest, with its group by both names."""
    gruppe = Innsatsgruppe(siste.innsatsgruppe) if siste and siste.innsatsgruppe else None
    return {"aev": siste, "gruppe": f"{gruppe.label} ({str(GAMLE_NAVN[gruppe]).lower()})" if gruppe else ""}


def _barn(siste: Barn | None) -> dict[str, object]:
    """The newest assessment, with the ages in words."""
    return {"barn": siste, "aldre": ", ".join(str(Aldersgruppe(ett).label) for ett in siste.aldersgrupper) if siste else ""}
