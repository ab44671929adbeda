"""An application comes in: from the page of a candidate, or from somebody no file has told of, to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.kandidat import sporringer as kandidatsporringer
from skreddersom.apper.kandidat.visning import historikk, rad
from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.forms.soknad import FraKandidat, FraNyPerson
from skreddersom.apper.sak.views.felles import hent_kandidat
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.apper.sak.models import Soknad
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: Foresporsel, kandidat_id: UUID) -> HttpResponse:
    """The form that takes in the application of a candidate."""
    kandidat = hent_kandidat(request, kandidat_id)
    skjema = FraKandidat(kandidat, request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        return _registrer(request, kandidat, skjema)
    return _vis(request, kandidat, skjema)


def _registrer(request: Foresporsel, kandidat: Kandidat, skjema: FraKandidat) -> HttpResponse:
    try:
        return _til_saken(request, handlinger.registrer_soknad(request.kontekst, skjema.ny()))
    except handlinger.Konflikt:
        nytt = FraKandidat(kandidat, paa_ny_versjon(request, kandidat.versjon))
        siden = kandidatsporringer.hendelser(kandidat, etter=skjema.cleaned_data["versjon"])
        return _vis(request, kandidat, nytt, endringer=historikk(siden, []))
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, kandidat, skjema)


def _til_saken(request: Foresporsel, soknad: Soknad) -> HttpResponse:
    messages.success(request, _("Søknaden er registrert, og kvitteringen til søkeren er laget. Den ligger under Brev."))
    return redirect("sak:sak", soknad.sak_id)


def _vis(
    request: Foresporsel, kandidat: Kandidat, skjema: FraKandidat, *, endringer: list[dict[str, object]] | None = None
) -> HttpResponse:
    innhold = {"kandidat": kandidat, "rad": rad(kandidat), "skjema": skjema, "endringer": endringer}
    return render(request, "sak/ny.html", innhold, status=200 if endringer is None else 409)


@require_http_methods(["GET", "HEAD", "POST"])
def ny_person(request: Foresporsel) -> HttpResponse:
    """The form that takes in an application of somebody no file has told of. What is typed stands in no address and no log."""
    skjema = FraNyPerson(request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        try:
            return _til_saken(request, handlinger.registrer_soknad_fra(request.kontekst, skjema.person(), skjema.soknad()))
        except Brukerfeil as feil:
            skjema.add_error(None, str(feil))
    return render(request, "sak/ny.html", {"kandidat": None, "rad": None, "skjema": skjema, "endringer": None})


@require_safe
def for_kandidat(request: Foresporsel, kandidat_id: UUID) -> HttpResponse:
    """To the candidate's case, the open one first; what to do when there is none to see."""
    kandidat = hent_kandidat(request, kandidat_id)
    saker = sporringer.saker(request.kontekst).filter(person_id=kandidat.person_id)
    sak = saker.filter(avsluttet=None).first() or saker.first()
    if sak is not None:
        return redirect("sak:sak", sak.pk)
    return render(request, "sak/ingen.html", {"kandidat": kandidat, "rad": rad(kandidat), "kan_registrere": _kan_registrere(request)})


def _kan_registrere(request: Foresporsel) -> bool:
    return SIDER["sak:ny"].slipper_inn("POST", request.kontekst.rolle)
