"""Environments of their own for the tools we are measured against, so that none of them becomes a dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.inngang import ROT
from skreddersom.inngang.miljo import klargjor

if TYPE_CHECKING:
    from pathlib import Path


def miljo(navn: str) -> Path:
    """Return the Python of ``.venv-<navn>``, made from ``requirements-<navn>.lock`` the first time. Raises ``Brukerfeil``."""
    return klargjor(ROT, (f"requirements-{navn}.lock",), f".venv-{navn}")
