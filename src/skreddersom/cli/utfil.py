"""Files that a command writes: never over its own input, never half, and readable by their owner only – they tell of people."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def krev_ikke_inndata(ut: Path, inn: Sequence[Path]) -> None:
    """Refuse to write over a file that is to be read.

    Raises:
        Brukerfeil: when ``ut`` is one of ``inn``.

    """
    if any(ut.resolve() == sti.resolve() for sti in inn):
        raise Brukerfeil(f"--ut er en av filene som skal leses ({ut}); velg et annet navn, ellers blir uttrekket borte.")


@contextmanager
def paa_plass_til_slutt(ut: Path) -> Iterator[Path]:
    """A temporary name beside ``ut`` to write to; it takes the place of ``ut`` when all has gone well, and is gone otherwise.

    Raises:
        Brukerfeil: when the file cannot be written there.

    """
    try:
        nummer, navn = tempfile.mkstemp(dir=ut.parent, prefix=".", suffix=ut.suffix)
        os.close(nummer)
        midlertidig = Path(navn)
        try:
            yield midlertidig
            midlertidig.replace(ut)
        finally:
            midlertidig.unlink(missing_ok=True)
    except OSError as feil:
        raise Brukerfeil(f"Kan ikke skrive {ut}: {feil.strerror}. Velg en mappe som finnes, og som du kan skrive i.") from feil
