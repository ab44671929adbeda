"""The catalogue: every control there is, in order. A theme has a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.kontroll.tema1 import TEMA1
from skreddersom.kjerne.kontroll.tema2 import TEMA2
from skreddersom.kjerne.kontroll.tema7 import TEMA7

if TYPE_CHECKING:
    from skreddersom.kjerne.kontroll.modell import Kontroll

KATALOG: Final[tuple[Kontroll, ...]] = (*TEMA1, *TEMA2, *TEMA7)


def terskel(kontroll_id: str, navn: str) -> int:
    """A limit of a control, so that what warns before it and what finds it agree. Raises ``StopIteration`` for one that is not there."""
    return next(en.verdi for kontroll in KATALOG if kontroll.id == kontroll_id for en in kontroll.terskler if en.navn == navn)
