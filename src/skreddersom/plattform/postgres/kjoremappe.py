"""The short-lived folder with the sockets of one running server. Standard library only, for the watcher.

It is named in a file that a crash or a full disk can leave empty or cut short, so nothing is removed on the strength of that file: only
sockets with our names are unlinked, and PostgreSQL's lock beside its own; a folder with anything else in it is left.
"""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from pathlib import Path

FORSTAVELSE = "skreddersom-"
NAVN = re.compile(FORSTAVELSE + r"[a-z0-9_]{8}")  # as mkdtemp makes them
PORT = 5432  # only a part of the socket's name: nothing listens on the network
VOKTERSOKKEL, SOKKEL = "vokter", f".s.PGSQL.{PORT}"
SOKKELLAAS = f"{SOKKEL}.lock"


def les(merke: Path, eier: int) -> Path | None:
    """The folder that the file ``merke`` names, if it is one of ours: absolute, a real folder named and closed as ours, of ``eier``."""
    try:
        mappe = Path(merke.read_text(encoding="utf-8"))
        staar = mappe.lstat()
    except (OSError, ValueError):
        return None
    lukket = stat.S_ISDIR(staar.st_mode) and stat.S_IMODE(staar.st_mode) == 0o700
    return mappe if mappe.is_absolute() and NAVN.fullmatch(mappe.name) and lukket and staar.st_uid == eier else None


def skriv(merke: Path, mappe: Path) -> None:
    """Write the whole name or nothing."""
    ny = merke.with_name(f"{merke.name}.ny")
    ny.unlink(missing_ok=True)
    ny.write_text(str(mappe), encoding="utf-8")
    ny.replace(merke)


def fjern(mappe: Path) -> None:
    """Remove our own sockets from ``mappe``, and the folder if that leaves it empty. Never anything else, never recursively."""
    for navn, slag in ((VOKTERSOKKEL, stat.S_ISSOCK), (SOKKEL, stat.S_ISSOCK), (SOKKELLAAS, stat.S_ISREG)):
        with suppress(OSError):
            if slag((mappe / navn).lstat().st_mode):
                (mappe / navn).unlink()
    with suppress(OSError):
        mappe.rmdir()
