"""A PostgreSQL for one folder: made the first time, started when nobody has it running, shared when somebody has."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import fjerning, foreldrelos, kjoremappe, klynge, leie
from skreddersom.plattform.postgres import maate as maater
from skreddersom.plattform.postgres.binarer import velg as velg_binarer
from skreddersom.plattform.postgres.forklaringer import INGEN_SOKKELMAPPE, KAN_IKKE_SLETTES, STOPPET, med_forklaring
from skreddersom.plattform.postgres.mappe import Databasemappe
from skreddersom.plattform.postgres.omgivelser import RENE_OMGIVELSER
from skreddersom.plattform.postgres.tilkobling import FRIST, Database, gjor_klar, oppgitt
from skreddersom.plattform.postgres.vokter import Oppdrag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from skreddersom.plattform.postgres.binarer import Binarer
    from skreddersom.plattform.postgres.leie import Leie
    from skreddersom.plattform.postgres.maate import Maate

LENGSTE_SOKKEL = 103  # bytes in the path of a Unix socket: 107 on Linux, 103 on macOS

FASTE = {"listen_addresses": "", "unix_socket_permissions": "0700", "port": str(kjoremappe.PORT)}
"""Settings that make the server private."""

FLYKTIGE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Settings that make the server fast and its data worthless after a crash."""

INGEN: Mapping[str, str] = MappingProxyType({})


@contextmanager
def kjorende(mappe: Path, *, binarer: Binarer | None = None, fortell: Callable[[str], None] = lambda _: None) -> Iterator[Database]:
    """A database to work with: the one ``DATABASE_URL`` names, else our own in ``mappe``, running for as long as the block lasts.

    ``binarer`` names a PostgreSQL to run instead of the one we would choose; ``fortell`` gets a line before each step that takes time.
    Raises ``Brukerfeil``.
    """
    url = os.environ.get("DATABASE_URL")
    if url:
        yield oppgitt(url)
        return
    with Tjener(mappe, binarer=binarer, fortell=fortell) as database:
        yield database


def slett(mappe: Path) -> None:
    """Remove the database in ``mappe``, for a fresh start. What is not ours is left. Raises ``Brukerfeil``, also if it is in use."""
    plass = Databasemappe.av(mappe)
    with med_forklaring(plass.rot), suppress(FileNotFoundError), plass.laas() as laas:
        if laas is None:
            raise Brukerfeil(KAN_IKKE_SLETTES.format(mappe=mappe))
        if any(plass.rot.iterdir()):
            plass.krev_vaar()
            foreldrelos.stans(plass.data)
            fjerning.fjern(plass)


class Tjener:
    """Our own server for ``mappe``; ``binarer`` and ``fortell`` as for ``kjorende``.

    Several processes may have a ``Tjener`` for the same folder; they share one server, which stops with the last of them.
    ``innstillinger`` are PostgreSQL's, for the one who starts it. With ``flyktig`` the server is fast, and a crash may cost the data;
    that is settled when the folder is made, so that a test never risks data that must last, nor anyone trusts a test's data.
    """

    def __init__(
        self,
        mappe: Path,
        *,
        binarer: Binarer | None = None,
        fortell: Callable[[str], None] = lambda _: None,
        innstillinger: Mapping[str, str] = INGEN,
        flyktig: bool = False,
    ) -> None:
        if FLYKTIGE.keys() & innstillinger.keys():
            raise ValueError("fsync, synchronous_commit and full_page_writes come with flyktig=True only")
        self._mappe = Databasemappe.av(mappe)
        self._binarer = binarer
        self._fortell = fortell
        self._innstillinger = {**innstillinger, **(FLYKTIGE if flyktig else {}), **FASTE}
        self._flyktig = flyktig
        self._leie: Leie | None = None

    def __enter__(self) -> Database:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stopp()

    def start(self) -> Database:
        """Make, start or join the server, and return when it answers. Raises ``Brukerfeil``."""
        with med_forklaring(self._mappe.rot):
            self._mappe.rot.mkdir(mode=0o711, parents=True, exist_ok=True)
            self._leie = self._leie or leie.skaff(self._mappe, self._forbered, FRIST)
            try:
                self._mappe.krev_holdbarhet(flyktig=self._flyktig)
                return self.vent_til_klar()
            except BaseException:
                self.stopp()
                raise

    def vent_til_klar(self) -> Database:
        """Return when the server answers, for example after it has died and is being started again. Raises ``Brukerfeil``."""
        sokkelmappe = self._mappe.kjoremappe()
        if self._leie is None or sokkelmappe is None:
            raise Brukerfeil(STOPPET.format(grunn="ingen har startet den", logg=self._mappe.logg))
        return gjor_klar(self._mappe, sokkelmappe, self._leie)

    def stopp(self) -> None:
        """Let go of the server; it stops if no one else has it. Safe to call twice.

        If its watcher has been killed, the server is stopped here.
        """
        if self._leie is None:
            return
        self._leie.slutt()
        self._leie = None
        with suppress(FileNotFoundError), self._mappe.laas() as laas:
            if laas is not None:
                foreldrelos.stans(self._mappe.data)
                self._mappe.fjern_kjoremappe()

    def _forbered(self, laas: int) -> Oppdrag:
        """While alone with the folder: choose programs and way, make the data the first time, and say what is to be watched."""
        self._mappe.ta_i_bruk(flyktig=self._flyktig)
        binarer = self._binarer or velg_binarer(self._mappe.hovedversjon())
        maate = maater.velg(self._mappe, binarer)
        if not self._mappe.data.exists():
            self._fortell("lager databasen")
            klynge.opprett(self._mappe, binarer, maate, laas)
        self._rydd_etter_forrige()
        ny = _ny_kjoremappe(maate)
        try:
            kjoremappe.skriv(self._mappe.merke, ny)
        except BaseException:
            kjoremappe.fjern(ny)
            raise
        self._fortell("starter databasen")
        return self._oppdrag(binarer, maate, ny, laas)

    def _rydd_etter_forrige(self) -> None:
        """What a run that was killed has left behind."""
        self._mappe.fjern_kjoremappe()
        if self._mappe.logg.exists():
            self._mappe.logg.replace(self._mappe.forrige_logg)

    def _oppdrag(self, binarer: Binarer, maate: Maate, sokkelmappe: Path, laas: int) -> Oppdrag:
        valg = self._innstillinger | {"unix_socket_directories": f'"{sokkelmappe}"'}
        argv = [binarer.postgres, "-D", str(self._mappe.data)]
        for navn, verdi in valg.items():
            argv += ["-c", f"{navn}={verdi}"]
        data, merke = str(self._mappe.data), str(self._mappe.merke)
        return Oppdrag(maate.kommando(*argv), data, str(sokkelmappe), merke, RENE_OMGIVELSER, laas)


def _ny_kjoremappe(maate: Maate) -> Path:
    """A new folder for sockets, closed to others. Not beside the data: a checkout may be too deep for a socket's path.

    Not in XDG_RUNTIME_DIR either: that is emptied when the user logs out, also under a server that goes on.
    """
    for sted in ("/tmp", tempfile.gettempdir()):  # noqa: S108 – mkdtemp makes a folder nobody else can have made
        if len(os.fsencode(Path(sted) / f"{kjoremappe.FORSTAVELSE}12345678" / kjoremappe.SOKKEL)) > LENGSTE_SOKKEL:
            continue
        with suppress(OSError):
            ny = Path(tempfile.mkdtemp(prefix=kjoremappe.FORSTAVELSE, dir=sted))
            maate.gi(ny)
            return ny
    raise Brukerfeil(INGEN_SOKKELMAPPE)
