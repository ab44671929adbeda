"""How the answers are distributed, drawn: a bar for each code, a square for each office. The words stand beside, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

BREDDE: Final = 340
LINJE: Final = 46
"""Height of one bar with its words, in the drawing's own units; a letter is 14 of them high."""
STOLPE: Final = 14
LUFT: Final = 3

FYLT, TOM, SKRIFT = "#0d7a5f", "#dcece8", "#292c30"
"""Colours where no style sheet says otherwise (print, PDF, Word)."""


def fordelingsfigur(rader: Sequence[tuple[str, int]], av: int) -> str:
    """An SVG of ``(name, number)`` out of ``av``."""
    hoyde = LINJE * len(rader)
    stolper = "".join(_stolpe(navn, n, av, LINJE * nr) for nr, (navn, n) in enumerate(rader))
    stil = 'font-family="Inter, Helvetica, Arial, sans-serif" font-size="14"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREDDE} {hoyde}" width="{BREDDE}" height="{hoyde}" {stil}>{stolper}</svg>'
    )


def _stolpe(navn: str, n: int, av: int, topp: int) -> str:
    steg = BREDDE / av
    luft = min(LUFT, steg / 4)
    ruter = "".join(_rute(nr * steg, topp + 22, steg - luft, fylt=nr < n) for nr in range(av))
    ord_ = f'<text class="skrift" x="0" y="{topp + 14}" fill="{SKRIFT}">{escape(navn)}</text>'
    tall = f'<text class="skrift" x="{BREDDE}" y="{topp + 14}" text-anchor="end" font-weight="600" fill="{SKRIFT}">{n} av {av}</text>'
    return ord_ + tall + ruter


def _rute(x: float, y: float, bredde: float, *, fylt: bool) -> str:
    slag, farge = ("fylt", FYLT) if fylt else ("tom", TOM)
    return f'<rect class="{slag}" x="{x:.2f}" y="{y}" width="{bredde:.2f}" height="{STOLPE}" rx="2" fill="{farge}"/>'
