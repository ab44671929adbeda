"""From persons to counts: (municipality, year, indicator) → two whole numbers. After this there are no persons any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.indikator.deltakere import FRIST, deltakere
from skreddersom.kjerne.indikator.katalog import KATALOG
from skreddersom.kjerne.screening.rekkefolge import LANGTID
from skreddersom.kjerne.screening.screening import screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skreddersom.kjerne.kostra.les import Kostrafil

TALL: Final = pl.Schema({"kommune": pl.String, "aar": pl.Int32, "indikator": pl.String, "teller": pl.Int64, "nevner": pl.Int64})
"""The counts. For ``antall`` the two numbers are the same; for ``snitt`` the first is the sum."""

MALGRUPPE: Final = pl.Schema({"kommune": pl.String, "aar": pl.Int32, "antall": pl.Int64})
"""How many there are in the target group who are not in the programme."""

NOKKEL: Final = ("kommune", "aar")


def _ja(fakta: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Those who have it, among those we know it of."""
    return fakta.sum(), fakta.count()


def _sum(verdi: str) -> tuple[pl.Expr, pl.Expr]:
    return pl.col(verdi).sum(), pl.col(verdi).count()


def _blant_fullforte(navn: str) -> tuple[pl.Expr, pl.Expr]:
    return (pl.col(navn) & pl.col("fullfort")).sum(), pl.col("fullfort").sum()


def _uttrykk(navn: str, base: str) -> tuple[pl.Expr, pl.Expr]:
    match navn:
        case "deltakere":
            return pl.len(), pl.len()
        case "vedtak_30":
            return _ja(pl.col("dager_vedtak") <= FRIST)
        case "start_30":
            return _ja(pl.col("dager_start") <= FRIST)
        case "dager_vedtak" | "dager_start" | "maneder" | "stonad":
            return _sum(navn)
        case _:
            return _blant_fullforte(navn) if base == "fullfort" else _ja(pl.col(navn))


def tell(personer: pl.DataFrame, malgruppe: pl.DataFrame | None = None) -> pl.DataFrame:
    """Count the ``personer`` of ``deltakere``; ``malgruppe`` (see ``MALGRUPPE``) gives the coverage where it is known. See ``TALL``."""
    telt = tell_alt(personer)
    return pl.concat([_i_gyldige_aar(telt), *([] if malgruppe is None else [_dekning(telt, malgruppe)])])


def tell_alt(personer: pl.DataFrame) -> pl.DataFrame:
    """Every indicator but the coverage, whether or not the form of the year could give it. See ``TALL``."""
    ider = [ett for ett in KATALOG if ett.base != "malgruppe"]
    par = pl.concat_list
    telt = personer.group_by(*NOKKEL, maintain_order=True).agg(
        par(*(uttrykk.cast(pl.Int64) for uttrykk in _uttrykk(ett.id, ett.base))).alias(ett.id) for ett in ider
    )
    lange = telt.unpivot(index=[*NOKKEL], variable_name="indikator").with_columns(
        pl.col("value").list.get(0).alias("teller"), pl.col("value").list.get(1).alias("nevner")
    )
    return lange.select(*TALL).cast(TALL)


def _i_gyldige_aar(lange: pl.DataFrame) -> pl.DataFrame:
    """Without the numbers that the form of the year cannot give."""
    mulig = [(ett.id, aar) for ett in KATALOG for aar in ett.gyldige_aar]
    ramme = pl.DataFrame(mulig, schema={"indikator": pl.String, "aar": pl.Int32}, orient="row")
    return lange.join(ramme, on=["indikator", "aar"], how="semi", maintain_order="left")


def _dekning(lange: pl.DataFrame, malgruppe: pl.DataFrame) -> pl.DataFrame:
    """Participants of participants and candidates. A municipality with a target group and no file has no coverage: nobody knows."""
    deltok = lange.filter(pl.col("indikator") == "deltakere")
    begge = deltok.join(malgruppe.cast(MALGRUPPE), on=[*NOKKEL], how="inner", maintain_order="left")
    return begge.with_columns(pl.lit("dekning").alias("indikator"), (pl.col("teller") + pl.col("antall")).alias("nevner")).select(*TALL)


def malgruppe(filer: Sequence[Kostrafil], deltakerfiler: Sequence[Kostrafil]) -> pl.DataFrame:
    """The candidates of each year's 11F with support for half the year, and not in the programme that year. See ``MALGRUPPE``."""
    return pl.concat([pl.DataFrame(schema=MALGRUPPE), *(_ett_aar(filer, deltakerfiler, aar) for aar in _aarene(filer))])


def _aarene(filer: Iterable[Kostrafil]) -> list[int]:
    return sorted({fil.oppsett.aar for fil in filer})


def _ett_aar(filer: Sequence[Kostrafil], deltakerfiler: Sequence[Kostrafil], aar: int) -> pl.DataFrame:
    arets = [fil for fil in filer if fil.oppsett.aar == aar]
    i_program = [fil for fil in deltakerfiler if fil.oppsett.aar == aar]
    kandidater = screen(arets, i_program, behold=("nummer",)).kandidater
    deltok = deltakere(i_program).drop_nulls("nummer").select("nummer").unique()
    andre = kandidater.filter(pl.col("maneder_siste_12") >= LANGTID).join(deltok, on="nummer", how="anti")
    telt = andre.group_by(pl.col("kommune").cast(pl.String)).agg(pl.len().alias("antall"))
    # A municipality whose 11F gave no candidates has a target group too: its participants.
    uten = pl.DataFrame({"kommune": sorted(_kommuner(arets))}, schema={"kommune": pl.String})
    return uten.join(telt, on="kommune", how="left", maintain_order="left").select(
        "kommune", pl.lit(aar, dtype=pl.Int32).alias("aar"), pl.col("antall").fill_null(0).cast(pl.Int64)
    )


def _kommuner(filer: Iterable[Kostrafil]) -> set[str]:
    return {str(nr) for fil in filer for nr in fil.typet("KOMMUNE_NR")["KOMMUNE_NR"].drop_nulls().unique()}
