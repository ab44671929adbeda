"""The letter of a decision: shown before it is made, fetched and marked as sent after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from skreddersom.apper.sak import brev as brevet
from skreddersom.apper.sak import grunnlag, sporringer
from skreddersom.apper.sak.forms.vedtak import Utkastskjema, valgt_utfall
from skreddersom.apper.sak.models import Utfall
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.visning import brev as brevvisning
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import handlinger as brevhandlinger
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_POST
def forhandsvis(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """The letter as it would be with what stands in the form; nothing is kept. ``som=pdf`` gives the file itself."""
    behandling = _med_det_som_staar(request, hent_behandling(request, behandling_id))
    bak, dag = grunnlag.hent([behandling])[behandling.pk], sporringer.idag()
    if request.POST.get("som") == "pdf" and behandling.utfall and brevet.slag_for(Utfall(behandling.utfall)):
        fil = brevet.lag_brev(behandling, bak, dag, beslutter=behandling.beslutter, utkast=True)
        return _pdf(fil.pdf, f"utkast-{behandling.sak.referanse.replace('/', '-')}.pdf")
    mal = "sak/forhandsvisning_bit.html" if request.htmx else "sak/forhandsvisning.html"
    return render(request, mal, {"behandling": behandling, "brev": brevvisning.vis(behandling, bak, dag)})


def _med_det_som_staar(request: Foresporsel, behandling: Behandling) -> Behandling:
    """With the draft in the form, if a form was sent; a field that cannot be read yet is empty."""
    if "utfall" not in request.POST:
        return behandling
    skjema = Utkastskjema(behandling, valgt_utfall(behandling, request.POST["utfall"]), request.POST)
    skjema.full_clean()
    return brevvisning.med_utkast(behandling, skjema.utkast)


def _pdf(innhold: bytes, filnavn: str) -> HttpResponse:
    return HttpResponse(innhold, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{filnavn}"'})


@require_safe
def hent(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """The very bytes of the letter that told of the decision."""
    behandling = hent_behandling(request, behandling_id)
    funnet = _brevet(request, behandling)
    request.dagbok.noter(Notat(Handling.EKSPORT, behandling.person_id, f"brev/{funnet.pk}", Formal.SAKSBEHANDLING, detalj=funnet.slag))
    return _pdf(bytes(funnet.pdf), funnet.filnavn)


@require_POST
def merk_sendt(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """Somebody has put the letter in the post."""
    behandling = hent_behandling(request, behandling_id)
    try:
        brevhandlinger.merk_sendt(request.kontekst, _brevet(request, behandling).pk)
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, _("Brevet er merket som sendt."))
    return redirect("sak:vedtak", behandling.pk)


def _brevet(request: Foresporsel, behandling: Behandling) -> Brev:
    """The letter of the decision. Raises ``Http404`` when no decision is made."""
    fattet = getattr(behandling, "vedtak", None)
    funnet = brevene.brev(request.kontekst).filter(pk=fattet.brev).first() if fattet else None
    if funnet is None:
        raise Http404
    return funnet
