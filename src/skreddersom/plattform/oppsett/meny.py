"""The main menu: the pages in their order, each shown to the roles that may open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.design.hode import Hode, Menypunkt
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.models import Stilling

MENY: Final[tuple[tuple[str, object], ...]] = (
    ("kandidat:benk", _("Min benk")),
    ("sak:til_kontroll", _("Til kontroll")),
    ("kandidat:kandidater", _("Kandidater")),
    ("kandidat:gjennomganger", _("Gjennomganger")),
    ("kandidat:filer", _("Filer")),
    ("kandidat:kontoret", _("Kontoret")),
    ("kandidat:fylket", _("Fylket")),
    ("tilgang:ansatte", _("Ansatte")),
    ("tilgang:innsyn", _("Innsyn")),
    ("tilgang:gitt", _("Åpnede saker")),
    ("logg:sok", _("Logg")),
)
"""Page → what the menu calls it."""


def hode(stilling: Stilling) -> Hode:
    """The page header for somebody in this role."""
    rolle = Rolle(stilling.rolle)
    punkter = (Menypunkt(str(tekst), reverse(navn)) for navn, tekst in MENY if navn in SIDER and SIDER[navn].slipper_inn("GET", rolle))
    return Hode(
        bruker=stilling.ansatt.navn,
        kontor=stilling.kontor.navn,
        rolle=stilling.get_rolle_display(),
        meny=tuple(punkter),
        bytt=reverse("velg_rolle"),
        logg_ut=reverse("logg_ut"),
    )
