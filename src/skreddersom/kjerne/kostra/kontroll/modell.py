"""What a control is: a row with an id, a severity, the records it hits and the sentence it says about them.

The expressions are written over one frame (``grunnlag``), where a column in CAPITALS is a field exactly as it stands in the file,
and a column in lower case is what it means: ``ANTBU18`` is two characters, ``antbu18`` a number or null.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import polars as pl

from skreddersom.kjerne.setning import FRA, TIL


class Alvorlighet(IntEnum):
    """How grave a finding is, in Statistics Norway's words and order. FATAL and ERROR stop the submission."""

    OK = 0
    WARNING = 1
    ERROR = 2
    FATAL = 3

    @property
    def returkode(self) -> int:
        """The exit code of Statistics Norway's own program: 0 fine, 1 warnings, 2 stopped."""
        return min(int(self), 2)


OK, WARNING, ERROR, FATAL = Alvorlighet

MELDING = {
    "kontroll": pl.String,
    "alvorlighet": pl.String,
    "linje": pl.UInt32,
    "journalnr": pl.String,
    "tekst": pl.String,
    "vaar": pl.Boolean,
    "tittel": pl.String,
}
"""The columns of a frame of messages. ``linje`` is null for what concerns the whole file."""
MERKET = {**MELDING, "merket_tekst": pl.String, "merket_tittel": pl.String}
"""The same, and the two texts with marks where the values stand: for those who say them in another language."""


BREDESTE = 12
BLANKE = tuple(" " * bredde for bredde in range(1, BREDESTE + 1))
NULLER = tuple("0" * bredde for bredde in range(1, BREDESTE + 1))
"""A field of any width that is empty: comparing whole fields is several times faster than trimming them."""


@dataclass(frozen=True, slots=True)
class Kontroll:
    """One control. ``slar_ut`` is true on the records it hits; null counts as no. ``tekst`` is only worked out on the hits."""

    id: str
    alvorlighet: Alvorlighet
    tittel: str
    slar_ut: pl.Expr
    tekst: pl.Expr
    grunn: str = ""
    """Why we control it; empty for Statistics Norway's own, whose reason is that they do."""
    hele_fila: bool = False
    """The finding concerns the whole file and is shown without a line."""

    @property
    def vaar(self) -> bool:
        """True for our own stricter controls, false for Statistics Norway's."""
        return self.id.startswith("S")

    @property
    def kolonner(self) -> set[str]:
        """The columns the control looks at: it applies only where they all exist."""
        return set(self.slar_ut.meta.root_names()) | set(self.tekst.meta.root_names())


def egen(id_: str, tittel: str, slar_ut: pl.Expr, tekst: pl.Expr, *, grunn: str) -> Kontroll:
    """One of our own stricter controls: always a warning, always with a reason."""
    return Kontroll(id_, WARNING, tittel, slar_ut, tekst, grunn)


def setning(mal: str, *deler: pl.Expr | str) -> pl.Expr:
    """A sentence with a part for every ``{}``, marked; a String is the name of a field, shown as it stands in the file."""
    return pl.format(mal, *[merk(funnet(del_) if isinstance(del_, str) else del_) for del_ in deler]) if deler else pl.lit(mal)


def uten_merker(merket: pl.Expr) -> pl.Expr:
    """The sentence as it is read."""
    return merket.str.replace_all(FRA, "", literal=True).str.replace_all(TIL, "", literal=True)


def merk(del_: pl.Expr) -> pl.Expr:
    """The part with marks round it, so that it can be told from the words of the sentence."""
    return pl.format(f"{FRA}{{}}{TIL}", del_)


def funnet(navn: str) -> pl.Expr:
    """The content of the field as shown in a sentence: «12», or the word blank."""
    tegn = synlig(pl.col(navn))
    return pl.when(tegn == "").then(pl.lit("blank")).otherwise(pl.format("«{}»", tegn))


def synlig(tegn: pl.Expr) -> pl.Expr:
    """Without blanks at the ends, and with control characters shown as a mark: a field must not steer the terminal."""
    return tegn.str.strip_chars(" ").str.replace_all(r"[\x00-\x1f\x7f-\x9f]", "�")


def blank(navn: str) -> pl.Expr:
    """The field holds nothing but spaces."""
    return pl.col(navn).is_in(BLANKE)


def utelatt(navn: str) -> pl.Expr:
    """The field is blank or only zeros: nothing is given, nothing is crossed."""
    return pl.col(navn).is_in(BLANKE + NULLER)
