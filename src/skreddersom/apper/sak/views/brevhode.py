"""The head of the office's letters: shown and written by the leader or an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak.forms.brevhode import Brevhodeskjema
from skreddersom.apper.sak.handlinger import Konflikt
from skreddersom.apper.sak.handlinger.brevhode import hodet, lagre_brevhode
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def brevhode(request: Foresporsel) -> HttpResponse:
    """The form, and what it sends."""
    hode = hodet(request.kontekst.kontor)
    skjema = Brevhodeskjema(hode, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not skjema.is_valid():
        return _vis(request, skjema)
    try:
        lagre_brevhode(request.kontekst, skjema.hode, skjema.cleaned_data["avtrykk"])
    except Konflikt:
        return _sammenlign(request)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, skjema)
    messages.success(request, _("Brevhodet er lagret. Det står i brev som lages fra nå av."))
    return redirect("sak:brevhode")


def _sammenlign(request: Foresporsel) -> HttpResponse:
    """Somebody was first: what stands now, above what was typed. Sent again, it counts on what is now shown."""
    naa = hodet(request.kontekst.kontor)
    paa_nytt = Brevhodeskjema(naa, {**request.POST.dict(), "avtrykk": naa.avtrykk})
    paa_nytt.is_valid()
    return _vis(request, paa_nytt, staar=Brevhodeskjema(naa), status=409)


def _vis(request: Foresporsel, skjema: Brevhodeskjema, *, staar: Brevhodeskjema | None = None, status: int = 200) -> HttpResponse:
    return render(request, "sak/brevhode.html", {"skjema": skjema, "staar": staar, "kontor": request.stilling.kontor.navn}, status=status)
