"""What the office is asked: the questions, its draft, and what it has sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.omradeovervaking import handlinger, sporringer, visning
from skreddersom.apper.omradeovervaking.egnetall import Egnetall
from skreddersom.apper.omradeovervaking.forms.svar import Svarskjema
from skreddersom.apper.omradeovervaking.handlinger.rapport import FORMER
from skreddersom.apper.omradeovervaking.handlinger.svar import utkastet
from skreddersom.apper.omradeovervaking.port import kan_skrives
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse, QueryDict

    from skreddersom.apper.omradeovervaking.models import Sporsmal
    from skreddersom.apper.omradeovervaking.sporringer import Stand
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def sporsmal(request: Foresporsel) -> HttpResponse:
    """Every round the office is asked in."""
    rader = sporringer.spurt_om(request.kontekst)
    return render(request, "omradeovervaking/sporsmal.html", {"rader": rader, "idag": timezone.localdate()})


@require_http_methods(["GET", "HEAD", "POST"])
def svar(request: Foresporsel, kontorsvar_id: UUID) -> HttpResponse:
    """The questions of one round, and what is sent."""
    stand = sporringer.spurt(request.kontekst, kontorsvar_id)
    skjema = _skjema(request, stand, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not skjema.is_valid():
        return _vis(request, stand, skjema)
    try:
        return _lagre(request, stand, skjema)
    except handlinger.Konflikt:
        versjon = utkastet(request.kontekst, stand).versjon
        return _vis(request, stand, _skjema(request, stand, paa_ny_versjon(request, versjon)), status=409)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, stand, _med_ny_versjon(request, stand, skjema))


def _lagre(request: Foresporsel, stand: Stand, skjema: Svarskjema) -> HttpResponse:
    """Keep the draft, and send it when that was the button."""
    hvem, felt = request.kontekst, skjema.cleaned_data
    utkast = handlinger.lagre_svar(hvem, stand.rad.pk, felt["versjon"], skjema.verdier(), skjema.merknader())
    for ett, styrer in skjema.bortfalt():
        messages.warning(request, _bortfalt(ett, styrer))
    if "lever" in request.POST:
        handlinger.lever(hvem, stand.rad.pk, utkast.versjon, felt["minutter"])
        messages.success(request, _("Svarene er sendt. Takk for hjelpen."))
    else:
        messages.success(request, _("Utkastet er lagret. Bare kontoret ser det."))
    return redirect("omradeovervaking:svar", kontorsvar_id=stand.rad.pk)


def _bortfalt(ett: Sporsmal, styrer: Sporsmal) -> str:
    hva = {"navn": visning.kortnavn(ett), "svar": visning.svarord(styrer, ett.hvis_svar), "styrer": visning.kortnavn(styrer)}
    return _("Svaret på «%(navn)s» er tatt bort. Det gjelder bare når dere svarer «%(svar)s» på «%(styrer)s».") % hva


def _med_ny_versjon(request: Foresporsel, stand: Stand, skjema: Svarskjema) -> Svarskjema:
    """The draft was kept even if it could not be sent: the form counts on it, and tells why."""
    ny = _skjema(request, stand, paa_ny_versjon(request, utkastet(request.kontekst, stand).versjon))
    ny.is_valid()
    for feil in skjema.non_field_errors():
        ny.add_error(None, feil)
    return ny


def _skjema(request: Foresporsel, stand: Stand, data: QueryDict | None) -> Svarskjema:
    tall = Egnetall(request.kontekst.kontor)
    return Svarskjema(sporringer.sporsmal(stand.rad.runde), utkastet(request.kontekst, stand), tall, data)


def _vis(request: Foresporsel, stand: Stand, skjema: Svarskjema, status: int = 200) -> HttpResponse:
    runde = stand.rad.runde
    levert = {ett.kode: ett for ett in stand.levert.svar.all()} if stand.levert else {}
    innhold = {
        "stand": stand,
        "runde": runde,
        "skjema": skjema,
        "port": kan_skrives(runde, stand),
        "levert": [(ett, levert[ett.kode]) for ett in skjema.sporsmal if ett.kode in levert],
        "utgaver": sporringer.utgaver(runde),
        "former": FORMER,
        "opptatt": status == 409,
        "for_sent": runde.frist < timezone.localdate(),
    }
    return render(request, "omradeovervaking/svar.html", innhold, status=status)
