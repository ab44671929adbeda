"""The findings as JSON: one object for one file, a list of objects for several."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skreddersom.kjerne.kostra.fil import visning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport

FELT = ("kontroll", "alvorlighet", "linje", "journalnr", "tekst", "vaar")
"""What is told of each message, in this order."""


def tekst(rapporter: Sequence[Kontrollrapport]) -> str:
    """One JSON object; characters outside ASCII are escaped, so that it can be printed in any terminal."""
    if len(rapporter) == 1:
        return json.dumps(_objekt(rapporter[0]), indent=2)
    return json.dumps({"filer": [{"fil": visning(r.sti), **_objekt(r)} for r in rapporter]}, indent=2)


def _objekt(rapport: Kontrollrapport) -> dict[str, Any]:
    return {
        "skjema": rapport.skjema,
        "aar": rapport.aar,
        "region": rapport.region,
        "antall_recorder": rapport.antall_recorder,
        "alvorlighet": rapport.alvorlighet.name,
        "meldinger": rapport.meldinger.select(FELT).to_dicts(),
    }
