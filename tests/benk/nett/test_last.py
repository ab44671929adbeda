"""The load comes at its own times, and waiting is counted."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingUnixStreamServer
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

from skreddersom.benk.nett.brukere import Bruker
from skreddersom.benk.nett.last import send
from skreddersom.benk.nett.trafikk import Onske
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.benk.nett.last import Svar

HVEM = Bruker(uuid.uuid4(), uuid.uuid4(), Rolle.VEILEDER, "skreddersom=abc")
TREGT = 0.3
"""Seconds that the slow page takes at least."""
FRIST = 20
"""Seconds that the slow page waits for the quick one before it answers with an error: a load that queued behind it would never send it."""


class Tjener(BaseHTTPRequestHandler):
    """Answers at once, late, with an error, or not at all, as the address says; remembers when it was asked."""

    spurt: list[tuple[str, str]]
    rask: Event

    def do_GET(self) -> None:
        self.spurt.append((self.path, self.headers["Cookie"]))
        if self.path == "/stengt":
            return
        if self.path == "/halvt":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Le")
            return
        self.send_response(self._kode())
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"svar\n")

    def _kode(self) -> int:
        if self.path == "/rask":
            self.rask.set()
        if self.path == "/tregt":
            time.sleep(TREGT)
            return 200 if self.rask.wait(FRIST) else 503
        return 500 if self.path == "/feil" else 200

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def tjener() -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    spurt: list[tuple[str, str]] = []
    egen = type("Egen", (Tjener,), {"spurt": spurt, "rask": Event()})
    with TemporaryDirectory() as mappe, ThreadingUnixStreamServer(str(Path(mappe) / "s"), egen) as server:
        server.daemon_threads = True
        traad = Thread(target=server.serve_forever)
        traad.start()
        try:
            yield Path(mappe) / "s", spurt
        finally:
            server.shutdown()
            traad.join()


def plan(*adresser: str, avstand: float = 0.02) -> list[Onske]:
    return [Onske(nr * avstand, "Siden", adresse, HVEM) for nr, adresse in enumerate(adresser)]


def send_i_egen_traad(adresser: list[Onske], sokkel: Path) -> list[Svar]:
    """Where no other test's browser has an event loop going."""
    with ThreadPoolExecutor(1) as traad:
        return traad.submit(send, adresser, sokkel).result()


def test_et_tregt_svar_utsetter_ikke_den_neste_forespoerselen() -> None:
    with tjener() as (sokkel, _):
        svar = send_i_egen_traad(plan("/tregt", "/rask"), sokkel)
    assert [ett.kode for ett in svar] == [200, 200]
    assert svar[0].sekunder >= TREGT


def test_hver_forespoersel_er_fra_den_som_er_logget_inn() -> None:
    with tjener() as (sokkel, spurt):
        send_i_egen_traad(plan("/"), sokkel)
    assert [kapsel for _, kapsel in spurt] == ["skreddersom=abc"]


def test_alt_annet_enn_en_side_er_en_feil() -> None:
    with tjener() as (sokkel, _):
        svar = send_i_egen_traad(plan("/rask", "/feil", "/stengt", avstand=0.1), sokkel)
    assert [(ett.kode, ett.feil, ett.byte) for ett in svar] == [(200, False, 5), (500, True, 5), (0, True, 0)]


def test_et_svar_som_brytes_av_er_en_feil_og_spoerres_ikke_om_igjen() -> None:
    with tjener() as (sokkel, spurt):
        svar = send_i_egen_traad(plan("/rask", "/halvt", avstand=0.1), sokkel)
    assert [ett.kode for ett in svar] == [200, 0]
    assert [adresse for adresse, _ in spurt] == ["/rask", "/halvt"]
