"""How far two coders agree, question by question, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.kjerne.statistikk.samsvar import Samsvar, samsvar

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.koding import Koding
    from skreddersom.kjerne.omradeovervaking.svar import Rute


@dataclass(frozen=True, slots=True)
class Koderenighet:
    """The agreement on one question over the cells that both have coded, and the cells where they differ."""

    sporsmal: str
    samsvar: Samsvar
    uenige: tuple[Rute, ...]


def enigheter(koding: Koding) -> tuple[Koderenighet, ...]:
    """One for each question that two coders have both coded. Empty when there is one coder or none."""
    if len(koding.av) != 2:
        return ()
    return tuple(ett for sporsmal in koding.svar.sporsmal if (ett := _enighet(koding, sporsmal)))


def _enighet(koding: Koding, sporsmal: str) -> Koderenighet | None:
    en, to = koding.av.values()
    felles = [rute for rute in koding.svar.ruter(sporsmal) if rute in en and rute in to]
    par = [(en[rute], to[rute]) for rute in felles]
    maal = samsvar(par, koding.liste.koder_for(sporsmal) | {kode for ett in par for kode in ett})
    uenige = tuple(rute for rute in felles if en[rute] != to[rute])
    return Koderenighet(sporsmal, maal, uenige) if isinstance(maal, Samsvar) else None
