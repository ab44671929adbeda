"""The rounds of the unit, and one of them: who has answered, and what can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.omradeovervaking import handlinger, sporringer, visning
from skreddersom.apper.omradeovervaking.forms.runde import NyRunde
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.port import kan_sendes

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.omradeovervaking.models import Runde
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def runder(request: Foresporsel) -> HttpResponse:
    """All of them, and the form that begins one."""
    skjema = NyRunde(request.kontekst, request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        etter = next((ett.pk for ett in sporringer.runder(request.kontekst) if str(ett.pk) == skjema.cleaned_data["etter"]), None)
        ny = handlinger.lag_runde(request.kontekst, skjema.oppsett(request.kontekst), etter)
        messages.success(request, _("Runden er laget. Ingen er spurt før du sender den."))
        return redirect("omradeovervaking:runde", runde_id=ny.pk)
    alle = sporringer.stand_for_alle(request.kontekst)
    rader = [_rad(ett, alle[ett.pk]) for ett in sporringer.runder(request.kontekst).annotate(utgitt=Count("utgaver"))]
    return render(request, "omradeovervaking/runder.html", {"rader": rader, "skjema": skjema})


def _rad(runde: Runde, alle: list[sporringer.Stand]) -> dict[str, Any]:
    return {
        "runde": runde,
        "farge": visning.STATUSFARGE[runde.status],  # type: ignore[index]
        "sendt": sum(ett.sendt for ett in alle),
        "av": len(alle),
        "utgaver": runde.utgitt,  # type: ignore[attr-defined]
    }


@require_safe
def runde(request: Foresporsel, runde_id: UUID) -> HttpResponse:
    """One round: as a draft what is asked and whom, afterwards who has answered."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id))
    valgt = grunnlag.runde
    punkter = [sporringer.punkt(ett) for ett in grunnlag.sporsmal]
    innhold = {
        **ramme(request, grunnlag),
        "farge": visning.STATUSFARGE[valgt.status],  # type: ignore[index]
        "sporsmal": grunnlag.sporsmal,
        "kontorer": [navn for pk, navn in grunnlag.kan_sporres if pk in valgt.kontorer],
        "stand": grunnlag.stand,
        "sendt": sum(ett.sendt for ett in grunnlag.stand),
        "bruk": sporringer.bruk(grunnlag.stand),
        "port": kan_sendes(valgt, punkter, timezone.localdate()),
        "over_fristen": valgt.frist < timezone.localdate(),
        "hendelser": visning.hendelser(valgt),
    }
    return render(request, "omradeovervaking/runde.html", innhold)


def ramme(request: Foresporsel, grunnlag: Rundegrunnlag) -> dict[str, Any]:
    """What every page of a round shows."""
    return {"runde": grunnlag.runde, "faner": visning.faner(grunnlag.runde), "her": request.path}
