"""Test files that are made once and kept in the system's temporary folder until the parameters or the generator change."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.benk.prosess import KILDE, barn, kjor
from skreddersom.inngang.miljo import eier_mappen
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable

AAR: Final = 2026
LAGES_AV: Final = ("demo/syntetisk/*.py", "kjerne/kostra/data/*.csv", "kjerne/kostra/skriv.py")
"""The sources that decide what the files look like."""


def lager() -> Path:
    """The folder of the test files, for this user alone. Raises ``Brukerfeil`` if someone else has taken the name."""
    bruker: int = getattr(os, "geteuid", lambda: 0)()
    mappe = Path(tempfile.gettempdir()) / f"skreddersom-benk-{bruker}"
    mappe.mkdir(mode=0o700, exist_ok=True)
    if mappe.is_symlink() or not eier_mappen(mappe):
        raise Brukerfeil(f"«{mappe}» tilhører noen andre. Sett TMPDIR til en mappe som er din, og prøv igjen.")
    return mappe


def hent(skjema: str, poster: int, meld: Callable[[str], None]) -> Path:
    """A file of ``poster`` records of 11F or 11CF for ``AAR``; made if it is not there, and then older ones go. Raises ``Brukerfeil``."""
    sted, navn = lager(), f"{skjema}-{AAR}-{poster}"
    sti = sted / f"{navn}-{_avtrykk()}.dat"
    if not sti.exists():
        meld(f"Lager en testfil med {poster} recorder i {skjema}")
        for gammel in sted.glob(f"{navn}-*.dat"):
            gammel.unlink()
        kjor(barn("testfil", {"skjema": skjema, "poster": poster, "aar": AAR, "sti": str(sti)}))
    return sti


def _avtrykk() -> str:
    """A fingerprint of the generator: another one gives other files."""
    kilder = sorted(fil for monster in LAGES_AV for fil in (KILDE / "skreddersom").glob(monster))
    return hashlib.sha256(b"".join(fil.read_bytes() for fil in kilder)).hexdigest()[:12]
