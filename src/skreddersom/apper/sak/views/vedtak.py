"""The decision: the draft beside the letter it becomes, what is missing, and the way to the one who decides and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from skreddersom.apper.sak import grunnlag, handlinger, sporringer
from skreddersom.apper.sak.forms.felter import Skjema
from skreddersom.apper.sak.forms.kontroll import Domskjema
from skreddersom.apper.sak.forms.vedtak import Sendeskjema, Utkastskjema, valgt_utfall
from skreddersom.apper.sak.handlinger import Konflikt
from skreddersom.apper.sak.models import UTFALL, Slag
from skreddersom.apper.sak.port import REGLER, Handling, porter
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.visning import brev as brevvisning
from skreddersom.apper.sak.visning.hode import ramme
from skreddersom.apper.sak.visning.mangler import mangler
from skreddersom.apper.sak.visning.ord import GJOR
from skreddersom.apper.sak.visning.tidslinje import linje
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Status as Brevstatus
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.samtidig import paa_ny_versjon
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from django.http import HttpResponse
    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Behandling, Utfall
    from skreddersom.apper.sak.port import Port
    from skreddersom.apper.sak.tilstand import Tilstand
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

SENDER: Final = frozenset({Rolle.VEILEDER, Rolle.BESLUTTER, Rolle.LEDER})
"""Those who put letters in the post."""


class Steg(NamedTuple):
    """A step: what is done, what is said when it is done, and what the button says."""

    gjor: Callable[..., Any]
    gjort: _StrPromise
    knapp: _StrPromise


@require_http_methods(["GET", "HEAD", "POST"])
def vedtak(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """The page; what is posted is the draft."""
    behandling = hent_behandling(request, behandling_id)
    if request.method != "POST":
        return _vis(request, behandling)
    skjema = Utkastskjema(behandling, valgt_utfall(behandling, request.POST.get("utfall", "")), request.POST)
    return _gjor(request, behandling, skjema, lambda: _lagre(request, behandling, skjema))


def _lagre(request: Foresporsel, behandling: Behandling, skjema: Utkastskjema) -> None:
    handlinger.lagre_utkast(request.kontekst, behandling.pk, skjema.innsending(), skjema.utkast)
    messages.success(request, str(_("Utkastet er lagret.")))


@require_POST
def send(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """Send it to be decided, with an answer to each warning."""
    behandling = hent_behandling(request, behandling_id)
    skjema = Sendeskjema(behandling, sporringer.tilstand(behandling, sporringer.idag()).ubesvarte, request.POST)

    def gjor() -> None:
        handlinger.send(request.kontekst, behandling.pk, skjema.innsending(), skjema.bekreftet)
        messages.success(request, str(_("Saken er sendt til beslutning.")))

    return _gjor(request, behandling, skjema, gjor)


@require_POST
def returner(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """Send it back to the one who prepared it, with reasons."""
    behandling = hent_behandling(request, behandling_id)
    skjema = Domskjema(behandling, request.POST, merke=RETUR)

    def gjor() -> None:
        handlinger.returner(request.kontekst, behandling.pk, skjema.innsending(), skjema.dom)
        messages.success(request, str(_("Saken er sendt tilbake.")))

    return _gjor(request, behandling, skjema, gjor)


@require_POST
def steg(request: Foresporsel, behandling_id: UUID, hva: str) -> HttpResponse:
    """One of the steps that carry nothing but who takes it. Raises ``Http404`` for one that is not there."""
    if hva not in STEG:
        raise Http404
    behandling = hent_behandling(request, behandling_id)
    skjema = Skjema(behandling, request.POST)
    valgt = STEG[hva]

    def gjor() -> None:
        valgt.gjor(request.kontekst, behandling.pk, skjema.innsending())
        messages.success(request, str(valgt.gjort))

    return _gjor(request, behandling, skjema, gjor)


STEG: Final[Mapping[str, Steg]] = {
    "angre": Steg(handlinger.angre, _("Sendingen er angret."), _("Angre sendingen")),
    "ta": Steg(handlinger.ta, _("Du har tatt saken."), _("Ta saken")),
    "gi_tilbake": Steg(handlinger.gi_tilbake, _("Saken er gitt tilbake til køen."), _("Gi tilbake til køen")),
    "fatt_vedtak": Steg(handlinger.fatt_vedtak, _("Vedtaket er fattet, og brevet er klart."), _("Fatt vedtaket")),
}
"""Step → how it is done."""

GJORES_HER: Final = (Handling.UTKAST, Handling.SEND, Handling.TA, Handling.FATT_VEDTAK)
"""What is done on the page; why it is closed, is said."""
RETUR: Final = "retur"
"""Holds the form of a return apart from the others on the page."""


def _gjor(request: Foresporsel, behandling: Behandling, skjema: Skjema, gjor: Callable[[], None]) -> HttpResponse:
    """Do it, or show the page again with what was typed and what is wrong."""
    if not skjema.is_valid():
        return _vis(request, behandling, skjema)
    try:
        gjor()
    except Konflikt:
        endringer = sporringer.hendelser(behandling.sak, behandling=behandling, etter=skjema.innsending().versjon)
        skjema.data = paa_ny_versjon(request, behandling.versjon)
        return _vis(request, behandling, skjema, endringer=[linje(ett) for ett in endringer], status=409)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, behandling, skjema)
    return redirect("sak:vedtak", behandling.pk)


def _vis(
    request: Foresporsel, behandling: Behandling, sendt: Skjema | None = None, *, endringer: object = None, status: int = 200
) -> HttpResponse:
    dag = sporringer.idag()
    bak = grunnlag.hent([behandling])[behandling.pk]
    tilstand = sporringer.tilstand_av(behandling, bak, dag)
    alle = porter(tilstand, request.kontekst, dag)
    skjemaene = _skjemaene(request, behandling, tilstand, alle, sendt)
    innhold = {
        "ramme": ramme(behandling.sak, behandling, "sak:vedtak", dag, bak),
        "behandling": behandling,
        "apne": [(navn, ett.knapp) for navn, ett in STEG.items() if alle[Handling(navn)].apen],
        "stengt": _stengt(request.kontekst.rolle, alle),
        "advarsler": alle[Handling.FATT_VEDTAK].advarsler,
        "mangler": mangler(behandling, replace(tilstand, brev_mangler=()), dag),
        "nokkel": handlinger.ny_nokkel(),
        "varsel": bak.varsel,
        "uttalelser": bak.uttalelser,
        "feil": sendt if sendt is not None and sendt.errors else None,
        "endringer": endringer,
        "brev": brevvisning.vis(_som_i_skjemaet(behandling, sendt, skjemaene["utkast"]), bak, dag),
        "ferdig": _ferdig(request, behandling),
        **skjemaene,
    }
    return render(request, "sak/vedtak.html", innhold, status=status)


def _stengt(rolle: Rolle, alle: Mapping[Handling, Port]) -> list[tuple[str, Port]]:
    """What somebody in the role does on this page, and is closed now, with why."""
    mine = (handling for handling in GJORES_HER if rolle in REGLER[handling].roller)
    return [(str(GJOR[handling]), alle[handling]) for handling in mine if not alle[handling].apen]


def _som_i_skjemaet(behandling: Behandling, sendt: Skjema | None, utkast: Skjema | None) -> Behandling:
    """With the draft that was sent in, or at least the outcome that the form is about, so that the letter beside it is that one's."""
    if isinstance(sendt, Utkastskjema) and not sendt.errors:
        return brevvisning.med_utkast(behandling, sendt.utkast)
    if isinstance(utkast, Utkastskjema):
        behandling.utfall = utkast.valgt
    return behandling


def _skjemaene(
    request: Foresporsel, behandling: Behandling, tilstand: Tilstand, alle: Mapping[Handling, Port], sendt: Skjema | None
) -> dict[str, Any]:
    """The forms that are open, each with what was typed if it is the one that was sent."""
    utfall = valgt_utfall(behandling, request.POST.get("utfall", "") or request.GET.get("utfall", ""))
    lag: dict[str, tuple[Handling, type[Skjema], Callable[[], Skjema]]] = {
        "utkast": (Handling.UTKAST, Utkastskjema, lambda: Utkastskjema(behandling, utfall)),
        "sending": (Handling.SEND, Sendeskjema, lambda: Sendeskjema(behandling, tilstand.ubesvarte)),
        "retur": (Handling.RETURNER, Domskjema, lambda: Domskjema(behandling, merke=RETUR)),
    }
    skjemaene = {
        navn: (sendt if isinstance(sendt, slag) else nytt()) if alle[handling].apen else None
        for navn, (handling, slag, nytt) in lag.items()
    }
    mulige = UTFALL[Slag(behandling.slag)]
    faner = [Menypunkt(str(ett.label), _adresse(behandling, ett)) for ett in mulige] if len(mulige) > 1 else []
    return {**skjemaene, "utfall": utfall, "utfallsfaner": faner, "utfallsfane": _adresse(behandling, utfall)}


def _adresse(behandling: Behandling, utfall: Utfall) -> str:
    return f"{reverse('sak:vedtak', args=[behandling.pk])}?utfall={utfall.value}"


def _ferdig(request: Foresporsel, behandling: Behandling) -> dict[str, object] | None:
    """The decision, when it is made: with its letter and its receipt."""
    fattet = getattr(behandling, "vedtak", None)
    if fattet is None:
        return None
    brevet = brevene.brev(request.kontekst).filter(pk=fattet.brev).first()
    return {"vedtak": fattet, "brev": brevet, "kan_merkes": brevet is not None and _kan_merke(request, brevet)}


def _kan_merke(request: Foresporsel, brevet: Brev) -> bool:
    return request.kontekst.rolle in SENDER and brevet.status != Brevstatus.SENDT
