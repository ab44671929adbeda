"""§ 29 condition by condition, in the statute's order: question, facts, answer, reason, and who has looked it over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext

from skreddersom.apper.sak.models import Retursaarsak
from skreddersom.apper.sak.visning import fakta
from skreddersom.kjerne.lov.grunner import grunner, ulovlige
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.design.setninger import paa_leserens

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Kvalitetssikring, Vilkarsvurdering
    from skreddersom.apper.sak.tilstand import Tilstand, Vilkarstilstand
    from skreddersom.kjerne.lov.hjemmel import Hjemmel
    from skreddersom.kjerne.lov.vilkar import Vilkar

LOVDATA: Final = {"LOV": "lov", "FOR": "forskrift"}
"""How the number of an act or a regulation begins → its folder at lovdata.no."""


@dataclass(frozen=True, slots=True)
class Vilkarsvisning:
    """One condition as it stands. ``svar`` is empty when nobody has answered; ``grunn`` is the lawful ground of a no, in words."""

    id: str
    krav: str
    sporsmal: str
    hjemler: tuple[tuple[str, str], ...]
    fakta: list[fakta.Faktumvisning]
    svar: str
    grunn: str
    vurdering: Vilkarsvurdering | None
    sikring: Kvalitetssikring | None
    arsaker: str
    utdatert: bool


def vilkarene(bak: Grunnlag, tilstand: Tilstand, dag: date) -> list[Vilkarsvisning]:
    """All of them, by the law version of ``dag``."""
    tilstander = {ett.id: ett for ett in tilstand.vilkar}
    return [ett_vilkar(vilkar, bak, tilstander[vilkar.id], dag) for vilkar in versjon_paa(dag).vilkar]


def ett_vilkar(vilkar: Vilkar, bak: Grunnlag, tilstand: Vilkarstilstand, dag: date) -> Vilkarsvisning:
    """One of them."""
    vurdering = bak.vurderinger.get(vilkar.id)
    sikring = getattr(vurdering, "kvalitetssikring", None)
    return Vilkarsvisning(
        id=vilkar.id,
        krav=gettext(vilkar.krav),
        sporsmal=gettext(vilkar.sporsmal),
        hjemler=tuple(hjemler(vilkar.hjemmel)),
        fakta=fakta.vis(bak.fakta, vilkar.fakta),
        svar=vurdering.svar if vurdering else "",
        grunn=_grunn(vurdering, dag) if vurdering else "",
        vurdering=vurdering,
        sikring=sikring,
        arsaker=arsaker(sikring.arsaker) if sikring else "",
        utdatert=tilstand.utdatert,
    )


def _grunn(vurdering: Vilkarsvurdering, dag: date) -> str:
    return next((gettext(ett.tekst.nb) for ett in grunner(vurdering.vilkar, dag) if ett.kode == vurdering.grunn), vurdering.grunn)


def grunnene(vilkar: str, dag: date) -> dict[str, list[tuple[str, ...]]]:
    """Beside the form: each lawful ground with what must be on record, and each unlawful one with why and who says so."""
    return {
        "grunner": [(gettext(ett.tekst.nb), gettext(ett.dokumenter.nb)) for ett in grunner(vilkar, dag)],
        "ulovlige": [(gettext(ett.tekst.nb), gettext(ett.hvorfor.nb), ett.kilde) for ett in ulovlige(dag)],
    }


def arsaker(koder: Iterable[str]) -> str:
    """Why something was sent back, in words."""
    return ", ".join(str(Retursaarsak(kode).label).lower() for kode in koder)


def hjemler(hjemmel: Hjemmel) -> list[tuple[str, str]]:
    """A legal reference and those it is read with: the words, and where the text stands."""
    uten_jf = paa_leserens(hjemmel).partition(", jf. ")[0]
    return [(uten_jf, lovdata(hjemmel)), *(hjemler(hjemmel.jf) if hjemmel.jf else ())]


def lovdata(hjemmel: Hjemmel) -> str:
    """The address of the paragraph, as it stands today."""
    slag, _skille, nummer = hjemmel.kilde.nummer.partition("-")
    return f"https://lovdata.no/{LOVDATA[slag]}/{nummer}/§{hjemmel.paragraf.replace(' ', '')}"
