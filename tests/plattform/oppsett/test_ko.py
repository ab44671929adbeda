"""Behind a socket nobody waits for a slow page while another process is idle, and the queue has an end."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from skreddersom.plattform.oppsett.tjenester import MAPPE, nettjener_bak

if TYPE_CHECKING:
    from collections.abc import Iterator

FRIST = 60.0  # seconds, only so that a fault ends the test
KORTE = 12
"""Quick pages asked for beside a slow one. With a queue for each of two processes, all of them being lucky has a chance of 1 in 4096."""


@contextmanager
def tjener(arbeidere: int) -> Iterator[Path]:
    with TemporaryDirectory() as mappe:
        sokkel = Path(mappe) / "s"
        kommando = [*nettjener_bak(sokkel, arbeidere=arbeidere)[:-1], "saktesider:application"]
        omgivelser = os.environ | {"PYTHONPATH": f"{MAPPE}:{Path(__file__).parent}", "KO_FERDIG": f"{mappe}/ferdig"}
        with subprocess.Popen(kommando, env=omgivelser, cwd=MAPPE, stderr=subprocess.DEVNULL) as prosess:
            try:
                vent_paa(sokkel)
                yield sokkel
            finally:
                prosess.terminate()


def vent_paa(sokkel: Path) -> None:
    slutt = time.monotonic() + FRIST
    while time.monotonic() < slutt:
        with suppress(OSError):
            assert svaret(spor(sokkel, "/"))
            return
        time.sleep(0.05)
    raise AssertionError("tjeneren kom aldri")


def spor(sokkel: Path, adresse: str) -> socket.socket:
    kobling = socket.socket(socket.AF_UNIX)
    kobling.settimeout(FRIST)
    try:
        kobling.connect(str(sokkel))
    except OSError:
        kobling.close()
        raise
    kobling.sendall(f"GET {adresse} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    return kobling


def svaret(kobling: socket.socket) -> bytes:
    with kobling:
        return b"".join(iter(lambda: kobling.recv(4096), b""))


def test_ingen_venter_bak_en_treg_side_mens_en_prosess_er_ledig() -> None:
    with tjener(arbeidere=2) as sokkel:
        treg = spor(sokkel, "/treg")
        korte = [svaret(spor(sokkel, "/")) for _ in range(KORTE)]
        korte.append(svaret(spor(sokkel, "/ferdig")))
        svarene = [*korte, svaret(treg)]
    assert [svar[:15] for svar in svarene] == [b"HTTP/1.1 200 OK"] * (KORTE + 2)


def test_koen_tar_slutt_og_bare_gruppa_slipper_til() -> None:
    with tjener(arbeidere=1) as sokkel, ExitStack() as venter:
        assert stat.S_IMODE(sokkel.stat().st_mode) == 0o660
        venter.enter_context(spor(sokkel, "/treg"))
        avvist = 0
        for _ in range(200):
            kobling = venter.enter_context(socket.socket(socket.AF_UNIX))
            kobling.setblocking(False)
            avvist += kobling.connect_ex(str(sokkel)) != 0
        (sokkel.parent / "ferdig").touch()
    assert avvist >= 50
