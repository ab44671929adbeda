"""§ 29 in a behandling: all the conditions, and the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.sak import grunnlag, handlinger, sporringer
from skreddersom.apper.sak.forms.vilkar import Vilkarsskjema
from skreddersom.apper.sak.port import Handling, port
from skreddersom.apper.sak.views.felles import hent_behandling
from skreddersom.apper.sak.views.skjema import Skjemaside, svar
from skreddersom.apper.sak.visning.hode import ramme
from skreddersom.apper.sak.visning.vilkar import ett_vilkar, grunnene, lovdata, vilkarene
from skreddersom.kjerne.lov.hjemmel import SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.paragraf29 import I_KRAFT
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.kjerne.lov.vilkar import Vilkar
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FORMALET: Final = Hjemmel(SOSIALTJENESTELOVEN, "1", I_KRAFT)
"""What the act is for: § 1."""


@require_safe
def vilkar(request: Foresporsel, behandling_id: UUID) -> HttpResponse:
    """Condition by condition, in the statute's order."""
    behandling, dag = hent_behandling(request, behandling_id), sporringer.idag()
    bak = grunnlag.hent([behandling])[behandling.pk]
    tilstand = sporringer.tilstand_av(behandling, bak, dag, med_brev=False)
    innhold = {
        "ramme": ramme(behandling.sak, behandling, "sak:vilkar", dag, bak),
        "vilkarene": vilkarene(bak, tilstand, dag),
        "port": port(Handling.VURDER, tilstand, request.kontekst, dag),
        "gjelder": tilstand.har_vilkar,
    }
    return render(request, "sak/vilkar.html", innhold)


@require_http_methods(["GET", "HEAD", "POST"])
def vurder(request: Foresporsel, behandling_id: UUID, vilkar_id: str) -> HttpResponse:
    """The form of one condition, with what is known and what to think of beside it."""
    behandling, dag = hent_behandling(request, behandling_id), sporringer.idag()
    ett = _vilkar(vilkar_id)
    bak = grunnlag.hent([behandling])[behandling.pk]
    tilstand = sporringer.tilstand_av(behandling, bak, dag, med_brev=False)
    vist = ett_vilkar(ett, bak, next(rad for rad in tilstand.vilkar if rad.id == ett.id), dag)
    side = Skjemaside(
        om=behandling,
        tittel=_(ett.krav),
        lag=lambda data: Vilkarsskjema(behandling, ett.id, dag, data, forrige=vist.vurdering, besvarte=bak.besvarte),
        gjor=lambda skjema: _lagre(request.kontekst, behandling, skjema),
        port=port(Handling.VURDER, tilstand, request.kontekst, dag),
        tilbake=reverse("sak:vilkar", kwargs={"behandling_id": behandling.pk}),
        gjort=_("Vurderingen av «%(vilkar)s» er lagret.") % {"vilkar": _(ett.krav)},
        mal="sak/vurder.html",
        innhold={"vilkar": vist, "formal": lovdata(FORMALET), **grunnene(ett.id, dag)},
    )
    return svar(request, side)


def _lagre(kontekst: Kontekst, behandling: Behandling, skjema: Vilkarsskjema) -> None:
    handlinger.vurder(kontekst, behandling.pk, skjema.innsending(), skjema.vilkarssvar(), skjema.bekreftet)


def _vilkar(vilkar_id: str) -> Vilkar:
    """Raises ``Http404`` for what is no condition of § 29."""
    for ett in versjon_paa(sporringer.idag()).vilkar:
        if ett.id == vilkar_id:
            return ett
    raise Http404
