"""How every page of a case finds what it is about, and notes in the log that it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import FERDIGE, Behandling, Sak
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


def hent_sak(request: Foresporsel, sak_id: UUID) -> Sak:
    """The case, if the one who asks may see it. Raises ``Http404`` otherwise."""
    sak = sporringer.saker(request.kontekst).select_related("person", "kandidat", "saksbehandler").filter(pk=sak_id).first()
    if sak is None:
        raise Http404
    _noter(request, sak)
    return sak


def hent_behandling(request: Foresporsel, behandling_id: UUID) -> Behandling:
    """The behandling with its case, if the one who asks may see it. Raises ``Http404`` otherwise."""
    synlige = sporringer.med_alt(sporringer.behandlinger(request.kontekst)).select_related("sak__person", "sak__saksbehandler")
    behandling = synlige.filter(pk=behandling_id).first()
    if behandling is None:
        raise Http404
    _noter(request, behandling.sak)
    return behandling


def _noter(request: Foresporsel, sak: Sak) -> None:
    request.dagbok.noter(Notat(Handling.LES, sak.person_id, f"sak/{sak.pk}", Formal.SAKSBEHANDLING))


def alle_behandlinger(sak: Sak) -> list[Behandling]:
    """Those of the case: the one that is worked on first, then the newest."""
    alle = sporringer.med_alt(sak.behandlinger.all())
    return sorted(alle, key=lambda ett: ett.status in FERDIGE)
