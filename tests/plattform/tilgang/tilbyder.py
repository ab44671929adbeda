"""A real OpenID Connect provider in a process of its own on this machine, and somebody who logs in with a browser's patience."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import requests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as TestResponse

NAVN = "prove"
UT = f"/konto/oidc/{NAVN}/login/"
INN = f"/konto/oidc/{NAVN}/login/callback/"


@dataclass(frozen=True)
class Tilbyder:
    """Where it stands."""

    adresse: str

    def app(self, **valg: Any) -> dict[str, Any]:
        """The settings that name it."""
        return {
            "provider_id": NAVN,
            "name": "Prøvekommunen",
            "client_id": "skreddersom",
            "secret": "hemmelig",
            "settings": {"server_url": self.adresse, **valg},
        }

    def bruker(self, sub: str, **opplysninger: Any) -> None:
        """Let there be somebody who can log in."""
        requests.put(f"{self.adresse}/users/{sub}", json=opplysninger, timeout=10).raise_for_status()

    def logg_inn(self, adresse: str, sub: str, **data: str) -> str:
        """What the browser does at the provider: choose who one is, and be sent back. Gives the address one is sent to."""
        svar = requests.post(adresse, data={"sub": sub} | data, allow_redirects=False, timeout=10)
        assert svar.status_code == 302, svar.text[:300]
        return svar.headers["Location"]


@contextmanager
def kjor() -> Iterator[Tilbyder]:
    """Start it, and end it."""
    with socket.socket() as ledig:
        ledig.bind(("127.0.0.1", 0))
        port = ledig.getsockname()[1]
    kommando = [sys.executable, "-P", "-m", "oidc_provider_mock", "--host", "127.0.0.1", "--port", str(port), "--require-nonce", "true"]
    prosess = subprocess.Popen(kommando, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Tilbyder(_vent(f"http://127.0.0.1:{port}", prosess))
    finally:
        prosess.terminate()
        prosess.wait(10)


def _vent(adresse: str, prosess: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert prosess.poll() is None, "tilbyderen startet ikke"
        try:
            requests.get(f"{adresse}/.well-known/openid-configuration", timeout=5).raise_for_status()
        except requests.RequestException:
            time.sleep(0.05)
        else:
            return adresse
    raise AssertionError("tilbyderen svarer ikke")


def sett_ut(klient: Client, **data: str) -> str:
    """Press the button on the login page; gives the provider's address that one is sent to."""
    svar = klient.post(UT, data)
    assert svar.status_code == 302, svar.content[:300]
    return svar["Location"]


def hele_veien(klient: Client, tilbyder: Tilbyder, sub: str, **data: str) -> TestResponse:
    """Out, in as ``sub``, and back."""
    tilbake = tilbyder.logg_inn(sett_ut(klient, **data), sub)
    return klient.get(stien(tilbake))


def stien(adresse: str) -> str:
    """The part of the address that the test client wants."""
    deler = urlsplit(adresse)
    return f"{deler.path}?{deler.query}"


def sporring(adresse: str) -> dict[str, str]:
    """The parameters of the address."""
    return {navn: verdier[0] for navn, verdier in parse_qs(urlsplit(adresse).query).items()}
