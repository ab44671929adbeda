"""The work with a behandling: provisional reply, waiting, who has it, its end without a decision. One form for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.forms import arbeid as skjemaer
from skreddersom.apper.sak.port import Handling, port
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.views.skjema import Skjemaside, svar
from skreddersom.apper.sak.visning.ord import GJOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse
    from django.utils.functional import _StrPromise

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

    Arbeid = tuple[type[skjemaer.Arbeidsskjema], Callable[..., Any], _StrPromise]

GJORES: Final[dict[Handling, Arbeid]] = {
    Handling.FORELOPIG_SVAR: (skjemaer.ForelopigSvar, handlinger.registrer_forelopig_svar, _("Foreløpig svar er registrert.")),
    Handling.SETT_PAA_VENT: (skjemaer.Ventskjema, handlinger.sett_paa_vent, _("Saken er satt på vent.")),
    Handling.GJENOPPTA: (skjemaer.Arbeidsskjema, handlinger.gjenoppta, _("Saken er gjenopptatt.")),
    Handling.OVERTA: (skjemaer.Arbeidsskjema, handlinger.overta, _("Du har overtatt saken.")),
    Handling.TILDEL: (skjemaer.Tildelskjema, handlinger.tildel, _("Saken er tildelt.")),
    Handling.LEGG_TILBAKE: (skjemaer.Arbeidsskjema, handlinger.legg_tilbake, _("Saken er lagt tilbake. Nå kan andre overta den.")),
    Handling.HENLEGG: (skjemaer.Henleggskjema, handlinger.henlegg, _("Behandlingen er henlagt.")),
}
"""Action → form, action function, and what to say when it is done."""


@require_http_methods(["GET", "HEAD", "POST"])
def arbeid(request: Foresporsel, behandling_id: UUID, hva: str) -> HttpResponse:
    """The form, and what it sends."""
    behandling = hent_behandling(request, behandling_id)
    if hva not in GJORES:
        raise Http404
    handling = Handling(hva)
    skjemaslag, gjor, gjort = GJORES[handling]
    dag = sporringer.idag()
    side = Skjemaside(
        om=behandling,
        tittel=str(GJOR[handling]),
        lag=lambda data: skjemaslag(request.kontekst, behandling, data),
        gjor=lambda skjema: gjor(request.kontekst, behandling.pk, skjema.innsending(), *skjema.argumenter()),
        port=port(handling, sporringer.tilstand(behandling, dag), request.kontekst, dag),
        tilbake=reverse("sak:sak", kwargs={"sak_id": behandling.sak_id}),
        gjort=str(gjort),
    )
    return svar(request, side)
