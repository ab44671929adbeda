"""What a case rests on: the applications, the arbeidsevnevurdering, needs, own words, children, and the facts with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.models import FERDIGE, GAMLE_NAVN, Aldersgruppe, Innsatsgruppe
from skreddersom.apper.sak.views.felles import hent_sak, rammen
from skreddersom.apper.sak.visning import fakta
from skreddersom.apper.sak.visning.mangler import mangler

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Barn, Behandling, Sak
    from skreddersom.apper.sak.visning.mangler import Mangel
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def grunnlag(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """Everything that is known, and the way to write more."""
    valgt = hent_sak(request, sak_id)
    ramme = rammen(valgt, "sak:grunnlag")
    innhold = {
        "ramme": ramme,
        "mangler": _mangler(ramme.behandling),
        "port": handlinger.sakens_port(valgt, request.kontekst),
        "soknader": list(valgt.soknader.select_related("av")),
        "behov": list(valgt.behov.select_related("av")),
        "egne": list(valgt.egenvurderinger.select_related("av")),
        "fakta": fakta.vis(sporringer.fakta(valgt)),
        **_aev(valgt),
        **_barn(valgt.barn.select_related("av").first()),
    }
    return render(request, "sak/grunnlag.html", innhold)


def _mangler(behandling: Behandling | None) -> list[Mangel]:
    """What hinders that the behandling that is worked on is sent."""
    if behandling is None or behandling.status in FERDIGE:
        return []
    dag = sporringer.idag()
    return mangler(behandling, sporringer.tilstand(behandling, dag), dag)


def _aev(valgt: Sak) -> dict[str, object]:
    """The newest, with its group by both names."""
    siste = valgt.aev.select_related("av").first()
    gruppe = Innsatsgruppe(siste.innsatsgruppe) if siste and siste.innsatsgruppe else None
    return {"aev": siste, "gruppe": f"{gruppe.label} ({str(GAMLE_NAVN[gruppe]).lower()})" if gruppe else ""}


def _barn(siste: Barn | None) -> dict[str, object]:
    """The newest assessment, with the ages in words."""
    return {"barn": siste, "aldre": ", ".join(str(Aldersgruppe(ett).label) for ett in siste.aldersgrupper) if siste else ""}
