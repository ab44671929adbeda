"""The watcher: a small process that keeps one server running for as long as somebody has a lease on it. Standard library only.

A lease is an open connection to the watcher. The kernel closes it however its holder dies – by Ctrl-C, SIGTERM or SIGKILL – so no
application needs to install signal handlers or remember to clean up. When the last lease ends, the watcher

1. lets no one new in,
2. stops the server (fast shutdown: a checkpoint, nothing to recover next time),
3. removes the folder with the sockets, and ends; with it goes the lock on the database folder.

If the server dies while somebody has a lease, it is started again.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from skreddersom.plattform.postgres import foreldrelos, kjoremappe

VELKOMMEN, DODSFALL = b"+", b"!"

KORTESTE_PAUSE, LENGSTE_PAUSE = 0.05, 1.0  # seconds before a server that died is started again; doubled each time it dies young
UNG = 1.0  # seconds


@dataclass(frozen=True, slots=True)
class Oppdrag:
    """What to watch: the server's command, its data, the folder for sockets, and the file that tells where that folder is.

    ``laas`` is the file descriptor that holds the lock on the database folder; it must stay open for as long as the watcher lives.
    """

    kommando: list[str]
    data: str
    kjoremappe: str
    merke: str
    omgivelser: dict[str, str]
    laas: int

    def som_tekst(self) -> str:
        """The assignment as one argument."""
        return json.dumps(asdict(self))


class Vokter:
    """One watcher. Made with the first lease, so that it ends also if whoever started it dies at once."""

    def __init__(self, oppdrag: Oppdrag, forste_leie: socket.socket) -> None:
        self._oppdrag = oppdrag
        self._velger = selectors.DefaultSelector()
        self._lytter = socket.socket(socket.AF_UNIX)
        self._lytter.bind(str(Path(oppdrag.kjoremappe) / kjoremappe.VOKTERSOKKEL))
        self._lytter.listen()
        self._leier = {forste_leie}
        self._tjener: subprocess.Popen[bytes] | None = None
        self._startet, self._neste, self._pause = 0.0, 0.0, KORTESTE_PAUSE
        self._bedt_om_slutt = False

    def vokt(self) -> None:
        """Watch until the last lease ends, or the machine asks us to stop."""
        try:
            self._lytt()
            foreldrelos.stans(Path(self._oppdrag.data))
            while self._leier and not self._bedt_om_slutt:
                self._hold_i_gang()
                self._vent_paa_noe()
        finally:
            self._avslutt()

    def _lytt(self) -> None:
        """Wake up for new leases, ended leases, and signals; the last come through a pipe."""
        les, skriv = os.pipe()
        os.set_blocking(skriv, False)
        signal.set_wakeup_fd(skriv, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for ett in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(ett, self._be_om_slutt)
        self._velger.register(les, selectors.EVENT_READ, lambda: os.read(les, 512))
        self._velger.register(self._lytter, selectors.EVENT_READ, self._slipp_inn)
        for leie in self._leier:
            self._folg(leie)

    def _be_om_slutt(self, *_: object) -> None:
        self._bedt_om_slutt = True

    def _vent_paa_noe(self) -> None:
        for nokkel, _ in self._velger.select(None if self._gaar() else self._pause):
            nokkel.data()

    def _slipp_inn(self) -> None:
        leie, _ = self._lytter.accept()
        if self._bedt_om_slutt:
            leie.close()  # too late: whoever it is, starts a new watcher when this one is gone
            return
        self._leier.add(leie)
        self._folg(leie)
        _si(leie, VELKOMMEN)

    def _folg(self, leie: socket.socket) -> None:
        self._velger.register(leie, selectors.EVENT_READ, lambda: self._lytt_til(leie))

    def _lytt_til(self, leie: socket.socket) -> None:
        """A lease says nothing until it ends. The last one is kept open until the server has stopped: its holder waits for that."""
        with contextlib.suppress(OSError):
            if leie.recv(512):
                return
        self._velger.unregister(leie)
        if len(self._leier) > 1:
            leie.close()
            self._leier.discard(leie)
        else:
            self._bedt_om_slutt = True

    def _gaar(self) -> bool:
        return self._tjener is not None and self._tjener.poll() is None

    def _hold_i_gang(self) -> None:
        """Start the server if it does not run, after a pause when it keeps dying."""
        if self._gaar():
            return
        if self._tjener is not None:
            self._noter_dodsfall(self._tjener.returncode)
        if time.monotonic() >= self._neste:
            self._startet = time.monotonic()
            self._tjener = subprocess.Popen(self._oppdrag.kommando, stdin=subprocess.DEVNULL, cwd="/", env=self._oppdrag.omgivelser)

    def _noter_dodsfall(self, kode: int) -> None:
        """Put off the next attempt, and tell those who wait if the server gave up by itself: one that was killed may do better."""
        self._tjener = None
        ung = time.monotonic() - self._startet < UNG
        self._pause = min(2 * self._pause, LENGSTE_PAUSE) if ung else KORTESTE_PAUSE
        self._neste = time.monotonic() + self._pause
        for leie in self._leier if kode > 0 else ():
            _si(leie, DODSFALL)

    def _avslutt(self) -> None:
        self._lytter.close()
        Path(self._oppdrag.merke).unlink(missing_ok=True)
        if self._tjener is not None:
            _stopp(self._tjener)
        kjoremappe.fjern(Path(self._oppdrag.kjoremappe))
        os.close(self._oppdrag.laas)  # before the last lease: when its holder is told, the folder is free


def _si(leie: socket.socket, ord_: bytes) -> None:
    """Say it if the holder listens; the watcher never waits for anyone."""
    with contextlib.suppress(OSError):
        leie.send(ord_, socket.MSG_DONTWAIT)


def _stopp(tjener: subprocess.Popen[bytes]) -> None:
    for signalet, sekunder in foreldrelos.FORSOK:
        tjener.send_signal(signalet)
        with contextlib.suppress(subprocess.TimeoutExpired):
            tjener.wait(sekunder)
            return
    tjener.kill()


def main(oppdrag: str) -> None:
    """Be the watcher for ``oppdrag``; standard input is the first lease. Returns to the starter as soon as others can take theirs."""
    vokter = Vokter(Oppdrag(**json.loads(oppdrag)), socket.socket(fileno=0))
    if os.fork():
        os._exit(0)  # the watcher is nobody's child: no application has to wait for it
    vokter.vokt()


if __name__ == "__main__":
    main(sys.argv[1])
