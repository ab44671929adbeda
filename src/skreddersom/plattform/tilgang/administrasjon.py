"""The administrator's pages, and the page where somebody from outside opens a case that has been opened to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang import handlinger, okt, sporringer
from skreddersom.plattform.tilgang.forms import Avsluttskjema, Habilitetsskjema, Rolleskjema, Skjermingsskjema
from skreddersom.plattform.tilgang.kontekst import sett
from skreddersom.plattform.tilgang.personer import katalog
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django import forms
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

OPPHEV: Final = {"skjerming": handlinger.opphev_skjerming, "habilitet": handlinger.opphev_inhabil}


@require_http_methods(["GET", "HEAD", "POST"])
def ansatte(request: Foresporsel) -> HttpResponse:
    """Everyone who works here, with their roles, and a form for one more."""
    skjema = Rolleskjema(request.stilling, request.POST if request.method == "POST" else None)
    if skjema.is_valid() and _gjort(request, skjema, lambda: handlinger.gi_rolle(request.kontekst, skjema.som_rolle())):
        return redirect("tilgang:ansatte")
    innhold = {
        "stillinger": sporringer.stillinger(request.kontekst),
        "avsluttet": sporringer.avsluttede_stillinger(request.kontekst)[:50],
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
        _utfor(request, lambda: handlinger.avslutt_rolle(request.kontekst, stilling, skjema.cleaned_data["siste_dag"]))
    return redirect("tilgang:ansatte")


@require_POST
def frigi(request: Foresporsel, ansatt: UUID) -> HttpResponse:
    """Let a new user account take over the e-mail address."""
    _utfor(request, lambda: handlinger.frigi_innlogging(request.kontekst, ansatt))
    return redirect("tilgang:ansatte")


@require_http_methods(["GET", "HEAD", "POST"])
def vern(request: Foresporsel) -> HttpResponse:
    """Protected persons, and who must not handle whom."""
    sendt = {hva: request.POST if request.POST.get("hva") == hva else None for hva in OPPHEV}
    skjerming = Skjermingsskjema(sendt["skjerming"], prefix="skjerming")
    habilitet = Habilitetsskjema(request.kontekst, sendt["habilitet"], prefix="habilitet")
    if skjerming.is_valid() and _gjort(request, skjerming, lambda: _skjerm(request, skjerming.cleaned_data)):
        return redirect("tilgang:vern")
    if habilitet.is_valid() and _gjort(request, habilitet, lambda: handlinger.meld_inhabil(request.kontekst, *_inhabil(habilitet))):
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
    _utfor(request, lambda: OPPHEV[hva](request.kontekst, id_))
    return redirect("tilgang:vern")


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


def _gjort(request: Foresporsel, skjema: forms.Form, gjor: Callable[[], object]) -> bool:
    """Do it; what is refused stands in the form."""
    try:
        gjor()
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return False
    messages.success(request, _("Lagret."))
    return True


def _utfor(request: Foresporsel, gjor: Callable[[], object]) -> None:
    """Do it, or say why not. What is not there for us is not there."""
    try:
        gjor()
    except ObjectDoesNotExist:
        raise Http404 from None
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, _("Lagret."))
