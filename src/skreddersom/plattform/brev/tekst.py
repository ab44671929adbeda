"""The words of a letter: a text file for each kind and målform, filled in with the letter's data.

The files (``tekster/nb``, ``tekster/nn``) are lists of sections; what stands in a section is one of these, in the order of the file::

    "Et avsnitt med {felt} og {h.tema}"        a paragraph; {h.x} is where the rule about x stands
    { tekst = "…" }                            the same, when it needs a condition
    { setninger = [{ tekst = "…" }] }          sentences of one paragraph, each with its condition
    { fri = "felt" }                           what somebody has written, in as many paragraphs as it has
    { punkter = ["…", "…"] }                   a list; { liste = "felt" } one with the rows of the data
    { rader = [{ navn = "…", verdi = "…" }] }  facts with names
    { hver = "vilkar", navn = "{id}", … }      a block for each row of the data
    { stor = "{deltaker}" }                    large
    { skriv = "Navn", linjer = 1 }             something to be filled in by hand, on so many lines, or { …, kryss = ["ja", "nei"] }
    { bruk = "klage" }                         (as a section) the sections of that name in felles.toml

Conditions, on anything: ``om`` (is filled in), ``uten`` (is not), ``er`` and ``ikke`` (has this value). A value is put in once and never
read again, so nobody can write a field into a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.lov.brevkrav import er_tom, hjemmel, verdier
from skreddersom.plattform.brev.felt import felt_i
from skreddersom.plattform.brev.malfil import maltekst, valg
from skreddersom.plattform.brev.ordlyd import FAST, belop, dato_i_ord, tall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from skreddersom.kjerne.lov.brevkrav import Brevslag, Malform

FELT: Final = re.compile(r"\{([\w.]+)\}")
PARAGRAF: Final = re.compile(r"§ \d+(?: [a-z]\b)?")
"""What is never broken over two lines: «§ 11 a»."""
AVSNITT: Final = re.compile(r"\n\s*\n")
Blokk = dict[str, Any]
"""A piece of the letter: ``slag`` says which, and so which other keys it has. As ``brev.typ`` reads it."""


@dataclass(frozen=True)
class Brevtekst:
    """A letter being worded. ``rot`` is where in the data a row under «hver» stands."""

    slag: Brevslag
    malform: Malform
    data: Mapping[str, Any]
    dag: date
    rot: str = ""

    @property
    def ord(self) -> Mapping[str, str]:
        """The few words that all letters share."""
        ord_: Mapping[str, str] = self._felles["ord"]
        return ord_

    @property
    def tittel(self) -> str:
        """The title: the first one whose condition holds."""
        tittel = maltekst(self.malform, self.slag)["tittel"]
        if isinstance(tittel, str):
            return self.fyll(tittel)
        return next(self.fyll(ett["tekst"]) for ett in tittel if self._gjelder(ett))

    def deler(self) -> Iterator[tuple[str, list[Blokk]]]:
        """The sections that are in this letter: id and blocks, heading first."""
        for del_ in maltekst(self.malform, self.slag)["del"]:
            for ett in self._felles[del_["bruk"]] if "bruk" in del_ else [del_]:
                if self._gjelder(ett):
                    yield ett["id"], list(self._del(ett))

    def fyll(self, tekst: str) -> str:
        """``tekst`` with the fields put in; a field that is empty stands as a mark that nobody can overlook."""
        return FELT.sub(lambda treff: self._ett(treff[1]), tekst)

    def rolle(self, rolle: str) -> str:
        """A role of those who stand behind the letter, in words."""
        return valg(self.malform, "rolle")[rolle] if rolle else ""

    @property
    def _felles(self) -> dict[str, Any]:
        return maltekst(self.malform, "felles")

    @property
    def _hull(self) -> str:
        return f"[{self.ord['mangler']}]"

    def _gjelder(self, ett: Mapping[str, Any]) -> bool:
        """Whether the conditions of a section or a piece of it hold."""
        om = "om" not in ett or self._sann(ett["om"])
        uten = "uten" not in ett or not self._sann(ett["uten"])
        er = "er" not in ett or self._har(*ett["er"])
        return om and uten and er and ("ikke" not in ett or not self._har(*ett["ikke"]))

    def _sann(self, sti: str) -> bool:
        return any(bool(verdi) and not er_tom(verdi) for verdi in verdier(self.data, sti))

    def _har(self, sti: str, verdi: str) -> bool:
        return verdi in verdier(self.data, sti)

    def _ett(self, sti: str) -> str:
        if sti.startswith("h."):
            return self._hjemmel(sti.removeprefix("h."))
        return ", ".join(self._viste(sti)) or self._hull

    def _viste(self, sti: str) -> list[str]:
        """The values at ``sti`` as they are written in a letter; none for what is empty."""
        slag = felt_i(self.slag)
        sti = sti if self.rot + sti in slag else f"{sti}[]"
        form = slag[self.rot + sti]
        return [self._skrevet(form, verdi) for verdi in verdier(self.data, sti) if not er_tom(verdi)]

    def _skrevet(self, form: str, verdi: Any) -> str:  # noqa: ANN401 - checked by sjekk
        form, _, tabell = form.partition(":")
        match form:
            case "dato":
                return dato_i_ord(verdi)
            case "kroner":
                return belop(verdi)
            case "tall":
                return tall(verdi)
            case "valg":
                return valg(self.malform, tabell)[verdi]
            case _:
                return str(verdi).strip()

    def _hjemmel(self, tema: str) -> str:
        """Where a rule stands, with the act named in the letter's målform."""
        regel = hjemmel(tema, self.dag)
        navn: str = self._felles["kilder"].get(regel.kilde.navn, regel.kilde.navn)
        return PARAGRAF.sub(lambda treff: treff[0].replace(" ", FAST), str(regel).replace(regel.kilde.navn, navn))

    def _del(self, del_: Mapping[str, Any]) -> Iterator[Blokk]:
        if "overskrift" in del_:
            yield {"slag": "overskrift", "tekst": self.fyll(del_["overskrift"])}
        for ett in del_["innhold"]:
            mal = {"tekst": ett} if isinstance(ett, str) else ett
            if self._gjelder(mal):
                yield from self._blokker(mal)

    def _blokker(self, mal: Mapping[str, Any]) -> Iterator[Blokk]:
        """What one piece of a section becomes."""
        if "hver" in mal:
            yield from self._hver(mal)
        elif "fri" in mal:
            yield from ({"slag": "avsnitt", "tekst": avsnitt} for avsnitt in self._fritt(mal["fri"]))
        elif "liste" in mal:
            yield {"slag": "punkter", "punkter": self._viste(mal["liste"]) or [self._hull]}
        elif "punkter" in mal:
            yield {"slag": "punkter", "punkter": [self.fyll(ett) for ett in mal["punkter"]]}
        elif "rader" in mal:
            yield {"slag": "rader", "rader": [[self.fyll(r["navn"]), self.fyll(r["verdi"])] for r in mal["rader"] if self._gjelder(r)]}
        elif "setninger" in mal:
            yield {"slag": "avsnitt", "tekst": " ".join(self.fyll(ett["tekst"]) for ett in mal["setninger"] if self._gjelder(ett))}
        elif "skriv" in mal:
            yield {"slag": "skriv", "navn": mal["skriv"], "linjer": mal.get("linjer", 0), "kryss": mal.get("kryss", [])}
        elif "stor" in mal:
            yield {"slag": "stor", "tekst": self.fyll(mal["stor"])}
        else:
            yield {"slag": "avsnitt", "tekst": self.fyll(mal["tekst"])}

    def _hver(self, mal: Mapping[str, Any]) -> Iterator[Blokk]:
        """A block for each row: its name, a mark, what is known, and the reason."""
        for rad in list(verdier(self.data, f"{mal['hver']}[]")) or [{}]:
            her = replace(self, data=rad, rot=f"{mal['hver']}[].")
            foran = her._fritt(mal["foran"]) if "foran" in mal and her._sann(mal["foran"]) else []  # noqa: SLF001 - itself
            avsnitt = [*foran, *her._fritt(mal["fri"])]  # noqa: SLF001
            yield {"slag": "vurdering", "navn": her.fyll(mal["navn"]), "merke": her.fyll(mal.get("merke", "")), "avsnitt": avsnitt}

    def _fritt(self, sti: str) -> list[str]:
        """What somebody has written, paragraph by paragraph; the line breaks inside one are kept."""
        return [avsnitt.strip() for tekst in self._viste(sti) for avsnitt in AVSNITT.split(tekst)] or [self._hull]
