"""The paper of an application: the form to apply on, empty, and an application as it was registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import soknadsbrev, sporringer
from skreddersom.apper.sak.models import Malform
from skreddersom.apper.sak.views.felles import hent_sak
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.brev.lag import Brevfil
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_safe
def tomt(request: Foresporsel, malform: str) -> HttpResponse:
    """The form to apply on, in bokmål or nynorsk, with the office's head. Raises ``Http404`` for another language."""
    if malform not in Malform.values:
        raise Http404
    fil = soknadsbrev.tomt_skjema(request.kontekst, "nn" if malform == "nn" else "nb", sporringer.idag())
    return _pdf(fil, f"soknadsskjema-{malform}.pdf")


@require_safe
def registrert(request: Foresporsel, sak_id: UUID, soknad_id: UUID) -> HttpResponse:
    """The application as it was registered, to keep or to give to the one who applied."""
    sak = hent_sak(request, sak_id)
    soknad = get_object_or_404(sak.soknader.select_related("av", "sak__person"), pk=soknad_id)
    request.dagbok.noter(Notat(Handling.EKSPORT, sak.person_id, f"sak/{sak.pk}", Formal.SAKSBEHANDLING, detalj="soknad"))
    return _pdf(soknadsbrev.registrert(soknad, sporringer.idag()), f"soknad-{sak.referanse.replace('/', '-')}.pdf")


def _pdf(fil: Brevfil, filnavn: str) -> HttpResponse:
    return HttpResponse(fil.pdf, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{filnavn}"'})
