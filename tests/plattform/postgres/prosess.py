"""Other processes, also as other users and where things are forbidden: what this machine can show."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

KILDE = Path(__file__).resolve().parents[3] / "src"
PAKKER = Path(psycopg.__file__).parents[1]
FRIST = 120.0  # seconds; only so that a fault ends the test

START = "from pathlib import Path; import sys, psycopg; from skreddersom.plattform.postgres import kjorende, Tjener, slett\n"

# Waits to be given a map of all users, then forbids namespaces below itself. The second shell is there for its rights as root.
I_ROM = 'read -r _ && exec sh -c \'echo 0 >/proc/sys/user/max_user_namespaces && exec "$@"\' sh "$@"'


@dataclass(frozen=True)
class Vilkar:
    """How a process is let run. ``kart``: it gets a user namespace with every user in it, and may make none itself."""

    navn: str
    prefiks: tuple[str, ...] = ()
    kart: bool = False
    bruker: int = os.geteuid()

    def __str__(self) -> str:
        return self.navn


def _ingen() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


def _som(bruker: pwd.struct_passwd) -> tuple[str, ...]:
    return ("setpriv", f"--reuid={bruker.pw_uid}", f"--regid={bruker.pw_gid}", "--clear-groups", "--")


VANLIG = Vilkar("som den som prøver")
ANNEN = Vilkar("som en vanlig bruker", _som(_ingen()), bruker=_ingen().pw_uid)
ROT_I_ROM = Vilkar("som rot i et navnerom", ("unshare", "--user", "--map-root-user", "--"))
UTEN_ROM = Vilkar("som rot uten lov til navnerom", ("unshare", "--user", "sh", "-c", I_ROM, "sh"), kart=True)
UTEN_NOE = Vilkar("som rot uten lov til noe", ("unshare", "--user", "--map-root-user", "sh", "-c", I_ROM, "sh"))


def som_vises(*alle: Vilkar) -> list[Vilkar]:
    """Those that this machine lets a process run like, with what it has to read."""
    return [ett for ett in alle if _python(ett) is not None]


@cache
def _python(vilkar: Vilkar) -> str | None:
    """A Python that works under ``vilkar``: ours, else, where ours stands in somebody's closed home, the system's."""
    kode = "import subprocess; from skreddersom.plattform.postgres import tjener; subprocess.run([sys.executable, '-c', ''], check=True)"
    for python in (sys.executable, "/usr/bin/python3"):
        try:
            with _start(python, kode, vilkar=vilkar) as prosess:
                prosess.communicate(timeout=FRIST)
        except OSError:
            continue
        if prosess.returncode == 0:
            return python
    return None


def start(kode: str, *argv: object, vilkar: Vilkar = VANLIG) -> subprocess.Popen[str]:
    """Python that runs ``kode`` under ``vilkar``, with pipes to what it reads and says."""
    return _start(_python(vilkar) or sys.executable, kode, *argv, vilkar=vilkar)


def _start(python: str, kode: str, *argv: object, vilkar: Vilkar) -> subprocess.Popen[str]:
    omgivelser = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith(("PG", "DATABASE_URL", "COV_"))}
    prosess = subprocess.Popen(
        [*vilkar.prefiks, python, "-P", "-B", "-c", START + kode, *map(str, argv)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
        env=omgivelser | {"PYTHONPATH": f"{KILDE}:{PAKKER}"},
    )
    if vilkar in {UTEN_ROM, UTEN_NOE}:
        _slipp_til(prosess, kart=vilkar.kart)
    return prosess


def kjor(kode: str, *argv: object, vilkar: Vilkar = VANLIG) -> subprocess.CompletedProcess[str]:
    """The same, run to its end."""
    with start(kode, *argv, vilkar=vilkar) as prosess:
        sagt, feil = prosess.communicate(timeout=FRIST)
    return subprocess.CompletedProcess(prosess.args, prosess.returncode, sagt, feil)


def svar(kode: str, *argv: object, vilkar: Vilkar = VANLIG) -> list[str]:
    """The lines that ``kode`` says; it must end well."""
    kjort = kjor(kode, *argv, vilkar=vilkar)
    assert kjort.returncode == 0, kjort.stderr
    return kjort.stdout.splitlines()


def vent_til(sant: object, hva: str) -> None:
    """Return when ``sant()`` is true; fail when it never is."""
    frist = time.monotonic() + FRIST
    while not sant():  # type: ignore[operator]
        assert time.monotonic() < frist, hva
        time.sleep(0.01)


@contextmanager
def aapen_mappe(bruker: int) -> Iterator[Path]:
    """A new folder of ``bruker`` that everyone can pass through."""
    with tempfile.TemporaryDirectory(dir="/tmp") as navn:
        Path(navn).chmod(0o755)
        if bruker != os.geteuid():
            os.chown(navn, bruker, -1)
        yield Path(navn)


def _slipp_til(prosess: subprocess.Popen[str], *, kart: bool) -> None:
    rom = Path(f"/proc/{prosess.pid}/ns/user")
    vent_til(lambda: prosess.poll() is not None or rom.readlink() != Path("/proc/self/ns/user").readlink(), "navnerommet kom ikke")
    try:
        for slag in ("uid_map", "gid_map") if kart else ():
            Path(f"/proc/{prosess.pid}/{slag}").write_text("0 0 65536")
    except OSError:
        prosess.kill()
    assert prosess.stdin is not None
    prosess.stdin.write("\n")
    prosess.stdin.flush()
