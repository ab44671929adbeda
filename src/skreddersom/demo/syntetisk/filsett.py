"""The files of a run: written under a temporary name, renamed when all are whole, taken away again when something fails."""

from __future__ import annotations

import errno
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

UFERDIG: Final = ".uferdig"
"""Added to the name while the file is being written."""


class Filsett:
    """A context where ``apne`` gives files to write; they get their names when it ends well, and are gone if it does not.

    What the disk refuses becomes a ``Brukerfeil``.
    """

    def __init__(self, mappe: Path, navn: Sequence[str], *, overskriv: bool) -> None:
        """``navn`` are all the files to come; without ``overskriv`` none of them may be there already."""
        self._mappe = mappe
        self._navn = tuple(navn)
        self._overskriv = overskriv
        self._apne: dict[str, BinaryIO] = {}

    def __enter__(self) -> Filsett:
        try:
            self._mappe.mkdir(parents=True, exist_ok=True)
            self._krev_ledige_navn()
        except OSError as feil:
            raise _kan_ikke_skrive(self._mappe, feil) from feil
        return self

    def __exit__(self, type_: type[BaseException] | None, feil: BaseException | None, spor: TracebackType | None) -> None:
        """Close all, and rename when no error came; what was not renamed is removed."""
        if isinstance(feil, OSError):
            self._rydd()
            raise _kan_ikke_skrive(self._mappe, feil) from feil
        try:
            if type_ is None:
                self._gi_navn()
        except OSError as skrivefeil:
            raise _kan_ikke_skrive(self._mappe, skrivefeil) from skrivefeil
        finally:
            self._rydd()

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

    def _gi_navn(self) -> None:
        self.lukk(list(self._apne))
        for navn in self._apne:
            self._uferdig(navn).replace(self._mappe / navn)

    def _rydd(self) -> None:
        """Leave nothing half-done. A file that cannot even be closed, the disk being full, is still removed."""
        for navn, fil in self._apne.items():
            with suppress(OSError):
                fil.close()
            self._uferdig(navn).unlink(missing_ok=True)

    def _uferdig(self, navn: str) -> Path:
        return self._mappe / (navn + UFERDIG)

    def _krev_ledige_navn(self) -> None:
        finnes = [] if self._overskriv else [sti for sti in self.stier if sti.exists()]
        if finnes:
            flere = f" (og {len(finnes) - 1} til)" if len(finnes) > 1 else ""
            raise Brukerfeil(f"{finnes[0]} finnes fra før{flere}. Velg en annen mappe med --ut, eller skriv over med --overskriv.")


def _kan_ikke_skrive(mappe: Path, feil: OSError) -> Brukerfeil:
    match feil:
        case FileExistsError() | NotADirectoryError():
            grunn = "det er ikke en mappe"
        case PermissionError():
            grunn = "du har ikke skrivetilgang der"
        case OSError(errno=errno.ENOSPC):
            grunn = "disken er full"
        case _:
            grunn = f"systemfeil {feil.errno}"
    return Brukerfeil(f"Kan ikke skrive filene i {mappe}: {grunn}. Velg en annen mappe med --ut.")
