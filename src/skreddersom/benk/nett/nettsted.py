"""The product as it runs in production, for as long as a measurement lasts: its own PostgreSQL, and the server behind a socket."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.roller import Adresser, Passord, opprett_database
from skreddersom.plattform.oppsett.tjenester import MAPPE, nettjener_bak
from skreddersom.plattform.postgres import Tjener, slett

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

VERT: Final = "127.0.0.1"
BASE: Final = "benk"
INNSTILLINGER: Final = {"shared_buffers": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') // 4 // 2**20}MB"}
"""As the documents tell the one who runs it: a quarter of the memory. PostgreSQL's own 128 MB are for a machine from another time."""
FRIST: Final = 60.0  # seconds for the server to answer
TAALMODIGHET: Final = 10.0  # seconds for it to end
SVARER_IKKE: Final = "nettjeneren svarte ikke på {:.0f} sekunder. Prøv igjen når maskinen er mindre opptatt."


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """The database as its administrator, owner and program see it, and the surroundings the program is started in."""

    administrator: str
    adresser: Adresser
    omgivelser: Mapping[str, str]


@contextmanager
def database(meld: Callable[[str], None]) -> Iterator[Grunnlag]:
    """A new, migrated database on a PostgreSQL of its own, as durable as in production; gone afterwards. Raises ``Brukerfeil``."""
    mappe = Path(tempfile.mkdtemp(prefix="skreddersom-benk-"))
    try:
        meld("Starter en egen PostgreSQL")
        with Tjener(mappe / "database", innstillinger=INNSTILLINGER) as egen:
            passord = Passord(secrets.token_urlsafe(), secrets.token_urlsafe())
            adresser = opprett_database(egen.dsn(), BASE, passord)
            meld("Lager tabellene")
            _migrer(adresser.eier)
            yield Grunnlag(egen.dsn(BASE), adresser, omgivelser(adresser.program))
    finally:
        slett(mappe / "database")
        with suppress(OSError):
            (mappe / "database").rmdir()
            mappe.rmdir()


def omgivelser(dsn: str) -> dict[str, str]:
    """Production's settings, on the database ``dsn``."""
    return {
        **os.environ,
        "PYTHONPATH": str(MAPPE),
        "DATABASE_URL": dsn,
        "DJANGO_SETTINGS_MODULE": "skreddersom.benk.nett.oppsett",
        "SKREDDERSOM_DESIGN": "ingen",
        "SKREDDERSOM_HEMMELIGHET": secrets.token_urlsafe(48),
        "SKREDDERSOM_VERTER": VERT,
    }


def _migrer(eier: str) -> None:
    migrer = [sys.executable, "-P", "-m", "skreddersom.plattform.oppsett.tabeller"]
    subprocess.run(migrer, env=omgivelser(eier), cwd=MAPPE, check=True)


@contextmanager
def server(miljo: Mapping[str, str]) -> Iterator[Path]:
    """The pages, served as in production, to a proxy on this machine: its socket. Raises ``Brukerfeil`` if it does not answer."""
    with tempfile.TemporaryDirectory(prefix="skreddersom-benk-") as mappe:
        sokkel = Path(mappe) / "nett"
        prosess = subprocess.Popen(nettjener_bak(sokkel), env=dict(miljo), cwd=MAPPE, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            vent_paa_svar(sokkel)
            yield sokkel
        finally:
            _avslutt(prosess)


def vent_paa_svar(sokkel: Path, frist: float = FRIST) -> None:
    """Return when the server says that it and its database are ready. Raises ``Brukerfeil`` when it never does."""
    slutt = time.monotonic() + frist
    while time.monotonic() < slutt:
        with suppress(OSError):
            if _er_klar(sokkel):
                return
        time.sleep(0.1)
    raise Brukerfeil(SVARER_IKKE.format(frist))


def _er_klar(sokkel: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as kobling:
        kobling.settimeout(5)
        kobling.connect(str(sokkel))
        kobling.sendall(f"GET /klar HTTP/1.1\r\nHost: {VERT}\r\nConnection: close\r\nX-Forwarded-Proto: https\r\n\r\n".encode())
        return b" 200 " in kobling.recv(4096).partition(b"\r\n")[0]


def _avslutt(prosess: subprocess.Popen[bytes]) -> None:
    """End the server and its workers: they are alone in their session, which we made."""
    prosess.terminate()
    with suppress(subprocess.TimeoutExpired):
        prosess.wait(TAALMODIGHET)
    with suppress(ProcessLookupError):
        os.killpg(prosess.pid, signal.SIGKILL)
    prosess.wait()
