"""The screen that tables are shown on: markup in what a file is called, or holds, is text like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from typing import TextIO


def konsoll(bredde_uten_terminal: int | None = None, fil: TextIO | None = None) -> Console:
    """Standard output, or ``fil``; the width is the window's, or the one given when there is none."""
    ny = Console(file=fil, highlight=False, markup=False, emoji=False)
    if bredde_uten_terminal and not ny.is_terminal:
        ny.width = bredde_uten_terminal
    return ny
