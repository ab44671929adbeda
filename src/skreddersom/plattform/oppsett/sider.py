"""Who may open which page: role × page × method, in one table. A page without a row here cannot be opened, and fails the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.plattform.tilgang.regler import ALLE, Side, side
from skreddersom.plattform.tilgang.roller import ROLLER_I, Enhetsslag, Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping

KONTORET: Final = ROLLER_I[Enhetsslag.NAVKONTOR]
SAKEN: Final = frozenset({Rolle.VEILEDER, Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER})
VEILEDER: Final = frozenset({Rolle.VEILEDER})
LEDER: Final = frozenset({Rolle.LEDER})
ADMINISTRATOR: Final = frozenset({Rolle.ADMINISTRATOR})

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
    "levende": APEN,
    "klar": APEN,
}
