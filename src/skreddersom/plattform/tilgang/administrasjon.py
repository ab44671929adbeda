"""The administrator's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang import handlinger, sporringer
from skreddersom.plattform.tilgang.forms import Avsluttskjema, Habilitetsskjema, Rolleskjema, Skjermingsskjema
from skreddersom.plattform.tilgang.handlinger.knytting import VARER
from skreddersom.plattform.tilgang.personer import katalog
from skreddersom.plattform.tilgang.roller import Gradering
from skreddersom.plattform.tilgang.utforing import gjort, utfor

if TYPE_CHECKING:
    from uuid import UUID

    from django import forms
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

OPPHEV: Final = {"skjerming": handlinger.opphev_skjerming, "habilitet": handlinger.opphev_inhabil}


@require_http_methods(["GET", "HEAD", "POST"])
def ansatte(request: Foresporsel) -> HttpResponse:
    """Everyone who works here, with their roles, and a form for one more."""
    skjema = Rolleskjema(request.stilling, request.POST if request.method == "POST" else None)
    if skjema.is_valid() and gjort(request, skjema, lambda: handlinger.gi_rolle(request.kontekst, skjema.som_rolle())):
        return redirect("tilgang:ansatte")
    innhold = {
        "stillinger": sporringer.stillinger(request.kontekst),
        "avsluttet": sporringer.avsluttede_stillinger(request.kontekst)[:50],
        "kan_logge_inn": set(SocialAccount.objects.filter(user__in=sporringer.ansatte(request.kontekst)).values_list("user_id", flat=True)),
        "skjema": skjema,
        "idag": timezone.localdate(),
    }
    return render(request, "tilgang/ansatte.html", innhold)


@require_POST
def avslutt(request: Foresporsel, stilling: UUID) -> HttpResponse:
    """Let a role end."""
    skjema = Avsluttskjema(request.POST)
    if not skjema.is_valid():
        messages.error(request, _("Skriv siste dag som en dato."))
    else:
        utfor(request, lambda: handlinger.avslutt_rolle(request.kontekst, stilling, skjema.cleaned_data["siste_dag"]))
    return redirect("tilgang:ansatte")


@require_POST
def frigi(request: Foresporsel, ansatt: UUID) -> HttpResponse:
    """Let a new user account take over the e-mail address."""
    utfor(request, lambda: handlinger.frigi_innlogging(request.kontekst, ansatt))
    return redirect("tilgang:ansatte")


@require_POST
def inviter(request: Foresporsel, ansatt: UUID) -> HttpResponse:
    """Make a code for somebody, and show it this once: it stands in no address, no message and no log."""
    navngitt = get_object_or_404(sporringer.ansatte(request.kontekst), pk=ansatt)
    try:
        kode = handlinger.inviter(request.kontekst, navngitt.pk)
    except Brukerfeil as feil:
        messages.error(request, str(feil))
        return redirect("tilgang:ansatte")
    return render(request, "tilgang/ny_kode.html", {"ansatt": navngitt, "kode": kode, "varer": timezone.localtime() + VARER})


@require_http_methods(["GET", "HEAD", "POST"])
def vern(request: Foresporsel) -> HttpResponse:
    """Protected persons, and who must not handle whom."""
    sendt = {hva: request.POST if request.POST.get("hva") == hva else None for hva in OPPHEV}
    skjerming = Skjermingsskjema(sendt["skjerming"], prefix="skjerming")
    habilitet = Habilitetsskjema(request.kontekst, sendt["habilitet"], prefix="habilitet")
    if skjerming.is_valid() and gjort(request, skjerming, lambda: _skjerm(request, skjerming.cleaned_data)):
        return redirect("tilgang:vern")
    if habilitet.is_valid() and gjort(request, habilitet, lambda: handlinger.meld_inhabil(request.kontekst, *_inhabil(habilitet))):
        return redirect("tilgang:vern")
    return render(request, "tilgang/vern.html", {"skjerming": skjerming, "habilitet": habilitet, **_vernede(request)})


def _skjerm(request: Foresporsel, data: dict[str, Any]) -> None:
    handlinger.skjerm(request.kontekst, data["person"], Gradering(data["gradering"]))


def _inhabil(skjema: forms.Form) -> tuple[UUID, UUID, str]:
    data = skjema.cleaned_data
    return data["ansatt"], data["person"], data["grunn"]


def _vernede(request: Foresporsel) -> dict[str, object]:
    """The two lists, with names of those the administrator may see."""
    skjermet, inhabile = list(sporringer.skjerminger(request.kontekst)), list(sporringer.inhabile(request.kontekst))
    navn = katalog().navn([*(rad.person_id for rad in skjermet), *(rad.person_id for rad in inhabile)])
    ukjent = _("Skjult person")
    return {
        "skjermede": [(rad, navn.get(rad.person_id, ukjent)) for rad in skjermet],
        "inhabile": [(rad, navn.get(rad.person_id, ukjent)) for rad in inhabile],
    }


@require_POST
def opphev(request: Foresporsel, hva: str, id_: int) -> HttpResponse:
    """Take a row off one of the lists."""
    if hva not in OPPHEV:
        raise Http404
    utfor(request, lambda: OPPHEV[hva](request.kontekst, id_))
    return redirect("tilgang:vern")
