"""Those who write while others kill: each sends its form again until it is acknowledged, as a browser's user would."""

from __future__ import annotations

import http.client
import re
import time
import uuid
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drap.nettsted import Nettsted

FELT: Final = re.compile(r'name="(csrfmiddlewaretoken|versjon|nokkel|dato)"[^>]*?value="([^"]*)"')
FRIST: Final = 60.0  # seconds until one form must be through, however much is killed
SVARTID: Final = 10.0
PAUSE: Final = 0.05


class GikkIkke(AssertionError):
    """The server answered what it must never answer, or never answered."""


class Svar(NamedTuple):
    """What came back; ``videre`` is where one is sent on to."""

    kode: int
    tekst: str
    videre: str = ""


@dataclass
class Nettleser:
    """Somebody's browser, logged in with a role card."""

    port: int
    kapsler: dict[str, str] = field(default_factory=dict)

    def logg_inn(self, stilling: uuid.UUID) -> Nettleser:
        """In as the one who has the role."""
        self.be("GET", "/logg-inn/")
        svar = self.skjema(f"/rollekort/{stilling}/", {})
        assert svar.kode == 302, svar
        return self

    def be(self, metode: str, adresse: str, kropp: bytes = b"", slag: str = "") -> Svar:
        """One request on a connection of its own. Raises ``OSError`` or ``HTTPException`` when no whole answer comes."""
        kobling = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SVARTID)
        try:
            hoder = {"Cookie": "; ".join(f"{navn}={verdi}" for navn, verdi in self.kapsler.items())}
            kobling.request(metode, adresse, kropp, hoder | ({"Content-Type": slag} if slag else {}))
            with kobling.getresponse() as svar:
                for linje in svar.headers.get_all("Set-Cookie", []):
                    navn, _, verdi = linje.split(";", 1)[0].partition("=")
                    self.kapsler[navn] = verdi
                return Svar(svar.status, svar.read().decode(), svar.headers.get("Location", ""))
        finally:
            kobling.close()

    def skjema(self, adresse: str, felt: dict[str, str]) -> Svar:
        """Send a form."""
        alle = {"csrfmiddlewaretoken": self.kapsler["csrftoken"], **felt}
        return self.be("POST", adresse, urlencode(alle).encode(), "application/x-www-form-urlencoded")

    def fil(self, adresse: str, navn: str, data: bytes) -> Svar:
        """Send a file."""
        grense = uuid.uuid4().hex
        deler = (
            f'--{grense}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.kapsler["csrftoken"]}\r\n'.encode(),
            f'--{grense}\r\nContent-Disposition: form-data; name="filer"; filename="{navn}"\r\n\r\n'.encode() + data,
            f"\r\n--{grense}--\r\n".encode(),
        )
        return self.be("POST", adresse, b"".join(deler), f"multipart/form-data; boundary={grense}")


def til_det_gaar(prov: Callable[[], Svar], kode: int, videre: str = "", stans: Event | None = None) -> str | None:
    """Try the same again until the answer is ``kode``, on to ``videre``; None when ``stans`` came first. Raises ``GikkIkke``.

    No answer, and answers that say that something is wrong on the server, are tried again; any other answer is a fault of its own.
    """
    frist = time.monotonic() + FRIST
    while time.monotonic() < frist and not (stans and stans.is_set()):
        try:
            svar = prov()
        except (OSError, http.client.HTTPException):
            svar = Svar(500, "")
        if (svar.kode, svar.videre) == (kode, videre):
            return svar.tekst
        if svar.kode < 500:
            raise GikkIkke(f"{svar.kode} {svar.videre}: {svar.tekst[-2000:]}")
        time.sleep(PAUSE)
    if stans and stans.is_set():
        return None
    raise GikkIkke("ingen svarte")


@dataclass
class Utfallsskriver:
    """Registers «informert» again and again on candidates that are this one's alone."""

    nettleser: Nettleser
    kandidater: Iterator[uuid.UUID]
    stans: Event
    nytt: Event
    bekreftet: list[tuple[uuid.UUID, uuid.UUID]] = field(default_factory=list)
    """(candidate, key of the form) of each outcome that the server has acknowledged."""

    def skriv(self) -> None:
        """One form after the other until ``stans``; the last is seen through."""
        for kandidat in self.kandidater:
            adresse = f"/kandidater/{kandidat}/informert/"
            side = til_det_gaar(partial(self.nettleser.be, "GET", adresse), 200, stans=self.stans)
            if side is None:
                return
            felt = {**dict(FELT.findall(side)), "kanal": "samtale", "tekst": "Drap."}
            til_det_gaar(partial(self.nettleser.skjema, adresse, felt), 302, f"/kandidater/{kandidat}/")
            self.bekreftet.append((kandidat, uuid.UUID(felt["nokkel"])))
            self.nytt.set()


@dataclass
class Filsender:
    """Uploads one file after the other."""

    nettleser: Nettleser
    filer: Iterator[tuple[str, bytes]]
    stans: Event
    bekreftet: list[str] = field(default_factory=list)
    """The names of the files that the server has taken."""

    def skriv(self) -> None:
        """One file after the other until ``stans``; the last is seen through."""
        for navn, data in self.filer:
            if self.stans.wait(0.3):
                return
            til_det_gaar(partial(self.nettleser.fil, "/filer/", navn, data), 302, "/filer/")
            self.bekreftet.append(navn)


@dataclass
class Traad:
    """A writer at work; what goes wrong in it is raised by ``ferdig``."""

    arbeid: Callable[[], None]
    feil: BaseException | None = None

    def start(self) -> Traad:
        """Begin."""
        self._traad = Thread(target=self._kjor, daemon=True)
        self._traad.start()
        return self

    def _kjor(self) -> None:
        try:
            self.arbeid()
        except BaseException as feil:
            self.feil = feil

    def ferdig(self) -> None:
        """Wait, and raise what went wrong."""
        self._traad.join(2 * FRIST)
        assert not self._traad.is_alive(), "skriveren ble aldri ferdig"
        if self.feil is not None:
            raise self.feil


def veiledere(sted: Nettsted) -> list[tuple[uuid.UUID, list[uuid.UUID]]]:
    """Each veileder's role, and the candidates on their list whom one may still inform."""
    kan = "k.siste_utfall_id is null or u.slag in ('informert', 'takket_nei', 'ikke_i_malgruppen')"
    vernet = "k.person_id not in (select person_id from tilgang_skjerming union select person_id from tilgang_inhabil)"
    rader = sted.sql(
        "select s.id, array_agg(k.id order by k.id) from tilgang_stilling s join kandidat_kandidat k on k.veileder_id = s.ansatt_id "
        f"left join kandidat_utfall u on u.id = k.siste_utfall_id where s.rolle = 'veileder' and ({kan}) and {vernet} group by 1 order by 1"
    )
    return [(stilling, list(kandidater)) for stilling, kandidater in rader]  # type: ignore[misc,call-overload]
