"""A request that has come inside: what ``mellomvare`` has put on it, for those who check types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from skreddersom.plattform.logg.dagbok import Dagbok
    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Ansatt, Stilling


class Foresporsel(HttpRequest):
    """A request from somebody in a role. Never made; views name it as the type of their request."""

    user: Ansatt
    stilling: Stilling
    kontekst: Kontekst
    dagbok: Dagbok
    htmx: bool
