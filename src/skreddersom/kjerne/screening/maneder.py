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
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett

SISTE_AAR: Final = 12
HISTORIE: Final = 60  # how far back the scale reaches: the five years whose layouts are known

KRYSS, BELOP = "kryss", "belop"
"""The columns of ``ruter``."""

ORD: Final = 8  # bytes in a UInt64
TIL_OVERSTE_BIT: Final = 0x80 - ord("1")  # added to an ASCII character it sets the highest bit of «1» and of all that come after


def ruter(oppsett: Oppsett) -> list[pl.Expr]:
    """The boxes of the twelve months, cut out of the line once: ``kryss``, two characters each, and ``belop`` as words of eight bytes.

    Both are null when some character in them is not ASCII.
    """
    kryss = _side_om_side(_kryssfelt(oppsett)).bin.reinterpret(dtype=pl.Array(pl.UInt16, 12))
    felt = [oppsett[navn] for nr in range(1, 13) for navn in _belopsfelt(nr)]
    antall_ord = sum(ett.lengde for ett in felt) // ORD
    return [kryss.alias(KRYSS), _side_om_side(felt).bin.reinterpret(dtype=pl.Array(pl.UInt64, antall_ord)).alias(BELOP)]


def _side_om_side(felt: Sequence[Felt]) -> pl.Expr:
    """The bytes of fields that stand next to each other."""
    return pl.col(TEKST).str.slice(felt[0].fra - 1, felt[-1].til - felt[0].fra + 1).cast(pl.Binary)


def rask_maske(oppsett: Oppsett, per: date) -> pl.Expr:
    """The ticked months of a record (Int64), laid on the scale that ends with the month of ``per``; later months do not count.

    Asks the columns of ``ruter``; those who are in ``tvil`` need ``noye_maske`` as well.
    """
    return _paa_skalaen(_som_biter(_krysset(nr) for nr in range(1, 13)).fill_null(0), oppsett, per)


def noye_maske(oppsett: Oppsett, per: date) -> pl.Expr:
    """As ``rask_maske``, and with every month that has an amount above zero (lovvalg L19). Asks the record line.

    Reading 24 amounts as numbers costs more than all the rest, so it is done only for records in ``tvil``.
    """
    return _paa_skalaen(_som_biter(_stonad(oppsett, nr) for nr in range(1, 13)), oppsett, per)


def tvil(oppsett: Oppsett) -> pl.Expr:
    """Whether some month without a tick has more than blanks, signs and zeros where its amounts stand. Asks the columns of ``ruter``."""
    return reduce(or_, (~_krysset(nr) & _belop_kan_vaere_over_null(oppsett, nr) for nr in range(1, 13))).fill_null(value=True)


def _krysset(nr: int) -> pl.Expr:
    return pl.col(KRYSS).arr.get(nr - 1) == int.from_bytes(f"{nr:02}".encode(), "little")


def _belop_kan_vaere_over_null(oppsett: Oppsett, nr: int) -> pl.Expr:
    """An amount above zero has a digit from 1 to 9. All eight characters of a word are looked at in one go."""
    forste = oppsett[_belopsfelt(1)[0]].fra
    fra, til = oppsett[_belopsfelt(nr)[0]].fra - forste, oppsett[_belopsfelt(nr)[1]].til - forste
    return reduce(or_, (_noe_over_null(plass, fra, til) for plass in range(fra // ORD, til // ORD + 1)))


def _noe_over_null(plass: int, fra: int, til: int) -> pl.Expr:
    """Whether the word number ``plass`` has a character after «0» among those from ``fra`` to ``til``, both included."""
    med = [nr for nr in range(ORD) if fra <= plass * ORD + nr <= til]
    loftet = pl.col(BELOP).arr.get(plass) + _ord([TIL_OVERSTE_BIT] * ORD)
    treff: pl.Expr = loftet.and_(_ord([0x80 if nr in med else 0 for nr in range(ORD)]))
    return treff != 0


def _ord(byte: Sequence[int]) -> pl.Expr:
    return pl.lit(int.from_bytes(bytes(byte), "little"), dtype=pl.UInt64)


def _som_biter(maneder: Iterable[pl.Expr]) -> pl.Expr:
    """The months of a year as one number (UInt16): December is bit 0."""
    return reduce(add, (har.cast(pl.UInt16) * (1 << (12 - nr)) for nr, har in enumerate(maneder, start=1)))


def _paa_skalaen(aarets: pl.Expr, oppsett: Oppsett, per: date) -> pl.Expr:
    """Moved so that bit 0 is the month of ``per``; what is later, or older than the scale, falls off."""
    flytt = (per.year - oppsett.aar) * 12 + per.month - 12
    if flytt < 0:
        return aarets.cast(pl.Int64) // (1 << -flytt)
    innenfor: pl.Expr = aarets.cast(pl.Int64).and_((1 << max(HISTORIE - flytt, 0)) - 1)
    return innenfor * (1 << min(flytt, HISTORIE))


def _stonad(oppsett: Oppsett, nr: int) -> pl.Expr:
    utbetalt = reduce(or_, ((typet(oppsett[felt]) > 0).fill_null(value=False) for felt in _belopsfelt(nr)))
    return (raa(oppsett[f"STMND_{nr}"]) == f"{nr:02}") | utbetalt


def _kryssfelt(oppsett: Oppsett) -> list[Felt]:
    return [oppsett[f"STMND_{nr}"] for nr in range(1, 13)]


def _belopsfelt(nr: int) -> tuple[str, str]:
    return f"BIDRAG_{MANED[nr - 1]}", f"LAAN_{MANED[nr - 1]}"


def antall(maske: pl.Expr, siste: int = HISTORIE) -> pl.Expr:
    """How many of the last ``siste`` months have support (UInt8)."""
    return maske.and_(2**siste - 1).bitwise_count_ones().cast(pl.UInt8)


def lengste_rekke(maske: pl.Series) -> pl.Series:
    """The longest unbroken run of months (UInt8). Many persons have the same months, so each pattern is worked out once."""
    monster = maske.unique().sort()
    return _lengste_rekke(monster).gather(monster.search_sorted(maske))


def _lengste_rekke(maske: pl.Series) -> pl.Series:
    """Each round keeps the months that have one more month behind them."""
    lengde = pl.zeros(len(maske), dtype=pl.UInt8, eager=True)
    while (i_rekke := maske != 0).any():
        lengde += i_rekke.cast(pl.UInt8)
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
