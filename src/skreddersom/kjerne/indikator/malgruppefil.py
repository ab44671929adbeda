"""A target group of one's own, from a file: how many persons in each municipality and year, the participants among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.indikator.telling import MALGRUPPE, NOKKEL
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.skjemafil import les

if TYPE_CHECKING:
    from skreddersom.kjerne.skjemafil import Rad

KOLONNER: Final = ("kommune", "ar", "antall")
AAR: Final = range(2009, 2100)
"""The programme began at the end of 2007, and was in every municipality from 2010."""
ANTALL: Final = pl.Schema({"kommune": pl.String, "aar": pl.Int32, "antall": pl.Int64})
"""How many there are in the target group, the participants too. (``MALGRUPPE`` is those who do not take part.)"""


def les_malgruppe(innhold: bytes, navn: str) -> pl.DataFrame:
    """The target groups in the CSV file called ``navn``. See ``ANTALL``.

    Raises:
        Brukerfeil: naming the line and what to do, when the file is not a target group, or says two things of a municipality.

    """
    fil = les(innhold, navn)
    hode = tuple({"år": "ar", "aar": "ar"}.get(ett.lower(), ett.lower()) for ett in fil.hode)
    if sorted(hode) != sorted(KOLONNER):
        raise Brukerfeil(f"{navn}: overskriftene skal være {';'.join(KOLONNER)}, men er {';'.join(fil.hode)}.")
    if not fil.rader:
        raise Brukerfeil(f"{navn} har ingen tall. Skriv én linje for hver kommune og hvert år.")
    rader = [_rad(dict(zip(hode, rad.celler, strict=True)), rad, navn) for rad in fil.rader]
    _krev_en_gang(rader, fil.rader, navn)
    return pl.DataFrame(rader, schema=ANTALL, orient="row")


def _rad(celler: dict[str, str], rad: Rad, navn: str) -> tuple[str, int, int]:
    sted, kommune = f"{navn}, linje {rad.linje}", celler["kommune"].strip().zfill(4)
    if kommune not in KOMMUNER:
        raise Brukerfeil(f"{sted}: «{celler['kommune']}» er ikke et kommunenummer. Skriv fire siffer, for eksempel 4203.")
    aar = _tall(celler["ar"])
    if aar is None or aar not in AAR:
        raise Brukerfeil(f"{sted}: «{celler['ar']}» er ikke et år. Skriv fire siffer, for eksempel 2026.")
    antall = _tall(celler["antall"])
    if antall is None:
        raise Brukerfeil(f"{sted}: «{celler['antall']}» er ikke et antall. Skriv et helt tall uten desimaler.")
    return kommune, aar, antall


def _tall(celle: str) -> int | None:
    """A whole number, also one with spaces between the thousands."""
    siffer = "".join(celle.split())
    return int(siffer) if siffer.isascii() and siffer.isdigit() and len(siffer) < 10 else None


def _krev_en_gang(rader: list[tuple[str, int, int]], linjer: tuple[Rad, ...], navn: str) -> None:
    forste: dict[tuple[str, int], int] = {}
    for (kommune, aar, _), rad in zip(rader, linjer, strict=True):
        if (linje := forste.setdefault((kommune, aar), rad.linje)) != rad.linje:
            raise Brukerfeil(f"{navn}: kommune {kommune} står for {aar} både på linje {linje} og {rad.linje}. Behold én av dem.")


def uten_deltakerne(gruppe: pl.DataFrame, personer: pl.DataFrame, navn: str) -> pl.DataFrame:
    """Those of the target groups who do not take part, as ``telling.tell`` wants them; ``personer`` are those of ``deltakere``.

    Raises:
        Brukerfeil: when there are more participants than the target group holds: then it is not a target group for them.

    """
    deltok = personer.group_by(*NOKKEL).agg(pl.len().cast(pl.Int64).alias("deltok"))
    begge = gruppe.join(deltok, on=[*NOKKEL], how="inner", maintain_order="left")
    for kommune, aar, antall, flere in begge.filter(pl.col("deltok") > pl.col("antall")).iter_rows():
        raise Brukerfeil(
            f"{navn}: målgruppa i kommune {kommune} er {antall} i {aar}, men det var {flere} deltakere. "
            "Målgruppa skal ha med dem som deltar. Rett tallet, eller ta linja bort."
        )
    return begge.select("kommune", "aar", pl.col("antall") - pl.col("deltok")).cast(MALGRUPPE)
