"""How well two coders agree. κ falls to 0 when nearly all answers are alike, so it is never shown without p_o and AC1."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.statistikk.svar import Av, ForLite, KanIkkeBeregnes, for_fa

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

ALLE_LIKE: Final = KanIkkeBeregnes("Kan ikke beregnes: begge har brukt den samme koden på alle svarene.")
EN_KODE: Final = KanIkkeBeregnes("Kan ikke beregnes: kodelista har bare én kode å velge.")


@dataclass(frozen=True, slots=True)
class Samsvar:
    """Observed agreement ``po`` as k of n, Gwet's AC1 and Cohen's κ: 1 is full agreement, 0 what guessing gives."""

    po: Av
    ac1: float | KanIkkeBeregnes
    kappa: float | KanIkkeBeregnes


def samsvar(par: Sequence[tuple[Hashable, Hashable]], koder: Collection[Hashable]) -> Samsvar | ForLite:
    """Agreement over the answers that both have coded; ``koder`` are all they could choose from, used or not.

    Raises ``ValueError`` for a code that is not among them. (Cohen 1960; Gwet 2008, Br J Math Stat Psychol 61:29.)
    """
    if ukjent := {kode for ett in par for kode in ett} - set(koder):
        raise ValueError(f"ikke i kodelista: {ukjent}")
    if not par:
        return for_fa("hvor enige de er", 0, 1)
    enige = Av(sum(en == to for en, to in par), len(par))
    en, to = Counter(en for en, _ in par), Counter(to for _, to in par)
    return Samsvar(enige, _ac1(enige, en + to, len(set(koder))), _kappa(enige, en, to))


def _ac1(enige: Av, begge: Counter[Hashable], koder: int) -> float | KanIkkeBeregnes:
    """AC1: chance agreement p_e = Σ π(1 − π)/(q − 1), π the mean share of a code and q how many codes there are."""
    if koder == 1:
        return EN_KODE
    andeler = [antall / (2 * enige.n) for antall in begge.values()]
    return _over_slump(enige.andel, sum(andel * (1 - andel) for andel in andeler) / (koder - 1))


def _kappa(enige: Av, en: Counter[Hashable], to: Counter[Hashable]) -> float | KanIkkeBeregnes:
    """κ: chance agreement p_e = Σ π₁π₂. With one and the same code throughout, chance agrees on everything: nothing over nothing."""
    felles = sum(en[kode] * to[kode] for kode in en)
    return ALLE_LIKE if felles == enige.n**2 else _over_slump(enige.andel, felles / enige.n**2)


def _over_slump(po: float, pe: float) -> float:
    """Agreement beyond chance, as a share of what was possible: (p_o − p_e)/(1 − p_e)."""
    return (po - pe) / (1 - pe)
