"""A port for a server that a test starts, and waiting until the server answers on it."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Final
from urllib.request import Request, urlopen

VERT: Final = "127.0.0.1"
FRIST: Final = 60.0  # seconds


def ledig_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as sokkel:
        sokkel.bind((VERT, 0))
        return int(sokkel.getsockname()[1])


def vent_paa_svar(port: int) -> None:
    """Return when the server says that it and its database are ready."""
    klar = Request(f"http://{VERT}:{port}/klar", headers={"X-Forwarded-Proto": "https"})
    frist = time.monotonic() + FRIST
    while time.monotonic() < frist:
        with suppress(OSError), urlopen(klar, timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError("nettstedet svarte aldri")
