"""The chain as arithmetic: what a row's hash is taken of, and how its text is written. The database does the same in ``0002_kjede``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

FORST: Final = ("ansatt", "handling", "kontor", "person", "tid")
"""The names that stand first in a row's text, in this order: those that the database has columns for.

They are compared as a run of bytes. Inside a JSON string a quotation mark has a backslash before it, so no value can imitate them.
"""

FORST_SETT: Final = frozenset(FORST)
SKRIV: Final = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Ledd:
    """The end of a chain: how many rows there are, and the hash of the last one."""

    nr: int
    hash: bytes


def start(kontor: UUID) -> Ledd:
    """Before the first row. The unit is part of it, so that a whole chain cannot be passed off as another unit's."""
    return Ledd(0, kontor.bytes)


def neste_hash(forrige: bytes, nr: int, innhold: bytes) -> bytes:
    """SHA-256 of the hash before, the number (8 bytes, the highest first) and the text."""
    return sha256(forrige + nr.to_bytes(8, signed=True) + innhold).digest()


def tekst(felter: Mapping[str, object]) -> str:
    """Canonical JSON: the names of ``FORST``, then the others sorted; no spaces, and letters as they are."""
    rekkefolge = [*FORST, *sorted(felter.keys() - FORST_SETT)]
    return SKRIV({navn: felter[navn] for navn in rekkefolge})
