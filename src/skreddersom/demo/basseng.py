"""The processes that take the demo's people in, one for each core: ready when they are needed, and ended with us."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from skreddersom.plattform.oppsett.prosesser import slutt_med_forelderen

if TYPE_CHECKING:
    from collections.abc import Iterator

ANTALL: Final = min(os.cpu_count() or 1, 4)
"""No more than four: each takes about 250 MB, and the database must also have something to work with."""


@contextmanager
def basseng() -> Iterator[Executor]:
    """Processes that do what is submitted. None is started before there is something to do; all have ended afterwards."""
    # Not forked: Polars has threads of its own, and would wait for ever for those it no longer has.
    with ProcessPoolExecutor(ANTALL, get_context("spawn"), _gjor_klar) as prosesser:
        try:
            yield prosesser
        except BaseException:
            prosesser.shutdown(wait=False, cancel_futures=True)
            raise


def varm_opp(prosesser: Executor) -> None:
    """Let them start and import what they need, while others wait for something else."""
    for _ in range(ANTALL):
        prosesser.submit(os.getpid)


def _gjor_klar() -> None:
    """Ctrl-C ends a process without a word, and so does the end of the one who started it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    slutt_med_forelderen()
    import django

    django.setup()
    import skreddersom.demo.fylling  # noqa: F401 – so that it has been read when the first office comes
