"""The advance notice: the form beside the letter it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.forms.varsel import Varselskjema
from skreddersom.apper.sak.port import Handling, port
from skreddersom.apper.sak.tilstand import KAN_VARSLES
from skreddersom.apper.sak.views.skjema import Skjemaside, med_brevet
from skreddersom.apper.sak.visning import brev as brevvisning
from skreddersom.apper.sak.visning.ord import GJOR
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.plattform.design.setninger import paa_leserens

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Behandling, Hendelse
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


def varsle(request: Foresporsel, behandling: Behandling) -> HttpResponse:
    """The page, what it sends, and (``som=vis``) the letter as it would be with what stands in the form; then nothing is kept."""
    dag = sporringer.idag()
    brev = _brevet(request, behandling, dag) if behandling.slag in KAN_VARSLES else None
    return med_brevet(request, _side(request, behandling, dag, brev))


def _side(request: Foresporsel, behandling: Behandling, dag: date, brev: brevvisning.Brevvisning | None) -> Skjemaside[Varselskjema]:
    return Skjemaside(
        om=behandling,
        tittel=str(GJOR[Handling.VARSLE]),
        lag=lambda data: Varselskjema(request.kontekst, behandling, data),
        gjor=lambda skjema: _gjor(request, behandling, skjema),
        port=port(Handling.VARSLE, sporringer.tilstand(behandling, dag), request.kontekst, dag),
        tilbake=reverse("sak:sak", kwargs={"sak_id": behandling.sak_id}),
        videre=lambda hendelse: _videre(behandling, hendelse),
        gjort=_("Forhåndsvarselet er registrert. Er det laget et brev, gjelder det fra det er merket som sendt."),
        knapp=str(GJOR[Handling.VARSLE]),
        ingress=_("Deltakeren skal få vite hva dere vurderer og hvorfor, og få tid til å svare, før noe bestemmes (%(hjemmel)s).")
        % {"hjemmel": paa_leserens(hjemmel(Tema.FORHANDSVARSEL, dag))},
        mal="sak/brevskjema.html",
        innhold={"brev": brev},
    )


def _gjor(request: Foresporsel, behandling: Behandling, skjema: Varselskjema) -> Hendelse:
    felles = (request.kontekst, behandling.pk, skjema.innsending())
    if skjema.unntatt is not None:
        return handlinger.la_vaere_aa_varsle(*felles, *skjema.unntatt)
    return handlinger.varsle(*felles, skjema.varsel, skjema.bekreftet)


def _videre(behandling: Behandling, hendelse: Hendelse) -> str:
    """To the letter, which must be sent; or to the draft, when there is none."""
    if "brev" in hendelse.data:
        return reverse("sak:brevene", kwargs={"sak_id": behandling.sak_id})
    return reverse("sak:vedtak", kwargs={"behandling_id": behandling.pk})


def _brevet(request: Foresporsel, behandling: Behandling, dag: date) -> brevvisning.Brevvisning:
    """The letter as it would be with what stands in the form; one that is just opened has what is proposed."""
    skjema = Varselskjema(request.kontekst, behandling, request.POST or None)
    if not request.POST:
        return brevvisning.varselet(behandling, skjema.foreslatt, dag)
    skjema.full_clean()
    return brevvisning.varselet(behandling, skjema.varsel, dag)
