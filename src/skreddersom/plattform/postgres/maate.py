"""As whom the server runs. PostgreSQL refuses to run as root, and its data folder must belong to the one who runs it.

A way is a prefix to the command, so that choosing is trying: the first way in which ``initdb`` finds itself, its files and a user
name it accepts, and in which the folder can be reached. Nothing that exists changes owner or permissions.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres.forklaringer import ANNEN_EIER, INGEN_MAATE
from skreddersom.plattform.postgres.omgivelser import RENE_OMGIVELSER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from skreddersom.plattform.postgres.binarer import Binarer
    from skreddersom.plattform.postgres.mappe import Databasemappe

INGEN = "nobody"

# One capability that the server may keep, the lesser first: to pass through folders closed to others, and to run programs closed to them.
# Without the security bit the kernel's access(2), which PostgreSQL asks about its own programs, would not count it.
RETTER = {"gjennom lukkede mapper": "dac_read_search", "med lukkede programmer": "dac_override"}

FORSOK = 'cd "$1" && exec "$2" --show -D "$1/ingen"'


@dataclass(frozen=True, slots=True)
class Maate:
    """A way to run the server's programs. ``eier`` is the user and group that its files must belong to when not our own."""

    navn: str
    prefiks: tuple[str, ...] = ()
    eier: tuple[int, int] | None = None

    def kommando(self, *argv: str) -> list[str]:
        """The command ``argv``, run in this way."""
        return [*self.prefiks, *argv]

    def gi(self, sti: Path) -> None:
        """Let the server own ``sti``, which we have just made."""
        if self.eier is not None:
            os.chown(sti, *self.eier)


SOM_SEG_SELV = Maate("som seg selv")


def i_navnerom(bruker: pwd.struct_passwd) -> Maate:
    """In a user namespace where we are seen as ``bruker``. Outside it the files are our own."""
    return Maate("i et brukernavnerom", ("unshare", "--user", f"--map-user={bruker.pw_uid}", f"--map-group={bruker.pw_gid}", "--"))


def som_annen(bruker: int, gruppe: int) -> Iterator[Maate]:
    """As another user: first with no rights but that user's, then with one more. For root only."""
    bytte = ("setpriv", f"--reuid={bruker}", f"--regid={gruppe}", "--clear-groups")
    yield Maate("som en annen bruker", (*bytte, "--"), (bruker, gruppe))
    for hva, rett in RETTER.items():
        med_rett = (f"--inh-caps=+{rett}", f"--ambient-caps=+{rett}", "--securebits=+no_setuid_fixup")
        yield Maate(f"som en annen bruker, {hva}", (*bytte, *med_rett, "--"), (bruker, gruppe))


def velg(mappe: Databasemappe, binarer: Binarer) -> Maate:
    """The first way that works for this folder and these programs. Raises ``Brukerfeil`` when none does."""
    eier, svar = _eier(mappe.data), "ingen måte å prøve"
    for maate in mulige(os.geteuid(), eier):
        forsok = prov(maate, binarer, mappe.rot)
        if forsok is None:
            return maate
        svar = forsok
    if eier is not None and os.geteuid() not in (0, eier[0]):
        raise Brukerfeil(ANNEN_EIER.format(data=mappe.data, eier=eier[0]))
    raise Brukerfeil(INGEN_MAATE.format(grunn=svar.rstrip(".")))


def mulige(meg: int, eier: tuple[int, int] | None) -> Iterator[Maate]:
    """The ways the user ``meg`` has to run on data that belong to ``eier`` (None when there are none yet), in the order to try them.

    Data that exist decide: the server runs as their owner, whoever starts it.
    """
    if eier is None or eier[0] == meg:
        yield SOM_SEG_SELV
        yield from (i_navnerom(ingen) for ingen in _ingen())
    if meg == 0 and eier is None:
        yield from (maate for ingen in _ingen() for maate in som_annen(ingen.pw_uid, ingen.pw_gid))
    if meg == 0 and eier is not None and eier[0] != 0:
        yield from som_annen(*eier)


def prov(maate: Maate, binarer: Binarer, mappe: Path) -> str | None:
    """None if the way works, else the last thing that was said."""
    try:
        return _prov(maate.kommando("sh", "-c", FORSOK, "sh", str(mappe), binarer.initdb))
    except OSError as feil:
        return f"{maate.prefiks[0]}: {feil.strerror}"


def _prov(kommando: Sequence[str]) -> str | None:
    svar = subprocess.run(kommando, capture_output=True, text=True, errors="replace", check=False, env=RENE_OMGIVELSER, timeout=30)
    return None if svar.returncode == 0 else (svar.stderr.strip().splitlines() or ["uten å si hvorfor"])[0]


def _eier(data: Path) -> tuple[int, int] | None:
    try:
        staar = data.stat()
    except FileNotFoundError:
        return None
    return staar.st_uid, staar.st_gid


def _ingen() -> Iterator[pwd.struct_passwd]:
    """The user that is nobody; not every container has one."""
    try:
        yield pwd.getpwnam(INGEN)
    except KeyError:
        return
