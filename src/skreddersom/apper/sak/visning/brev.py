"""The letter of a decision as a page shows it: piece by piece, with what the law demands of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.sak import brev, varselbrev, varsler
from skreddersom.apper.sak.models import FERDIGE, Utfall
from skreddersom.apper.sak.visning import sjekkliste
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev.lag import ark

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.handlinger import Utkast
    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.tilstand import Advarsel
    from skreddersom.apper.sak.varselbrev import Varselinnhold
    from skreddersom.apper.sak.visning.sjekkliste import Punkt
    from skreddersom.plattform.brev.handlinger import NyttBrev

AV_UTKASTET: Final = ("fra", "til", "start", "timer_uke", "begrunnelse", "alternativ_uten_kvp")


@dataclass(frozen=True, slots=True)
class Brevvisning:
    """``ark`` is the letter as it stands, None when there is no letter for the outcome; ``punkter`` what is demanded of it."""

    ark: dict[str, Any] | None
    punkter: list[Punkt]
    advarsler: tuple[Advarsel, ...] = ()
    """Words that sound like an unlawful ground. Where they must be answered for, the form itself asks, and nothing stands here."""

    @property
    def mangler(self) -> list[Punkt]:
        """What the law demands and the letter lacks."""
        return [ett for ett in self.punkter if ett.mangler]

    @property
    def plass(self) -> list[Punkt]:
        """What is in place."""
        return [ett for ett in self.punkter if not ett.mangler]


def vis(behandling: Behandling, bak: Grunnlag, dag: date) -> Brevvisning:
    """The letter of the draft, as it would be if the beslutter who has it decided so today."""
    slag = brev.slag_for(Utfall(behandling.utfall)) if behandling.utfall else None
    if slag is None:
        return Brevvisning(None, [])
    data = brev.data(behandling, bak, dag, beslutter=behandling.beslutter)
    arket = ark(slag, brev.malform(behandling), data, utkast=behandling.status not in FERDIGE)
    return Brevvisning(arket, sjekkliste.punkter(slag, data, dag))


def varselet(behandling: Behandling, innhold: Varselinnhold, dag: date) -> Brevvisning:
    """The advance notice as it would be if it was given today."""
    data, slag = varselbrev.data(behandling, innhold, dag), Brevslag.FORHANDSVARSEL
    return Brevvisning(ark(slag, brev.malform(behandling), data, utkast=True), sjekkliste.punkter(slag, data, dag))


def skrevet(nytt: NyttBrev, fritekst: str, dag: date) -> Brevvisning:
    """A letter that somebody writes of their own accord. ``fritekst`` is what the office itself says in it."""
    arket = ark(nytt.slag, nytt.malform, nytt.data, utkast=True)
    return Brevvisning(arket, sjekkliste.punkter(nytt.slag, nytt.data, dag), varsler.i_teksten("brev", fritekst, (), dag))


def med_utkast(behandling: Behandling, utkast: Utkast) -> Behandling:
    """The same behandling, not kept, as it would be with this draft."""
    behandling.utfall = utkast.utfall or ""
    for navn in AV_UTKASTET:
        setattr(behandling, navn, getattr(utkast, navn))
    behandling.brevfelt = dict(utkast.brevfelt)
    return behandling
