"""Fødselsnummer, d-nummer, help numbers and DUF numbers as Statistics Norway reads them, as expressions over a String column.

A d-number has 40 added to the day, a synthetic Tenor number 80 added to the month. Someone without a number is reported with the
date of birth and one of three endings (a help number).
"""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

HJELPEENDELSER = ("00100", "00200", "99999")
"""Man, woman and unborn child without a number of their own."""

VEKTER_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
VEKTER_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
VEKTER_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)

SISTE_AAR_I_SERIENE = 2039
"""Individual numbers 500–999 reach 2039; a later birth year comes from a number no series holds."""


def elleve_siffer(fnr: pl.Expr) -> pl.Expr:
    """Exactly eleven digits."""
    return fnr.str.contains(r"^[0-9]{11}$")


def bestar_mod11(fnr: pl.Expr) -> pl.Expr:
    """Eleven digits whose two check digits are right. The date is not looked at."""
    siffer = _siffer(fnr, 11)
    return elleve_siffer(fnr) & _gaar_opp(siffer, VEKTER_K1) & _gaar_opp(siffer, VEKTER_K2)


def er_hjelpenummer(fnr: pl.Expr) -> pl.Expr:
    """A help number: ddMMåå, where the day may not exist in the month, and one of the three endings."""
    return elleve_siffer(fnr) & fnr.str.slice(6).is_in(HJELPEENDELSER) & _mulig_dag(_raa_dag(fnr), _raa_maned(fnr))


def er_gyldig(fnr: pl.Expr) -> pl.Expr:
    """What control 05 accepts: right check digits, or a help number."""
    return bestar_mod11(fnr) | er_hjelpenummer(fnr)


def fodselsaar(fnr: pl.Expr, aargang: pl.Expr) -> pl.Expr:
    """Year of birth (Int64) as Statistics Norway works it out, check digits not regarded; null when it cannot be told.

    ``aargang`` is the reporting year: a help number belongs to the 2000s unless that puts the birth later than the year after it.
    """
    har_ending = fnr.str.slice(6).is_in(HJELPEENDELSER)
    aar = pl.when(har_ending).then(_aar_hjelpenummer(fnr, aargang)).otherwise(_aar_fra_individnummer(fnr))
    mulig = pl.when(har_ending).then(_mulig_dag(_raa_dag(fnr), _raa_maned(fnr))).otherwise(_mulig_dag(_dag(fnr), _maned(fnr)))
    return pl.when(elleve_siffer(fnr) & mulig).then(aar)


def fodselsdato(fnr: pl.Expr) -> pl.Expr:
    """The real date of birth (Date); null for help numbers, for a date no calendar has and for a number outside the series."""
    aar = _aar_fra_individnummer(fnr)
    tall = aar * 10_000 + _maned(fnr) * 100 + _dag(fnr)
    vanlig = elleve_siffer(fnr) & ~er_hjelpenummer(fnr) & (aar <= SISTE_AAR_I_SERIENE)
    return pl.when(vanlig).then(tall.cast(pl.String).str.to_date("%Y%m%d", strict=False))


def er_mann(fnr: pl.Expr) -> pl.Expr:
    """True for a man, false for a woman, null for an unborn child: the ninth digit is odd or even, in help numbers too."""
    return pl.when(~fnr.str.ends_with("99999")).then(_siffer(fnr, 11)[8] % 2 == 1)


def er_duf(duf: pl.Expr) -> pl.Expr:
    """Twelve digits, where the last two are the weighted sum of the first ten modulo 11."""
    siffer = _siffer(duf, 12)
    kontroll = _vektet_sum(siffer, VEKTER_DUF) % 11
    return duf.str.contains(r"^[0-9]{12}$") & (kontroll == siffer[10] * 10 + siffer[11])


def _siffer(nummer: pl.Expr, antall: int) -> list[pl.Expr]:
    """The digits, first to last; null when the text is no number."""
    tall = nummer.cast(pl.Int64, strict=False)
    return [tall // 10 ** (antall - 1 - plass) % 10 for plass in range(antall)]


def _vektet_sum(siffer: Sequence[pl.Expr], vekter: Sequence[int]) -> pl.Expr:
    return reduce(add, (s * vekt for s, vekt in zip(siffer, vekter, strict=False)))


def _gaar_opp(siffer: Sequence[pl.Expr], vekter: Sequence[int]) -> pl.Expr:
    return _vektet_sum(siffer, vekter) % 11 == 0


def _tall(fnr: pl.Expr, fra: int, lengde: int) -> pl.Expr:
    return fnr.str.slice(fra, lengde).cast(pl.Int64, strict=False)


def _raa_dag(fnr: pl.Expr) -> pl.Expr:
    return _tall(fnr, 0, 2)


def _raa_maned(fnr: pl.Expr) -> pl.Expr:
    return _tall(fnr, 2, 2)


def _dag(fnr: pl.Expr) -> pl.Expr:
    """The day, with the 40 of a d-number taken away."""
    dag = _raa_dag(fnr)
    return pl.when(dag >= 40).then(dag - 40).otherwise(dag)


def _maned(fnr: pl.Expr) -> pl.Expr:
    """The month, with the 80 of a Tenor number taken away."""
    maned = _raa_maned(fnr)
    return pl.when(maned >= 80).then(maned - 80).otherwise(maned)


def _mulig_dag(dag: pl.Expr, maned: pl.Expr) -> pl.Expr:
    """Day 1–31 and month 1–12: Statistics Norway reads 31.02 as the last of February."""
    return dag.is_between(1, 31) & maned.is_between(1, 12)


def _aar_hjelpenummer(fnr: pl.Expr, aargang: pl.Expr) -> pl.Expr:
    aar = 2000 + _tall(fnr, 4, 2)
    return pl.when(aar > aargang + 1).then(aar - 100).otherwise(aar)


def _aar_fra_individnummer(fnr: pl.Expr) -> pl.Expr:
    aa, individ = _tall(fnr, 4, 2), _tall(fnr, 6, 3)
    hundreaar = (
        pl.when(individ.is_between(500, 999) & (aa <= 39))
        .then(2000)
        .when(individ.is_between(500, 749) & (aa >= 54))
        .then(1800)
        .when((individ <= 499) | (individ >= 900))
        .then(1900)
        .otherwise(2000)
    )
    return hundreaar + aa
