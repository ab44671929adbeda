"""Processes that are kept going together: one that dies is started again, and all of them end with us."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import FrameType

PAUSE: Final = 0.2  # seconds between each look
HVIL: Final = 1.0  # seconds before one that has died is started again
TAALMODIGHET: Final = 10.0  # seconds to end calmly
PR_SET_PDEATHSIG: Final = 1


class Stans(BaseException):
    """Somebody asked us to stop."""


def hold_i_gang(
    kommandoer: Sequence[Sequence[str]], omgivelser: Mapping[str, str], mappe: Path, se_til: Callable[[], None] = lambda: None
) -> None:
    """Run ``kommandoer`` from the folder ``mappe`` until Ctrl-C or SIGTERM; a closed terminal counts as one of them.

    ``se_til`` is called every now and then.
    """
    prosesser = [_start(kommando, omgivelser, mappe) for kommando in kommandoer]
    try:
        with _stans_paa_signal():
            while True:
                time.sleep(PAUSE)
                se_til()
                for nr, prosess in enumerate(prosesser):
                    if prosess.poll() is not None:
                        time.sleep(HVIL)
                        prosesser[nr] = _start(kommandoer[nr], omgivelser, mappe)
    except (Stans, KeyboardInterrupt):
        pass
    finally:
        _avslutt(prosesser)


def _start(kommando: Sequence[str], omgivelser: Mapping[str, str], mappe: Path) -> subprocess.Popen[bytes]:
    """A child in a session of its own, so that Ctrl-C comes to us alone; on Linux it ends also if we are killed."""
    return subprocess.Popen(
        kommando,
        env=dict(omgivelser),
        cwd=mappe,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=slutt_med_forelderen,  # noqa: PLW1509 – we have no threads
    )


def slutt_med_forelderen() -> None:
    """Let this process end when the one that started it does, also when that one is killed. Only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@contextmanager
def _stans_paa_signal() -> Iterator[None]:
    def stans(_nummer: int, _ramme: FrameType | None) -> None:
        raise Stans

    signaler = [signal.SIGTERM, *([signal.SIGHUP] if os.name != "nt" else [])]
    for_ = {nummer: signal.signal(nummer, stans) for nummer in signaler}
    try:
        yield
    finally:
        for nummer, handterer in for_.items():
            signal.signal(nummer, handterer)


def _avslutt(prosesser: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask all to end, wait, and then insist."""
    for prosess in prosesser:
        prosess.terminate()
    frist = time.monotonic() + TAALMODIGHET
    for prosess in prosesser:
        with suppress(subprocess.TimeoutExpired):
            prosess.wait(max(0.0, frist - time.monotonic()))
            continue
        prosess.kill()
        prosess.wait()
