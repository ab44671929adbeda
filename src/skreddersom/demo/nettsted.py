"""The demo as a web site: database, people, pages and jobs, started in order and ended together."""

from __future__ import annotations

import os
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.demo import database as demodatabase
from skreddersom.demo import tilstand as tilstander
from skreddersom.demo.basseng import basseng, varm_opp
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.prosesser import hold_i_gang
from skreddersom.plattform.oppsett.tjenester import MAPPE, arbeider, nettjener
from skreddersom.plattform.postgres import Tjener, slett

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

    from skreddersom.plattform.postgres.tilkobling import Database

VERT: Final = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Nettsted:
    """The demo in ``mappe``, on ``port`` of this machine. ``fortell`` gets a line when a step that takes time begins or ends.

    ``lag_filer`` makes the files with the people, if they are not there.
    """

    mappe: Path
    port: int
    fortell: Callable[[str], None]
    lag_filer: Callable[[], None] = lambda: None

    def kjor(self, *, ny: bool, start: float) -> int:
        """Serve until Ctrl-C. Returns 0. Raises ``Brukerfeil`` when something stands in the way."""
        krev_ledig(self.port)
        if ny:
            slett(self.mappe / "database")
        self.mappe.mkdir(parents=True, exist_ok=True)
        with Tjener(self.mappe / "database", fortell=lambda steg: self.fortell(f"{steg[0].upper()}{steg[1:]} …")) as database:
            self._gjor_klar(database)
            hold_i_gang([nettjener(VERT, self.port), arbeider()], os.environ, MAPPE, Klarmelding(self, start).se_til)
            self.fortell("Avslutter. Alt dere har gjort, er tatt vare på til neste gang.")
        return 0

    def _gjor_klar(self, database: Database) -> None:
        """Tables and people, where they are not there. The files are made, and the processes get ready, while the tables are."""
        plass, tilstand = demodatabase.ta_i_bruk(database, self.mappe)
        avtrykk = demodatabase.avtrykk()
        if not tilstand.lastet:
            with demodatabase.uten_aa_vente_paa_disken(database), basseng() as prosesser:
                demodatabase.lag_tabeller(plass, self.fortell, lambda: self._forbered(prosesser))
                self._last_inn(prosesser)
        elif tilstand.oppsett != avtrykk:
            demodatabase.lag_tabeller(plass, self.fortell, self.lag_filer)
        tilstander.endre(self.mappe, tilstand, oppsett=avtrykk, lastet=True)

    def _forbered(self, prosesser: Executor) -> None:
        varm_opp(prosesser)
        self.lag_filer()

    def _last_inn(self, prosesser: Executor) -> None:
        import django

        django.setup()
        from django.db import connection
        from django.utils import timezone

        from skreddersom.demo.fylling import fyll

        fyll(prosesser, self.mappe / "agder", self.fortell, timezone.localdate())
        connection.close()

    def si_klar(self, sekunder: float) -> None:
        """Tell where to go, and how to end."""
        tid = "1 sekund" if round(sekunder) == 1 else f"{sekunder:.0f} sekunder"
        self.fortell(f"Klart på {tid}. Åpne http://{VERT}:{self.port} og velg hvem du vil være.")
        self.fortell("Alle menneskene er oppdiktet. Trykk Ctrl-C for å avslutte; «demo --ny» begynner på nytt.")


@dataclass
class Klarmelding:
    """Says once that the pages can be opened, when they can."""

    nettsted: Nettsted
    start: float
    sagt: bool = False

    def se_til(self) -> None:
        """Look, until it has been said."""
        if self.sagt:
            return
        with suppress(OSError), socket.create_connection((VERT, self.nettsted.port), timeout=1):
            self.sagt = True
            self.nettsted.si_klar(time.monotonic() - self.start)


def krev_ledig(port: int) -> None:
    """Raises ``Brukerfeil`` if something else answers on ``port``, before anything is made."""
    with socket.socket() as sokkel:
        sokkel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sokkel.bind((VERT, port))
        except OSError:
            raise Brukerfeil(f"port {port} er opptatt. Avslutt det som bruker den, eller velg en annen med --port {port + 1}.") from None
