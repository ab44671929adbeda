"""The candidates as one JSON object, written as it is made, so that a large caseload never has to stand in memory."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from skreddersom.cli.strom import er_utf8
from skreddersom.kjerne.screening.kandidat import kandidater

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.cli.lesing import Lest
    from skreddersom.kjerne.screening.screening import Screening


def som_json(ut: TextIO, screening: Screening, filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    """Write ``{"per", "filer", "oppsummering", "kandidater"}``; one candidate a line. Nothing is lost on a stream without æøå."""
    hode = {"per": f"{screening.per}", "filer": [asdict(lest) for lest in filer], "oppsummering": oppsummering(screening)}
    som_ascii = not er_utf8(ut)
    ut.write(_json(hode, som_ascii=som_ascii)[:-1] + ', "kandidater": [')
    for nr, kandidat in enumerate(kandidater(screening, alle=alle, med_fnr=med_fnr)):
        ut.write((",\n" if nr else "\n") + _json(kandidat, som_ascii=som_ascii))
    ut.write("\n]}\n")


def oppsummering(screening: Screening) -> dict[str, Any]:
    """How many, how many outside and why, and what to know before trusting the list."""
    utenfor = screening.utenfor
    return {
        "personer": screening.personer.height,
        "kandidater": screening.personer.height - sum(utenfor.values()),
        "langtidsmottakere": screening.langtidsmottakere,
        "utenfor": utenfor,
        "merknader": screening.merknader,
    }


def _json(data: object, *, som_ascii: bool) -> str:
    return json.dumps(data, ensure_ascii=som_ascii)
