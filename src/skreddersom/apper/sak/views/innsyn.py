"""The party sees their case: every row with a choice beside it, and one button that makes the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.innsyn.rader import valgbare
from skreddersom.apper.sak.models import Tilbakehold, Utlevering
from skreddersom.apper.sak.views.felles import hent_sak, rammen
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.apper.sak.models import Sak
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

FORAN: Final = "hold:"
"""Before the id of a row, in the name of its choice."""


class Innsynsskjema(forms.Form):
    """The key of the form; the choices beside the rows are read by their names."""

    nokkel = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": _("Last siden på nytt.")})


@require_http_methods(["GET", "HEAD", "POST"])
def innsyn(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """The rows, and what comes when the button is pressed: the file."""
    sak = hent_sak(request, sak_id)
    if request.method != "POST":
        return _vis(request, sak)
    skjema = Innsynsskjema(request.POST)
    try:
        valgt = {
            navn.removeprefix(FORAN): Tilbakehold(grunn) for navn, grunn in request.POST.dict().items() if navn.startswith(FORAN) and grunn
        }
        nokkel = skjema.cleaned_data["nokkel"] if skjema.is_valid() else handlinger.ny_nokkel()
        pakke = handlinger.gi_innsyn(request.kontekst, sak.pk, nokkel, valgt)
    except (Brukerfeil, ValueError) as feil:
        messages.error(request, str(feil) if isinstance(feil, Brukerfeil) else str(_("Velg en grunn fra lista.")))
        return redirect("sak:innsyn", sak.pk)
    sendes = {"Content-Disposition": f'attachment; filename="{pakke.filnavn}"'}
    return HttpResponse(pakke.innhold, content_type="application/zip", headers=sendes)


def _vis(request: Foresporsel, sak: Sak) -> HttpResponse:
    innhold = {
        "ramme": rammen(sak, "sak:logg"),
        "port": handlinger.innsynsport(sak, request.kontekst),
        "deler": valgbare(request.kontekst, sak),
        "grunner": Tilbakehold.choices,
        "foran": FORAN,
        "skjema": Innsynsskjema(initial={"nokkel": handlinger.ny_nokkel()}),
        "utleveringer": list(Utlevering.objects.filter(sak=sak).select_related("av")),
    }
    return render(request, "sak/innsyn.html", innhold)
