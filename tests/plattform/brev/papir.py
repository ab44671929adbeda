"""What stands on the paper: the text taken out of the PDF again, as another program reads it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator


def paa_papiret(pdf: bytes) -> str:
    """The words in order, with one blank between each."""
    return flat("\n".join(side.extract_text() for side in PdfReader(io.BytesIO(pdf)).pages))


def flat(tekst: str) -> str:
    """``tekst`` without line breaks and other blanks than one."""
    return " ".join(tekst.split())


def overskrifter(pdf: bytes) -> list[str]:
    """The levels of the headings, in the order they are read aloud."""
    return [merke for merke in _merker(PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]) if re.fullmatch("H[1-6]", merke)]


def _merker(ledd: Any) -> Iterator[str]:
    """The tags of the document, from the first to the last."""
    ledd = ledd.get_object()
    if isinstance(ledd, dict):
        yield str(ledd.get("/S", "")).removeprefix("/")
        barn = ledd.get("/K", [])
        for barnet in barn if isinstance(barn, list) else [barn]:
            yield from _merker(barnet)
