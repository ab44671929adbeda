"""The work with a behandling: provisional reply, waiting, who has it, its end without a decision. One form for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.forms import arbeid as skjemaer
from skreddersom.apper.sak.forms.varsel import Uttalelseskjema
from skreddersom.apper.sak.port import Handling, port
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.views.skjema import Skjemaside, svar
from skreddersom.apper.sak.views.varsel import varsle
from skreddersom.apper.sak.visning.ord import GJOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse
    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Behandling, Hendelse
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

    Arbeid = tuple[type[skjemaer.Arbeidsskjema], Callable[..., Any], _StrPromise]

S = TypeVar("S", bound=skjemaer.Arbeidsskjema)
FORELOPIG: Final = _("Foreløpig svar er registrert. Er det laget et brev, ligger det klart under Brev.")
GJORES: Final[dict[Handling, Arbeid]] = {
    Handling.UTTALELSE: (Uttalelseskjema, handlinger.registrer_uttalelse, _("Uttalelsen er registrert.")),
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
    if hva == Handling.FORELOPIG_SVAR:
        return svar(request, _forelopig_svar(request, behandling))
    if hva == Handling.VARSLE:
        return varsle(request, behandling)
    if hva not in GJORES:
        raise Http404
    skjemaslag, gjor, gjort = GJORES[Handling(hva)]
    side = _side(request, behandling, Handling(hva), skjemaslag)
    return svar(
        request,
        side(gjor=lambda skjema: gjor(request.kontekst, behandling.pk, skjema.innsending(), *skjema.argumenter()), gjort=str(gjort)),
    )


def _side(request: Foresporsel, behandling: Behandling, handling: Handling, skjema: type[S]) -> partial[Skjemaside[S]]:
    dag = sporringer.idag()
    return partial(
        Skjemaside,
        om=behandling,
        tittel=str(GJOR[handling]),
        lag=lambda data: skjema(request.kontekst, behandling, data),
        port=port(handling, sporringer.tilstand(behandling, dag), request.kontekst, dag),
        tilbake=reverse("sak:sak", kwargs={"sak_id": behandling.sak_id}),
    )


def _forelopig_svar(request: Foresporsel, behandling: Behandling) -> Skjemaside[skjemaer.ForelopigSvar]:
    """In a letter made here, or given already in another way."""

    def gjor(skjema: skjemaer.ForelopigSvar) -> Hendelse:
        felles = (request.kontekst, behandling.pk, skjema.innsending())
        if skjema.gitt is not None:
            return handlinger.registrer_forelopig_svar(*felles, skjema.gitt)
        return handlinger.gi_forelopig_svar(*felles, skjema.svar, skjema.bekreftet)

    return _side(request, behandling, Handling.FORELOPIG_SVAR, skjemaer.ForelopigSvar)(
        gjor=gjor, gjort=str(FORELOPIG), knapp=str(GJOR[Handling.FORELOPIG_SVAR])
    )
