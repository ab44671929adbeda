"""The main menu: the pages in their order, each shown to the roles that may open it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.design.hode import Hode, Menypunkt
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.models import Stilling

MENY: Final[tuple[tuple[str, object], ...]] = (
    ("sak:benk", _("Min benk")),
    ("sak:til_kontroll", _("Til kontroll")),
    ("kandidat:kandidater", _("Kandidater")),
    ("kandidat:gjennomganger", _("Gjennomganger")),
    ("kandidat:filer", _("Filer")),
    ("kandidat:kontoret", _("Kontoret")),
    ("omradeovervaking:sporsmal", _("Spørsmål til kontoret")),
    ("kandidat:fylket", _("Fylket")),
    ("omradeovervaking:runder", _("Runder")),
    ("omradeovervaking:rapporter", _("Rapporter")),
    ("tilgang:ansatte", _("Ansatte")),
    ("sak:brevhode", _("Brevhode")),
    ("tilgang:innsyn", _("Innsyn")),
    ("tilgang:gitt", _("Åpnede saker")),
    ("logg:sok", _("Logg")),
)
"""Page → what the menu calls it."""


def hode(stilling: Stilling) -> Hode:
    """The page header for somebody in this role."""
    return Hode(
        bruker=stilling.ansatt.navn,
        kontor=stilling.kontor.navn,
        rolle=str(Rolle(stilling.rolle).label),
        meny=_meny(Rolle(stilling.rolle), get_language()),
        bytt=reverse("velg_rolle"),
        logg_ut=reverse("logg_ut"),
    )


@cache
def _meny(rolle: Rolle, _sprak: str | None) -> tuple[Menypunkt, ...]:
    """The menu of a role in a language: every page shows it, and it is always the same."""
    punkter = (Menypunkt(str(tekst), reverse(navn)) for navn, tekst in MENY if navn in SIDER and SIDER[navn].slipper_inn("GET", rolle))
    return tuple(punkter)
