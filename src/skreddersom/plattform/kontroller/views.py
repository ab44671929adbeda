"""The office's own limits: shown and set by the leader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.kontroller import grenser
from skreddersom.plattform.kontroller.forms import Grenseskjema

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def egne(request: Foresporsel) -> HttpResponse:
    """The form, and what it sends."""
    naa = grenser.egne(request.kontekst)
    skjema = Grenseskjema(naa, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not skjema.is_valid():
        return _vis(request, skjema)
    try:
        grenser.sett(request.kontekst, skjema.egne, skjema.cleaned_data["avtrykk"])
    except grenser.EndretImens as feil:
        paa_nytt = Grenseskjema(naa, {**request.POST.dict(), "avtrykk": grenser.avtrykk(naa)})
        paa_nytt.add_error(None, str(feil))
        return _vis(request, paa_nytt, status=409)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, skjema)
    messages.success(request, _("Grensene er lagret. De gjelder på Kontoret, på Min benk og i sakene fra nå av."))
    return redirect("kontroller:grenser")


def _vis(request: Foresporsel, skjema: Grenseskjema, status: int = 200) -> HttpResponse:
    return render(request, "kontroller/grenser.html", {"skjema": skjema, "kontor": request.stilling.kontor.navn}, status=status)
