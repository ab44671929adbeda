"""The application's side of a lease: taken from the watcher that is there, or from a new one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres.forklaringer import I_BRUK, STOPPET
from skreddersom.plattform.postgres.kjoremappe import VOKTERSOKKEL
from skreddersom.plattform.postgres.vokter import DODSFALL, VELKOMMEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from skreddersom.plattform.postgres.mappe import Databasemappe
    from skreddersom.plattform.postgres.vokter import Oppdrag

KILDE = Path(__file__).resolve().parents[3]
"""The folder the package is imported from."""

PAUSE = 0.03
SLUTT = 60.0  # seconds to wait for the server to stop; the watcher gives up before that


class Leie:
    """The right to a running server. It lasts until ``slutt``, or until the process that holds it is gone."""

    def __init__(self, kobling: socket.socket) -> None:
        self._kobling = kobling
        self.dodsfall = 0
        """How many times the server had given up by itself when ``gjelder`` was last asked."""

    def gjelder(self) -> bool:
        """True while the watcher lives."""
        self._kobling.settimeout(0)
        try:
            sagt = self._kobling.recv(512)
            self.dodsfall += sagt.count(DODSFALL)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return sagt != b""

    def slutt(self) -> None:
        """Give the lease back. Waits until the server has stopped, if this was the last one."""
        with suppress(OSError), self._kobling:
            self._kobling.settimeout(SLUTT)
            self._kobling.shutdown(socket.SHUT_WR)
            while self._kobling.recv(16):
                continue


def skaff(mappe: Databasemappe, lag_oppdrag: Callable[[int], Oppdrag], sekunder: float) -> Leie:
    """Take a lease on the server of ``mappe``, starting one if there is none.

    ``lag_oppdrag`` is called while we are alone with the folder, with the lock's file descriptor. Whoever comes second waits for the
    first, and shares its server. Raises ``Brukerfeil`` if the folder is taken and its watcher cannot be reached in ``sekunder``.
    """
    frist = time.monotonic() + sekunder
    while time.monotonic() < frist:
        leie = _koble(mappe)
        if leie is not None:
            return leie
        with mappe.laas() as laas:
            if laas is not None:
                return _start_vokter(mappe, lag_oppdrag(laas))
        time.sleep(PAUSE)
    raise Brukerfeil(I_BRUK.format(mappe=mappe.rot))


def _koble(mappe: Databasemappe) -> Leie | None:
    """A lease from the watcher that is there; None when there is none, or it is about to end."""
    kjoremappe = mappe.kjoremappe()
    if kjoremappe is None:
        return None
    kobling = socket.socket(socket.AF_UNIX)
    kobling.settimeout(2)
    try:
        kobling.connect(str(kjoremappe / VOKTERSOKKEL))
        if kobling.recv(1) == VELKOMMEN:
            return Leie(kobling)
    except OSError:
        pass
    kobling.close()
    return None


def _start_vokter(mappe: Databasemappe, oppdrag: Oppdrag) -> Leie:
    var, dens = socket.socketpair()
    with dens, _aapne_logg(mappe) as logg:
        grunn = _start(oppdrag, dens, logg)
    if grunn is None:
        return Leie(var)
    var.close()
    raise Brukerfeil(STOPPET.format(grunn=f"vokteren kom ikke i gang: {grunn}", logg=mappe.logg))


def _start(oppdrag: Oppdrag, leie: socket.socket, logg: BinaryIO) -> str | None:
    """Start the watcher; why it could not be, or None. It returns when it is ready for others, and goes on behind our back."""
    argv = [sys.executable, "-P", "-s", "-S", "-m", "skreddersom.plattform.postgres.vokter", oppdrag.som_tekst()]
    try:
        kode = subprocess.run(
            argv,
            stdin=leie.fileno(),
            stdout=logg,
            stderr=logg,
            cwd="/",
            env=oppdrag.omgivelser | {"PYTHONPATH": str(KILDE), "PYTHONDONTWRITEBYTECODE": "1"},
            pass_fds=(oppdrag.laas,),
            start_new_session=True,
            check=False,
        ).returncode
    except OSError as feil:
        return f"{sys.executable}: {feil.strerror}"
    return None if kode == 0 else f"kode {kode}"


def _aapne_logg(mappe: Databasemappe) -> BinaryIO:
    """The log can quote what people wrote, so it is the user's alone."""
    return os.fdopen(os.open(mappe.logg, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600), "ab")
