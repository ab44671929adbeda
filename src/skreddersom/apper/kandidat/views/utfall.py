"""Register what happened with a candidate, and take back the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from skreddersom.apper.kandidat import handlinger, sporringer, visning
from skreddersom.apper.kandidat.forms import SKJEMA, Angreskjema, Utfallsskjema
from skreddersom.apper.kandidat.handlinger.utfall import EndretAvAndre, Registrering
from skreddersom.apper.kandidat.models import Kanal, Utfallsslag
from skreddersom.apper.kandidat.port import kan_registrere
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Handling, Notat
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def utfall(request: Foresporsel, kandidat_id: UUID, slag: str) -> HttpResponse:
    """The form of one outcome, and what it sends."""
    valgt = _kandidat(request, kandidat_id)
    if slag not in SKJEMA:
        raise Http404
    skjema = SKJEMA[Utfallsslag(slag)](valgt, request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        return _registrer(request, valgt, Utfallsslag(slag), skjema)
    return _vis(request, valgt, Utfallsslag(slag), skjema)


def _kandidat(request: Foresporsel, kandidat_id: UUID) -> Kandidat:
    valgt = sporringer.kandidat(request.kontekst, kandidat_id)
    request.dagbok.noter(Notat(Handling.LES, valgt.person_id, f"kandidat/{valgt.pk}"))
    return valgt


def _registrer(request: Foresporsel, valgt: Kandidat, slag: Utfallsslag, skjema: Utfallsskjema) -> HttpResponse:
    try:
        handlinger.registrer_utfall(request.kontekst, valgt.pk, _registrering(slag, skjema.cleaned_data))
    except EndretAvAndre:
        return _sammenlign(request, valgt, slag, skjema)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, valgt, slag, skjema)
    messages.success(request, _("%(utfall)s er registrert.") % {"utfall": slag.label})
    return redirect("kandidat:kandidat", valgt.pk)


def _registrering(slag: Utfallsslag, data: dict[str, Any]) -> Registrering:
    kanal = Kanal(data["kanal"]) if data.get("kanal") else None
    felles = {navn: data[navn] for navn in ("dato", "versjon", "nokkel")}
    return Registrering(slag, kanal=kanal, vilkar=data.get("vilkar", ""), tekst=data.get("tekst", ""), **felles)


def _vis(request: Foresporsel, valgt: Kandidat, slag: Utfallsslag, skjema: Utfallsskjema, **mer: object) -> HttpResponse:
    innhold = {"kandidat": valgt, "rad": visning.rad(valgt), "slag": slag, "skjema": skjema, "port": kan_registrere(valgt, slag)}
    status = 409 if mer else 200
    return render(request, "kandidat/utfall.html", {"endringer": None, **innhold, **mer}, status=status)


def _sammenlign(request: Foresporsel, valgt: Kandidat, slag: Utfallsslag, skjema: Utfallsskjema) -> HttpResponse:
    """Somebody was first: what they did, beside what was typed, which is kept. Sent again, it counts on what is now shown."""
    endringer = sporringer.hendelser(valgt, etter=skjema.cleaned_data["versjon"])
    paa_nytt = type(skjema)(valgt, paa_ny_versjon(request, valgt.versjon))
    return _vis(request, valgt, slag, paa_nytt, endringer=[visning.hendelse(ett) for ett in endringer])


@require_POST
def angre(request: Foresporsel, kandidat_id: UUID) -> HttpResponse:
    """Take back the last outcome."""
    valgt = _kandidat(request, kandidat_id)
    skjema = Angreskjema(request.POST)
    if not skjema.is_valid():
        raise Http404
    try:
        handlinger.angre_utfall(request.kontekst, valgt.pk, **skjema.cleaned_data)
    except EndretAvAndre:
        messages.error(
            request, _("Noen har registrert noe siden du åpnet siden. Se hva som er nytt, og angre på nytt om det fortsatt er riktig.")
        )
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, _("Utfallet er angret. Det står fortsatt i historikken."))
    return redirect("kandidat:kandidat", valgt.pk)
