"""In, out, and which role one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.contrib.auth import login, logout
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from skreddersom.plattform.oppsett import hoder
from skreddersom.plattform.tilgang import grense, handlinger, okt, ukjent
from skreddersom.plattform.tilgang import rollekort as rollekort_paa_siden
from skreddersom.plattform.tilgang.adresser import trygg
from skreddersom.plattform.tilgang.forms import Kodeskjema
from skreddersom.plattform.tilgang.handlinger import FeilKode
from skreddersom.plattform.tilgang.hvem import BACKEND, stillinger
from skreddersom.plattform.tilgang.innlogging import HVORFOR, innloggingssteder, tjenester
from skreddersom.plattform.tilgang.models import Stilling
from skreddersom.plattform.tilgang.regler import Grense
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.models import Ansatt

FORSTE_SIDE: Final = {
    Rolle.VEILEDER: "sak:benk",
    Rolle.KVALITETSSIKRER: "sak:til_kontroll",
    Rolle.BESLUTTER: "sak:til_kontroll",
    Rolle.LEDER: "kandidat:kontoret",
    Rolle.ADMINISTRATOR: "tilgang:ansatte",
    Rolle.STATSFORVALTER: "kandidat:fylket",
    Rolle.DIREKTORAT: "kandidat:fylket",
}
"""The page that answers the one question each role comes with."""
KODEFORSOK: Final = Grense(5, sekunder=15 * 60)
"""Codes that one person may try, whatever machine they sit at."""


@require_GET
def hjem(request: Foresporsel) -> HttpResponse:
    """On to the first page of the role."""
    return redirect(FORSTE_SIDE[request.kontekst.rolle])


@require_GET
def logg_inn(request: HttpRequest) -> HttpResponse:
    """The ways in: the municipality's login, and in the demo the role cards."""
    if okt.gjelder(request):
        return redirect("hjem")
    innhold = {
        "kort": rollekort_paa_siden.grupper() if settings.ROLLEKORT else (),
        "tjenester": tjenester(request),
        "hvorfor": HVORFOR.get(request.GET.get("hvorfor", "")),
        "kan_bruke_kode": ukjent.hvem(request) is not None,
        "neste": trygg(request, request.GET.get("next")),
    }
    svar = render(request, "tilgang/logg_inn.html", innhold)
    svar.headers["Content-Security-Policy"] = hoder.innhold(innloggingssteder(request))
    return svar


@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    """Somebody we do not know types the code that tells who it is."""
    hvem = ukjent.hvem(request)
    if hvem is None:
        return redirect("logg_inn")
    skjema = Kodeskjema(request.POST if request.method == "POST" else None)
    if skjema.is_valid():
        if grense.for_ofte(str(hvem), "kode", KODEFORSOK):
            skjema.add_error("kode", _("For mange forsøk. Vent et kvarter, og prøv igjen."))
            return render(request, "tilgang/kode.html", {"skjema": skjema}, status=429)
        try:
            return _kjent(request, handlinger.knytt(hvem, skjema.cleaned_data["kode"]))
        except FeilKode as feil:
            skjema.add_error("kode", str(feil))
    return render(request, "tilgang/kode.html", {"skjema": skjema})


def _kjent(request: HttpRequest, ansatt: Ansatt) -> HttpResponse:
    """In, and on to where they were going."""
    videre = ukjent.neste(request) or "hjem"
    ukjent.glem(request)
    login(request, ansatt, backend=BACKEND)
    okt.aapne(request)
    return redirect(videre)


@require_POST
def logg_ut(request: HttpRequest) -> HttpResponse:
    """Out."""
    logout(request)
    return redirect("logg_inn")


@require_http_methods(["GET", "HEAD", "POST"])
def velg_rolle(request: HttpRequest) -> HttpResponse:
    """Choose the role to be in. Somebody without any is told what to do."""
    mulige = stillinger(request.user.pk)  # type: ignore[arg-type]
    if request.method == "POST":
        valgt = next((ett for ett in mulige if str(ett.pk) == request.POST.get("stilling")), None)
        if valgt is None:
            raise Http404
        okt.velg(request, valgt)
        return redirect("hjem")
    return render(request, "tilgang/velg_rolle.html", {"mulige": mulige})


@require_POST
@transaction.atomic
def rollekort(request: HttpRequest, stilling: UUID) -> HttpResponse:
    """Log in as a made-up member of staff. The address exists in the demo only."""
    valgt = get_object_or_404(Stilling.objects.select_related("ansatt"), pk=stilling, til=None)
    if valgt.ansatt.has_usable_password() or valgt.fra > timezone.localdate():
        raise Http404
    login(request, valgt.ansatt, backend=BACKEND)
    okt.aapne(request)
    okt.velg(request, valgt)
    return redirect(trygg(request, request.POST.get("neste")) or "hjem")
