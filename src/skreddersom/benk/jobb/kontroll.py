"""The control of an 11CF file, from file to messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.kostra.kontroll import Kontrollrapport, kontroller
from skreddersom.kjerne.kostra.linjer import les_linjer

if TYPE_CHECKING:
    from collections.abc import Mapping


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[Kontrollrapport]:
    """``oppdrag["fil"]`` is an 11CF file."""
    return Arbeid(lambda: kontroller(les_linjer(Path(oppdrag["fil"])), "11CF"), _hovedtall)


def _hovedtall(rapport: Kontrollrapport) -> dict[str, Any]:
    return {"recorder": rapport.antall_recorder, "kontroller": rapport.antall_kontroller, "meldinger": rapport.meldinger.height}
