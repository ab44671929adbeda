"""Records written by hand, position by position, so that the writing under test is not what prepares the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.kostra.oppsett import oppsett

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.kjerne.kostra.oppsett import Skjema

# Published by Statistics Norway for testing (the second has month + 80, as made-up persons have).
KARI = "05011399292"
OLA = "01840699478"


def record(skjema: Skjema = "11F", aar: int = 2026, **tegn: str) -> str:
    """A record of blanks with the year and ``tegn``, each put down as it stands from the left of its field."""
    layout = oppsett(skjema, aar)
    linje = [" "] * layout.lengde
    for navn, verdi in {"VERSION": f"{aar % 100:02}", **tegn}.items():
        felt = layout[navn]
        assert len(verdi) <= felt.lengde, f"{navn} har ikke plass til «{verdi}»"
        linje[felt.fra - 1 : felt.fra - 1 + len(verdi)] = verdi
    return "".join(linje)


def lagre(mappe: Path, *linjer: str, slutt: str = "\n", tegnsett: str = "utf-8") -> Path:
    """A file with ``linjer``, each with its line end."""
    sti = mappe / "uttrekk.dat"
    sti.write_bytes("".join(linje + slutt for linje in linjer).encode(tegnsett))
    return sti
