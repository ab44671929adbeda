"""From words to codes. A person's code goes before a suggested one; two who disagree settle nothing until they agree, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.svar import Rute, nokkel
from skreddersom.kjerne.skjemafil import les

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skreddersom.kjerne.omradeovervaking.kodeliste import Kodeliste
    from skreddersom.kjerne.omradeovervaking.svar import Svarsett
    from skreddersom.kjerne.skjemafil import Rad

KOLONNER: Final = ("sporsmal", "kontor", "svar", "kode", "kodet_av", "begrunnelse")
ENIGHET: Final = "enighet"
"""What stands for the coder when two have talked and agree; it needs a reason."""


class Kilde(Enum):
    """Where a cell's code comes from, or why it has none."""

    FORSLAG = "forslag"
    EN_KODER = "én koder"
    TO_KODERE = "to kodere"
    ENIGHET = "enighet"
    UENIGE = "uenige"
    UKJENTE_ORD = "ukjente ord"
    UBESVART = "ubesvart"


@dataclass(frozen=True, slots=True)
class Kodet:
    """The code of one cell, and on what it rests. ``kode`` is None when nothing is settled."""

    kode: str | None
    kilde: Kilde
    begrunnelse: str = ""


@dataclass(frozen=True, slots=True)
class Kodelinje:
    """One line of a coder's file: this code for the office, for the words, or for both together, on one question."""

    linje: int
    sporsmal: str
    kontor: str
    svar: str
    kode: str
    koder: str
    begrunnelse: str

    def gjelder(self, rute: Rute, ord_: str) -> bool:
        """Whether the line speaks of the cell."""
        om_kontor = not self.kontor or nokkel(self.kontor) == nokkel(rute.kontor)
        om_ord = not self.svar or nokkel(self.svar) == nokkel(ord_)
        return self.sporsmal == rute.sporsmal and om_kontor and om_ord


@dataclass(frozen=True, slots=True)
class Koding:
    """Every cell's code, and what each coder said of it. The answers themselves are untouched."""

    svar: Svarsett
    liste: Kodeliste
    ruter: Mapping[Rute, Kodet]
    av: Mapping[str, Mapping[Rute, str]]
    """Coder → cell → code, without what they later agreed on."""

    def kode(self, rute: Rute) -> str | None:
        """The settled code of the cell."""
        return self.ruter[rute].kode

    def med_kilde(self, *kilder: Kilde) -> list[Rute]:
        """The cells whose code has one of these sources, question by question."""
        return [rute for sporsmal in self.svar.sporsmal for rute in self.svar.ruter(sporsmal) if self.ruter[rute].kilde in kilder]

    def utenfor_lista(self) -> list[tuple[str, str]]:
        """Question and code for codes that are used, but not in the code list."""
        brukt = dict.fromkeys((rute.sporsmal, kodet.kode) for rute, kodet in self.ruter.items() if kodet.kode)
        return [(sporsmal, kode) for sporsmal, kode in brukt if not self.liste.kjenner(sporsmal, kode)]


def les_koder(innhold: bytes, navn: str) -> list[Kodelinje]:
    """The lines of a coder's file. ``kontor``, ``svar``, ``kodet_av`` and ``begrunnelse`` may be left out.

    Raises:
        Brukerfeil: when a column is unknown, or a line does not say what it is about.

    """
    fil = les(innhold, navn)
    if fremmed := [ett for ett in fil.hode if ett not in KOLONNER]:
        raise Brukerfeil(f"{navn}: kolonnen «{fremmed[0]}» er ukjent. Kolonnene er {', '.join(KOLONNER)}.")
    if mangler := [ett for ett in ("sporsmal", "kode") if ett not in fil.hode]:
        raise Brukerfeil(f"{navn} mangler kolonnen «{mangler[0]}». Kolonnene er {', '.join(KOLONNER)}.")
    return [_linje(dict(zip(fil.hode, rad.celler, strict=True)), rad, navn) for rad in fil.rader]


def _linje(celler: dict[str, str], rad: Rad, navn: str) -> Kodelinje:
    sporsmal, kontor, svar, kode, koder, begrunnelse = (" ".join(celler.get(ett, "").split()) for ett in KOLONNER)
    if not (sporsmal and kode and (kontor or svar)):
        raise Brukerfeil(f"{navn}, linje {rad.linje}: oppgi spørsmål og kode, og kontoret eller svaret koden gjelder.")
    if nokkel(koder) == ENIGHET and not begrunnelse:
        raise Brukerfeil(f"{navn}, linje {rad.linje}: når koderne er blitt enige, skal begrunnelsen stå.")
    return Kodelinje(rad.linje, sporsmal, kontor, svar, kode, koder, begrunnelse)


def kod(svar: Svarsett, liste: Kodeliste, linjer: list[Kodelinje]) -> Koding:
    """The codes of all cells.

    Raises:
        Brukerfeil: when a line speaks of no cell, one coder gives a cell two codes, or there are more than two coders.

    """
    _krev_treff(svar, linjer)
    kodere = dict.fromkeys(linje.koder for linje in linjer if nokkel(linje.koder) != ENIGHET)
    if len(kodere) > 2:
        raise Brukerfeil(f"Kodefila har {len(kodere)} kodere: {', '.join(map(repr, kodere))}. Enighet regnes mellom to; del fila.")
    av = {koder: _av_en(svar, [linje for linje in linjer if linje.koder == koder]) for koder in kodere}
    enige = _av_en(svar, [linje for linje in linjer if nokkel(linje.koder) == ENIGHET])
    ruter = {
        rute: _avgjor(svar, liste, rute, [koder[rute] for koder in av.values() if rute in koder], enige.get(rute)) for rute in svar.ruter()
    }
    return Koding(svar, liste, ruter, {koder: {rute: linje.kode for rute, linje in felt.items()} for koder, felt in av.items()})


def _krev_treff(svar: Svarsett, linjer: list[Kodelinje]) -> None:
    for linje in linjer:
        if linje.sporsmal not in svar.sporsmal:
            raise Brukerfeil(
                f"Kodefila, linje {linje.linje}: spørsmålet «{linje.sporsmal}» er ikke i svarfila. Der står {', '.join(svar.sporsmal)}."
            )
        if not any(linje.gjelder(rute, svar.ord[rute]) for rute in svar.ruter(linje.sporsmal)):
            hva = " og ".join(f"«{ett}»" for ett in (linje.kontor, linje.svar) if ett)
            raise Brukerfeil(f"Kodefila, linje {linje.linje}: ingen svar på «{linje.sporsmal}» passer med {hva}. Skriv det som i svarfila.")


def _av_en(svar: Svarsett, linjer: list[Kodelinje]) -> dict[Rute, Kodelinje]:
    """One coder's line for each cell it speaks of; a line that names the office goes before one that only has the words."""
    funnet: dict[Rute, Kodelinje] = {}
    for linje in sorted(linjer, key=lambda ett: not ett.kontor):
        for rute in svar.ruter(linje.sporsmal):
            if linje.gjelder(rute, svar.ord[rute]):
                _krev_samme(funnet.setdefault(rute, linje), linje, rute)
    return funnet


def _krev_samme(forst: Kodelinje, linje: Kodelinje, rute: Rute) -> None:
    if forst.kode != linje.kode and bool(forst.kontor) == bool(linje.kontor):
        steder = " og ".join(str(ett) for ett in sorted((forst.linje, linje.linje)))
        raise Brukerfeil(f"Kodefila gir {rute.kontor} to koder på «{rute.sporsmal}»: se linje {steder}. Behold én.")


def _avgjor(svar: Svarsett, liste: Kodeliste, rute: Rute, fra_kodere: list[Kodelinje], enige: Kodelinje | None) -> Kodet:
    """In order: what they agreed on, what they said, what the words suggest."""
    if enige is not None:
        return Kodet(enige.kode, Kilde.ENIGHET, enige.begrunnelse)
    if fra_kodere:
        return _fra_kodere(fra_kodere)
    if not svar.besvart(rute):
        return Kodet(None, Kilde.UBESVART)
    forslag = liste.foresla(rute.sporsmal, svar.ord[rute])
    return Kodet(forslag, Kilde.FORSLAG) if forslag else Kodet(None, Kilde.UKJENTE_ORD)


def _fra_kodere(linjer: list[Kodelinje]) -> Kodet:
    begrunnelse = "; ".join(dict.fromkeys(linje.begrunnelse for linje in linjer if linje.begrunnelse))
    if len({linje.kode for linje in linjer}) > 1:
        return Kodet(None, Kilde.UENIGE, begrunnelse)
    return Kodet(linjer[0].kode, Kilde.EN_KODER if len(linjer) == 1 else Kilde.TO_KODERE, begrunnelse)


def ulike_ord(ruter: list[Rute], svar: Svarsett) -> list[str]:
    """The words of the cells, each once, as they were first written."""
    forst: dict[str, str] = {}
    for rute in ruter:
        forst.setdefault(nokkel(svar.ord[rute]), svar.ord[rute].strip())
    return list(forst.values())


def kodere(koding: Koding) -> Iterator[str]:
    """The names of the coders; one who has not said is «uten navn»."""
    return (koder or "uten navn" for koder in koding.av)
