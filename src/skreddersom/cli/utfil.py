"""Files a command is given: each read once, and what is written is never half, never over its input, and for its owner only."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def virkelig(sti: Path) -> Path:
    """Where the path leads, links followed: two spellings of one file become one. A ring of links leads to a link."""
    return Path(os.path.realpath(sti))


def ulike(stier: Sequence[Path]) -> list[Path]:
    """Each file once, by the spelling that came first."""
    forste: dict[Path, Path] = {}
    for sti in stier:
        forste.setdefault(virkelig(sti), sti)
    return list(forste.values())


def krev_kan_skrives(ut: Path, inn: Sequence[Path]) -> None:
    """Refuse, before any work is done, what must not be replaced: a file that is to be read, or what is no ordinary file.

    Raises:
        Brukerfeil: naming the cure.

    """
    if any(virkelig(ut) == virkelig(sti) for sti in inn):
        raise Brukerfeil(f"--ut er en av filene som skal leses ({vist(ut)}); velg et annet navn, ellers blir uttrekket borte.")
    _krev_vanlig_fil(ut)


@contextmanager
def paa_plass_til_slutt(ut: Path) -> Iterator[Path]:
    """A temporary name to write to; it takes the place of what ``ut`` leads to when all has gone well, and is gone otherwise.

    Raises:
        Brukerfeil: when the file cannot be written there.

    """
    try:
        _krev_vanlig_fil(ut)
        maal = virkelig(ut)
        nummer, navn = tempfile.mkstemp(dir=maal.parent, prefix=".", suffix=maal.suffix)
        os.close(nummer)
        midlertidig = Path(navn)
        try:
            yield midlertidig
            midlertidig.replace(maal)
        finally:
            midlertidig.unlink(missing_ok=True)
    except OSError as feil:
        raise Brukerfeil(f"Kan ikke skrive {vist(ut)}: {grunn(feil)}. Velg en mappe som finnes, og som du kan skrive i.") from feil


def _krev_vanlig_fil(ut: Path) -> None:
    """A new name or an ordinary file: a pipe, a device or a folder would be replaced by the list."""
    maal = virkelig(ut)
    if maal.is_symlink() or (maal.exists() and not maal.is_file()):
        raise Brukerfeil(f"{vist(ut)} er ikke en vanlig fil, men for eksempel en mappe eller et rør; velg et annet navn til --ut.")
