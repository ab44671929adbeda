"""Small stand-ins for contestants and their runs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from skreddersom.benk.maling import Deltaker, Id, Maling
from skreddersom.benk.prosess import KILDE, Kjoring, Kommando

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORTELLER = "import json, sys; print('annet først'); print(json.dumps(json.loads(sys.argv[1])))"


def leke(svar: Mapping[str, Any], sekunder: float = 0.25) -> Kommando:
    """A process that has nothing to do and tells of it as a job would."""
    linje = {"sekunder": sekunder, "minne_mb": 12.5, "svar": svar, "pakker": {"leke": "1.0"}}
    return Kommando((sys.executable, "-c", FORTELLER, json.dumps(linje)))


def python(program: str, *, forteller: bool = True) -> Kommando:
    """A process that runs ``program`` and can import what we import."""
    return Kommando((sys.executable, "-P", "-c", program), {"PYTHONPATH": str(KILDE)}, forteller)


def deltaker(hvem: str = "skjerm", poster: int = 0, kommando: Kommando | None = None, *, valgfri: bool = False) -> Deltaker:
    return Deltaker(Id(hvem, poster), hvem.capitalize(), kommando or leke({}), valgfri=valgfri)


def maling(
    hvem: str, poster: int, arbeid: Sequence[float], *, ende: float = 2, minne: float | None = 100, svar: Sequence[object] | None = None
) -> Maling:
    """One contestant that has run as many times as there are figures for the work."""
    svarene = svar or ["likt"] * len(arbeid)
    kjoringer = [Kjoring(ende, tid, minne, {"svar": ett}, {"leke": "1.0"}) for tid, ett in zip(arbeid, svarene, strict=True)]
    return Maling(deltaker(hvem, poster), kjoringer)


def malinger(*alle: Maling) -> dict[Id, Maling]:
    return {en.deltaker.id: en for en in alle}
