"""Files in, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.kandidat import gjenkjenning, handlinger
from skreddersom.apper.kandidat.models import Fil
from skreddersom.apper.kandidat.views.bit import bare_en_bit
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kommuner import KOMMUNER

if TYPE_CHECKING:
    from uuid import UUID

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

PER_SIDE: Final = 25


@require_http_methods(["GET", "HEAD", "POST"])
def filer(request: Foresporsel) -> HttpResponse:
    """The office's files, and the form that takes new ones."""
    if request.method == "POST":
        return _ta_imot(request)
    return _liste(request, [])


def _liste(request: Foresporsel, avvist: list[str]) -> HttpResponse:
    side = Paginator(_alle(request.kontekst), PER_SIDE).get_page(request.GET.get("side"))
    venter = any(fil.under_arbeid for fil in side)
    innhold = {"side": side, "avvist": avvist, "venter": venter, "storst": settings.STORSTE_OPPLASTING // 1_000_000}
    mal = "kandidat/filer_tabell.html" if bare_en_bit(request) and request.method == "GET" else "kandidat/filer.html"
    return render(request, mal, innhold)


def _alle(kontekst: Kontekst) -> QuerySet[Fil]:
    return Fil.objects.filter(kontor_id=kontekst.kontor).select_related("lastet_opp_av")


def _ta_imot(request: Foresporsel) -> HttpResponse:
    """Each file by itself: one that is refused does not stop the others."""
    sendt = request.FILES.getlist("filer")
    if not sendt:
        return _liste(request, [_("Velg minst én fil først.")])
    avvist = [setning for opplastet in sendt if (setning := _en(request, opplastet))]
    return _liste(request, avvist) if avvist else redirect("kandidat:filer")


def _en(request: Foresporsel, opplastet: UploadedFile[Any]) -> str:
    """Take one file; what is wrong with it, or nothing."""
    navn = gjenkjenning.trygt_navn(opplastet.name or "")
    if (opplastet.size or 0) > settings.STORSTE_OPPLASTING:
        return gjenkjenning.for_stor(navn)
    try:
        fil = handlinger.ta_imot_fil(request.kontekst, navn, opplastet.read())
    except Brukerfeil as feil:
        return str(feil)
    if fil.var_her_fra_for:
        messages.info(request, _("%(navn)s er lastet opp før. Ingenting er endret.") % {"navn": navn})
    else:
        messages.success(request, _("%(navn)s er mottatt og blir kontrollert.") % {"navn": navn})
    return ""


@require_safe
def fil(request: Foresporsel, fil_id: UUID) -> HttpResponse:
    """One file: what it is, and what the controls said by line."""
    valgt = get_object_or_404(_alle(request.kontekst), pk=fil_id)
    mal = "kandidat/fil_innhold.html" if bare_en_bit(request) else "kandidat/fil.html"
    return render(request, mal, {"fil": valgt, "kommune": KOMMUNER.get(valgt.kommunenr, "")})
