"""What can happen next with a candidate, and why the rest cannot: one check, shared by the page and by the action.

After an application only a decision can say no (sosialtjenesteloven § 43, forvaltningsloven § 2): an office may not answer it with a tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.models import AVGJORT
from skreddersom.apper.kandidat.models import Utfallsslag as Slag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from skreddersom.apper.kandidat.models import Kandidat


@dataclass(frozen=True, slots=True)
class Port:
    """Open when nothing stands in the way. Warnings are shown, and do not close it."""

    hindringer: tuple[str, ...] = ()
    advarsler: tuple[str, ...] = ()

    @property
    def apen(self) -> bool:
        """Whether the action can be done."""
        return not self.hindringer


VANLIGE: Final = (Slag.INFORMERT, Slag.TILBUDT, Slag.SOKNAD, Slag.TAKKET_NEI, Slag.IKKE_I_MALGRUPPEN, Slag.I_PROGRAM, Slag.FLYTTET)
"""The outcomes one can register, in the order of the way. «Angret» is not one of them."""
OM_SOKNADEN: Final = (Slag.AVSLAG, Slag.AVVIST, Slag.HENLAGT)

IKKE_KONTAKTET: Final = _("Et nei må komme fra personen selv. Registrer først at personen er informert eller har fått tilbud.")
HAR_TILBUD: Final = _("Personen har alt fått tilbud om program.")
HAR_SOKT: Final = _("Søknaden er mottatt.")
VEDTAK: Final = _("Søknaden må avgjøres med vedtak. Den kan ikke avvises ved å si at personen ikke er i målgruppen.")
I_PROGRAM: Final = _("Personen er i program. Kommer personen på lista igjen i en senere gjennomgang, kan nye utfall registreres.")
FLYTTET: Final = _("Personen er flyttet. Kommer personen på lista igjen i en senere gjennomgang, kan nye utfall registreres.")
ER_AVGJORT: Final = _(
    "Saken er avgjort med vedtak, eller henlagt. Sier personen noe nytt, kan dere informere, tilby eller ta imot en ny søknad."
)
AV_VEDTAK: Final = _("Dette følger av saken, og kan bare endres der.")
SAMME: Final = _("Dette er alt registrert.")

STENGT: Final[Mapping[Slag | None, Mapping[Slag, _StrPromise | str]]] = {
    None: {Slag.TAKKET_NEI: IKKE_KONTAKTET},
    Slag.INFORMERT: {},
    Slag.TILBUDT: {Slag.INFORMERT: HAR_TILBUD, Slag.TILBUDT: SAMME},
    Slag.SOKNAD: {Slag.INFORMERT: HAR_SOKT, Slag.TILBUDT: HAR_SOKT, Slag.SOKNAD: SAMME, Slag.IKKE_I_MALGRUPPEN: VEDTAK},
    Slag.TAKKET_NEI: {Slag.TAKKET_NEI: SAMME},
    Slag.IKKE_I_MALGRUPPEN: {Slag.TAKKET_NEI: IKKE_KONTAKTET, Slag.IKKE_I_MALGRUPPEN: SAMME},
    Slag.I_PROGRAM: dict.fromkeys((*VANLIGE, *OM_SOKNADEN), I_PROGRAM) | {Slag.I_PROGRAM: SAMME, Slag.FLYTTET: ""},
    Slag.FLYTTET: dict.fromkeys((*VANLIGE, *AVGJORT), FLYTTET) | {Slag.FLYTTET: SAMME},
    **{slag: {Slag.TAKKET_NEI: ER_AVGJORT, Slag.IKKE_I_MALGRUPPEN: ER_AVGJORT} for slag in AVGJORT},
}
"""Last outcome → what is closed after it, and why; whatever is not named, or has no reason, is open."""

ADVARSLER: Final[Mapping[tuple[Slag | None, Slag], _StrPromise]] = {
    (None, Slag.TILBUDT): _("Personen er ikke registrert som informert. Tilbudet må forklares slik at personen kan ta stilling til det."),
    (Slag.TILBUDT, Slag.IKKE_I_MALGRUPPEN): _("Personen har fått tilbud. Trekker dere det tilbake, skal personen få vite det og hvorfor."),
    (Slag.TAKKET_NEI, Slag.IKKE_I_MALGRUPPEN): _("Personen har selv takket nei. Er det kontoret eller personen som avslutter?"),
}
"""(last outcome, next) → what to think of first."""


def kan_registrere(kandidat: Kandidat, slag: Slag) -> Port:
    """Whether the outcome ``slag`` can be registered on ``kandidat`` now; it has its outcome, assessment and review with it."""
    forrige = _gjeldende(kandidat)
    hindring = str(STENGT[forrige].get(slag, ""))
    advarsel = str(ADVARSLER.get((forrige, slag), ""))
    return Port((hindring,) if hindring else (), (advarsel,) if advarsel and not hindring else ())


def porter(kandidat: Kandidat) -> dict[Slag, Port]:
    """Every outcome with its gate, in the order of the way."""
    return {slag: kan_registrere(kandidat, slag) for slag in VANLIGE}


def kan_angre(kandidat: Kandidat) -> Port:
    """The last event can be taken back as long as it is the last, and not what a case has settled."""
    if kandidat.siste_utfall is not None and kandidat.siste_utfall.slag in AVGJORT:
        return Port((str(AV_VEDTAK),))
    return Port() if kandidat.siste_utfall_id else Port((gettext("Det er ingenting å angre."),))


def _gjeldende(kandidat: Kandidat) -> Slag | None:
    """The last outcome. One that ended the matter counts no longer when a later review has found the person again."""
    if kandidat.siste_utfall is None:
        return None
    slag = Slag(kandidat.siste_utfall.slag)
    return None if slag in (Slag.I_PROGRAM, Slag.FLYTTET, *AVGJORT) and _funnet_igjen(kandidat) else slag


def _funnet_igjen(kandidat: Kandidat) -> bool:
    vurdering, utfall = kandidat.siste_vurdering, kandidat.siste_utfall
    return bool(kandidat.paa_lista and vurdering and utfall and vurdering.gjennomgang.startet > utfall.tid)
