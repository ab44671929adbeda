"""What the offices answered, word for word. Nothing here changes an answer: codes stand beside it, never in its place."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.skjemafil import les

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from skreddersom.kjerne.skjemafil import Rad


class Rute(NamedTuple):
    """One cell of the matrix: an office and a question."""

    kontor: str
    sporsmal: str


def nokkel(ord_: str) -> str:
    """How words are compared: without regard to capitals, spaces and what ends the sentence."""
    return " ".join(ord_.casefold().split()).strip(" .!?…")


@dataclass(frozen=True, slots=True)
class Svarsett:
    """The answers of one round: offices and questions in the order of the file, the words as they were given. Blank is not answered."""

    kontorer: tuple[str, ...]
    sporsmal: tuple[str, ...]
    ord: Mapping[Rute, str]

    def besvart(self, rute: Rute) -> bool:
        """Whether anything is answered there."""
        return bool(self.ord[rute].strip())

    def ruter(self, sporsmal: str | None = None) -> Iterator[Rute]:
        """Every cell, or those of one question, office by office."""
        valgte = self.sporsmal if sporsmal is None else (sporsmal,)
        return (Rute(kontor, ett) for kontor in self.kontorer for ett in valgte)

    def i_rekkefolge(self, kontorer: Sequence[str]) -> Svarsett:
        """The same answers with the offices in another order, for example as on the map.

        Raises:
            Brukerfeil: when the order names other offices than those that were asked.

        """
        ukjente, glemte = set(kontorer) - set(self.kontorer), set(self.kontorer) - set(kontorer)
        if ukjente or glemte or len(kontorer) != len(self.kontorer):
            avvik = ", ".join(sorted(ukjente | glemte)) or "et kontor nevnt to ganger"
            raise Brukerfeil(
                f"Rekkefølgen på kontorene stemmer ikke med svarene: {avvik}. Nevn hvert kontor én gang, skrevet som i svarfila."
            )
        return Svarsett(tuple(kontorer), self.sporsmal, self.ord)

    @property
    def avtrykk(self) -> str:
        """SHA-256 over every word, whatever the order of the offices."""
        rader = sorted([*rute, ord_] for rute, ord_ in self.ord.items())
        return hashlib.sha256(json.dumps(rader, ensure_ascii=False).encode()).hexdigest()


def les_svar(innhold: bytes, navn: str) -> Svarsett:
    """The answers in a CSV file: an office on each line, a question in each column after the first.

    Raises:
        Brukerfeil: saying where and what, when the file cannot be read as answers.

    """
    fil = les(innhold, navn)
    if len(fil.hode) < 2 or not fil.rader:
        raise Brukerfeil(
            f"{navn} har ingen svar. Første kolonne skal være kontoret, de neste ett spørsmål hver, og hvert kontor sin linje."
        )
    kontorer = tuple(_kontor(rad, navn) for rad in fil.rader)
    _krev_ulike(kontorer, fil.rader, navn)
    sporsmal = fil.hode[1:]
    ord_ = {
        Rute(kontor, ett): celle
        for kontor, rad in zip(kontorer, fil.rader, strict=True)
        for ett, celle in zip(sporsmal, rad.celler[1:], strict=True)
    }
    return Svarsett(kontorer, sporsmal, ord_)


def _kontor(rad: Rad, navn: str) -> str:
    kontor = " ".join(rad.celler[0].split())
    if not kontor:
        raise Brukerfeil(f"{navn}, linje {rad.linje}: linja har svar, men ikke navn på kontoret i første kolonne.")
    return kontor


def _krev_ulike(kontorer: Sequence[str], rader: Sequence[Rad], navn: str) -> None:
    forst: dict[str, int] = {}
    for kontor, rad in zip(kontorer, rader, strict=True):
        if (linje := forst.setdefault(nokkel(kontor), rad.linje)) != rad.linje:
            raise Brukerfeil(f"{navn}: {kontor} står både på linje {linje} og {rad.linje}. Behold ett svar fra hvert kontor.")
