"""A server that nobody watches any more: found and stopped, so that a new one can be started on the same data.

Standard library only, for the watcher. Call these only while holding the lock on the folder.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

PIDFIL = "postmaster.pid"
STORSTE_NUMMER = 2**22 + 1  # Linux gives no process a number as high, macOS none above 99 999

# Fast shutdown ends the sessions and writes a checkpoint; immediate shutdown leaves that to the next start. Neither loses a commit.
FORSOK = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 15.0))


def stans(data: Path) -> None:
    """Stop the server that still runs on ``data``, if any, and see to that the next one can start.

    After a crash PostgreSQL looks itself at the process its own file names, and gives up if it lives. In a container the number has
    often been given to something else by then, so a number that is not our server's is taken away.
    Raises ``TimeoutError`` when the server does not stop.
    """
    for signalet, sekunder in FORSOK:
        tjener = finn(data)
        if tjener is not None:
            os.kill(tjener, signalet)
            _vent(data, sekunder)
    if finn(data) is not None:
        raise TimeoutError("serveren som kjører fra før, stopper ikke")
    nummer = _nummer(data)
    if nummer is not None and _lever(nummer):
        (data / PIDFIL).unlink(missing_ok=True)


def finn(data: Path) -> int | None:
    """The process number of the server that runs on ``data``."""
    nummer = _nummer(data)
    return nummer if nummer is not None and _lever(nummer) and _er_tjeneren(nummer, data) else None


def _nummer(data: Path) -> int | None:
    """The process number in PostgreSQL's own file. A file that is cut short can say anything; 0 and below would mean many processes."""
    try:
        nummer = int((data / PIDFIL).read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return nummer if 1 < nummer < STORSTE_NUMMER else None


def _lever(nummer: int) -> bool:
    try:
        os.kill(nummer, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _er_tjeneren(nummer: int, data: Path) -> bool:
    """True if the process stands in the data folder, as PostgreSQL's do; where that cannot be asked, if it is called ``postgres``."""
    if Path("/proc/self/cwd").exists():
        try:
            return Path(f"/proc/{nummer}/cwd").samefile(data)
        except OSError:
            return False
    navn = subprocess.run(["ps", "-p", str(nummer), "-o", "comm="], capture_output=True, text=True, check=False).stdout
    return navn.strip().endswith("postgres")


def _vent(data: Path, sekunder: float) -> None:
    frist = time.monotonic() + sekunder
    while finn(data) is not None and time.monotonic() < frist:
        time.sleep(0.02)
