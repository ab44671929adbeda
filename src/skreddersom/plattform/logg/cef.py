"""The log in the Common Event Format (CEF:0), for the system in which a municipality or a security centre gathers logs.

Persons and staff are told by their ids here; a fødselsnummer never stands in the log.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from skreddersom import __version__
from skreddersom.plattform.logg.koder import Handling

if TYPE_CHECKING:
    from collections.abc import Mapping

HENDELSE: Final = {
    Handling.LES: ("audit:access", "Read personal data"),
    Handling.SOK: ("audit:search", "Searched for personal data"),
    Handling.OPPRETT: ("audit:create", "Created personal data"),
    Handling.ENDRE: ("audit:update", "Changed personal data"),
    Handling.SLETT: ("audit:delete", "Deleted personal data"),
    Handling.EKSPORT: ("audit:export", "Exported personal data"),
}
ALVOR: Final = {True: 3, False: 6}
"""Permitted or not → severity, 0–10."""
VERDI: Final = str.maketrans({"\\": "\\\\", "=": "\\=", "\n": "\\n", "\r": "\\r"})
HODE: Final = str.maketrans({"\\": "\\\\", "|": "\\|", "\n": " ", "\r": " "})


def linje(kontor: str, nr: int, rad: Mapping[str, Any]) -> str:
    """One row of the log as a line. ``kontor`` is the unit's name, ``rad`` the row's text read as JSON."""
    slag, navn = HENDELSE[Handling(rad["handling"])]
    hode = ("CEF:0", "Skreddersom", "Skreddersom", __version__, slag, navn, str(ALVOR[rad["tillatt"]]))
    felter = _felter(kontor, nr, rad)
    return "|".join(ett.translate(HODE) for ett in hode) + "|" + " ".join(f"{n}={v.translate(VERDI)}" for n, v in felter.items() if v)


def _felter(kontor: str, nr: int, rad: Mapping[str, Any]) -> dict[str, str]:
    """The extension: who, whom, when and why, in the names that receivers know."""
    return {
        "end": str(_millisekunder(rad["tid"])),
        "externalId": str(nr),
        "suid": rad["ansatt"],
        "duid": rad["person"] or "",
        "sproc": rad["foresporsel"],
        "request": rad["side"],
        "flexString1Label": "Decision",
        "flexString1": "Permit" if rad["tillatt"] else "Deny",
        "flexString2Label": "Case" if rad["sak"] else "",
        "flexString2": rad["sak"],
        "cs1Label": "Role",
        "cs1": rad["rolle"],
        "cs2Label": "Office",
        "cs2": kontor,
        "cs3Label": "OfficeId",
        "cs3": rad["kontor"],
        "cs4Label": "Purpose",
        "cs4": rad["formal"],
        "msg": rad["detalj"],
    }


def _millisekunder(tid: str) -> int:
    """Milliseconds since 1970, in whole numbers all the way."""
    da = datetime.fromisoformat(tid)
    return int(da.replace(microsecond=0).timestamp()) * 1000 + da.microsecond // 1000
