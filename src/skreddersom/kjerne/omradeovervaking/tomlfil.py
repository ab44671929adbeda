"""Data that a person writes in TOML, read key by key: what is missing, misspelt or of another kind is said with its place."""

from __future__ import annotations

import re
import tomllib
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.skjemafil import STYRETEGN, krev_uten_styretegn
from skreddersom.kjerne.tekst import MAALFORMER, Tekst, lik

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


class Felt:
    """One table of the file. Every key is asked for once; ``krev_brukt`` refuses those that nobody asked for."""

    def __init__(self, tabell: dict[str, object], hvor: str) -> None:
        self._tabell, self.hvor, self._brukt = tabell, hvor, set[str]()

    def _hent(self, navn: str) -> object:
        self._brukt.add(navn)
        return self._tabell.get(navn)

    def _feil(self, navn: str, hva: str) -> Brukerfeil:
        return Brukerfeil(f"{self.hvor}: «{navn}» {hva}")

    def valgfritt_ord(self, navn: str) -> str | None:
        """A string, or None when the key is not there."""
        verdi = self._hent(navn)
        if verdi is None or _er_ord(verdi):
            return verdi
        raise self._feil(navn, "skal være tekst i anførselstegn, og ikke tom.")

    def ord(self, navn: str) -> str:
        """A string that must be there."""
        verdi = self.valgfritt_ord(navn)
        if verdi is None:
            raise self._feil(navn, "mangler.")
        return verdi

    def valgfritt_tall(self, navn: str) -> int | None:
        """A whole number above zero, or None when the key is not there."""
        verdi = self._hent(navn)
        if verdi is None or (type(verdi) is int and verdi > 0):
            return verdi
        raise self._feil(navn, "skal være et helt tall over null.")

    def ordliste(self, navn: str) -> tuple[str, ...]:
        """A list of strings; empty when the key is not there."""
        verdi = self._hent(navn)
        if verdi is None:
            return ()
        if isinstance(verdi, list) and all(isinstance(ett, str) for ett in verdi):
            return tuple(verdi)
        raise self._feil(navn, 'skal være en liste med tekster: ["…", "…"].')

    def valgfri_tekst(self, navn: str) -> Tekst | None:
        """Words in both norms: ``{ nb = "…", nn = "…" }``, or one string when they are the same."""
        verdi = self._hent(navn)
        if verdi is None:
            return None
        if _er_ord(verdi):
            return lik(verdi)
        if isinstance(verdi, dict) and set(verdi) == set(MAALFORMER) and all(map(_er_ord, verdi.values())):
            return Tekst(verdi["nb"], verdi["nn"])
        raise self._feil(navn, 'skal ha begge målformer: { nb = "…", nn = "…" }, eller én tekst når de er like.')

    def tekst(self, navn: str) -> Tekst:
        """Words in both norms that must be there."""
        verdi = self.valgfri_tekst(navn)
        if verdi is None:
            raise self._feil(navn, "mangler.")
        return verdi

    def valgfri_dato(self, navn: str) -> date | None:
        """A day without clock time."""
        verdi = self._hent(navn)
        if verdi is None or type(verdi) is date:
            return verdi
        raise self._feil(navn, "skal være en dato uten anførselstegn: 2026-12-31.")

    def hver(self, navn: str, les: Callable[[Felt], T]) -> list[T]:
        """Each table of ``[[navn]]``, read by ``les``; keys that it did not ask for are refused."""
        verdi = self._hent(navn)
        if verdi is None:
            return []
        if not isinstance(verdi, list) or not all(isinstance(ett, dict) for ett in verdi):
            raise self._feil(navn, f"skal skrives som [[{navn}]], én gang for hver.")
        return [self._ett(ett, f"{self.hvor}, {navn} {nr}", les) for nr, ett in enumerate(verdi, 1)]

    @staticmethod
    def _ett(tabell: dict[str, object], hvor: str, les: Callable[[Felt], T]) -> T:
        felt = Felt(tabell, hvor)
        lest = les(felt)
        felt.krev_brukt()
        return lest

    def krev_brukt(self) -> None:
        """Refuse keys nobody asked for: a misspelt key must not be silently without effect.

        Raises:
            Brukerfeil: naming the first of them.

        """
        if ubrukt := sorted(set(self._tabell) - self._brukt):
            raise self._feil(ubrukt[0], f"er ikke i bruk her. Det som kan stå, er {', '.join(sorted(self._brukt))}.")


def _er_ord(verdi: object) -> TypeGuard[str]:
    return isinstance(verdi, str) and bool(verdi.strip()) and not STYRETEGN.search(verdi)


@contextmanager
def les_toml(innhold: bytes, navn: str) -> Iterator[Felt]:
    """The file as one table, to be read inside ``with``; afterwards every key must have been asked for.

    Raises:
        Brukerfeil: when it is not TOML, or as ``Felt`` does.

    """
    try:
        felt = Felt(tomllib.loads(krev_uten_styretegn(innhold.decode("utf-8-sig"), navn)), navn)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as feil:
        sted = re.search(r"line (\d+)", str(feil))
        hvor = f"{navn}, linje {sted[1]}," if sted else navn
        raise Brukerfeil(f"{hvor} kan ikke leses som TOML. Rett stedet, og lagre fila som UTF-8.") from feil
    yield felt
    felt.krev_brukt()
