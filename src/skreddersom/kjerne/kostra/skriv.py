"""Write KOSTRA records: canonical lines from a frame of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.felt import DATOFORMAT

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett


def formater(ramme: pl.DataFrame, oppsett: Oppsett) -> pl.Series:
    """One record line per row of ``ramme``, whose columns are fields of ``oppsett``, typed or as text; missing columns become blanks.

    Text stands left, integers right, dates as ddMMyyyy (ddMMyy before 2025). Raises ``Brukerfeil`` for a value wider than its field.
    """
    deler = ramme.select(pl.lit(0).alias("_"), *[_tegn(ramme, felt).alias(felt.navn) for felt in oppsett.felt])
    for felt in oppsett.felt:
        _krev_plass(deler[felt.navn], felt)
    return deler.select(pl.concat_str(oppsett.navn))[oppsett.felt[0].navn].rename("tekst")


def _tegn(ramme: pl.DataFrame, felt: Felt) -> pl.Expr:
    if felt.navn not in ramme.columns:
        return pl.lit(" " * felt.lengde)
    type_, verdi = ramme.schema[felt.navn], pl.col(felt.navn)
    if type_ == pl.Date:
        return verdi.dt.to_string(DATOFORMAT[felt.lengde]).fill_null(" " * felt.lengde)
    if type_.is_integer():
        return verdi.cast(pl.String).fill_null("").str.pad_start(felt.lengde)
    return verdi.cast(pl.String).fill_null("").str.pad_end(felt.lengde)


def _krev_plass(tegn: pl.Series, felt: Felt) -> None:
    for_brede = tegn.filter(tegn.str.len_chars() > felt.lengde)
    if len(for_brede):
        verdi = for_brede[0]
        raise Brukerfeil(f"Verdien «{verdi}» ({len(verdi)} tegn) får ikke plass i {felt.navn}, som har {felt.lengde} tegn.")
