"""Windows that look at pages, and a web server inside the tests that answers them: the same middleware, cookies and headers as outside."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

VERT: Final = "127.0.0.1"
FRIST: Final = 60_000
"""Milliseconds, only so that a fault ends the test: the machine may be busy with much else."""
ROLIG: Final = {"locale": "nb-NO", "reduced_motion": "reduce"}
"""Nothing glides: a button that moves between the press and the release is not pressed, and on a busy machine that happens."""


@dataclass
class Vindu:
    """Opens pages, and notes what the browser complained of and what it asked for elsewhere."""

    nettleser: Browser
    adresse: str
    forside: str = "/"
    klager: list[str] = field(default_factory=list)
    utenfor: list[str] = field(default_factory=list)
    kontekster: list[BrowserContext] = field(default_factory=list)

    def aapne(self, sti: str = "", **valg: Any) -> Page:
        """The page at ``sti``, in a browser of its own. ``bredde`` is 1280 unless told, ``kaker`` are cookies it has from before.

        The rest are Playwright's choices for a window.
        """
        storrelse, kaker = {"width": valg.pop("bredde", 1280), "height": 800}, valg.pop("kaker", [])
        valg = {**ROLIG, **valg}
        kontekst = self.nettleser.new_context(viewport=storrelse, base_url=self.adresse, **valg)  # type: ignore[arg-type]
        kontekst.add_cookies(kaker)
        kontekst.set_default_timeout(FRIST)
        kontekst.route(re.compile(f"^(?!{re.escape(self.adresse)}/)https?:"), lambda rute: rute.abort())
        kontekst.on("request", lambda bestilling: self._noter(bestilling.url))
        self.kontekster.append(kontekst)
        side = kontekst.new_page()
        side.on("console", self._hor)
        side.on("pageerror", lambda feil: self.klager.append(str(feil)))
        side.goto(sti or self.forside)
        return side

    def lukk(self) -> None:
        """Close every browser."""
        for kontekst in self.kontekster:
            kontekst.close()

    def _noter(self, adresse: str) -> None:
        if not adresse.startswith((f"{self.adresse}/", "data:", "blob:")):
            self.utenfor.append(adresse)

    def _hor(self, linje: ConsoleMessage) -> None:
        """An error page that was asked for is no complaint; all else is, also what the content policy stopped."""
        if linje.type in ("error", "warning") and "the server responded with a status of 4" not in linje.text:
            self.klager.append(linje.text)


@contextmanager
def tjen() -> Iterator[str]:
    """Serve with the settings as they now are; gives the address. Each connection has a thread and a database connection of its own."""
    tjener = ThreadedWSGIServer((VERT, 0), QuietWSGIRequestHandler)
    tjener.daemon_threads = False  # so that closing waits for them, and no database connection is left open
    tjener.set_app(WSGIHandler())
    traad = threading.Thread(target=tjener.serve_forever, kwargs={"poll_interval": 0.05})
    traad.start()
    try:
        yield f"http://{VERT}:{tjener.server_port}"
    finally:
        tjener.shutdown()
        tjener.server_close()
        traad.join()
