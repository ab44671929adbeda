"""What is done in processes of its own, since each needs Django on the database that is killed: ``python -m drap.barn <what> …``."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from collections.abc import Callable


def fyll(administrator: str) -> None:
    """Two offices with some people."""
    from skreddersom.benk.nett.landet import fyll as fyll_landet
    from skreddersom.benk.nett.omfang import Omfang

    fyll_landet(administrator, Omfang(kontorer=2, personer=400), lambda _: None)


def hold() -> None:
    """The server and the worker, kept going as the demo and production keep them."""
    from skreddersom.plattform.oppsett.prosesser import hold_i_gang
    from skreddersom.plattform.oppsett.tjenester import MAPPE, arbeider, nettjener

    hold_i_gang([nettjener("127.0.0.1", int(os.environ["DRAP_PORT"])), arbeider()], os.environ, MAPPE)


def fullfor() -> None:
    """What the periodic job does once workers have been silent for long enough, and then every job that is left."""
    from procrastinate.contrib.django import app

    asyncio.run(_fullfor(app))


async def _fullfor(app: Any) -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as egen:
        async with egen.open_async():
            for jobb in await egen.job_manager.get_stalled_jobs(seconds_since_heartbeat=0):
                await egen.job_manager.retry_job(jobb)
            await egen.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)


if __name__ == "__main__":
    django.setup()
    gjor: dict[str, Callable[..., None]] = {"fyll": fyll, "hold": hold, "fullfor": fullfor}
    gjor[sys.argv[1]](*sys.argv[2:])
