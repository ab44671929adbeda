"""The candidates as one JSON object, written as it is made, so that a large caseload never has to stand in memory."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from skreddersom.cli.strom import er_utf8
from skreddersom.kjerne.screening.kandidat import kandidater

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skreddersom.cli.lesing import Lest
    from skreddersom.kjerne.screening.screening import Screening


def som_json(ut: TextIO, screening: Screening, filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    """Write ``{"per", "filer", "oppsummering", "kandidater"}``; one candidate a line."""
    hode = {"per": f"{screening.per}", "filer": [asdict(lest) for lest in filer], "oppsummering": oppsummering(screening)}
    _skriv(ut, hode, kandidater(screening, alle=alle, med_fnr=med_fnr))


def journal_som_json(ut: TextIO, screening: Screening, personer: Sequence[dict[str, Any]]) -> None:
    """Write ``{"per", "kandidater"}``: those with one journal number."""
    _skriv(ut, {"per": f"{screening.per}"}, personer)


def _skriv(ut: TextIO, hode: dict[str, Any], personer: Iterable[dict[str, Any]]) -> None:
    """Escaped where the stream cannot hold every character: nothing may be lost."""
    som_ascii = not er_utf8(ut)
    ut.write(json.dumps(hode, ensure_ascii=som_ascii)[:-1] + ', "kandidater": [')
    for nr, person in enumerate(personer):
        ut.write((",\n" if nr else "\n") + json.dumps(person, ensure_ascii=som_ascii))
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
