"""Two at once: the second keeps what was typed, and sees what the first has done. The notice is ``design/endret_av_andre.html``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict


def paa_ny_versjon(request: HttpRequest, versjon: int) -> QueryDict:
    """What was typed, now counting on ``versjon``: sent again, it is sent knowing what is shown."""
    data = request.POST.copy()
    data["versjon"] = str(versjon)
    return data
