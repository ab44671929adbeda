"""What comes next in a case: the work towards a decision about an earlier one is begun, the case is put away, or taken out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.forms.felter import Skjema
from skreddersom.apper.sak.forms.videre import Apneskjema
from skreddersom.apper.sak.models import Slag
from skreddersom.apper.sak.sakport import KAN_ENDRES, Videre, kan_gjelde, port
from skreddersom.apper.sak.saksporringer import sakstilstand
from skreddersom.apper.sak.tilstand import MED_VILKAR
from skreddersom.apper.sak.views import skrevetbrev
from skreddersom.apper.sak.views.felles import hent_sak
from skreddersom.apper.sak.views.skjema import Skjemaside, med_brevet, svar
from skreddersom.apper.sak.visning.videre import FORKLARING, GJOR

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Hendelse, Sak
    from skreddersom.apper.sak.sakport import Sakstilstand
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


SKRIVES: Final = {Videre.INVITASJON: skrevetbrev.invitasjon, Videre.BEVIS: skrevetbrev.bevis}
"""The letters among what can come next → the page that writes them."""


@require_http_methods(["GET", "HEAD", "POST"])
def videre(request: Foresporsel, sak_id: UUID, hva: str) -> HttpResponse:
    """The form, and what it sends. Raises ``Http404`` for what cannot come next in any case."""
    sak = hent_sak(request, sak_id)
    if hva not in GJOR:
        raise Http404
    valgt, tilstand = Videre(hva), sakstilstand(sak)
    if valgt in SKRIVES:
        side, vis = SKRIVES[valgt](request, sak, tilstand), med_brevet
    elif hva in KAN_ENDRES:
        side, vis = _ny_behandling(request, sak, valgt, tilstand), svar
    else:
        side, vis = _saken_selv(request, sak, valgt), svar
    return vis(request, side(port=port(valgt, tilstand, request.kontekst, sporringer.idag()), ingress=str(FORKLARING[valgt])))


def _ny_behandling(request: Foresporsel, sak: Sak, valgt: Videre, tilstand: Sakstilstand) -> partial[Skjemaside[Any]]:
    slag = Slag(valgt.value)
    mulige = kan_gjelde(slag, tilstand, sporringer.idag())
    return partial(
        Skjemaside,
        om=sak,
        tittel=str(GJOR[valgt]),
        lag=lambda data: Apneskjema(sak, mulige, data),
        gjor=lambda skjema: handlinger.apne_behandling(request.kontekst, sak.pk, skjema.innsending(), slag, skjema.vedtak_id),
        tilbake=reverse("sak:sak", kwargs={"sak_id": sak.pk}),
        videre=_til_arbeidet,
        gjort=_("Behandlingen er åpnet. Nå kan du skrive utkastet."),
        knapp=_("Åpne behandlingen"),
    )


def _til_arbeidet(hendelse: Hendelse) -> str:
    """To the conditions where they are to be assessed, else to the draft."""
    side = "sak:vilkar" if hendelse.data["slag"] in MED_VILKAR else "sak:vedtak"
    return reverse(side, kwargs={"behandling_id": hendelse.data["behandling"]})


def _saken_selv(request: Foresporsel, sak: Sak, valgt: Videre) -> partial[Skjemaside[Any]]:
    avslutt = valgt is Videre.AVSLUTT
    gjor = handlinger.avslutt_sak if avslutt else handlinger.gjenapne_sak
    return partial(
        Skjemaside,
        om=sak,
        tittel=str(GJOR[valgt]),
        lag=lambda data: Skjema(sak, data),
        gjor=lambda skjema: gjor(request.kontekst, sak.pk, skjema.innsending()),
        tilbake=reverse("sak:sak", kwargs={"sak_id": sak.pk}),
        gjort=_("Saken er avsluttet.") if avslutt else _("Saken er åpnet igjen."),
        knapp=str(GJOR[valgt]),
    )
