"""A draw of cases that anyone can make again and get the same: for inspections, where nobody shall wonder why just these.

The lot of each case is SHA-256 of the seed and its id; those with the lowest lots are drawn. No library's random numbers are part of
it, so it can be made again years later and in any tool. The frame's hash tells whether the frame is still the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

METODE: Final = "sha256-1"
"""Which way of drawing a stored draw was made in."""


@dataclass(frozen=True, slots=True)
class Trekk:
    """What to store of a draw. ``fro`` is public and fixed before the frame is seen: the case number and a date. Ids sorted."""

    rammehash: str
    antall_i_ramme: int
    fro: str
    trukket: tuple[str, ...]
    metode: str = METODE


def rammehash(ider: Iterable[str]) -> str:
    """SHA-256 of the ids in order, each with its length in bytes before it, so that no two frames write the same. Duplicates raise."""
    return sha256(b"".join(_felt(ett) for ett in _ordnet(ider))).hexdigest()


def trekk(ider: Iterable[str], antall: int, fro: str) -> Trekk:
    """Draw ``antall`` of the ids. The order they come in does not matter.

    Raises ``ValueError`` for an id given twice, an empty seed, or more than there are.
    """
    ramme = _ordnet(ider)
    if not fro.strip():
        raise ValueError("trekningen trenger et frø som alle kan se")
    if not 0 <= antall <= len(ramme):
        raise ValueError(f"{antall} kan ikke trekkes av {len(ramme)}")
    lodd = sorted(ramme, key=lambda ett: sha256(_felt(fro) + _felt(ett)).digest())
    return Trekk(rammehash(ramme), len(ramme), fro, tuple(sorted(lodd[:antall])))


def avvik(lagret: Trekk, ider: Iterable[str]) -> str | None:
    """Make a stored draw again from the frame: None when it is the same, else a sentence that says what differs."""
    ramme = _ordnet(ider)
    if lagret.metode != METODE:
        return f"Trekningen er gjort på en annen måte ({lagret.metode}) enn denne utgaven kan ({METODE})."
    if rammehash(ramme) != lagret.rammehash:
        return f"Saklista er ikke den samme: den hadde {lagret.antall_i_ramme} saker da det ble trukket, og denne har {len(ramme)}."
    if trekk(ramme, len(lagret.trukket), lagret.fro) != lagret:
        return "Saklista er den samme, men de sakene som er oppgitt, er ikke de som frøet gir."
    return None


def _ordnet(ider: Iterable[str]) -> list[str]:
    alle = sorted(ider)
    if dobbelt := sorted({en for en, to in pairwise(alle) if en == to}):
        raise ValueError(f"samme sak flere ganger: {', '.join(dobbelt)}")
    return alle


def _felt(tekst: str) -> bytes:
    innhold = tekst.encode()
    return f"{len(innhold)}:".encode() + innhold
