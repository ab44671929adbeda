"""What stands on the paper: the text taken out of the PDF again, as another program reads it."""

from __future__ import annotations

import io

from pypdf import PdfReader


def paa_papiret(pdf: bytes) -> str:
    """The words in order, with one blank between each."""
    return flat("\n".join(side.extract_text() for side in PdfReader(io.BytesIO(pdf)).pages))


def flat(tekst: str) -> str:
    """``tekst`` without line breaks and other blanks than one."""
    return " ".join(tekst.split())
