"""Months with support, as one whole number per person: bit 0 is the month of assessment, bit 1 the month before, and so on.

A record covers one calendar year; laid on the same scale, the years of a person are joined by a bitwise or, and counting
months is counting bits.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add, or_
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.kostra.felt import TEKST, raa, typet
from skreddersom.kjerne.kostra.oppsett import MANED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from skreddersom.kjerne.kostra.oppsett import Oppsett

SISTE_AAR: Final = 12
HISTORIE: Final = 60  # how far back the scale reaches: the five years whose layouts are known

# How «nothing paid» is written by nearly everyone; whatever else stands in the field is read as a number.
IKKE_UTBETALT: Final = (" " * 14, "      0      0", "00000000000000", "      0       ", "             0")


def rask_maske(oppsett: Oppsett, per: date) -> pl.Expr:
    """The ticked months of a record (Int64), laid on the scale that ends with the month of ``per``; later months do not count."""
    return _sum(_kryss(oppsett, nr) * 2**bit for nr, bit in _biter(oppsett, per))


def noye_maske(oppsett: Oppsett, per: date) -> pl.Expr:
    """As ``rask_maske``, and with every month that has an amount above zero (lovvalg L19).

    Reading 24 amounts as numbers costs more than all the rest, so it is done only for records in ``tvil``.
    """
    return _sum(_stonad(oppsett, nr) * 2**bit for nr, bit in _biter(oppsett, per))


def tvil(oppsett: Oppsett) -> pl.Expr:
    """Whether some month without a tick has something written where its amounts stand."""
    return reduce(or_, ((_kryss(oppsett, nr) == 0) & ~_belop(oppsett, nr).is_in(IKKE_UTBETALT) for nr in range(1, 13)))


def _biter(oppsett: Oppsett, per: date) -> Iterator[tuple[int, int]]:
    """The months of the record's year that lie on the scale, with their place on it."""
    for nr in range(1, 13):
        bit = (per.year - oppsett.aar) * 12 + per.month - nr
        if 0 <= bit < HISTORIE:
            yield nr, bit


def _sum(ledd: Iterator[pl.Expr]) -> pl.Expr:
    return reduce(add, ledd, pl.lit(0, dtype=pl.Int64))


def _kryss(oppsett: Oppsett, nr: int) -> pl.Expr:
    return (raa(oppsett[f"STMND_{nr}"]) == f"{nr:02}").cast(pl.Int64)


def _belop(oppsett: Oppsett, nr: int) -> pl.Expr:
    """The two amounts of a month as they stand, side by side."""
    bidrag, laan = _belopsfelt(nr)
    return pl.col(TEKST).str.slice(oppsett[bidrag].fra - 1, oppsett[bidrag].lengde + oppsett[laan].lengde)


def _stonad(oppsett: Oppsett, nr: int) -> pl.Expr:
    utbetalt = reduce(or_, ((typet(oppsett[felt]) > 0).fill_null(value=False) for felt in _belopsfelt(nr)))
    return _kryss(oppsett, nr) | utbetalt.cast(pl.Int64)


def _belopsfelt(nr: int) -> tuple[str, str]:
    return f"BIDRAG_{MANED[nr - 1]}", f"LAAN_{MANED[nr - 1]}"


def antall(maske: pl.Expr, siste: int = HISTORIE) -> pl.Expr:
    """How many of the last ``siste`` months have support."""
    return maske.and_(2**siste - 1).bitwise_count_ones()


def lengste_rekke(maske: pl.Series) -> pl.Series:
    """The longest unbroken run of months (UInt32): each round keeps the months that have one more month behind them."""
    lengde = pl.zeros(len(maske), dtype=pl.UInt32, eager=True)
    while (i_rekke := maske != 0).any():
        lengde += i_rekke.cast(pl.UInt32)
        maske &= maske // 2
    return lengde


def som_maneder(maske: int, per: date, aar: Collection[int], siste: int = SISTE_AAR) -> list[tuple[date, bool | None]]:
    """The last ``siste`` months, oldest first, each by its first day: support or not, None in a year that no file tells of."""
    return [(maned, True if maske >> bit & 1 else (False if maned.year in aar else None)) for bit, maned in _bakover(per, siste)]


def _bakover(per: date, siste: int) -> Iterator[tuple[int, date]]:
    """The place on the scale and the first day of each month, oldest first."""
    for bit in reversed(range(siste)):
        nr = per.year * 12 + per.month - 1 - bit
        yield bit, date(nr // 12, nr % 12 + 1, 1)


def dekket(aar: Collection[int], per: date) -> int:
    """How many of the last twelve months the files of these years can tell of (lovvalg L20)."""
    return sum(maned in aar for maned in _aar_for_siste_tolv(per))


def manglende_aar(aar: Collection[int], per: date) -> list[int]:
    """The years of the last twelve months that no file tells of."""
    return sorted(set(_aar_for_siste_tolv(per)) - set(aar))


def _aar_for_siste_tolv(per: date) -> list[int]:
    """The year of each of the last twelve months."""
    siste = per.year * 12 + per.month - 1
    return [(siste - tilbake) // 12 for tilbake in range(SISTE_AAR)]
