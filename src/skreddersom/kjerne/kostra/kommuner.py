"""The municipalities a KOSTRA file may name: Statistics Norway's Klass 131 as used in the 11CF form from 2024, and ``9999``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from skreddersom.kjerne.kostra.tabell import tabell

if TYPE_CHECKING:
    from collections.abc import Mapping

KOMMUNER: Mapping[str, str] = MappingProxyType({rad["kode"]: rad["navn"] for rad in tabell("kommune")})
"""Municipality code -> name: 357 municipalities and ``9999`` Uoppgitt, with the names of 2026."""

AGDER: tuple[str, ...] = tuple(kode for kode in KOMMUNER if kode.startswith("42"))
"""The 25 municipalities of Agder."""
