"""The conditions as the one who looks them over sees them: what is new since somebody last looked, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak.grunnlag import Grunnlag
from skreddersom.apper.sak.port import port_for_vilkar
from skreddersom.apper.sak.tilstand import Vilkarstilstand
from skreddersom.apper.sak.visning.vilkar import ett_vilkar
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.apper.sak.models import Behandling, Vilkarsvurdering
    from skreddersom.apper.sak.port import Hvem, Port
    from skreddersom.apper.sak.tilstand import Tilstand
    from skreddersom.apper.sak.visning.vilkar import Vilkarsvisning
    from skreddersom.kjerne.lov.vilkar import Vilkar

FELT: Final = {
    "svar": gettext_lazy("svaret"),
    "begrunnelse": gettext_lazy("begrunnelsen"),
    "grunn": gettext_lazy("grunnen"),
    "mangler": gettext_lazy("hva som mangler"),
    "hvem": gettext_lazy("hvem som skaffer det"),
    "fakta": gettext_lazy("opplysningene det bygger på"),
}
"""What can be another in a new assessment, in words."""


@dataclass(frozen=True, slots=True)
class Vilkarskort:
    """One condition. ``forrige`` is the last answer that somebody looked over, when there is a newer one; ``endret`` what differs."""

    vilkar: Vilkarsvisning
    ord: str
    farge: str
    port: Port
    forrige: Vilkarsvisning | None
    endret: str


def kort(behandling: Behandling, bak: Grunnlag, tilstand: Tilstand, hvem: Hvem, dag: date) -> list[Vilkarskort]:
    """Every condition in the statute's order."""
    sett = _sett(behandling)
    i_loven = {ett.id: ett for ett in versjon_paa(dag).vilkar}
    return [_ett(i_loven[ett.id], ett, bak, sett.get(ett.id), port_for_vilkar(ett, tilstand, hvem, dag), dag) for ett in tilstand.vilkar]


def _sett(behandling: Behandling) -> Mapping[str, Vilkarsvurdering]:
    """By condition, the last answer that somebody has looked over."""
    sett = behandling.vurderinger.filter(kvalitetssikring__isnull=False).select_related("kvalitetssikring__av", "av")
    return {ett.vilkar: ett for ett in sett.order_by("vilkar", "-nr").distinct("vilkar")}


def _ett(vilkar: Vilkar, tilstand: Vilkarstilstand, bak: Grunnlag, sett: Vilkarsvurdering | None, port: Port, dag: date) -> Vilkarskort:
    ny = bak.vurderinger.get(vilkar.id)
    forrige = sett if sett is not None and ny is not None and sett.pk != ny.pk else None
    ord_, farge = _status(tilstand, ny=forrige is None)
    den_gang = Grunnlag(bak.fakta, {vilkar.id: forrige}) if forrige else None
    return Vilkarskort(
        ett_vilkar(vilkar, bak, tilstand, dag),
        ord_,
        farge,
        port,
        ett_vilkar(vilkar, den_gang, Vilkarstilstand(vilkar.id), dag) if den_gang else None,
        _endret(ny, forrige),
    )


def _status(tilstand: Vilkarstilstand, *, ny: bool) -> tuple[str, str]:
    """Whether it waits to be looked over, and if it is new; nothing when the answer itself says where it stands."""
    if tilstand.svar is None or tilstand.utdatert or tilstand.godkjent is not None:
        return "", ""
    return (_("Ny"), "info") if ny else (_("Endret siden sist"), "info")


def _endret(ny: Vilkarsvurdering | None, forrige: Vilkarsvurdering | None) -> str:
    """What differs from the answer that was looked over before."""
    if ny is None or forrige is None:
        return ""
    return ", ".join(str(ord_) for felt, ord_ in FELT.items() if getattr(ny, felt) != getattr(forrige, felt))
