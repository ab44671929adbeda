"""How an answer to a condition and the facts of the case hang together, so that they can never say two things.

Where a condition rests on a judgement, the answer is that judgement, and is kept as a fact with author and reason. Where it rests on
what can be looked up, the answer must be what the facts give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.lov.fakta import FAKTA, fakta_av_verdier
from skreddersom.kjerne.lov.trelogikk import Tre

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.apper.sak.models.koder import Svar
    from skreddersom.kjerne.lov.vilkar import Vilkar

    Verdier = Mapping[str, bool | date]

DOMMER: Final = (None, True, False)
"""What a judgement can say; nothing at all is tried first, so that no more is claimed than the answer needs."""


class SierNoeAnnet(Exception):
    """The facts of the case give another answer, whatever is judged. ``gir`` is what they give."""

    def __init__(self, gir: Tre) -> None:
        super().__init__(gir.name)
        self.gir = gir


def skjonnsfaktum(vilkar: Vilkar) -> str | None:
    """The fact of the condition that is judged and not looked up, if it has one."""
    return next((navn for navn in vilkar.fakta if FAKTA[navn].skjonn), None)


def dom(vilkar: Vilkar, verdier: Verdier, svar: Svar, dag: date) -> bool | None:
    """What the judgement must be for the condition to be answered ``svar``; None when the answer needs none.

    ``verdier`` are the facts that are known. Raises ``SierNoeAnnet`` when the facts do not give the answer.
    """
    ventet = Tre[svar]
    faktum = skjonnsfaktum(vilkar)
    uten = {navn: verdi for navn, verdi in verdier.items() if navn != faktum}
    for forslag in DOMMER if faktum else (None,):
        med = uten if forslag is None or faktum is None else uten | {faktum: forslag}
        if vilkar.regel(fakta_av_verdier(med), dag) is ventet:
            return forslag
    raise SierNoeAnnet(vilkar.regel(fakta_av_verdier(uten), dag))
