"""The load: each request is sent at its planned time, whatever became of those before it, and timed from that planned time.

A slow server then meets as many requests as a quick one, and the waiting it causes is counted (no coordinated omission).
"""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(slots=True)
class _Kobling:
    les: asyncio.StreamReader
    skriv: asyncio.StreamWriter


class _Stengt(EOFError):
    """The server had closed the connection before it saw the request: not a byte of an answer came."""


@dataclass(slots=True)
class Klienter:
    """Browsers in front of one server; connections that are free are used again, as browsers and proxies do."""

    vert: str
    port: int
    ledige: deque[_Kobling] = field(default_factory=deque)

    async def hent(self, onske: Onske) -> tuple[int, int]:
        """Status and size of the page. Raises ``OSError`` or ``EOFError`` when there is none.

        A connection that has been idle may have been closed by the server meanwhile. As browsers and proxies do (RFC 9112, 9.3.1),
        we then ask once more on a new one; the time it took counts.
        """
        if self.ledige:
            with suppress(_Stengt):
                return await self._paa(self.ledige.pop(), onske)
        return await self._paa(_Kobling(*await asyncio.open_connection(self.vert, self.port)), onske)

    async def _paa(self, kobling: _Kobling, onske: Onske) -> tuple[int, int]:
        try:
            kobling.skriv.write(self._foresporsel(onske))
            svar = await _les(kobling.les)
        except BaseException:
            kobling.skriv.close()
            raise
        self.ledige.append(kobling)
        return svar

    def _foresporsel(self, onske: Onske) -> bytes:
        linjer = (
            f"GET {onske.adresse} HTTP/1.1",
            f"Host: {self.vert}",
            "X-Forwarded-Proto: https",
            "Accept: text/html",
            f"Cookie: {onske.bruker.kapsel}",
        )
        return "\r\n".join(linjer).encode() + SLUTT

    def lukk(self) -> None:
        """Let go of every connection."""
        while self.ledige:
            self.ledige.pop().skriv.close()


async def _les(les: asyncio.StreamReader) -> tuple[int, int]:
    hode = (await _les_hode(les)).decode("latin-1").lower().split("\r\n")
    felt = dict(linje.split(": ", 1) for linje in hode[1:] if ": " in linje)
    kode = int(hode[0].split(" ")[1])
    if "content-length" in felt:
        return kode, len(await les.readexactly(int(felt["content-length"])))
    return kode, await _les_biter(les) if felt.get("transfer-encoding") == "chunked" else 0


async def _les_hode(les: asyncio.StreamReader) -> bytes:
    try:
        return await les.readuntil(SLUTT)
    except ConnectionError as feil:
        raise _Stengt from feil
    except asyncio.IncompleteReadError as feil:
        if feil.partial:
            raise
        raise _Stengt from feil


async def _les_biter(les: asyncio.StreamReader) -> int:
    i_alt = 0
    while storrelse := int(await les.readuntil(b"\r\n"), 16):
        i_alt += len(await les.readexactly(storrelse + 2)) - 2
    await les.readexactly(2)
    return i_alt


def send(plan: Sequence[Onske], vert: str, port: int) -> list[Svar]:
    """Send everything in ``plan``, each at its time; returns when all are answered or given up."""
    gc.collect()
    gc.freeze()  # what we made before must not be gone through while we measure
    try:
        return asyncio.run(_send(plan, Klienter(vert, port)))
    finally:
        gc.unfreeze()


async def _send(plan: Sequence[Onske], klienter: Klienter) -> list[Svar]:
    klokke = asyncio.get_running_loop().time
    start = klokke()
    oppgaver = []
    for onske in plan:
        await asyncio.sleep(max(0.0, start + onske.naar - klokke()))
        oppgaver.append(asyncio.create_task(_en(onske, start, klienter)))
    svar = await asyncio.gather(*oppgaver)
    klienter.lukk()
    return svar


async def _en(onske: Onske, start: float, klienter: Klienter) -> Svar:
    klokke = asyncio.get_running_loop().time
    planlagt = start + onske.naar
    forsinket = klokke() - planlagt
    try:
        async with asyncio.timeout(FRIST):
            kode, byte = await klienter.hent(onske)
    except (OSError, EOFError, ValueError, TimeoutError):
        kode, byte = 0, 0
    return Svar(onske, kode, klokke() - planlagt, byte, forsinket)
