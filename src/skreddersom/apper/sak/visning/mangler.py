"""What hinders that a behandling is sent to be decided, page by page, with the way to where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak import brev, krav
from skreddersom.apper.sak.port import Handling

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.tilstand import Tilstand

HVOR: Final = {
    krav.VILKARENE: (_("Vilkår"), "behandling_id"),
    krav.GRUNNLAGET: (_("Grunnlag"), "sak_id"),
    krav.VARSLINGEN: (_("Forhåndsvarsel"), "behandling_id"),
    krav.VEDTAKET: (_("Vedtak"), "behandling_id"),
}
"""Page → what the link says, and what its address is about."""


class Mangel(NamedTuple):
    """What is missing on one page of the case."""

    side: str
    tekst: str
    adresse: str
    setninger: tuple[str, ...]


def mangler(behandling: Behandling, tilstand: Tilstand, dag: date) -> list[Mangel]:
    """All of it, in the order of the way; what the letter lacks is the draft's. What follows from something else here is not said twice."""
    alle = krav.per_side(tilstand, dag)
    igjen = brev.avledet()
    if any(not igjen.issuperset(setninger) for setninger in alle.values()):
        alle = {side: tuple(ett for ett in setninger if ett not in igjen) for side, setninger in alle.items()}
    return [_paa_siden(side, setninger, behandling) for side, setninger in alle.items() if setninger]


def _paa_siden(side: str, setninger: tuple[str, ...], behandling: Behandling) -> Mangel:
    tekst, om = HVOR[side]
    gjelder = behandling.sak_id if om == "sak_id" else behandling.pk
    mer = {"hva": Handling.VARSLE.value} if side == krav.VARSLINGEN else {}
    return Mangel(side, str(tekst), reverse(side, kwargs={om: gjelder, **mer}), setninger)
