"""The report of ``benk web`` on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from skreddersom.benk.nett.rapport import KOLONNER, PRISKOLONNER
from skreddersom.benk.tall import med_komma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from skreddersom.benk.nett.rapport import Nettrapport


def vis(konsoll: Console, rapport: Nettrapport) -> None:
    """Print how long people waited, what row-level security costs, and the goals with ✓ or ✗."""
    for_, etter = (med_komma(tall, 1) for tall in rapport.belastning)
    konsoll.print(_tabell(f"Ventetid (belastning på maskinen: {for_} før, {etter} etter)", KOLONNER, rapport.sider))
    konsoll.print(_tabell("Hva radsikkerhet koster i databasen", PRISKOLONNER, rapport.priser))
    for dom in rapport.dommer:
        konsoll.print(f"{dom.tegn} {dom.hvem}: {dom.maal}. Målt: {dom.malt}")


def _tabell(tittel: str, kolonner: Sequence[str], rader: Sequence[Sequence[str]]) -> Table:
    tabell = Table(box=box.SIMPLE_HEAD, title=tittel, title_justify="left")
    for nr, kolonne in enumerate(kolonner):
        tabell.add_column(kolonne, justify="right" if nr else "left", no_wrap=True)
    for rad in rader:
        tabell.add_row(*rad)
    return tabell
