"""Open a file or fetch it whole, or say in one sentence why not: nothing that hangs, nothing too large, nothing that is not text."""

from __future__ import annotations

import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.setning import setning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAKS_BYTE = 1 << 30
"""Largest file that is read, in bytes (1 GiB): some three million records, more than all of Norway in ten years."""

UTF16_MERKER = (b"\xff\xfe", b"\xfe\xff")


class LesFeil(Brukerfeil):
    """The file cannot be read as what it should be."""


class IngenAaRapportere(LesFeil):
    """The file is one space: how a municipality delivers that it has nobody to report. Fine, but there are no records in it."""


def hent(sti: Path) -> bytes:
    """The content of the file. Raises ``LesFeil`` for what is missing, closed, no ordinary file, too large or not text."""
    with apne(sti) as fil:
        innhold = fil.read()
    krev_tekst(sti, innhold)
    return innhold


@contextmanager
def apne(sti: Path) -> Iterator[BinaryIO]:
    """The file, open for reading. Raises ``LesFeil`` for what is missing, closed, no ordinary file or too large, also while it is read."""
    try:
        _krev_vanlig_fil(sti)
        with sti.open("rb") as fil:
            yield fil
    except OSError as feil:
        raise LesFeil(forklar(sti, feil)) from feil


def visning(sti: Path) -> str:
    """The path as it can be printed anywhere, also when its bytes are no text."""
    return str(sti).encode("utf-8", "replace").decode("utf-8")


def _krev_vanlig_fil(sti: Path) -> None:
    """Look before opening: a pipe would hang, and a huge file would fill the memory."""
    status = sti.stat()
    if stat.S_ISDIR(status.st_mode):
        raise LesFeil(f"{visning(sti)} er en mappe; oppgi fila som ligger i den.")
    if not stat.S_ISREG(status.st_mode):
        raise LesFeil(f"{visning(sti)} er ikke en vanlig fil; lagre innholdet i en fil og oppgi den.")
    if status.st_size > MAKS_BYTE:
        raise LesFeil(
            f"{visning(sti)} er på {_gigabyte(status.st_size)} og leses ikke; grensen er {_gigabyte(MAKS_BYTE)}. "
            "Del fila, eller sjekk at det er riktig fil."
        )


def _gigabyte(byte: int) -> str:
    return f"{byte / 1e9:.1f} GB".replace(".", ",")


def krev_tekst(sti: Path, innhold: bytes) -> None:
    """Refuse what is not text in one byte per character or UTF-8. Raises ``LesFeil`` with the line."""
    if innhold.startswith(UTF16_MERKER):
        raise LesFeil(setning("{fil} er lagret som UTF-16; lagre den på nytt som UTF-8 eller ISO-8859-1.", fil=visning(sti)))
    plass = innhold.find(b"\0")
    if plass >= 0:
        linje = innhold.count(b"\n", 0, plass) + 1
        mal = "{fil} er ikke en tekstfil (linje {linje} har en nullbyte); oppgi uttrekket slik fagsystemet lagret det."
        raise LesFeil(setning(mal, fil=visning(sti), linje=linje))


def forklar(sti: Path, feil: OSError) -> str:
    """Why the file cannot be read, and the cure."""
    match feil:
        case FileNotFoundError() | NotADirectoryError():
            return f"Fant ikke {visning(sti)}; sjekk at navnet og mappa er riktig."
        case PermissionError():
            return f"Du har ikke tilgang til å lese {visning(sti)}; be om lesetilgang, eller kopier fila til din egen mappe."
        case _:
            return f"{visning(sti)} kunne ikke leses (systemfeil {feil.errno}); kopier fila til din egen disk og prøv igjen."
