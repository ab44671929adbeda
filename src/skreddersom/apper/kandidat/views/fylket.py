"""The county: where should we look? Numbers of offices, never of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from skreddersom.apper.kandidat import fylket as tall
from skreddersom.apper.kandidat.indikator.oversikt import oversikt
from skreddersom.apper.kandidat.views.indikator import sprak
from skreddersom.kjerne.statistikk.undertrykk import MINST

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def fylket(request: Foresporsel) -> HttpResponse:
    """All offices in the order of the map, and what 11CF tells of the newest year."""
    rader = tall.rader(request.kontekst, timezone.localdate())
    sett = oversikt(request.kontekst, sprak())
    innhold = {"rader": rader, "uten": sum(not rad.har_tall for rad in rader), "minst": MINST, "oversikt": sett}
    return render(request, "kandidat/fylket.html", innhold)
