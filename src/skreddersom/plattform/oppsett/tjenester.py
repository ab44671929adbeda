"""The two programs that the web application consists of: one gives out pages, the other does the long work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

MAPPE: Final = Path(__file__).resolve().parents[3]
"""Where they must be started: granian looks for our package there first, and in the checkout the front door has the same name."""
ARBEIDERE: Final = 2
TRADER: Final = 4  # requests at the same time in each process; each may hold one database connection
VENTER: Final = 128
I_DRIFT: Final = {"arbeidere": max(2, os.cpu_count() or 1), "traader": 1}
"""For many users: a process for each core, and one request at a time in each. Threads of one process wait for each other: with four in
each of two, a request took a third more of the processor. More processes than cores share them, so that all the pages under way become
slow together: with four on two cores, that also had the database, the slowest twentieth took half as long again as with two. Each
process takes about 180 MB."""


def nettjener(vert: str, port: int, *, arbeidere: int = ARBEIDERE, traader: int = TRADER) -> list[str]:
    """The command that serves the pages on ``vert``:``port``, to browsers or to a proxy on another machine."""
    return _granian("--host", vert, "--port", str(port), "--workers", str(arbeidere), "--blocking-threads", str(traader))


def nettjener_bak(sokkel: Path, *, arbeidere: int = I_DRIFT["arbeidere"], traader: int = I_DRIFT["traader"]) -> list[str]:
    """The command that serves the pages on a Unix socket, to a proxy on this machine, which must belong to our group.

    All processes take from one queue, and only when they are free. On a port each process has a queue of its own, so that somebody may
    wait behind a slow page while another process is idle. When ``VENTER`` wait, the proxy is told at once: pages that nobody waits for
    any longer would hold up those that come after.
    """
    stedet = ("--uds", str(sokkel), "--uds-permissions", "0660", "--backlog", str(VENTER))
    en_ko = ("--backpressure", str(traader), "--no-http1-keep-alive")
    return _granian(*stedet, *en_ko, "--workers", str(arbeidere), "--blocking-threads", str(traader))


def _granian(*valg: str) -> list[str]:
    felles = ["--interface", "wsgi", "--respawn-failed-workers", "--no-ws", "--http", "1", "--log-level", "warning"]
    return [sys.executable, "-P", "-m", "granian", *felles, *valg, "skreddersom.plattform.oppsett.wsgi:application"]


def arbeider() -> list[str]:
    """The command that does the jobs: checks files, goes through caseloads."""
    return [sys.executable, "-P", "-m", "skreddersom.plattform.oppsett.arbeid"]
