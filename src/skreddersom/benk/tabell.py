"""The report on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from skreddersom.benk.rapport import KOLONNER, TALL

if TYPE_CHECKING:
    from rich.console import Console

    from skreddersom.benk.rapport import Rapport


def vis(konsoll: Console, rapport: Rapport) -> None:
    """Print the measurements, the goals with ✓ or ✗, and who could not take part."""
    konsoll.print(_malinger(rapport))
    if rapport.dommer:
        konsoll.print(_maal(rapport))
    for merknad in rapport.merknader:
        konsoll.print(merknad)


def _malinger(rapport: Rapport) -> Table:
    tabell = Table(box=box.SIMPLE_HEAD, title=f"Median av {rapport.runder} kjøringer om hverandre", title_justify="left")
    for nr, kolonne in enumerate(KOLONNER):
        tabell.add_column(kolonne, justify="right" if nr in TALL else "left", no_wrap=nr in TALL)
    for rad in rapport.rader:
        tabell.add_row(*rad)
    return tabell


def _maal(rapport: Rapport) -> Table:
    tabell = Table("", "Mål", "Målt", "Hva", box=box.SIMPLE_HEAD)
    for dom in rapport.dommer:
        tabell.add_row(dom.tegn, dom.maal, dom.malt, dom.hvem, style="" if dom.naadd else "bold")
    return tabell
