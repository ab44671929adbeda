"""The reviews: start one, follow it, and see what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.kandidat import handlinger, oppsummering
from skreddersom.apper.kandidat.forms import Gjennomgangsskjema
from skreddersom.apper.kandidat.models import Gjennomgang
from skreddersom.apper.kandidat.views.bit import bare_en_bit
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

PER_SIDE: Final = 25


@require_http_methods(["GET", "HEAD", "POST"])
def gjennomganger(request: Foresporsel) -> HttpResponse:
    """The reviews of the office, and the form that starts one."""
    skjema = Gjennomgangsskjema(request.kontekst, request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        try:
            ny = handlinger.start_gjennomgang(request.kontekst, skjema.cleaned_data["per"], skjema.cleaned_data["filer"])
        except Brukerfeil as feil:
            skjema.add_error(None, str(feil))
        else:
            return redirect("kandidat:gjennomgang", ny.pk)
    side = Paginator(_alle(request.kontekst), PER_SIDE).get_page(request.GET.get("side"))
    return render(
        request,
        "kandidat/gjennomganger.html",
        {"side": side, "skjema": skjema, "kan_starte": SIDER["kandidat:gjennomganger"].slipper_inn("POST", request.kontekst.rolle)},
    )


def _alle(kontekst: Kontekst) -> QuerySet[Gjennomgang]:
    return Gjennomgang.objects.filter(kontor_id=kontekst.kontor).select_related("startet_av")


@require_safe
def gjennomgang(request: Foresporsel, gjennomgang_id: UUID) -> HttpResponse:
    """One review: how far it has come, and what it found."""
    valgt = get_object_or_404(_alle(request.kontekst), pk=gjennomgang_id)
    mal = "kandidat/gjennomgang_innhold.html" if bare_en_bit(request) else "kandidat/gjennomgang.html"
    tall = oppsummering.av(valgt) if valgt.status == Gjennomgang.Status.FERDIG else None
    return render(request, mal, {"gjennomgang": valgt, "tall": tall, "filer": list(valgt.filer.all())})
