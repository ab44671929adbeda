"""Pages for ``test_ko``: «/treg» waits until somebody has asked for «/ferdig», which any process may answer."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

FERDIG: Final = Path(os.environ["KO_FERDIG"])
LENGST: Final = 60.0  # seconds, only so that a fault ends the test


def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """The name is the one that the server looks for."""
    slutt = time.monotonic() + LENGST
    if environ["PATH_INFO"] == "/ferdig":
        FERDIG.touch()
    while environ["PATH_INFO"] == "/treg" and not FERDIG.exists() and time.monotonic() < slutt:
        time.sleep(0.01)
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
