"""The frame the controls look at: every field as it stands (CAPITALS), what it means (lower case), and what follows from the number.

Besides the fields there are these columns, the same on every row: ``aargang`` (reporting year), ``kommune`` (four digits, from the
region) and ``regler`` (Statistics Norway's rule profile, 0 when none applies). From the fødselsnummer: ``fnr_mod11``, ``fnr_gyldig``,
``alder``, ``fnr_fodt``, ``fnr_mann``. ``fodt`` is the date of birth, from FODSELSDATO where the layout has it, else from the number;
``version_aar`` is the year that VERSION names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra import felt as feltuttrykk
from skreddersom.kjerne.kostra import fodselsnummer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.kostra.oppsett import Oppsett

OSLO = "0301"


def grunnlag(linjer: pl.DataFrame, oppsett: Oppsett, *, aargang: int, region: str, regler: int) -> pl.LazyFrame:
    """The frame, lazily: a control only costs the columns it looks at. ``linjer`` are records of exactly ``oppsett.lengde``."""
    return (
        linjer.lazy()
        .with_columns(*[feltuttrykk.raa(f) for f in oppsett.felt])
        .with_columns(*[feltuttrykk.typet(f).alias(f.navn.lower()) for f in oppsett.felt if f.type != "tekst"])
        .with_columns(aargang=pl.lit(aargang), kommune=pl.lit(region[:4]), regler=pl.lit(regler))
        .with_columns(**_avledet(oppsett))
    )


def _avledet(oppsett: Oppsett) -> dict[str, pl.Expr]:
    fnr, version = pl.col("PERSON_FODSELSNR"), tall("VERSION")
    fnr_fodt = fodselsnummer.fodselsdato(fnr)
    return {
        "version_aar": pl.when(version.is_between(1, 99)).then(version + 2000).otherwise(version),
        "fnr_mod11": fodselsnummer.bestar_mod11(fnr).fill_null(value=False),
        "fnr_gyldig": fodselsnummer.er_gyldig(fnr).fill_null(value=False),
        "alder": pl.col("aargang") - fodselsnummer.fodselsaar(fnr, pl.col("aargang")),
        "fnr_fodt": fnr_fodt,
        "fodt": pl.coalesce("fodselsdato", fnr_fodt) if "FODSELSDATO" in oppsett else fnr_fodt,
        "fnr_mann": fodselsnummer.er_mann(fnr),
    }


def tall(navn: str) -> pl.Expr:
    """The integer in a text field; 0 when it is blank or not an integer."""
    return pl.col(navn).str.strip_chars(" ").cast(pl.Int64, strict=False).fill_null(0)


def antall(navn: str) -> pl.Expr:
    """The value of an integer field as Statistics Norway counts with it; 0 when it is blank or not an integer."""
    return pl.col(navn.lower()).fill_null(0)


def i_oslo() -> pl.Expr:
    """The record is Oslo's, for which some controls do not hold."""
    return pl.col("KOMMUNE_NR") == OSLO


def noen_krysset(koder: dict[str, tuple[str, ...]], *navn: str) -> pl.Expr:
    """At least one of the fields holds a code of its own."""
    return pl.any_horizontal([er_en_av(n, koder[n]) for n in navn])


def er_en_av(navn: str, koder: Sequence[str]) -> pl.Expr:
    """The field holds exactly one of the codes."""
    return pl.col(navn) == koder[0] if len(koder) == 1 else pl.col(navn).is_in(koder)


def maneder() -> tuple[str, ...]:
    """The twelve fields that are crossed for months with benefit."""
    return tuple(f"STMND_{maned}" for maned in range(1, 13))
