"""What the demo keeps between runs: its secrets, and how far it came."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FIL = "demo.json"


@dataclass(frozen=True, slots=True)
class Tilstand:
    """One demo. ``oppsett`` is the fingerprint of the code whose tables stand in the database, ``lastet`` whether the people are there."""

    hemmelighet: str
    eier: str
    program: str
    oppsett: str = ""
    lastet: bool = False


def les(mappe: Path) -> Tilstand:
    """The state of the demo in ``mappe``; a new one, with new secrets, if there is none that can be read."""
    try:
        return Tilstand(**json.loads((mappe / FIL).read_bytes()))
    except (OSError, ValueError, TypeError):
        return skriv(mappe, Tilstand(_hemmelig(), _hemmelig(), _hemmelig()))


def _hemmelig() -> str:
    return secrets.token_urlsafe(32)


def skriv(mappe: Path, tilstand: Tilstand) -> Tilstand:
    """Write the whole state or nothing, for the user's eyes only."""
    ny = mappe / f"{FIL}.ny"
    ny.unlink(missing_ok=True)
    with os.fdopen(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ut:
        json.dump(asdict(tilstand), ut)
    ny.replace(mappe / FIL)
    return tilstand


def endre(mappe: Path, tilstand: Tilstand, **felt: str | bool) -> Tilstand:
    """The state with these fields changed, written down."""
    return skriv(mappe, replace(tilstand, **felt))  # type: ignore[arg-type]
