"""The conditions as the one who looks them over sees them: what is new since somebody last looked, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak.grunnlag import verdi_av
from skreddersom.apper.sak.models import Retursaarsak, Vilkarsvurdering
from skreddersom.apper.sak.port import port_for_vilkar
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.grunner import grunner
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Behandling, Faktum
    from skreddersom.apper.sak.port import Hvem, Port
    from skreddersom.apper.sak.tilstand import Tilstand, Vilkarstilstand
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
class Opplysningsvisning:
    """One fact: what it says, from where, and since when."""

    tekst: str
    kilde: str
    dato: date | None


@dataclass(frozen=True, slots=True)
class Vilkarskort:
    """One condition. ``forrige`` is the last answer that somebody looked over, when there is a newer one."""

    vilkar: Vilkar
    status: str
    farge: str
    vurdering: Vilkarsvurdering | None
    grunn: str
    fakta: tuple[Opplysningsvisning, ...]
    port: Port
    forrige: Vilkarsvurdering | None
    endret: tuple[str, ...]

    @property
    def arsaker(self) -> tuple[str, ...]:
        """Why the newest answer, or else the one before it, was sent back."""
        sikring = getattr(self.vurdering, "kvalitetssikring", None) or getattr(self.forrige, "kvalitetssikring", None)
        return arsaksord(sikring.arsaker) if sikring else ()


def arsaksord(koder: Iterable[str]) -> tuple[str, ...]:
    """Reasons for a return in words."""
    return tuple(str(Retursaarsak(kode).label) for kode in koder)


def kort(behandling: Behandling, bak: Grunnlag, tilstand: Tilstand, hvem: Hvem, dag: date) -> list[Vilkarskort]:
    """Every condition in the statute's order."""
    forrige = forrige_sett(behandling)
    i_loven = {ett.id: ett for ett in versjon_paa(dag).vilkar}
    return [_ett(i_loven[ett.id], ett, bak, forrige.get(ett.id), port_for_vilkar(ett, tilstand, hvem, dag), dag) for ett in tilstand.vilkar]


def forrige_sett(behandling: Behandling) -> Mapping[str, Vilkarsvurdering]:
    """By condition, the last answer that somebody has looked over."""
    sett = behandling.vurderinger.filter(kvalitetssikring__isnull=False).select_related("kvalitetssikring__av", "av")
    return {ett.vilkar: ett for ett in sett.order_by("vilkar", "-nr").distinct("vilkar")}


def _ett(vilkar: Vilkar, tilstand: Vilkarstilstand, bak: Grunnlag, sett: Vilkarsvurdering | None, port: Port, dag: date) -> Vilkarskort:
    vurdering = bak.vurderinger.get(vilkar.id)
    forrige = sett if sett is not None and vurdering is not None and sett.pk != vurdering.pk else None
    status, farge = statusord(tilstand, ny=forrige is None)
    grunn = next((str(ett.tekst) for ett in grunner(vilkar.id, dag) if vurdering and ett.kode == vurdering.grunn), "")
    fakta = tuple(_opplysning(navn, bak.fakta.get(navn)) for navn in vilkar.fakta)
    return Vilkarskort(vilkar, status, farge, vurdering, grunn, fakta, port, forrige, _endret(vurdering, forrige))


def statusord(tilstand: Vilkarstilstand, *, ny: bool) -> tuple[str, str]:
    """Where one condition stands, with the colour of the word. ``ny``: nobody has looked at any answer to it yet."""
    if tilstand.svar is None:
        return _("Ikke vurdert"), "neutral"
    if tilstand.utdatert:
        return _("Må vurderes på nytt"), "warning"
    if tilstand.godkjent is None:
        return (_("Ny"), "info") if ny else (_("Endret siden sist"), "info")
    return (_("Godkjent"), "success") if tilstand.godkjent else (_("Sendt tilbake"), "danger")


def _opplysning(navn: str, rad: Faktum | None) -> Opplysningsvisning:
    faktum = FAKTA[navn]
    verdi = verdi_av(rad) if rad else None
    if rad is None or verdi is None:
        return Opplysningsvisning(_("Ikke kjent: %(hva)s") % {"hva": faktum.mangler}, "", None)
    if isinstance(verdi, bool):
        tekst = faktum.ja if verdi else faktum.nei
        return Opplysningsvisning(tekst[:1].upper() + tekst[1:], "" if faktum.skjonn else rad.kilde, rad.dato)
    return Opplysningsvisning(_("Født %(dato)s") % {"dato": f"{verdi:%d.%m.%Y}"}, rad.kilde, None)


def _endret(ny: Vilkarsvurdering | None, forrige: Vilkarsvurdering | None) -> tuple[str, ...]:
    """What differs from the answer that was looked over before."""
    if ny is None or forrige is None:
        return ()
    return tuple(str(ord_) for felt, ord_ in FELT.items() if getattr(ny, felt) != getattr(forrige, felt))
