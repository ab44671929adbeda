"""The site as it runs outside the tests: the web server and the worker, each a program of its own, on the database they are given."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final
from urllib.request import urlopen

from porter import ledig_port
from skreddersom.plattform.oppsett.tjenester import MAPPE, arbeider, nettjener
from vindu import VERT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FRIST: Final = 120.0
"""Seconds, only so that a fault ends the test."""


@contextmanager
def tjen_virkelig(database: str, hentet: Path) -> Iterator[str]:
    """Serve ``database`` with the demo's settings; gives the address once it answers, and ends both programs."""
    port = ledig_port()
    oppsett = {
        "DJANGO_SETTINGS_MODULE": "skreddersom.plattform.oppsett.demo",
        "SKREDDERSOM_DEMO_DATABASE": database,
        "SKREDDERSOM_DEMO_HEMMELIGHET": "bare for prøver",
        "SKREDDERSOM_DESIGN": str(hentet),
        "PYTHONPATH": str(MAPPE),
    }
    programmer = [_start(kommando, os.environ | oppsett) for kommando in (nettjener(VERT, port, arbeidere=1), arbeider())]
    try:
        _vent_paa(f"http://{VERT}:{port}", programmer)
        yield f"http://{VERT}:{port}"
    finally:
        _avslutt(programmer)


def _start(kommando: list[str], omgivelser: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(kommando, env=omgivelser, cwd=MAPPE, stdin=subprocess.DEVNULL, start_new_session=True)


def _vent_paa(adresse: str, programmer: list[subprocess.Popen[bytes]]) -> None:
    frist = time.monotonic() + FRIST
    while time.monotonic() < frist:
        assert all(program.poll() is None for program in programmer), "et av programmene sluttet"
        with suppress(OSError), urlopen(f"{adresse}/klar", timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError("nettstedet svarte aldri")


def _avslutt(programmer: list[subprocess.Popen[bytes]]) -> None:
    for program in programmer:
        program.terminate()
    for program in programmer:
        try:
            program.wait(FRIST)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
