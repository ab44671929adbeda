"""Those outside the list: who they are, why they stand there, and the way in for whoever should be looked at after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from skreddersom.apper.kandidat import handlinger, sporringer, visning
from skreddersom.apper.kandidat.forms import Inntaksskjema
from skreddersom.apper.kandidat.models import Gjennomgang
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.screening.utenfor import GRUNNER, TEKST
from skreddersom.plattform.design.setninger import paa_sprak
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from skreddersom.apper.kandidat.models import Vurdering
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 25


@require_safe
def utenfor(request: Foresporsel, gjennomgang_id: UUID) -> HttpResponse:
    """Everybody one review left outside, by reason."""
    gjennomgang = get_object_or_404(Gjennomgang, pk=gjennomgang_id, kontor_id=request.kontekst.kontor)
    alle = sporringer.utenfor(request.kontekst).filter(gjennomgang=gjennomgang)
    telt: dict[str, int] = dict(alle.order_by().values_list("utenfor").annotate(n=Count("pk")))
    valgt = request.GET.get("grunn", "") if request.GET.get("grunn") in TEKST else ""
    side = Paginator(_rekkefolge(alle.filter(utenfor=valgt) if valgt else alle), PER_SIDE).get_page(request.GET.get("side"))
    rader = visning.utenfor(side)
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.KARTLEGGING, detalj=f"utenfor lista, {len(rader)} vist"))
    i_alt = sum(telt.values())
    innhold = {"gjennomgang": gjennomgang, "side": side, "rader": rader, "valgt": valgt, "i_alt": i_alt, "grunner": _grunner(telt)}
    innhold["skjult"] = i_alt - side.paginator.count
    return render(request, "kandidat/utenfor.html", innhold)


def _grunner(telt: dict[str, int]) -> list[tuple[str, str]]:
    """What the filter can be set to, each with how many it leaves."""
    return [("", _("Alle")), *((grunn.id, f"{capfirst(paa_sprak(grunn.tekst))} ({telt.get(grunn.id, 0)})") for grunn in GRUNNER)]


def _rekkefolge(vurderinger: QuerySet[Vurdering]) -> QuerySet[Vurdering]:
    """Those with most months of support first: there a wrong fact does most harm."""
    return vurderinger.select_related("person", "gjennomgang").order_by("-maneder_siste_12", "person__navn", "pk")


@require_safe
def en(request: Foresporsel, vurdering_id: UUID) -> HttpResponse:
    """What one review said of one person outside the list."""
    return _vis(request, vurdering_id, Inntaksskjema())


@require_POST
def ta_inn(request: Foresporsel, vurdering_id: UUID) -> HttpResponse:
    """Put the person on the list, with the reason."""
    skjema = Inntaksskjema(request.POST)
    if not skjema.is_valid():
        return _vis(request, vurdering_id, skjema)
    get_object_or_404(sporringer.utenfor(request.kontekst), pk=vurdering_id)
    try:
        kandidat = handlinger.ta_inn(request.kontekst, vurdering_id, skjema.cleaned_data["grunn"])
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, vurdering_id, skjema)
    messages.success(request, _("Personen er tatt inn på lista."))
    return redirect("kandidat:kandidat", kandidat.pk)


def _vis(request: Foresporsel, vurdering_id: UUID, skjema: Inntaksskjema) -> HttpResponse:
    alle: Any = sporringer.utenfor(request.kontekst).select_related("person", "gjennomgang")
    valgt = get_object_or_404(alle, pk=vurdering_id)
    request.dagbok.noter(Notat(Handling.LES, valgt.person_id, f"vurdering/{valgt.pk}", Formal.KARTLEGGING))
    andre = sporringer.vurderinger(valgt)
    innhold = {
        **visning.av_vurdering(valgt, valgt.person),
        "skjema": skjema,
        "kandidat_id": valgt.kandidat,
        "er_siste": andre[0] == valgt,
        "historikk": visning.historikk((), andre),
        "kan_ta_inn": SIDER["kandidat:ta_inn"].slipper_inn("POST", request.kontekst.rolle),
    }
    return render(request, "kandidat/utenfor_en.html", innhold)
