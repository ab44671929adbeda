"""My bench: who waits for me, and what is due first?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from skreddersom.apper.kandidat import benk as benken
from skreddersom.apper.kandidat import visning
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.design.tabell import Utsnitt
from skreddersom.plattform.logg.dagbok import Handling, Notat

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 25


@require_safe
def benk(request: Foresporsel) -> HttpResponse:
    """The tasks of one tab, the first due first, with counts on all tabs."""
    idag = timezone.localdate()
    antall = benken.antall(request.kontekst, idag)
    fane = _valgt(request, antall)
    utsnitt = Utsnitt(lambda fra, n: benken.utsnitt(request.kontekst, fane, idag, fra, n), antall[fane])
    side = Paginator(utsnitt, PER_SIDE).get_page(request.GET.get("side"))
    rader = [_rad(kandidat, oppgave, frist, idag) for kandidat, oppgave, frist in side]
    request.dagbok.noter(Notat(Handling.LES, detalj=f"benk, {len(rader)} vist"))
    innhold = {"faner": _faner(antall), "fane": _adresse(fane), "side": side, "rader": rader}
    innhold["kontoret"] = benken.for_kontoret(request.kontekst, idag)
    return render(request, "kandidat/benk.html", innhold)


def _valgt(request: Foresporsel, antall: dict[str, int]) -> str:
    """The tab in the address; else the first with something in it."""
    onsket = request.GET.get("fane", "")
    return onsket if onsket in antall else next((fane for fane, n in antall.items() if n), next(iter(antall)))


def _faner(antall: dict[str, int]) -> list[Menypunkt]:
    return [Menypunkt(str(tekst), _adresse(fane), antall[fane]) for fane, tekst in benken.faner()]


def _adresse(fane: str) -> str:
    return f"{reverse('kandidat:benk')}?fane={fane}"


def _rad(kandidat: Kandidat, oppgave: str, frist: date, idag: date) -> dict[str, Any]:
    gjor = next(ett.gjor for ett in benken.OPPGAVER if ett.id == oppgave)
    return {"vist": visning.rad(kandidat), "gjor": gjor, "frist": frist, "over": (idag - frist).days}
