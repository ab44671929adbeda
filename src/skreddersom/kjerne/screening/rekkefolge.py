"""The order in which one should look: every reason with its weight, in one table.

The list is worked from the top, so the order must be one that a caseworker can be told. Each weight is more than all those below
it can make together: first the months with support, then how long without a break, then the rest in the order they stand. A
person's place is the sum of the weights of the reasons shown. The weights sort; they never say who has the right (lovvalg L18,
and L21 for the young).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import add
from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR
from skreddersom.kjerne.setning import rekke, setning

if TYPE_CHECKING:
    from collections.abc import Mapping

LIKE: Final = 4096
"""So many different short lines are remembered; most persons share theirs with others."""
LANGTID: Final = 6  # months of the last twelve
UNG: Final = AKTIVITETSPLIKT_UNDER_AAR.verdi


LENGST: Final = 24  # months in a row beyond this tell no more


def _paa_rad() -> pl.Expr:
    """Months without a break; one month alone is no row."""
    maneder = pl.col("sammenhengende_maneder").clip(0, LENGST)
    return pl.when(maneder > 1).then(maneder).otherwise(0)


@dataclass(frozen=True, slots=True)
class Vekt:
    """One reason: ``antall`` (0 or 1, or a number of months) times ``poeng``.

    ``tekst`` is filled in from the person's row; ``kort`` is the same for a narrow column, empty where the columns say it.
    """

    id: str
    poeng: int
    antall: pl.Expr
    tekst: str
    kort: str = ""


VEKTER: Final = (
    Vekt("langtid", 10_000, pl.col("maneder_siste_12") >= LANGTID, "Langtidsmottaker: stønad i {maneder_siste_12} av de siste 12 månedene"),
    Vekt("maneder", 3_000, pl.col("maneder_siste_12"), "Stønad i {maneder_siste_12} av de siste 12 månedene"),
    Vekt("sammenheng", 100, _paa_rad(), "{sammenhengende_maneder} måneder på rad"),
    Vekt("hovedinntekt", 40, pl.col("lever_av_sosialhjelp"), "Sosialhjelp er viktigste kilde til livsopphold", "lever av sosialhjelp"),
    Vekt(
        "ung",
        20,
        (pl.col("alder") < UNG) & pl.col("vilkar_stilt"),
        "Under {ung} år med vilkår om aktivitet: program skal vurderes først",
        "under {ung} med vilkår",
    ),
    Vekt("barn", 10, pl.col("barn") > 0, "Forsørger {barn} barn", "{barn} barn"),
    Vekt("ingen_ytelser", 5, pl.col("ingen_ytelser"), "Ingen andre ytelser til livsopphold er registrert", "uten ytelser"),
)


def poeng() -> pl.Expr:
    """The sum of the weights (Int32): the higher, the earlier one should look."""
    return reduce(add, (vekt.antall.cast(pl.Int32).fill_null(0) * vekt.poeng for vekt in VEKTER))


def antall_per_vekt() -> list[pl.Expr]:
    """How much of each reason a person has, one column per weight (``vekt_<id>``)."""
    return [vekt.antall.cast(pl.Int64).fill_null(0).alias(f"vekt_{vekt.id}") for vekt in VEKTER]


def grunner(rad: Mapping[str, object]) -> list[str]:
    """Why the person stands where they do, most important first. ``rad`` has the columns of ``antall_per_vekt`` too."""
    har = [vekt for vekt in VEKTER if rad[f"vekt_{vekt.id}"]]
    langtid = any(vekt.id == "langtid" for vekt in har)
    return [setning(vekt.tekst, **_verdier(rad)) for vekt in har if not (langtid and vekt.id == "maneder")]


def kort(rad: Mapping[str, object]) -> str:
    """The same reasons in one short line, without the months."""
    har = tuple(vekt.kort for vekt in VEKTER if vekt.kort and rad[f"vekt_{vekt.id}"])
    return _kort(har, tuple(_verdier(rad).items()))


@lru_cache(maxsize=LIKE)
def _kort(har: tuple[str, ...], verdier: tuple[tuple[str, object], ...]) -> str:
    return rekke(" · ", (setning(tekst, **dict(verdier)) for tekst in har))


def _verdier(rad: Mapping[str, object]) -> dict[str, object]:
    """What the texts of the weights are filled in from."""
    return {navn: rad[navn] for navn in ("maneder_siste_12", "sammenhengende_maneder", "barn")} | {"ung": UNG}
