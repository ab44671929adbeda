"""The texts of kjerne that pages show. Kjerne knows no gettext: the bokmål in its tables is the msgid, and the page translates it.

A text stands here once its table is named below; ``tests/oversettelser.py`` takes it in with the strings of the pages. In a template it
is shown with ``{% translate kontroll.tittel %}``, in Python with ``gettext(kontroll.tittel)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.modell import TEMA, Alvor

if TYPE_CHECKING:
    from collections.abc import Iterator


def kjernetekster() -> Iterator[tuple[str, str]]:
    """Every text, with the file it stands in."""
    for modul, tekster in (("kontroll/modell.py", _temaer()), ("kontroll/katalog.py", _kontroller())):
        yield from ((f"kjerne/{modul}", tekst) for tekst in tekster)


def _temaer() -> Iterator[str]:
    yield from TEMA.values()
    yield from (alvor.value for alvor in Alvor)


def _kontroller() -> Iterator[str]:
    for kontroll in KATALOG:
        yield from (kontroll.tittel, kontroll.sporsmal)
