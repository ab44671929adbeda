"""One case, opened to somebody from outside: where the leader opens and closes it, and where the one outside goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from skreddersom.plattform.logg.dagbok import Notat
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.tilgang import handlinger, okt, sporringer
from skreddersom.plattform.tilgang.forms import Innsynsskjema
from skreddersom.plattform.tilgang.kontekst import sett
from skreddersom.plattform.tilgang.personer import katalog
from skreddersom.plattform.tilgang.utforing import gjort, utfor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.models import Innsynsrett

PER_SIDE: Final = 25


class Tilstand(NamedTuple):
    """How it stands with an opened case: a word, its colour, and whether it can still be closed."""

    ord: str
    farge: str
    kan_lukkes: bool


@require_http_methods(["GET", "HEAD", "POST"])
def gitt(request: Foresporsel) -> HttpResponse:
    """What the office has opened, and a form for one more."""
    sendt = request.POST if request.method == "POST" else None
    skjema = Innsynsskjema(request.kontekst, sendt, initial={"person": request.GET.get("person", "")})
    if skjema.is_valid() and gjort(request, skjema, lambda: handlinger.gi_innsyn(request.kontekst, skjema.som_innsyn())):
        return redirect("tilgang:gitt")
    side = Paginator(sporringer.gitte_innsyn(request.kontekst), PER_SIDE).get_page(request.GET.get("side"))
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.TILSYN, detalj=f"åpnede saker, {len(side)} vist"))
    return render(request, "tilgang/gitt.html", {"skjema": skjema, "side": side, "rader": _rader(side, timezone.localdate())})


def _rader(retter: Iterable[Innsynsrett], idag: date) -> list[dict[str, Any]]:
    """The opened cases with the names of those the leader may see. One query."""
    navn = katalog().navn([rett.person_id for rett in retter])
    ukjent = _("Skjult person")
    return [{"rett": rett, "person": navn.get(rett.person_id, ukjent), "tilstand": tilstand(rett, idag)} for rett in retter]


def tilstand(rett: Innsynsrett, idag: date) -> Tilstand:
    """How it stands with the opened case on the day."""
    if rett.avsluttet:
        return Tilstand(_("Lukket"), "neutral", kan_lukkes=False)
    if rett.til < idag:
        return Tilstand(_("Utløpt"), "neutral", kan_lukkes=False)
    return Tilstand(_("Åpen"), "warning", kan_lukkes=True) if rett.fra <= idag else Tilstand(_("Åpnes senere"), "info", kan_lukkes=True)


@require_POST
def lukk(request: Foresporsel, rett: UUID) -> HttpResponse:
    """Close a case before its time."""
    utfor(request, lambda: handlinger.avslutt_innsyn(request.kontekst, rett))
    return redirect("tilgang:gitt")


@require_http_methods(["GET", "HEAD", "POST"])
def innsyn(request: Foresporsel) -> HttpResponse:
    """The cases that offices have opened to the one who is logged in; sending the form goes into one of them."""
    gitt = sporringer.innsyn_i_dag(request.kontekst)
    onsket = request.POST.get("rett", "") if request.method == "POST" else ""
    rett = next((ett for ett in gitt if str(ett.pk) == onsket), None)
    if rett is not None:
        request.session[okt.SAK] = str(rett.pk)
        return redirect(_adresse(request, rett.person_id) or "tilgang:innsyn")
    return render(request, "tilgang/innsyn.html", {"gitt": gitt})


def _adresse(request: Foresporsel, person: UUID) -> str:
    """The page of the person, as seen from inside the case that has just been opened."""
    apnet = okt.apnet_sak(request, request.stilling)
    if apnet is None:
        return ""
    sett(apnet)
    adresse = katalog().adresse(person)
    sett(request.kontekst)
    return adresse
