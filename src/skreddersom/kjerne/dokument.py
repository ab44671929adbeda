"""A document as words and structure, before anybody has decided how it looks. One source: page, PDF, Word and workbook say the same.

Everything is text in one language. What a reader who does not see needs – heading levels, table heads, alternative text – is not optional.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sprak = Literal["nb", "nn", "en"]
Tone = Literal["noytral", "god", "advarsel"]


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading. ``niva`` 2 is the highest: the title of the document is 1."""

    tekst: str
    niva: Literal[2, 3] = 2
    anker: str = ""


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A paragraph."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Punkter:
    """A list of short sentences."""

    punkter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Varsel:
    """Something the reader must not miss."""

    tekst: str
    tittel: str
    tone: Tone = "advarsel"


@dataclass(frozen=True, slots=True)
class Henvisning:
    """A place in a table, and the words that stand there."""

    sted: str
    ord: str
    anker: str


@dataclass(frozen=True, slots=True)
class Funn:
    """A sentence with what it rests on. ``merke`` is the short of it («8 av 15»); ``forbehold`` what is wrong with it, if something is."""

    tekst: str
    merke: str
    belegg_tittel: str
    belegg: tuple[Henvisning, ...]
    forbehold: str = ""
    framhevet: bool = False


@dataclass(frozen=True, slots=True)
class Figur:
    """A picture as SVG. Without ``alt`` nobody may publish it."""

    svg: str
    alt: str
    tekst: str

    def __post_init__(self) -> None:
        """Refuse a picture that does not say what it shows.

        Raises:
            ValueError: when the alternative text is blank.

        """
        if not self.alt.strip():
            raise ValueError("bildet mangler alternativ tekst")


@dataclass(frozen=True, slots=True)
class Celle:
    """A cell: what it says, the exact words behind it when they are others, and its own address."""

    tekst: str
    ordrett: str = ""
    anker: str = ""
    dempet: bool = False


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table with a caption and a head; the first cell of each row heads the row. ``bredder`` are shares of the width."""

    tekst: str
    hode: tuple[str, ...]
    rader: tuple[tuple[Celle, ...], ...]
    bredder: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Opplysning:
    """A fact in the foot or head: what it is, and the fact."""

    navn: str
    verdi: str


Blokk = Overskrift | Avsnitt | Punkter | Varsel | Funn | Figur | Tabell


@dataclass(frozen=True, slots=True)
class Dokument:
    """A document: title, who sends it, the blocks in order, and facts about how it came to be."""

    tittel: str
    overtekst: str
    ingress: str
    sprak: Sprak
    blokker: tuple[Blokk, ...]
    opplysninger: tuple[Opplysning, ...] = field(default=())

    @property
    def overskrifter(self) -> tuple[Overskrift, ...]:
        """The headings of the highest level, for a table of contents."""
        return tuple(blokk for blokk in self.blokker if isinstance(blokk, Overskrift) and blokk.niva == 2)


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column of a sheet: its heading, and its width in characters."""

    navn: str
    bredde: int


@dataclass(frozen=True, slots=True)
class Ark:
    """A sheet of a workbook: what a reader may want to count again."""

    navn: str
    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[str | int | float | None, ...], ...]
