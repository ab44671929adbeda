"""How things are worded wherever the command line speaks: counts, paths, and text that must not steer what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.kostra.fil import visning
from skreddersom.kjerne.skrift import HARDT_MELLOMROM, mengde, synlig, tall

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["HARDT_MELLOMROM", "mengde", "synlig", "tall", "vist"]


def vist(sti: Path) -> str:
    """The path as a person can be shown it, whatever bytes it is made of."""
    return synlig(visning(sti))
