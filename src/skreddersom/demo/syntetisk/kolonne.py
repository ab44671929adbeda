"""Small steps from NumPy arrays to the columns of a form: crosses, codes, dates, and what the two forms have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.demo.syntetisk.person import Personer
    from skreddersom.demo.syntetisk.trekk import Bryter, Dato, Heltall
    from skreddersom.kjerne.kostra.oppsett import Oppsett

JA, NEI = "1", "2"


def ja_nei(svar: Bryter) -> pl.Series:
    """The code 1 (ja) or 2 (nei)."""
    return kode_for(svar.astype(np.int64), (NEI, JA))


def kryss(svar: Bryter, kode: str) -> pl.Series:
    """The field's code where there is a cross, else blank."""
    return kode_for(svar.astype(np.int64), ("", kode))


def kode_for(rad: Heltall, koder: Sequence[str]) -> pl.Series:
    """The code in each row of a list of codes."""
    return pl.Series(list(koder), dtype=pl.String).gather(pl.Series(rad.astype(np.uint32)))


def siffer(tall: Heltall) -> pl.Series:
    """Codes of one digit."""
    return kode_for(tall, "0123456789")


def dato(dager: Dato, naar: Bryter | None = None) -> pl.Series:
    """Dates; blank where ``naar`` is false, or where there is none."""
    return pl.Series(dager if naar is None else np.where(naar, dager, np.datetime64("NaT", "D")))


def belop(kroner: Heltall, naar: Bryter) -> pl.Series:
    """Whole kroner; blank where ``naar`` is false."""
    return pl.select(pl.when(pl.Series(naar)).then(pl.Series(kroner))).to_series()


def enkeltkode(oppsett: Oppsett, navn: str) -> str:
    """The only code of a field to cross."""
    (kode,) = oppsett[navn].koder
    return kode


def maanedskryss(oppsett: Oppsett, maaneder: Bryter) -> dict[str, pl.Series]:
    """STMND_1 to STMND_12 from a matrix (n, 12)."""
    navn = [f"STMND_{nummer}" for nummer in range(1, 13)]
    return {felt: kryss(maaneder[:, i], enkeltkode(oppsett, felt)) for i, felt in enumerate(navn)}


def persondel(kommune: str, aar: int, personer: Personer, hvem: Heltall) -> dict[str, pl.Series]:
    """The fields that the two forms share, for the people numbered ``hvem``."""
    antall, barn = len(hvem), personer.barn[hvem]
    return {
        "KOMMUNE_NR": pl.Series([kommune]).new_from_index(0, antall),
        "VERSION": pl.Series([f"{aar % 100:02d}"]).new_from_index(0, antall),
        "BYDELSNR": kode_for(personer.bydel[hvem], ["", *(f"{nummer:02d}" for nummer in range(1, 16))]),
        "FODSELSDATO": dato(personer.fodt[hvem]),
        "PERSON_JOURNALNR": _med_nuller(personer.journalnummer[hvem], 8),
        "PERSON_FODSELSNR": _med_nuller(personer.fodselsnummer[hvem], 11),
        "KJONN": siffer(personer.kjonn[hvem]),
        "EKTSTAT": siffer(personer.sivilstand[hvem]),
        "BU18": ja_nei(barn > 0),
        "ANTBU18": belop(barn, barn > 0),
        "SAKSBEHANDLER": "SB" + _med_nuller(personer.saksbehandler[hvem], 5),
    }


def _med_nuller(tall: Heltall, bredde: int) -> pl.Series:
    return pl.Series(tall).cast(pl.String).str.zfill(bredde)
