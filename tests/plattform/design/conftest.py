"""The gallery and the error pages in a browser, without server and database: Django answers the browser's requests directly."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from nettleser import ROT
from skreddersom.inngang.design import DESIGN, finn_eller_hent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.conf import LazySettings
    from playwright.sync_api import Browser, BrowserContext, Page, Route

VERT: Final = "http://skreddersom.test"
MELLOMVARE: Final = [
    "skreddersom.plattform.oppsett.hoder.Sikkerhetshoder",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TYPER: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


@dataclass
class Vindu:
    """Opens pages, and notes what the browser complained of and what it asked for elsewhere."""

    nettleser: Browser
    hentet: Path
    klient: Client
    klager: list[str] = field(default_factory=list)
    utenfor: list[str] = field(default_factory=list)
    kontekster: list[BrowserContext] = field(default_factory=list)

    def aapne(self, adresse: str = "/galleri/", **valg: Any) -> Page:
        """The page at ``adresse``. ``bredde`` is 1280 unless told; the rest are Playwright's own choices for a window."""
        storrelse = {"width": valg.pop("bredde", 1280), "height": 800}
        kontekst = self.nettleser.new_context(viewport=storrelse, locale="nb-NO", **valg)  # type: ignore[arg-type]
        self.kontekster.append(kontekst)
        kontekst.route("**/*", self._svar)
        side = kontekst.new_page()
        side.on("console", lambda linje: self.klager.append(linje.text) if linje.type in ("error", "warning") else None)
        side.on("pageerror", lambda feil: self.klager.append(str(feil)))
        side.goto(VERT + adresse)
        return side

    def _svar(self, rute: Route) -> None:
        adresse = urlsplit(rute.request.url)
        if f"{adresse.scheme}://{adresse.netloc}" != VERT:
            self.utenfor.append(rute.request.url)
            rute.abort()
        elif adresse.path.startswith("/static/"):
            rute.fulfill(body=self._fil(adresse.path.removeprefix("/static/")), content_type=TYPER[Path(adresse.path).suffix])
        else:
            self._side(rute, adresse.path + (f"?{adresse.query}" if adresse.query else ""))

    def _fil(self, navn: str) -> bytes:
        hentet = self.hentet / navn
        return (hentet if hentet.exists() else Path(str(finders.find(navn)))).read_bytes()

    def _side(self, rute: Route, adresse: str) -> None:
        bestilling = rute.request
        svar = self.klient.generic(
            bestilling.method, adresse, bestilling.post_data_buffer or b"", bestilling.headers.get("content-type", "text/html")
        )
        rute.fulfill(status=svar.status_code, headers=dict(svar.items()), body=svar.content)


@pytest.fixture(scope="session")
def hentet() -> Path:
    """The folder with what npm has fetched."""
    return Path(os.environ.get(DESIGN.variabel) or finn_eller_hent(ROT))


@pytest.fixture
def vindu(nettleser: Browser, hentet: Path, settings: LazySettings) -> Iterator[Vindu]:
    settings.MIDDLEWARE = MELLOMVARE
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    vindu = Vindu(nettleser, hentet, Client(headers={"Accept-Language": "nb"}))
    yield vindu
    for kontekst in vindu.kontekster:
        kontekst.close()
