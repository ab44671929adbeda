"""The load: each request is sent at its planned time, whatever became of those before it, and timed from that planned time.

A slow server then meets as many requests as a quick one, and the waiting it causes is counted (no coordinated omission).
"""

from __future__ import annotations

import asyncio
import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.benk.nett.nettsted import VERT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from skreddersom.benk.nett.trafikk import Onske

FRIST: Final = 30.0  # seconds until an answer counts as one that never came
SLUTT: Final = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Svar:
    """What became of a request: seconds from its planned time to the last byte; ``kode`` 0 when no answer came."""

    onske: Onske
    kode: int
    sekunder: float
    byte: int = 0
    forsinket: float = 0.0
    """Seconds from the planned time to when we had it sent: our own slowness, which is part of ``sekunder``."""

    @property
    def feil(self) -> bool:
        """Anything but a page."""
        return self.kode != 200


async def hent(onske: Onske, sokkel: Path) -> tuple[int, int]:
    """Status and size of the page, on a connection of its own, as a proxy asks. Raises ``OSError`` or ``EOFError`` when there is none."""
    les, skriv = await asyncio.open_unix_connection(sokkel)
    try:
        skriv.write(_foresporsel(onske))
        return await _les(les)
    finally:
        skriv.close()


def _foresporsel(onske: Onske) -> bytes:
    linjer = (
        f"GET {onske.adresse} HTTP/1.1",
        f"Host: {VERT}",
        "Connection: close",
        "X-Forwarded-Proto: https",
        "Accept: text/html",
        f"Cookie: {onske.bruker.kapsel}",
    )
    return "\r\n".join(linjer).encode() + SLUTT


async def _les(les: asyncio.StreamReader) -> tuple[int, int]:
    hode = (await les.readuntil(SLUTT)).decode("latin-1").lower().split("\r\n")
    felt = dict(linje.split(": ", 1) for linje in hode[1:] if ": " in linje)
    kode = int(hode[0].split(" ")[1])
    if "content-length" in felt:
        return kode, len(await les.readexactly(int(felt["content-length"])))
    return kode, await _les_biter(les) if felt.get("transfer-encoding") == "chunked" else 0


async def _les_biter(les: asyncio.StreamReader) -> int:
    i_alt = 0
    while storrelse := int(await les.readuntil(b"\r\n"), 16):
        i_alt += len(await les.readexactly(storrelse + 2)) - 2
    await les.readexactly(2)
    return i_alt


def send(plan: Sequence[Onske], sokkel: Path) -> list[Svar]:
    """Send everything in ``plan`` to the server on ``sokkel``, each at its time; returns when all are answered or given up."""
    gc.collect()
    gc.freeze()  # what we made before must not be gone through while we measure
    try:
        return asyncio.run(_send(plan, sokkel))
    finally:
        gc.unfreeze()


async def _send(plan: Sequence[Onske], sokkel: Path) -> list[Svar]:
    klokke = asyncio.get_running_loop().time
    start = klokke()
    oppgaver = []
    for onske in plan:
        await asyncio.sleep(max(0.0, start + onske.naar - klokke()))
        oppgaver.append(asyncio.create_task(_en(onske, start, sokkel)))
    return await asyncio.gather(*oppgaver)


async def _en(onske: Onske, start: float, sokkel: Path) -> Svar:
    klokke = asyncio.get_running_loop().time
    planlagt = start + onske.naar
    forsinket = klokke() - planlagt
    try:
        async with asyncio.timeout(FRIST):
            kode, byte = await hent(onske, sokkel)
    except (OSError, EOFError, ValueError, TimeoutError):
        kode, byte = 0, 0
    return Svar(onske, kode, klokke() - planlagt, byte, forsinket)
