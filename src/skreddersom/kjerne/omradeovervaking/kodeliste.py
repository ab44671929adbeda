"""The code list: what an answer is called when it is counted, and which words suggest which code. Versioned data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.svar import nokkel
from skreddersom.kjerne.omradeovervaking.tomlfil import Felt, les_toml
from skreddersom.kjerne.tekst import Tekst, lik

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Kode:
    """A code: its name, the words that suggest it, and the question it belongs to (None: any)."""

    kode: str
    navn: Tekst
    synonym: tuple[str, ...] = ()
    sporsmal: str | None = None


@dataclass(frozen=True, slots=True)
class Kodeliste:
    """Codes under a version. What a question says of itself goes before what holds for any question."""

    versjon: str
    koder: tuple[Kode, ...]

    def foresla(self, sporsmal: str, ord_: str) -> str | None:
        """The code that the words suggest, None when the list does not know them."""
        sokt = nokkel(ord_)
        treff = [kode for kode in self._for(sporsmal) if sokt in map(nokkel, kode.synonym)]
        return treff[0].kode if treff else None

    def navn(self, sporsmal: str, kode: str) -> Tekst:
        """The name of the code for the question; a code that is not in the list is called what it is written as."""
        return next((ett.navn for ett in self._for(sporsmal) if ett.kode == kode), lik(kode.replace("_", " ")))

    def kjenner(self, sporsmal: str, kode: str) -> bool:
        """Whether the code is in the list for the question."""
        return kode in self.koder_for(sporsmal)

    def koder_for(self, sporsmal: str) -> set[str]:
        """Every code one may choose for the question."""
        return {kode.kode for kode in self._for(sporsmal)}

    def med(self, versjon: str, egne: Iterable[Kode]) -> Kodeliste:
        """The list with a report's own codes in front, under both versions.

        Raises:
            Brukerfeil: when a code stands twice for a question, or a word suggests two.

        """
        utvidet = Kodeliste(f"{self.versjon}+{versjon}", (*egne, *self.koder))
        for sporsmal in {kode.sporsmal for kode in utvidet.koder}:
            _krev_entydig([kode for kode in utvidet.koder if kode.sporsmal == sporsmal])
        return utvidet

    def _for(self, sporsmal: str) -> list[Kode]:
        egne = [kode for kode in self.koder if kode.sporsmal == sporsmal]
        return egne + [kode for kode in self.koder if kode.sporsmal is None]


def _krev_entydig(koder: Iterable[Kode]) -> None:
    sett: set[str] = set()
    brukt: dict[str, str] = {}
    for kode in koder:
        if kode.kode in sett:
            raise Brukerfeil(f"Koden «{kode.kode}» står to ganger i kodelista. Slå dem sammen, eller gi den ene et annet navn.")
        sett.add(kode.kode)
        for ord_ in map(nokkel, kode.synonym):
            if (annen := brukt.setdefault(ord_, kode.kode)) != kode.kode:
                raise Brukerfeil(f"Ordene «{ord_}» foreslår både «{annen}» og «{kode.kode}». La dem stå ved én av kodene.")


def les_kode(felt: Felt) -> Kode:
    """One ``[[kode]]`` of a code list or a definition."""
    return Kode(felt.ord("kode"), felt.tekst("navn"), felt.ordliste("synonym"), felt.valgfritt_ord("sporsmal"))


@cache
def felles_kodeliste() -> Kodeliste:
    """The list that is always there, from ``kodeliste.toml``."""
    innhold = (files("skreddersom.kjerne.omradeovervaking") / "kodeliste.toml").read_bytes()
    with les_toml(innhold, "kodeliste.toml") as felt:
        return Kodeliste(felt.ord("versjon"), tuple(felt.hver("kode", les_kode)))
