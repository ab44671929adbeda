"""The folder a database lives in, and what stands where in it.

A folder is ours if it was empty when we took it into use: then, and only then, it bears our mark. In a folder without the mark nothing
is read, written, signalled or removed – whatever it holds, and however we were led there.
"""

from __future__ import annotations

import fcntl
import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import kjoremappe
from skreddersom.plattform.postgres.forklaringer import ER_LENKE, HOLDBAR, IKKE_FLYKTIG, IKKE_VAAR, INGEN_MAPPE, SKADET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VERSJONSFIL = "PG_VERSION"  # written by PostgreSQL itself: the major version that made the data

OM_MAPPEN = "Her ligger databasen til Skreddersøm. Uten denne filen tas mappen ikke i bruk og slettes ikke.\n"


@dataclass(frozen=True, slots=True)
class Databasemappe:
    """One database on disk. ``rot`` is absolute; make one with ``av``."""

    rot: Path

    @classmethod
    def av(cls, mappe: Path) -> Databasemappe:
        """The database in ``mappe``. Raises ``Brukerfeil`` for an empty name, which would be the folder one happens to stand in."""
        if mappe == Path():
            raise Brukerfeil(INGEN_MAPPE)
        return cls(mappe.resolve())

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder. It stands here only when it is complete."""
        return self.rot / "data"

    @property
    def halvferdig(self) -> Path:
        """Where PostgreSQL's folder is made before it gets its name, and whence it is removed; a left-over is worth nothing."""
        return self.rot / "data.ny"

    @property
    def passord(self) -> Path:
        """The password of the database's owner, readable by the user alone."""
        return self.rot / "passord"

    @property
    def logg(self) -> Path:
        """What the server and its watcher say in this run."""
        return self.rot / "tjener.log"

    @property
    def forrige_logg(self) -> Path:
        """What they said in the run before."""
        return self.rot / "tjener.forrige.log"

    @property
    def merke(self) -> Path:
        """A line of text: the short-lived folder with the sockets of the server that runs now."""
        return self.rot / "kjorer"

    @property
    def flyktig(self) -> Path:
        """Stands here when the data may be lost in a crash. It is their being there that counts, for this file and the next."""
        return self.rot / "flyktig"

    @property
    def eiermerke(self) -> Path:
        """Stands here when the folder is ours."""
        return self.rot / "skreddersom-database.txt"

    def er_vaar(self) -> bool:
        """True if the folder bears our mark."""
        return er_fil(self.eiermerke)

    def krev_vaar(self) -> None:
        """Raise ``Brukerfeil`` unless the folder is ours and its data really stand in it."""
        if not self.er_vaar():
            raise Brukerfeil(IKKE_VAAR.format(mappe=self.rot))
        if self.data.is_symlink():
            raise Brukerfeil(ER_LENKE.format(sti=self.data))

    def ta_i_bruk(self, *, flyktig: bool) -> None:
        """Make an empty folder ours. Call it only while holding the lock. Raises ``Brukerfeil`` if it has something else in it."""
        if not any(self.rot.iterdir()):
            self.eiermerke.write_text(OM_MAPPEN, encoding="utf-8")
        self.krev_vaar()
        if not self.data.exists():
            self.flyktig.touch() if flyktig else self.flyktig.unlink(missing_ok=True)
        self.krev_holdbarhet(flyktig=flyktig)

    def krev_holdbarhet(self, *, flyktig: bool) -> None:
        """Raise ``Brukerfeil`` when someone would risk data that must last, or trust data that may be gone."""
        if er_fil(self.flyktig) != flyktig:
            raise Brukerfeil((HOLDBAR if flyktig else IKKE_FLYKTIG).format(mappe=self.rot))

    def hovedversjon(self) -> int | None:
        """The major version of PostgreSQL that made the data; None when there are none. Raises ``Brukerfeil`` if it cannot be read."""
        if not self.data.exists():
            return None
        try:
            return int((self.data / VERSJONSFIL).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            raise Brukerfeil(SKADET.format(data=self.data)) from None

    def kjoremappe(self) -> Path | None:
        """The folder with the sockets of the server that runs now, or ran last. None if there is none we can trust."""
        if not self.er_vaar() or not self.data.exists():
            return None
        return kjoremappe.les(self.merke, self.data.stat().st_uid)

    def fjern_kjoremappe(self) -> None:
        """Remove what a run that was killed has left behind. Call it only while holding the lock."""
        if not self.er_vaar():
            return
        rest = self.kjoremappe()
        if rest is not None:
            kjoremappe.fjern(rest)
        self.merke.unlink(missing_ok=True)

    @contextmanager
    def laas(self) -> Iterator[int | None]:
        """Yield a file descriptor that means «alone with this folder», or None when another one is.

        The lock is on the folder itself and leaves no file behind. It lasts as long as any process has the descriptor open.
        """
        nummer = os.open(self.rot, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield nummer if _fikk_laas(nummer) else None
        finally:
            os.close(nummer)


def er_fil(sti: Path) -> bool:
    """True if ``sti`` itself is an ordinary file: not a link to one."""
    return _er(stat.S_ISREG, sti)


def er_mappe(sti: Path) -> bool:
    """True if ``sti`` itself is a folder: not a link to one."""
    return _er(stat.S_ISDIR, sti)


def _er(slag: Callable[[int], bool], sti: Path) -> bool:
    try:
        return slag(sti.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _fikk_laas(nummer: int) -> bool:
    try:
        fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
