"""A delivery service on this machine that can be slow, broken or forgetful, and that counts what it has really put in the post."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PAUSE: dict[int | str, float] = {"tregt": 0.3, "mist_svaret": 1}
"""Seconds before an answer of this kind is given."""


@dataclass
class Mottak:
    """What has come, and what is to be answered: one answer for each request, then 201 for the rest."""

    svar: list[int | str] = field(default_factory=list)
    forsok: list[str] = field(default_factory=list)
    postlagt: dict[str, dict[str, Any]] = field(default_factory=dict)
    hoder: list[dict[str, str]] = field(default_factory=list)
    adresse: str = ""

    def ta_imot(self, nokkel: str, innhold: dict[str, Any]) -> tuple[int, bytes]:
        """Put a new key in the post; a key that is known is answered as before."""
        self.forsok.append(nokkel)
        hva = self.svar.pop(0) if self.svar else 201
        if hva in (201, "tregt", "mist_svaret", "tull"):
            self.postlagt.setdefault(nokkel, innhold)
        time.sleep(PAUSE.get(hva, 0))
        if isinstance(hva, int) and hva != 201:
            return hva, b"hemmelig: Kari Eksempel"
        return 201, b"ikke json" if hva == "tull" else json.dumps({"id": f"levering-{nokkel[:4]}"}).encode()


@contextmanager
def mottak(*svar: int | str) -> Iterator[Mottak]:
    """The service, running until the test is done."""
    hos = Mottak(list(svar))
    tjener = ThreadingHTTPServer(("127.0.0.1", 0), _handterer(hos))
    tjener.daemon_threads = True
    hos.adresse = f"http://127.0.0.1:{tjener.server_address[1]}/forsendelser"
    traad = threading.Thread(target=tjener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    traad.start()
    try:
        yield hos
    finally:
        tjener.shutdown()
        tjener.server_close()
        traad.join()


def _handterer(hos: Mottak) -> type[BaseHTTPRequestHandler]:
    class Handterer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            innhold = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            hos.hoder.append(dict(self.headers))
            status, kropp = hos.ta_imot(self.headers["Idempotency-Key"], innhold)
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(kropp)))
                self.end_headers()
                self.wfile.write(kropp)
            except OSError:
                return  # whoever asked has hung up

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handterer
