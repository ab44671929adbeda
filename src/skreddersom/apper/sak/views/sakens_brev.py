"""The letters of a case: which there are, how far each has come, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.handlinger.brev import KAN_FORKASTES, SENDER
from skreddersom.apper.sak.views.felles import hent_sak, rammen
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Status
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

    Gjoremaal = Mapping[str, tuple[Callable[..., Any], _StrPromise]]

FARGE: Final = {
    Status.UTKAST: "warning",
    Status.KLAR: "accent",
    Status.SENDT: "success",
    Status.FEILET: "danger",
    Status.FORKASTET: "neutral",
}


class Brevrad(NamedTuple):
    """A letter on the page, with which of the actions the one who looks can do."""

    brev: Brev
    farge: str
    til: str
    sted: str
    kan: dict[str, bool]


@require_safe
def brev(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """All of them, the newest first."""
    sak = hent_sak(request, sak_id)
    alle = brevene.brev_i_saken(request.kontekst, sak.pk)
    rader = brevrader(request, alle, lambda ett: reverse("sak:ett_brev", kwargs={"sak_id": sak.pk, "brev_id": ett.pk}))
    return render(request, "sak/brev.html", {"ramme": rammen(sak, "sak:brevene"), "rader": rader})


def brevrader(request: Foresporsel, alle: Iterable[Brev], sted: Callable[[Brev], str]) -> list[Brevrad]:
    """Letters as the table shows them; ``sted`` is where one of them is fetched, and where what is done with it is sent."""
    sender = request.kontekst.rolle in SENDER
    return [_rad(ett, sted(ett), sender=sender) for ett in alle]


def _rad(ett: Brev, sted: str, *, sender: bool) -> Brevrad:
    status = Status(ett.status)
    venter = sender and status in brevene.VENTER
    kan = {
        "hente": status is not Status.UTKAST,
        "ferdig": sender and status is Status.UTKAST,
        "sendt": venter,
        "forkast": venter and ett.slag in KAN_FORKASTES,
    }
    return Brevrad(ett, FARGE[status], str(ett.mottaker.get("navn", "")), sted, kan)


@require_http_methods(["GET", "HEAD", "POST"])
def ett_brev(request: Foresporsel, sak_id: UUID, brev_id: UUID) -> HttpResponse:
    """The very bytes of the letter; what is posted is done with it."""
    sak = hent_sak(request, sak_id)
    valgt = brevene.brev_i_saken(request.kontekst, sak.pk).filter(pk=brev_id).first()
    return hentet_eller_gjort(request, valgt, GJOR, sak.pk, reverse("sak:brevene", kwargs={"sak_id": sak.pk}))


def hentet_eller_gjort(request: Foresporsel, valgt: Brev | None, mulig: Gjoremaal, eier: UUID, tilbake: str) -> HttpResponse:
    """The very bytes of a letter; what is posted is done with it, by the one of ``mulig`` that it names. ``eier`` is what it belongs to.

    Raises ``Http404`` when there is no such letter.
    """
    if valgt is None:
        raise Http404
    if request.method == "POST":
        return _gjor_med(request, mulig, (eier, valgt.pk), tilbake)
    return _filen(request, valgt)


def _filen(request: Foresporsel, valgt: Brev) -> HttpResponse:
    """The very bytes, noted in the log. Raises ``Http404`` for a draft, which has none."""
    if valgt.status == Status.UTKAST:
        raise Http404
    request.dagbok.noter(Notat(Handling.EKSPORT, valgt.person_id, f"brev/{valgt.pk}", Formal.SAKSBEHANDLING, detalj=valgt.slag))
    svar = HttpResponse(bytes(valgt.pdf), content_type="application/pdf")
    svar["Content-Disposition"] = f'attachment; filename="{valgt.filnavn}"'
    return svar


GJOR: Final[Gjoremaal] = {
    "ferdig": (handlinger.gjor_brev_ferdig, _("Brevet er klart til å sendes.")),
    "sendt": (handlinger.merk_brev_sendt, _("Brevet er merket som sendt.")),
    "forkast": (handlinger.forkast_brev, _("Brevet er lagt bort, og skal ikke sendes.")),
}
"""What can be done with a letter → how, and what to say when it is done."""


def _gjor_med(request: Foresporsel, mulig: Gjoremaal, hvilket: tuple[UUID, UUID], tilbake: str) -> HttpResponse:
    hva = request.POST.get("gjor", "")
    if hva not in mulig:
        raise Http404
    gjor, gjort = mulig[hva]
    mer = {"hvorfor": request.POST.get("hvorfor", "")} if hva == "forkast" else {}
    try:
        gjor(request.kontekst, *hvilket, **mer)
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, str(gjort))
    return redirect(tilbake)
