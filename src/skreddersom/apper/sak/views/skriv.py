"""What is written in the case itself: one form for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.forms import grunnlag as skjemaer
from skreddersom.apper.sak.views.felles import hent_sak
from skreddersom.apper.sak.views.skjema import Skjemaside, svar

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse
    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.forms.felter import Skjema
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

    Skriving = tuple[_StrPromise, type[Skjema], Callable[..., Any], _StrPromise]

SKRIVES: Final[dict[str, Skriving]] = {
    "aev": (
        _("Arbeidsevnevurdering"),
        skjemaer.Aevskjema,
        handlinger.registrer_aev,
        _("Arbeidsevnevurderingen er registrert."),
    ),
    "behov": (_("Kartlagt behov"), skjemaer.Behovskjema, handlinger.kartlegg_behov, _("Behovet er registrert.")),
    "bortfalt": (
        _("Behov som ikke er der lenger"),
        skjemaer.Bortfaltskjema,
        handlinger.behov_bortfalt,
        _("Det er registrert at behovet ikke er der lenger."),
    ),
    "egenvurdering": (
        _("Egenvurdering"),
        skjemaer.Egenvurderingsskjema,
        handlinger.registrer_egenvurdering,
        _("Egenvurderingen er registrert."),
    ),
    "barn": (_("Barn i husstanden"), skjemaer.Barneskjema, handlinger.vurder_barn, _("Vurderingen av barna er registrert.")),
    "faktum": (
        _("Opplysning med kilde"),
        skjemaer.Faktumskjema,
        handlinger.registrer_faktum,
        _("Opplysningen er registrert. Vurderinger som bygger på den, må gjøres på nytt."),
    ),
    "fodselsdato": (
        _("Fødselsdato"),
        skjemaer.Fodselsdatoskjema,
        handlinger.registrer_faktum,
        _("Opplysningen er registrert. Vurderinger som bygger på den, må gjøres på nytt."),
    ),
    "malform": (_("Målform i brevene"), skjemaer.Malformskjema, handlinger.velg_malform, _("Målformen er endret.")),
}
"""Word in the address → title, form, action, and what to say when it is done."""


@require_http_methods(["GET", "HEAD", "POST"])
def skriv(request: Foresporsel, sak_id: UUID, hva: str) -> HttpResponse:
    """The form, and what it sends."""
    sak = hent_sak(request, sak_id)
    if hva not in SKRIVES:
        raise Http404
    tittel, skjemaslag, handling, gjort = SKRIVES[hva]
    forslag = {navn: request.GET[navn] for navn in ("navn", "behov") if navn in request.GET}
    side = Skjemaside(
        om=sak,
        tittel=str(tittel),
        lag=lambda data: skjemaslag(sak, data, **forslag),
        gjor=lambda skjema: handling(request.kontekst, sak.pk, skjema.innsending(), *skjema.argumenter()),
        port=handlinger.sakens_port(sak, request.kontekst),
        tilbake=reverse("sak:grunnlag", kwargs={"sak_id": sak.pk}),
        gjort=str(gjort),
    )
    return svar(request, side)
