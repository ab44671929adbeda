"""One step of an installation: a calm line on standard error while it runs, what it says kept back until it fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from skreddersom.inngang.forklaringer import forklar
from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# uv and node trust only their own lists of certificates unless told otherwise; offices that inspect traffic have theirs in the system.
FOR_INSTALLASJON = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_NATIVE_TLS": "1", "UV_SYSTEM_CERTS": "1", "NODE_USE_SYSTEM_CA": "1"}


class Stegfeil(Brukerfeil):
    """A step did not succeed. ``str(feil)`` is the sentence with the cure, ``utskrift`` what the tool said."""

    def __init__(self, utskrift: str) -> None:
        super().__init__(forklar(utskrift))
        self.utskrift = utskrift


def si(tekst: str, slutt: str = "\n") -> None:
    """Tell the one who waits. On standard error: standard output belongs to the command."""
    print(tekst, end=slutt, file=sys.stderr, flush=True)


def sekunder(tid: float) -> str:
    """A duration as it is read in Norwegian: ``1,2 s``."""
    return f"{tid:.1f} s".replace(".", ",")


def kjor(steg: str, kommando: Sequence[str], fra: Path) -> None:
    """Run one step from the folder ``fra``. Raises ``Stegfeil`` if it cannot start or ends with an error."""
    si(f"  {steg} …", slutt="")
    start = time.monotonic()
    try:
        kode, utskrift = _vent(steg, kommando, fra, start)
    except OSError as feil:
        kode, utskrift = 1, f"{kommando[0]}: {feil}"
    si(_linje(steg, start) if kode == 0 else " gikk ikke")
    if kode != 0:
        raise Stegfeil(utskrift)


def _vent(steg: str, kommando: Sequence[str], fra: Path, start: float) -> tuple[int, str]:
    """Wait for ``kommando``, counting the seconds on a terminal. Returns its exit code and what it said."""
    prosess = subprocess.Popen(
        kommando,
        cwd=fra,
        env=FOR_INSTALLASJON | rene_omgivelser(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=os.name == "nt",  # elsewhere the lock on the folder follows the installer
    )
    with prosess:
        try:
            return _les_ut(prosess, steg, start)
        except BaseException:
            prosess.kill()
            raise


def _les_ut(prosess: subprocess.Popen[bytes], steg: str, start: float) -> tuple[int, str]:
    while True:
        try:
            ut, _ = prosess.communicate(timeout=1)
        except subprocess.TimeoutExpired:
            if sys.stderr.isatty():
                si(_linje(steg, start), slutt="")
        else:
            return prosess.returncode, ut.decode(errors="replace")


def _linje(steg: str, start: float) -> str:
    tid = sekunder(time.monotonic() - start)
    return f"\r  {steg} … {tid}" if sys.stderr.isatty() else f" {tid}"
