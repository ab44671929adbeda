"""How much memory a process has held at the most. Standard library only: it runs in the peers' environments too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROC = Path("/proc")


def toppminne() -> float | None:
    """The most memory in MB (10⁶ bytes) held by this process and, added to it, by each of its living descendants.

    On Linux from ``VmHWM``, which begins anew with each program; ``ru_maxrss`` would also count what the parent held before it started us.
    None where the system does not tell.
    """
    if PROC.is_dir():
        return sum(_vmhwm(pid) for pid in (os.getpid(), *_etterkommere(os.getpid()))) * 1024 / 1e6
    return _maxrss()


def _vmhwm(pid: int) -> int:
    """Peak resident memory in KiB; 0 for a process that is gone."""
    try:
        linjer = (PROC / f"{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(linje.split()[1]) for linje in linjer if linje.startswith("VmHWM")), 0)


def _etterkommere(pid: int) -> list[int]:
    barn = [int(mappe.name) for mappe in PROC.iterdir() if mappe.name.isdecimal() and _forelder(mappe) == pid]
    return barn + [barnebarn for ett in barn for barnebarn in _etterkommere(ett)]


def _forelder(mappe: Path) -> int:
    """The parent's pid: the second field after the name in brackets, which may hold anything."""
    try:
        return int((mappe / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _maxrss() -> float | None:
    if sys.platform == "win32":
        return None
    import resource

    topp = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return topp / 1e6 if sys.platform == "darwin" else topp * 1024 / 1e6
