"""One case as the one who looks it over sees it: condition by condition, approved or sent back with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import grunnlag, handlinger, sporringer
from skreddersom.apper.sak.forms.kontroll import Vilkarsdom
from skreddersom.apper.sak.handlinger import Konflikt
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.visning import kontroll as kontrollvisning
from skreddersom.apper.sak.visning.hode import sakens_navn
from skreddersom.apper.sak.visning.tidslinje import linje
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.visning.kontroll import Vilkarskort
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def kontroll(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """Every condition, with a form for those that wait for the one who asks."""
    behandling = hent_behandling(request, behandling_id)
    if request.method != "POST":
        return _vis(request, behandling)
    skjema = Vilkarsdom(behandling, request.POST, merke=_merke(request))
    return _sikre(request, behandling, skjema) if skjema.is_valid() else _vis(request, behandling, skjema)


def _merke(request: Foresporsel) -> str:
    """The id of the assessment that the form is about; nothing when it is no id."""
    try:
        return str(UUID(request.POST.get("vurdering", "")))
    except ValueError:
        return ""


def _sikre(request: Foresporsel, behandling: Behandling, skjema: Vilkarsdom) -> HttpResponse:
    vurdering, dom = skjema.cleaned_data["vurdering"], skjema.dom
    try:
        handlinger.kvalitetssikre(request.kontekst, behandling.pk, skjema.innsending(), vurdering, dom)
    except Konflikt:
        return _endret_imens(request, behandling, skjema)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, behandling, skjema)
    messages.success(request, _("Vurderingen er godkjent.") if dom.godkjent else _("Vurderingen er sendt tilbake."))
    return redirect(reverse("sak:kontroll", args=[behandling.pk]) + _neste(request, behandling))


def _neste(request: Foresporsel, behandling: Behandling) -> str:
    """Down to the next condition that waits, if there is one."""
    igjen = (ett.vilkar.id for ett in _kortene(request, behandling) if ett.port.apen)
    return next((f"#vilkar-{vilkar}" for vilkar in igjen), "")


def _endret_imens(request: Foresporsel, behandling: Behandling, skjema: Vilkarsdom) -> HttpResponse:
    """Somebody was first: what they did, and what was typed still in its place, to be sent anew."""
    endringer = sporringer.hendelser(behandling.sak, behandling=behandling, etter=skjema.cleaned_data["versjon"])
    skjema.data = paa_ny_versjon(request, behandling.versjon)
    return _vis(request, behandling, skjema, endringer=[linje(ett) for ett in endringer], status=409)


def _kortene(request: Foresporsel, behandling: Behandling) -> list[Vilkarskort]:
    dag = sporringer.idag()
    bak = grunnlag.hent([behandling])[behandling.pk]
    tilstand = sporringer.tilstand_av(behandling, bak, dag, med_brev=False)
    return kontrollvisning.kort(behandling, bak, tilstand, request.kontekst, dag)


def _vis(
    request: Foresporsel, behandling: Behandling, sendt: Vilkarsdom | None = None, *, endringer: object = None, status: int = 200
) -> HttpResponse:
    kortene = _kortene(request, behandling)
    innhold = {
        "behandling": behandling,
        "navn": sakens_navn(behandling.sak),
        "kort": [(ett, _skjema(behandling, ett, sendt)) for ett in kortene],
        "igjen": sum(ett.port.apen for ett in kortene),
        "feil": sendt if sendt is not None and sendt.errors else None,
        "endringer": endringer,
        "skrevet": sendt.data.get("tekst", "") if sendt is not None and endringer is not None else "",
    }
    return render(request, "sak/kontroll.html", innhold, status=status)


def _skjema(behandling: Behandling, ett: Vilkarskort, sendt: Vilkarsdom | None) -> Vilkarsdom | None:
    """The form of one condition, with what was typed in it if it is the one that was sent; none where the port is closed."""
    vurdering = ett.vilkar.vurdering
    if vurdering is None or not ett.port.apen:
        return None
    if sendt is not None and sendt.data.get("vurdering") == str(vurdering.pk):
        return sendt
    return Vilkarsdom(behandling, merke=vurdering.pk, vurdering=vurdering.pk)
