"""Who may open which page: role × page × method, in one table. A page without a row here cannot be opened, and fails the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.plattform.tilgang.regler import ALLE, Innsyn, Side, side
from skreddersom.plattform.tilgang.roller import ROLLER_I, SER_TALL, Enhetsslag, Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping

KONTORET: Final = ROLLER_I[Enhetsslag.NAVKONTOR]
SAKEN: Final = frozenset({Rolle.VEILEDER, Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER})
VEILEDER: Final = frozenset({Rolle.VEILEDER})
LEDER: Final = frozenset({Rolle.LEDER})
ADMINISTRATOR: Final = frozenset({Rolle.ADMINISTRATOR})

FOLGER_OPP: Final = frozenset({Rolle.VEILEDER, Rolle.LEDER})
SER_KONTORET: Final = SAKEN - VEILEDER

APEN: Final = Side(apen=True)
INNLOGGET: Final = Side(innlogget=True)

SIDER: Final[Mapping[str, Side]] = {
    "hjem": side(les=ALLE),
    "logg_inn": APEN,
    "logg_ut": INNLOGGET,
    "rollekort": APEN,
    "velg_rolle": INNLOGGET,
    "design:sprak": APEN,
    "design:galleri": APEN,
    "design:galleri-feil": APEN,
    "kandidat:benk": side(les=FOLGER_OPP, innsyn=Innsyn.LISTE),
    "kandidat:kandidater": side(les=SAKEN, innsyn=Innsyn.LISTE),
    "kandidat:sok": side(skriv=SAKEN, innsyn=Innsyn.LISTE),
    "kandidat:fordel": side(skriv=FOLGER_OPP),
    "kandidat:kandidat": side(les=SAKEN, innsyn=Innsyn.PERSON),
    "kandidat:utfall": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON),
    "kandidat:angre": side(skriv=FOLGER_OPP, innsyn=Innsyn.PERSON),
    "kandidat:filer": side(les=SAKEN, skriv=FOLGER_OPP),
    "kandidat:fil": side(les=SAKEN, innsyn=Innsyn.LISTE),
    "kandidat:gjennomganger": side(les=SAKEN, skriv=FOLGER_OPP),
    "kandidat:gjennomgang": side(les=SAKEN),
    "kandidat:kontoret": side(les=SER_KONTORET),
    "kandidat:fylket": side(les=SER_TALL),
    "levende": APEN,
    "klar": APEN,
}
