"""The environment: a folder made from lock files, with a receipt of what stands in it.

The receipt is written last and removed first, so a folder without a receipt is half-made and is made anew.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from skreddersom.inngang.installasjon import installer
from skreddersom.inngang.steg import si
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FULLT = {errno.ENOSPC, errno.EDQUOT}
RYDD = "Rydd plass til omtrent 1 GB og prøv igjen."
ANNET_STED = "Sett XDG_CACHE_HOME til en mappe du kan skrive i, og prøv igjen."


class Byggbar(Protocol):
    """A folder that is either ready or can be made."""

    @property
    def mappe(self) -> Path:
        """Where it stands."""

    def er_klart(self) -> bool:
        """Whether everything in it is as it should be now."""

    def bygg(self) -> None:
        """Make it so. Raises ``Brukerfeil``."""


B = TypeVar("B", bound=Byggbar)


@dataclass(frozen=True, slots=True)
class Miljo:
    """One environment: the folder it stands in and the lock files it is made from."""

    mappe: Path
    laaser: tuple[Path, ...]

    @property
    def python(self) -> Path:
        """The Python inside, there or not."""
        return self.mappe / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def kvittering(self) -> Path:
        """The file that tells which Python and which locks the environment was made of."""
        return self.mappe / "kvittering.json"

    def er_klart(self) -> bool:
        """True if every lock is installed as it reads now, and the Python it was made with still stands."""
        innhold = self._innhold()
        return all(innhold.get(laas.name) == avtrykk(laas) for laas in self.laaser)

    def bygg(self) -> None:
        """Install what is missing; start afresh if the folder is half-made or a lock has changed. Raises ``Brukerfeil``."""
        innhold = self._innhold()
        mangler = {laas: avtrykk(laas) for laas in self.laaser if innhold.get(laas.name) != avtrykk(laas)}
        nytt = not innhold or any(laas.name in innhold for laas in mangler)
        if nytt:
            innhold, mangler = {}, {laas: avtrykk(laas) for laas in self.laaser}
        self.kvittering.unlink(missing_ok=True)
        installer(self.mappe, self.python, tuple(mangler), nytt=nytt)
        self._kvitter(innhold | {laas.name: sum_ for laas, sum_ in mangler.items()})

    def _innhold(self) -> dict[str, str]:
        """Lock name → fingerprint of what stands here; empty if the folder is half-made or its base Python is gone or replaced."""
        try:
            kvittering = json.loads(self.kvittering.read_bytes())
            if not self.python.exists() or kvittering["python"] != os.path.realpath(self.python):
                return {}
            return dict(kvittering["laaser"])
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def _kvitter(self, laaser: dict[str, str]) -> None:
        ny = self.kvittering.with_suffix(".ny")
        ny.write_text(json.dumps({"python": os.path.realpath(self.python), "laaser": laaser}, indent=1))
        ny.replace(self.kvittering)


def klargjor(rot: Path, laaser: Sequence[str], navn: str = ".venv") -> Path:
    """Return the Python of an environment made from ``laaser`` in the checkout ``rot``, making the environment first if need be.

    A ready one is used whoever made it. A new one is made in the checkout if that is ours to write in, else in the user's cache.
    Raises ``Brukerfeil`` if it cannot be made.
    """
    stier = tuple(rot / laas for laas in laaser)
    return finn_eller_bygg(rot, lambda sted: Miljo(sted / navn, stier)).python


def finn_eller_bygg(rot: Path, i_mappa: Callable[[Path], B]) -> B:
    """The folder ``i_mappa(sted)`` that is ready, in the checkout ``rot`` or in the user's cache; made if neither is.

    Raises ``Brukerfeil`` if it cannot be made.
    """
    i_rot, i_lager = i_mappa(rot), i_mappa(_lager(rot))
    for ett in (i_rot, i_lager):
        if ett.er_klart():
            return ett
    valgt = i_rot if _er_vaar(rot, i_rot.mappe) else i_lager
    _bygg_alene(valgt)
    return valgt


def eier_mappen(mappe: Path) -> bool:
    """True if the user owns ``mappe``. (On Windows, where the owner is not told, always true.)"""
    bruker: int = getattr(os, "geteuid", lambda: 0)()
    return mappe.lstat().st_uid == bruker


def _er_vaar(rot: Path, mappe: Path) -> bool:
    if not (os.access(rot, os.W_OK | os.X_OK) and eier_mappen(rot)):
        return False
    return not os.path.lexists(mappe) or eier_mappen(mappe)


def _lager(rot: Path) -> Path:
    """The user's own folder for environments of the checkout ``rot``."""
    oppgitt = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    lager = Path(oppgitt) if Path(oppgitt).is_absolute() else Path("~/.cache").expanduser()
    return lager / "skreddersom" / hashlib.sha256(os.fsencode(rot)).hexdigest()[:16]


def avtrykk(laas: Path) -> str:
    """The fingerprint of a lock file. Raises ``Brukerfeil`` if it is not there."""
    try:
        return hashlib.sha256(laas.read_bytes()).hexdigest()
    except FileNotFoundError:
        raise Brukerfeil(f"finner ikke «{laas}». Hent Skreddersøm på nytt; låsefila skal ligge sammen med skreddersom.py.") from None


def _bygg_alene(miljo: Byggbar) -> None:
    try:
        miljo.mappe.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alene(miljo.mappe.parent):
            if not miljo.er_klart():
                miljo.bygg()
    except OSError as feil:
        kur = RYDD if feil.errno in FULLT else ANNET_STED
        raise Brukerfeil(f"fikk ikke laget miljøet i «{miljo.mappe}»: {grunn(feil)}. {kur}") from feil


@contextmanager
def _alene(mappe: Path) -> Iterator[None]:
    """One at a time in ``mappe``. The lock is on the folder itself and leaves no file behind.

    The installer's process inherits it: if we are killed, the next one waits until the orphan is done.
    """
    if sys.platform == "win32":  # folders cannot be locked there; two first runs at once are the user's to avoid
        yield
        return
    import fcntl

    nummer = os.open(mappe, os.O_RDONLY)
    try:
        os.set_inheritable(nummer, True)  # noqa: FBT003 – the standard library takes it by position only
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            si("Venter på en annen Skreddersøm som setter inn pakkene …")
            fcntl.flock(nummer, fcntl.LOCK_EX)
        except OSError:
            si("Disken kan ikke låses; kjør bare én Skreddersøm til den er ferdig.")
        yield
    finally:
        os.close(nummer)
