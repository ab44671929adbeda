"""A text as sentences of words, each with its place in the text. One pass, whatever the text is."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word with its hyphens, soft hyphens and loose accents; or one sign.
BIT: Final = re.compile(r"[^\W_][\w\u00ad\u0300-\u036f]*(?:[-\u2010\u2011][^\W_][\w\u00ad\u0300-\u036f]*)*|[.!?,;:()«»\"–—%§]|\n")
IKKE_MELLOMROM: Final = re.compile(r"[^ ]")
LINJESKIFT: Final = frozenset("\n\r")
BINDESTREK: Final = re.compile("[-\u2010\u2011\u00ad]")
FORKORTELSER: Final = frozenset(
    {"pga", "jf", "jfr", "bl", "mv", "nr", "ca", "ift", "mtp", "eks", "evt", "mht", "dvs", "kl", "tlf", "inkl", "f", "p", "g", "a"}
)
LISTETEGN: Final = frozenset("-•*–·")


class Ord(NamedTuple):
    """A word as it is compared (``form``: small letters, no hyphens), and its place in the text. Signs are words too."""

    form: str
    start: int
    slutt: int

    @property
    def tegn(self) -> bool:
        """Whether it is a sign that parts a sentence."""
        return not self.form[0].isalnum() and self.form not in "%§"


class Setning(NamedTuple):
    """The words of one sentence, and whether it asks."""

    ord: list[Ord]
    spor: bool


def setninger(tekst: str) -> Iterator[Setning]:
    """The sentences of a text, in order."""
    ord_: list[Ord] = []
    for bit in BIT.finditer(tekst):
        form, start, slutt = bit.group(), bit.start(), bit.end()
        if not _deler(tekst, form, slutt, ord_):
            if form != "\n":
                ord_.append(Ord(_form(form), start, slutt))
        elif ord_:
            yield Setning(ord_, form == "?")
            ord_ = []
    if ord_:
        yield Setning(ord_, spor=False)


def _form(bit: str) -> str:
    return unicodedata.normalize("NFC", BINDESTREK.sub("", bit)).lower()


def _deler(tekst: str, tegn: str, slutt: int, ord_: list[Ord]) -> bool:
    """Whether the sign ends the sentence: not after an abbreviation, nor before a small letter («3. november»)."""
    if tegn in "!?":
        return True
    treff = IKKE_MELLOMROM.search(tekst, slutt)
    neste = treff[0] if treff else ""
    if tegn == "\n":
        return neste in LISTETEGN or neste in LINJESKIFT
    if tegn != "." or (ord_ and ord_[-1].form in FORKORTELSER):
        return False
    return not neste.islower() and not (neste.isdigit() and tekst[slutt : slutt + 1].isdigit())
