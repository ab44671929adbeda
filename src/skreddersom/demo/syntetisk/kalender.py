"""Dates as NumPy columns: parts, ages, months and days, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from skreddersom.demo.syntetisk.trekk import Dato, Heltall


def datodeler(dato: Dato) -> tuple[Heltall, Heltall, Heltall]:
    """Year, month and day of each date."""
    aar, maaned = dato.astype("datetime64[Y]"), dato.astype("datetime64[M]")
    return aar.astype(np.int64) + 1970, (maaned - aar).astype(np.int64) + 1, (dato - maaned).astype(np.int64) + 1


def dager_i_aar(aar: int) -> Dato:
    """Every real date of the year."""
    return np.arange(f"{aar}-01-01", f"{aar + 1}-01-01", dtype="datetime64[D]")


def maanedsstarter(aar: int) -> Dato:
    """The first day of each month of the year and of the next January: 13 dates."""
    return np.arange(f"{aar}-01", f"{aar + 1}-02", dtype="datetime64[M]").astype("datetime64[D]")


def nyttaarsdag(aar: Heltall) -> Dato:
    """1 January of each year."""
    return (aar - 1970).astype("datetime64[Y]").astype("datetime64[D]")


def dag_i_maaned(aar: Heltall | int, maaned: Heltall, dag: Heltall | int) -> Dato:
    """The date of ``dag`` in the month counted from 0."""
    return pluss_dager(((np.asarray(aar) - 1970) * 12 + maaned).astype("datetime64[M]").astype("datetime64[D]"), np.asarray(dag) - 1)


def maaned_i_aar(dato: Dato, aar: int) -> Heltall:
    """The month counted from January of ``aar`` as 0; nonsense for NaT."""
    return (dato.astype("datetime64[M]") - np.datetime64(f"{aar}-01", "M")).astype(np.int64)


def pluss_dager(dato: Dato | np.datetime64, dager: Heltall | int) -> Dato:
    """So many days later."""
    return cast("Dato", dato + np.asarray(dager).astype("timedelta64[D]"))


def dager_mellom(fra: Dato, til: Dato | np.datetime64) -> Heltall:
    """Days from ``fra`` to ``til``; 0 when they are the same."""
    return (til - fra).astype(np.int64)


def alder_paa(fodt: Dato, dato: Dato) -> Heltall:
    """Whole years lived on ``dato``, as the law counts them."""
    aar = datodeler(dato)[0]
    return aar - datodeler(fodt)[0] - (dato < _bursdag(fodt, aar))


def fyller(fodt: Dato, alder: int) -> Dato:
    """The day each person turns ``alder``."""
    return _bursdag(fodt, datodeler(fodt)[0] + alder)


def _bursdag(fodt: Dato, aar: Heltall) -> Dato:
    """The birthday in each year; 28 February for those born on the 29th when the year has none (lovvalg L01)."""
    _, maaned, dag = datodeler(fodt)
    skuddaar = (aar % 4 == 0) & ((aar % 100 != 0) | (aar % 400 == 0))
    return dag_i_maaned(aar, maaned - 1, dag - ((maaned == 2) & (dag == 29) & ~skuddaar))
