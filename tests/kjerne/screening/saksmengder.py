"""A small caseload, written as the files a municipality would make, and read as the product reads them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from skreddersom.kjerne.kostra.les import Kostrafil, les
from skreddersom.kjerne.kostra.oppsett import MANED, oppsett
from skreddersom.kjerne.kostra.skriv import formater

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Synthetic numbers (month + 80) with the date of birth they belong to; none has been anyone's.
FNR = {"Anna": "12839012002", "Bo": "01810054383", "Cai": "03857011200", "Dina": "17821552370", "Eli": "20844533382"}
FODT = {"Anna": date(1990, 3, 12), "Bo": date(2000, 1, 1), "Cai": date(1970, 5, 3), "Dina": date(2015, 2, 17), "Eli": date(1945, 4, 20)}


def maneder(*numre: int, belop: int = 10_000) -> dict[str, Any]:
    """Support in these months: ticked and paid."""
    return {f"STMND_{nr}": f"{nr:02}" for nr in numre} | {f"BIDRAG_{MANED[nr - 1]}": belop for nr in numre}


HELE_AARET = maneder(*range(1, 13))


def post(hvem: str = "Anna", **felt: Any) -> dict[str, Any]:
    """One 11F record: someone single who lives on social assistance, without benefits, children or conditions."""
    fast = {"KOMMUNE_NR": "4203", "PERSON_JOURNALNR": hvem, "PERSON_FODSELSNR": FNR[hvem], "FODSELSDATO": FODT[hvem]}
    koder = {"KJONN": "2", "EKTSTAT": "1", "BU18": "2", "VKLO": "5", "TRYGDESIT": "12", "ARBSIT": "08", "VILKARSOSLOV": "2"}
    return fast | koder | felt


def deltaker(hvem: str = "Anna", **felt: Any) -> dict[str, Any]:
    """One 11CF record: in programme since February."""
    fast = {"KOMMUNE_NR": "4203", "PERSON_JOURNALNR": hvem, "PERSON_FODSELSNR": FNR[hvem], "FODSELSDATO": FODT[hvem]}
    return fast | {"VEDTAK_DATO": date(2026, 1, 15), "BEGYNT_DATO": date(2026, 2, 1), "STATUS": "1"} | felt


def fil(mappe: Path, poster: Iterable[dict[str, Any]], aar: int = 2026, skjema: Any = "11F") -> Kostrafil:
    """The records as a file, read again. Fields that the layout of the year does not have are left out."""
    o = oppsett(skjema, aar)
    med_aar = [{"VERSION": f"{aar % 100:02}"} | p for p in poster]
    navn = [n for n in o.navn if any(n in p for p in med_aar)]
    ramme = pl.DataFrame([{n: p.get(n) for n in navn} for p in med_aar], infer_schema_length=None)
    sti = mappe / f"{skjema}_{aar}_{len(list(mappe.iterdir()))}.dat"
    sti.write_text("".join(f"{linje}\n" for linje in formater(ramme, o)), encoding="utf-8")
    return les(sti, skjema, aar)
