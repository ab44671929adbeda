"""Where the characters of a file come from: the disk, piece by piece and as often as asked, or a copy in memory.

A file of plain ASCII – nearly all are – needs no translation, so it stays where it is. Only what is made of it takes up memory.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

import polars as pl

from skreddersom.kjerne.kostra.ensartet import Ettersyn
from skreddersom.kjerne.kostra.fil import LesFeil, apne, forklar, visning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from skreddersom.kjerne.kostra.ensartet import Ensartet

STYRETEGN: Final = (b"\0", b"\r", b"\t")
"""Characters that the reader of a file will ask about."""

BIT: Final = 1 << 20
"""How many bytes are looked through at a time: as many as stay close to the processor."""

# How many bytes Polars cuts a file of lines into for its threads. Left alone it holds a couple of hundred megabytes at once; it has no
# other way to be told. Whoever has set it already is left in peace.
os.environ.setdefault("POLARS_NDJSON_CHUNK_SIZE", str(BIT))


class Kilde(Protocol):
    """The characters of a file as UTF-8, line ends and empty lines kept."""

    @property
    def storrelse(self) -> int:
        """Number of bytes."""

    @property
    def ensartet(self) -> Ensartet | None:
        """What all its lines have in common, when that is known already."""

    def har(self, tegn: bytes) -> bool:
        """Whether one of ``STYRETEGN`` stands anywhere in it."""

    def begynnelse(self, antall: int) -> bytes:
        """The first bytes."""

    def hele(self) -> bytes:
        """All of it."""

    def linjer(self, navn: str) -> pl.LazyFrame:
        """One column, one row per line, empty ones too; read when collected, inside ``lesing``."""

    def lesing(self) -> AbstractContextManager[None]:
        """Stands around all reading of ``linjer``. Raises ``LesFeil`` when what is read is no longer what was looked at."""


@dataclass(frozen=True, slots=True)
class Minnekilde:
    """A copy in memory."""

    innhold: bytes = field(repr=False)

    @property
    def storrelse(self) -> int:
        """Number of bytes."""
        return len(self.innhold)

    @property
    def ensartet(self) -> None:
        """Nobody has looked: that is done on the way past a file on the disk."""
        return None

    def har(self, tegn: bytes) -> bool:
        """Searched when asked."""
        return tegn in self.innhold

    def begynnelse(self, antall: int) -> bytes:
        """The first bytes."""
        return self.innhold[:antall]

    def hele(self) -> bytes:
        """The copy itself."""
        return self.innhold

    def linjer(self, navn: str) -> pl.LazyFrame:
        """Lines that point into the copy."""
        return pl.scan_lines(self.innhold, name=navn)

    @contextmanager
    def lesing(self) -> Iterator[None]:
        """Nobody can change the copy."""
        yield


@dataclass(frozen=True, slots=True)
class Diskkilde:
    """A file of plain ASCII on the disk. ``merke`` tells whether it is still the one that was looked through."""

    sti: Path
    merke: tuple[int, ...]
    storrelse: int
    styretegn: frozenset[bytes]
    ensartet: Ensartet | None

    def har(self, tegn: bytes) -> bool:
        """Known since it was looked through."""
        return tegn in self.styretegn

    def begynnelse(self, antall: int) -> bytes:
        """The first bytes."""
        with self.lesing(), self.sti.open("rb") as fil:
            return fil.read(antall)

    def hele(self) -> bytes:
        """All of it, into memory."""
        with self.lesing():
            return self.sti.read_bytes()

    def linjer(self, navn: str) -> pl.LazyFrame:
        """Lines that are read from the file, and let go when nothing points to them."""
        return pl.scan_lines(self.sti.absolute(), name=navn, glob=False)

    @contextmanager
    def lesing(self) -> Iterator[None]:
        """The file is the same before and after."""
        try:
            yield
        except OSError as feil:
            raise LesFeil(forklar(self.sti, feil)) from feil
        except pl.exceptions.PolarsError:
            self._krev_uendret()
            raise
        self._krev_uendret()

    def _krev_uendret(self) -> None:
        try:
            uendret = _merke(self.sti) == self.merke
        except OSError as feil:
            raise LesFeil(forklar(self.sti, feil)) from feil
        if not uendret:
            raise LesFeil(f"{visning(self.sti)} ble endret mens den ble lest; vent til den er ferdig skrevet, og prøv igjen.")


def paa_disk(sti: Path) -> Diskkilde | None:
    """The file where it is, when it is plain ASCII text with a name that can be written. Raises ``LesFeil`` when it cannot be read."""
    with apne(sti) as fil:
        merke, storrelse, funnet, ettersyn = _merke(sti), 0, frozenset[bytes](), Ettersyn()
        while bit := fil.read(BIT):
            storrelse += len(bit)
            ettersyn.se(bit)
            funnet |= {tegn for tegn in STYRETEGN if tegn in bit}
            if not bit.isascii() or b"\0" in funnet:
                return None
    ensartet = None if b"\r" in funnet else ettersyn.svar()
    return Diskkilde(sti, merke, storrelse, funnet, ensartet) if visning(sti) == str(sti) else None


def _merke(sti: Path) -> tuple[int, ...]:
    """Which file it is, how large, and when it was last written."""
    status = sti.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
