"""A KOSTRA file as lines, whatever they hold: the character set told apart, the bytes kept so that they can be written back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

import polars as pl

from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.fil import hent
from skreddersom.kjerne.kostra.kilde import Minnekilde, paa_disk
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, oppsett

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.kjerne.kostra.kilde import Kilde

Tegnsett = Literal["utf-8", "iso-8859-1"]

LINJE = "linje"
"""The column that holds the line number, from 1 among the non-empty lines, as Statistics Norway counts."""


@dataclass(frozen=True, eq=False)
class Linjefil:
    """A file as lines. Lines end with LF or CRLF; empty lines are dropped before they are numbered."""

    sti: Path
    tegnsett: Tegnsett
    kilde: Kilde = field(repr=False)

    @property
    def lat(self) -> pl.LazyFrame:
        """``linje`` (UInt32) and ``tekst`` (String, without line end), read and split only when collected: see ``hent``."""
        return self.kilde.linjer(TEKST).filter(pl.col(TEKST) != "").with_row_index(LINJE, offset=1)

    def hent(self, sporring: pl.LazyFrame) -> pl.DataFrame:
        """Collect a query on ``lat``. Raises ``LesFeil`` when the file is no longer what it was."""
        with self.kilde.lesing():
            return sporring.collect(engine="streaming")

    @cached_property
    def linjer(self) -> pl.DataFrame:
        """``linje`` and ``tekst`` held in memory."""
        return self.hent(self.lat)

    @property
    def utf8(self) -> bytes:
        """The whole content as UTF-8, line ends and empty lines kept."""
        return self.kilde.hele()

    @property
    def innhold(self) -> bytes:
        """The content, byte for byte as it was read."""
        return self.kod(self.utf8)

    def kod(self, utf8: bytes) -> bytes:
        """``utf8`` in the file's own character set. Raises ``UnicodeEncodeError`` for a character the set has not."""
        return utf8 if self.tegnsett == "utf-8" else utf8.decode("utf-8").encode(self.tegnsett)


def les_linjer(sti: Path) -> Linjefil:
    """The file as lines, also when they are no records. Raises ``LesFeil`` for what cannot be looked at as lines."""
    kilde = paa_disk(sti)
    return Linjefil(sti, "utf-8", kilde) if kilde else tolk(sti, hent(sti))


def tolk(sti: Path, innhold: bytes) -> Linjefil:
    """``innhold``, read from ``sti``, as lines: UTF-8 when it is valid and the record lengths do not speak against it, else ISO-8859-1."""
    if innhold.isascii() or (_er_utf8(innhold) and _lengdene_passer_utf8(innhold)):
        return Linjefil(sti, "utf-8", Minnekilde(innhold))
    return Linjefil(sti, "iso-8859-1", Minnekilde(innhold.decode("iso-8859-1").encode("utf-8")))


@cache
def _recordlengder() -> list[int]:
    """Every length, in characters, that a record of 11F or 11CF has had. Only files with letters outside ASCII ask for it."""
    return sorted({oppsett(skjema, aar).lengde for skjema in SKJEMAER for aar in AARGANGER})


def _er_utf8(innhold: bytes) -> bool:
    try:
        innhold.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lengdene_passer_utf8(innhold: bytes) -> bool:
    """Whether at least as many lines have a record's length in characters (UTF-8) as in bytes (ISO-8859-1)."""
    tekst, lengder = pl.col(TEKST), _recordlengder()
    treff = pl.scan_lines(innhold, name=TEKST).select(
        tegn=tekst.str.len_chars().is_in(lengder).sum(), byte=tekst.str.len_bytes().is_in(lengder).sum()
    )
    tegn, byte = treff.collect(engine="streaming").row(0)
    return bool(tegn >= byte)
