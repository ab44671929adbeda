"""The report as a file of each kind, every one from the same words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from skreddersom import __version__
from skreddersom.kjerne.omradeovervaking.rettelse import som_data
from skreddersom.kjerne.omradeovervaking.utforming import utform
from skreddersom.kjerne.omradeovervaking.vedlegg import vedlegg
from skreddersom.plattform.dokument.regneark import som_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skreddersom.kjerne.dokument import Dokument
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform


def _dokument(rapport: Rapport, maalform: Maalform) -> Dokument:
    return utform(rapport, maalform, f"Skreddersøm {__version__}")


def _html(rapport: Rapport, maalform: Maalform) -> bytes:
    from skreddersom.plattform.dokument.html import som_html

    return som_html(_dokument(rapport, maalform)).encode()


def _pdf(rapport: Rapport, maalform: Maalform) -> bytes:
    from skreddersom.plattform.dokument.pdf import som_pdf

    return som_pdf(_dokument(rapport, maalform), rapport.dato)


def _docx(rapport: Rapport, maalform: Maalform) -> bytes:
    from skreddersom.plattform.dokument.word import som_docx

    return som_docx(_dokument(rapport, maalform), rapport.dato)


def _xlsx(rapport: Rapport, maalform: Maalform) -> bytes:
    return som_xlsx(vedlegg(rapport, _dokument(rapport, maalform)))


def _json(rapport: Rapport, _: Maalform) -> bytes:
    """Both norms are in it: it is what a later correction is held against."""
    return (json.dumps(som_data(rapport), ensure_ascii=False, indent=2) + "\n").encode()


SKRIVERE: Final[Mapping[str, Callable[[Rapport, Maalform], bytes]]] = {
    ".html": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".json": _json,
}
"""Ending of the file name → what writes it."""
