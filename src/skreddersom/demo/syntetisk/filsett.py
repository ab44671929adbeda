"""The files of a run: written under a temporary name, renamed when all are whole, taken away again when something fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

UFERDIG: Final = ".uferdig"
"""Added to the name while the file is being written."""


class Filsett:
    """A context where ``apne`` gives files to write; they get their names when it ends well, and are gone if it does not."""

    def __init__(self, mappe: Path, navn: Sequence[str], *, overskriv: bool) -> None:
        """``navn`` are all the files to come. Raises ``Brukerfeil`` when the folder cannot be used or a file is already there."""
        self._mappe = mappe
        self._navn = tuple(navn)
        self._apne: dict[str, BinaryIO] = {}
        if not overskriv:
            self._krev_ledige_navn()

    def __enter__(self) -> Filsett:
        try:
            self._mappe.mkdir(parents=True, exist_ok=True)
        except OSError as feil:
            raise _kan_ikke_skrive(self._mappe, feil) from feil
        return self

    def __exit__(self, type_: type[BaseException] | None, feil: BaseException | None, spor: TracebackType | None) -> None:
        """Close all; rename when no error came, else remove. A full or failing disk becomes a ``Brukerfeil``."""
        try:
            self._lukk()
            if type_ is None:
                self._gi_navn()
        finally:
            self._fjern_uferdige()
        if isinstance(feil, OSError):
            raise _kan_ikke_skrive(self._mappe, feil) from feil

    @property
    def stier(self) -> list[Path]:
        """Where the files are when the context has ended."""
        return [self._mappe / navn for navn in self._navn]

    def apne(self, navn: str) -> BinaryIO:
        """The file to write; the same for the same name."""
        if navn not in self._apne:
            self._apne[navn] = self._uferdig(navn).open("wb")
        return self._apne[navn]

    def lukk(self, navn: Sequence[str]) -> None:
        """No more comes in these files."""
        for fil in (self._apne[n] for n in navn):
            fil.close()

    def _lukk(self) -> None:
        self.lukk(list(self._apne))

    def _gi_navn(self) -> None:
        for navn in self._apne:
            self._uferdig(navn).replace(self._mappe / navn)

    def _fjern_uferdige(self) -> None:
        for navn in self._apne:
            self._uferdig(navn).unlink(missing_ok=True)

    def _uferdig(self, navn: str) -> Path:
        return self._mappe / (navn + UFERDIG)

    def _krev_ledige_navn(self) -> None:
        finnes = [navn for navn in self._navn if (self._mappe / navn).exists()]
        if finnes:
            flere = f" (og {len(finnes) - 1} til)" if len(finnes) > 1 else ""
            raise Brukerfeil(
                f"{self._mappe / finnes[0]} finnes fra før{flere}. Velg en annen mappe med --ut, eller skriv over med --overskriv."
            )


def _kan_ikke_skrive(mappe: Path, feil: OSError) -> Brukerfeil:
    return Brukerfeil(f"Kan ikke skrive i mappa {mappe}: {feil.strerror}. Velg en mappe du kan skrive i, med --ut.")
