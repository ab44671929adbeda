"""The behandling that a page is about, and the form that was sent when somebody else was first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from django.shortcuts import get_object_or_404

from skreddersom.apper.sak import sporringer
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from uuid import UUID

    from django import forms
    from django.http import QueryDict

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

S = TypeVar("S", bound="forms.Form")


def behandlingen(request: Foresporsel, behandling_id: UUID) -> Behandling:
    """The one with this id, with all that is shown of it; the log is told. Raises ``Http404`` for one that may not be seen."""
    behandling = get_object_or_404(sporringer.med_alt(sporringer.behandlinger(request.kontekst)), pk=behandling_id)
    request.dagbok.noter(Notat(Handling.LES, behandling.person_id, f"sak/{behandling.sak_id}", Formal.SAKSBEHANDLING))
    return behandling


def paa_nyeste(skjema: S, versjon: int) -> S:
    """The form that was sent, with what was typed, on the newest version: sent again, it counts on what is now shown."""
    data = cast("QueryDict", skjema.data).copy()
    data["versjon"] = str(versjon)
    skjema.data = data
    return skjema
