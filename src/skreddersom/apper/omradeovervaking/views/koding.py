"""The answers as codes: one question at a time, and all of them as a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.omradeovervaking import handlinger, sporringer, visning
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.port import kan_kodes
from skreddersom.apper.omradeovervaking.views.runder import ramme
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.enighet import enigheter
from skreddersom.plattform.design.hode import Menypunkt

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.apper.omradeovervaking.models import Sporsmal
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def koding(request: Foresporsel, runde_id: UUID) -> HttpResponse:
    """The answers to one question, with what the words suggest, and what one says that they count as."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id))
    valgt = _valgt(grunnlag, request.GET.get("sporsmal", ""))
    if request.method == "POST":
        return _lagre(request, grunnlag, valgt)
    return _vis(request, grunnlag, valgt)


def _valgt(grunnlag: Rundegrunnlag, kode: str) -> Sporsmal | None:
    """The question in the address, else the first."""
    alle = grunnlag.sporsmal
    return next((ett for ett in alle if ett.kode == kode), alle[0] if alle else None)


def _lagre(request: Foresporsel, grunnlag: Rundegrunnlag, valgt: Sporsmal | None) -> HttpResponse:
    valg = {pk: kode for pk in grunnlag.rute_for if (kode := request.POST.get(f"k_{pk}", ""))}
    if "forslag" in request.POST and valgt and grunnlag.runde.kodere == 1:  # two who press the same button have not coded independently
        linjer = visning.kodelinjer(grunnlag, valgt.kode, request.kontekst.ansatt)
        valg = {UUID(ett.svar_id): ett.foreslatt for ett in linjer if ett.foreslatt and not ett.valgt} | valg
    try:
        antall = handlinger.kod_svar(request.kontekst, grunnlag.runde.pk, valg)
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, ngettext("%(n)s svar er kodet.", "%(n)s svar er kodet.", antall) % {"n": antall})
    til = redirect("omradeovervaking:koding", runde_id=grunnlag.runde.pk)
    til["Location"] += f"?sporsmal={valgt.kode}" if valgt else ""
    return til


def _vis(request: Foresporsel, grunnlag: Rundegrunnlag, valgt: Sporsmal | None) -> HttpResponse:
    meg, kode = request.kontekst.ansatt, valgt.kode if valgt else ""
    innhold = {
        **ramme(request, grunnlag),
        "valgt": valgt,
        "sporsmalsfaner": [_fane(request, grunnlag, ett, meg) for ett in grunnlag.sporsmal],
        "gjeldende": f"{request.path}?sporsmal={kode}",
        "linjer": list(visning.kodelinjer(grunnlag, kode, meg)) if valgt else [],
        "koder": grunnlag.kodevalg(kode, visning.maalform()),
        "liste": [ett for ett in grunnlag.kodeliste.koder if ett.sporsmal in (kode, None)],
        "listeversjon": grunnlag.listeversjon.nr,
        "port": kan_kodes(grunnlag.runde, grunnlag.kodere, meg),
        "apen": kode in grunnlag.apnet,
        "uenige": visning.uenigheter(grunnlag, kode) if valgt else [],
        "enighet": next((visning.enighet(ett) for ett in enigheter(grunnlag.koding) if ett.sporsmal == kode), None),
    }
    return render(request, "omradeovervaking/koding.html", innhold)


def _fane(request: Foresporsel, grunnlag: Rundegrunnlag, ett: Sporsmal, meg: UUID) -> Menypunkt:
    """The question, with how many answers one has not coded; a number or a day needs no code."""
    har = grunnlag.kodet_av(meg)
    igjen = (
        0
        if ett.kode in grunnlag.med_verdi
        else sum(grunnlag.svar.besvart(rute) and rute not in har for rute in grunnlag.svar.ruter(ett.kode))
    )
    return Menypunkt(ett.navn, f"{request.path}?sporsmal={ett.kode}", igjen)


@require_safe
def matrise(request: Foresporsel, runde_id: UUID) -> HttpResponse:
    """Offices × questions. In the order of the map: nothing here can be sorted by «best»."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id))
    rapport = grunnlag.rapport(timezone.localdate())
    innhold = {
        **ramme(request, grunnlag),
        "kolonner": visning.kolonner(grunnlag, rapport),
        "rader": visning.matriserader(grunnlag, rapport),
        "skjult": [ett.navn for ett in grunnlag.sporsmal if ett.kode not in grunnlag.apnet],
        "tittel": _("Matrise"),
    }
    return render(request, "omradeovervaking/matrise.html", innhold)
