"""The report: what it claims and on what, as it would be today, and what is published."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from skreddersom.apper.omradeovervaking import sporringer, visning
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.handlinger.rapport import FORMER
from skreddersom.apper.omradeovervaking.port import kan_publiseres
from skreddersom.apper.omradeovervaking.views.runder import ramme
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
from skreddersom.kjerne.omradeovervaking.utforming_metode import mangler
from skreddersom.plattform.dokument.rapportfil import SKRIVERE
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

SLAG: Final = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
BARE_SEG_SELV: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The report as a page has its style inside it, and fetches nothing."""


@require_safe
def rapport(request: Foresporsel, runde_id: UUID) -> HttpResponse:
    """The draft with each claim held against its cells, and the published ones."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id))
    laget = grunnlag.rapport(timezone.localdate())
    data = grunnlag.definisjonsdata()
    innhold = {
        **ramme(request, grunnlag),
        "maalform": visning.maalform(),
        "data": data,
        "paastander": visning.paastander(laget),
        "avsnitt": list(enumerate(data["avsnitt"])),
        "oppfolging": [(nr, ett, _gjort(grunnlag, nr)) for nr, ett in enumerate(data["oppfolging"])],
        "mangler": list(mangler(laget, Ordlyd(visning.maalform()))),
        "port": kan_publiseres(laget),
        "utgaver": grunnlag.utgaver,
        "former": FORMER,
    }
    return render(request, "omradeovervaking/rapport.html", innhold)


@require_safe
def rapporter(request: Foresporsel) -> HttpResponse:
    """Everything that is published, for the directorate: the reports as they were read, never the work behind them."""
    rundene = [(alle[0].data["tittel"][visning.maalform()], alle[0].kontor.navn, alle) for alle in sporringer.publisert(request.kontekst)]
    return render(request, "omradeovervaking/rapporter.html", {"rundene": rundene, "former": FORMER})


def _gjort(grunnlag: Rundegrunnlag, plass: int) -> list[tuple[date, str]]:
    """What has been done about the office in this place of the list, the first first."""
    return [(date.fromisoformat(ett["dato"]), ett["tekst"]) for ett in grunnlag.utkast["oppfolging"][plass].get("gjort", [])]


@require_safe
def fil(request: Foresporsel, runde_id: UUID, form: str) -> HttpResponse:
    """A published report (``?utgave=2``, else the newest) to both sides; without a number, the draft to those who write it."""
    if form not in SLAG:
        raise Http404
    nr = request.GET.get("utgave", "")
    if nr or request.kontekst.rolle is not Rolle.STATSFORVALTER:
        funnet = sporringer.fil(request.kontekst, runde_id, form, int(nr) if re.fullmatch("[0-9]{1,5}", nr) else None)
        return _svar(bytes(funnet.innhold), form, f"rapport-{funnet.utgave.nr}")
    laget = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id)).rapport(timezone.localdate())
    return _svar(SKRIVERE[f".{form}"](laget, "nn" if request.GET.get("maalform") == "nn" else "nb"), form, "utkast")


def _svar(innhold: bytes, form: str, navn: str) -> HttpResponse:
    hoder = (
        {"Content-Security-Policy": BARE_SEG_SELV} if form == "html" else {"Content-Disposition": f'attachment; filename="{navn}.{form}"'}
    )
    return HttpResponse(innhold, content_type=SLAG[form], headers=hoder)
