"""The list of candidates, the search, who follows up whom, and the page of one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from skreddersom.apper.kandidat import handlinger, liste, sporringer, visning
from skreddersom.apper.kandidat import sok as soket
from skreddersom.apper.kandidat.models import HAR_SOKT
from skreddersom.apper.kandidat.port import kan_angre, porter
from skreddersom.apper.kandidat.views.bit import bare_en_bit
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.ferdig import IDER, Ferdig
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat
from skreddersom.plattform.tilgang.models import Kontorkommune
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from django.http import HttpResponse

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def kandidater(request: Foresporsel) -> HttpResponse:
    """The list, in the order one should look."""
    lest = liste.les(request)
    rader = [visning.rad(kandidat) for kandidat in lest.side]
    utenfor = visning.utenfor(soket.utenfor(request, lest.valgt["treff"], lest.valgt["journal"]))
    vist = f"{len(rader)} vist" + (f", {len(utenfor)} utenfor lista" if utenfor else "")
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.KARTLEGGING, detalj=f"liste over kandidater, {vist}"))
    innhold = {
        "utenfor": utenfor,
        "etter_grunn": visning.etter_grunn(utenfor),
        "liste": lest,
        "rader": rader,
        "valg": _valg(request),
        "kan_fordele": _kan_fordele(request),
    }
    innhold["er_leder"] = request.kontekst.rolle is Rolle.LEDER
    mal = "kandidat/kandidater_liste.html" if bare_en_bit(request) else "kandidat/kandidater.html"
    return render(request, mal, innhold)


def _valg(request: Foresporsel) -> dict[str, object]:
    """What each filter can be set to."""
    return {
        "liste": liste.LISTE,
        "utfall": liste.UTFALL,
        "alder": liste.ALDER,
        "veiledere": sporringer.veiledere(request.kontekst),
        "kommuner": _KOMMUNER(kontor=request.kontekst.kontor),
    }


_KOMMUNER: Final[Ferdig[Any]] = Ferdig(
    lambda kontor: Kontorkommune.objects.filter(kontor_id=kontor).values_list("kommunenr", flat=True), kontor=IDER
)


def _kan_fordele(request: Foresporsel) -> bool:
    return request.kontekst.rolle in (Rolle.LEDER, Rolle.VEILEDER)


@require_POST
def sok(request: Foresporsel) -> HttpResponse:
    """Find a person by name, journal or fødselsnummer; the answer's address holds neither name nor fødselsnummer."""
    tekst = request.POST.get("tekst", "").strip()
    if soket.er_journal(tekst):
        return redirect(f"{reverse('kandidat:kandidater')}?liste=alle&journal={tekst}")
    funnet = soket.finn(request, tekst)
    request.dagbok.noter(Notat(Handling.SOK, formal=Formal.OPPFOLGING, detalj=f"{funnet.antall} treff"))
    if funnet.antall == 1:
        return (
            redirect("kandidat:kandidat", funnet.kandidater[0]) if funnet.kandidater else redirect("kandidat:utenfor_en", funnet.utenfor[0])
        )
    return redirect(f"{reverse('kandidat:kandidater')}?liste=alle&treff={soket.husk(request, funnet)}")


@require_POST
def fordel(request: Foresporsel) -> HttpResponse:
    """Give the ticked candidates to a veileder. The only thing that can be done with several at once."""
    ider, til = _uuider(request.POST.getlist("kandidat")), _uuider([request.POST.get("veileder", "")])
    if request.kontekst.rolle is Rolle.VEILEDER and not til:
        til = [request.kontekst.ansatt]
    try:
        antall = handlinger.fordel(request.kontekst, ider, til[0] if til else None)
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, ngettext("%(n)s kandidat er fordelt.", "%(n)s kandidater er fordelt.", antall) % {"n": antall})
    return redirect(_tilbake(request))


def _uuider(tekster: list[str]) -> list[UUID]:
    """Those that are ids."""
    funnet = []
    for tekst in tekster:
        try:
            funnet.append(UUID(tekst))
        except ValueError:
            continue
    return funnet


def _tilbake(request: Foresporsel) -> str:
    adresse = request.POST.get("neste", "")
    trygg = url_has_allowed_host_and_scheme(adresse, {request.get_host()}, require_https=request.is_secure())
    return adresse if trygg else reverse("kandidat:kandidater")


@require_safe
def kandidat(request: Foresporsel, kandidat_id: UUID) -> HttpResponse:
    """One candidate: what is known, what is missing, § 29 condition by condition, what has happened, and what can happen next."""
    valgt = sporringer.kandidat(request.kontekst, kandidat_id)
    request.dagbok.noter(Notat(Handling.LES, valgt.person_id, f"kandidat/{valgt.pk}"))
    alle, inntak = porter(valgt), sporringer.inntak(valgt)
    innhold = {
        "kandidat": valgt,
        "rad": visning.rad(valgt),
        **visning.en(valgt),
        "historikk": visning.historikk(sporringer.hendelser(valgt), sporringer.vurderinger(valgt), inntak),
        "inntak": inntak,
        "porter": {slag: port for slag, port in alle.items() if port.apen},
        "stengte": [(slag, port) for slag, port in alle.items() if not port.apen],
        "angre": kan_angre(valgt),
        "har_sokt": valgt.siste_utfall is not None and valgt.siste_utfall.slag in HAR_SOKT,
        "nokkel": handlinger.ny_nokkel(),
        "kan_apnes": request.kontekst.rolle is Rolle.LEDER,
        "kan_registrere": request.kontekst.rolle in (Rolle.VEILEDER, Rolle.LEDER),
    }
    return render(request, "kandidat/kandidat.html", innhold)
