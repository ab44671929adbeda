"""How every page of a case finds what it is about, notes in the log that it was seen, and frames it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from skreddersom.apper.kandidat import sporringer as kandidatsporringer
from skreddersom.apper.sak import grunnlag, klagesporringer, sporringer
from skreddersom.apper.sak.models import Vent
from skreddersom.apper.sak.visning.hode import ramme
from skreddersom.plattform.kontroller.grenser import grense
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.apper.sak.models import Behandling, Sak
    from skreddersom.apper.sak.visning.hode import Ramme
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def hent_sak(request: Foresporsel, sak_id: UUID, les: Callable[[Kontekst, UUID], Sak] = sporringer.sak) -> Sak:
    """The case, if the one who asks may see it, as ``les`` fetches it. Raises ``Http404`` otherwise."""
    sak = les(request.kontekst, sak_id)
    _noter(request, sak)
    return sak


def hent_behandling(request: Foresporsel, behandling_id: UUID) -> Behandling:
    """The behandling with its case, if the one who asks may see it. Raises ``Http404`` otherwise."""
    behandling = sporringer.behandling(request.kontekst, behandling_id)
    _noter(request, behandling.sak)
    return behandling


def hent_kandidat(request: Foresporsel, kandidat_id: UUID) -> Kandidat:
    """The candidate, if the one who asks may see them. Raises ``Http404`` otherwise."""
    kandidat = kandidatsporringer.kandidat(request.kontekst, kandidat_id)
    request.dagbok.noter(Notat(Handling.LES, kandidat.person_id, f"kandidat/{kandidat.pk}", Formal.SAKSBEHANDLING))
    return kandidat


def hent_klage(request: Foresporsel, klage_id: UUID) -> Any:  # noqa: ANN401 – a Klage with that
    """The complaint with its case and ``grense`` (the days the office has), if one may see it. Raises ``Http404`` otherwise."""
    klage = (
        klagesporringer.med_alt(klagesporringer.klager(request.kontekst))
        .annotate(grense=grense("210", "klage"))
        .filter(pk=klage_id)
        .first()
    )
    if klage is None:
        raise Http404
    _noter(request, klage.sak)
    return klage


def _noter(request: Foresporsel, sak: Sak) -> None:
    request.dagbok.noter(Notat(Handling.LES, sak.person_id, f"sak/{sak.pk}", Formal.SAKSBEHANDLING))


def rammen(sak: Sak, side: str) -> Ramme:
    """The frame around a page of the case itself: of the behandling that is worked on, else of the newest."""
    behandling = next(iter(sporringer.i_saken(sak)), None)
    vent = Vent.objects.filter(behandling=behandling, gjenopptatt=None).first() if behandling else None
    bak = grunnlag.Grunnlag(vent=vent, vern=grunnlag.vern([sak.person_id])[sak.person_id])
    return ramme(sak, behandling, side, sporringer.idag(), bak)
