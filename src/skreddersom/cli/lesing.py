"""Reading several files with progress: each is named while it is read, and one that fails does not stop the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from skreddersom.cli.ordlyd import synlig, vist
from skreddersom.cli.strom import si
from skreddersom.cli.utfil import ulike
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.fil import visning
from skreddersom.kjerne.kostra.les import IngenAaRapportere, Kostrafil, les

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from skreddersom.kjerne.kostra.oppsett import Skjema


@dataclass(frozen=True, slots=True)
class Lest:
    """One file of the call: what it was, or the sentence that says why it could not be read."""

    fil: str
    skjema: Skjema
    aar: int | None = None
    poster: int = 0
    feil: str | None = None


class Innlesing:
    """Reads files, one step of a progress bar each. The bar is shown on a terminal only, and leaves nothing behind."""

    def __init__(self, steg: int) -> None:
        self.filer: list[Lest] = []
        konsoll = Console(stderr=True)
        kolonner = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
        self._fremdrift = Progress(*kolonner, console=konsoll, transient=True, disable=not konsoll.is_terminal)
        self._oppgave = self._fremdrift.add_task("", total=steg)

    def __enter__(self) -> Self:
        self._fremdrift.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._fremdrift.stop()

    @property
    def feilet(self) -> bool:
        """Whether some file could not be read."""
        return any(lest.feil for lest in self.filer)

    def steg(self, hva: str) -> None:
        """Say what is being done now; the step before is finished."""
        self._fremdrift.update(self._oppgave, description=hva, advance=0 if not self.filer else 1, refresh=True)

    def les_alle(self, stier: Sequence[Path], skjema: Skjema, aar: int | None = None) -> list[Kostrafil]:
        """The files that could be read, in order, as ``aar`` when it is given; the others are told of on stderr."""
        lest = [self._les(sti, skjema, aar) for sti in ulike(stier)]
        return [fil for fil in lest if fil is not None]

    def _les(self, sti: Path, skjema: Skjema, aar: int | None) -> Kostrafil | None:
        self.steg(f"Leser {synlig(sti.name)}")
        try:
            fil = les(sti, skjema, aar)
        except IngenAaRapportere:
            self.filer.append(Lest(visning(sti), skjema))
            if skjema == "11F":  # an office without participants is common, one without recipients is news
                si(f"{vist(sti)}: ingen å rapportere.")
            return None
        except Brukerfeil as feil:
            self.filer.append(Lest(visning(sti), skjema, feil=str(feil)))
            si(f"Feil: {feil}")
            return None
        self.filer.append(Lest(visning(sti), skjema, fil.oppsett.aar, fil.antall))
        return fil
