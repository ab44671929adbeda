"""A real web site to kill: own PostgreSQL with settings as durable as in production, the server and the worker kept going, one port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg

from porter import ledig_port, vent_paa_svar
from skreddersom.plattform.oppsett.roller import Passord, opprett_database
from skreddersom.plattform.oppsett.tjenester import MAPPE, arbeider
from skreddersom.plattform.postgres import Tjener
from skreddersom.plattform.postgres.foreldrelos import finn

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVER: Final = Path(__file__).resolve().parents[1]
FRIST: Final = 60.0
NAVN: Final = "drap"


@dataclass
class Nettsted:
    """The site: where it answers, its database as a superuser sees it, and the processes that can be killed."""

    mappe: Path
    port: int
    administrator: str
    omgivelser: dict[str, str]
    holder: subprocess.Popen[bytes] | None = None

    def start(self, *, sen_commit: bool = False) -> None:
        """Keep the server and the worker going, and return when it answers. ``sen_commit`` is the build that must fail."""
        omgivelser = self.omgivelser | ({"DRAP_SEN_COMMIT": "ja"} if sen_commit else {})
        with (self.mappe.parent / "nettsted.log").open("ab") as logg:
            self.holder = subprocess.Popen(_kommando("hold"), env=omgivelser, cwd=MAPPE, stdout=logg, stderr=logg, start_new_session=True)
        vent_paa_svar(self.port)

    def stopp(self) -> None:
        """End what ``start`` started, also workers whose server was killed: they are the only ones that know the port."""
        if self.holder is None:
            return
        alle = [self.holder.pid, *etterkommere(self.holder.pid)]
        self.holder.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.holder.wait(FRIST)
        for nummer in (*alle, *self._paa_porten()):
            drep(nummer)
        self.holder.wait()
        self.holder = None

    def _paa_porten(self) -> list[int]:
        numre = [int(sti.name) for sti in Path("/proc").iterdir() if sti.name.isdigit()]
        return [nummer for nummer in numre if f"\0--port\0{self.port}\0" in _argumenter(nummer)]

    def database(self) -> list[int]:
        """The PostgreSQL server."""
        nummer = finn(self.mappe / "data")
        return [nummer] if nummer else []

    def hele_nettjeneren(self) -> list[int]:
        """The server that its workers hang under."""
        return [nummer for nummer in self._barn() if "granian" in _argumenter(nummer)]

    def nettprosesser(self) -> list[int]:
        """The processes that answer."""
        return [barn for nummer in self.hele_nettjeneren() for barn in barn_av(nummer)]

    def jobbarbeider(self) -> list[int]:
        """The process that does the jobs."""
        return [nummer for nummer in self._barn() if arbeider()[-1] in _argumenter(nummer)]

    def _barn(self) -> list[int]:
        return barn_av(self.holder.pid) if self.holder else []

    def sql(self, sporring: str, *verdier: object) -> list[tuple[object, ...]]:
        """What the database says, past row-level security; waits while it is being started again."""
        frist = time.monotonic() + FRIST
        while True:
            try:
                with psycopg.connect(self.administrator) as kobling:
                    return kobling.execute(sporring, verdier).fetchall()
            except psycopg.OperationalError:
                assert time.monotonic() < frist, "databasen kom ikke igjen"
                time.sleep(0.05)

    def fullfor_jobbene(self) -> None:
        """Let the jobs that stand half-done be taken up and done, without waiting for the clock."""
        with psycopg.connect(self.administrator, autocommit=True) as kobling:
            kobling.execute("update procrastinate_jobs set scheduled_at = null where status = 'todo'")
        _kjor(self.omgivelser, "fullfor")


@contextmanager
def nettsted(mappe: Path) -> Iterator[Nettsted]:
    """The site with two offices and some people in it, ready to be started; ended afterwards."""
    with Tjener(mappe / NAVN) as database:
        adresser = opprett_database(database.dsn(), NAVN, Passord("drap", "drap"))
        port = ledig_port()
        felles = {**os.environ, "PYTHONPATH": f"{MAPPE}:{PROVER}", "DJANGO_SETTINGS_MODULE": "drap.oppsett", "TMPDIR": str(mappe)}
        omgivelser = felles | {"DRAP_PORT": str(port), "DRAP_DATABASE": adresser.program}
        migrer = [sys.executable, "-P", "-m", "skreddersom.plattform.oppsett.tabeller"]
        subprocess.run(migrer, env=omgivelser | {"DRAP_DATABASE": adresser.eier}, cwd=MAPPE, check=True)
        _kjor(omgivelser, "fyll", database.dsn(NAVN))
        sted = Nettsted(mappe / NAVN, port, database.dsn(NAVN), omgivelser)
        try:
            yield sted
        finally:
            sted.stopp()


def _kommando(hva: str, *argumenter: str) -> list[str]:
    return [sys.executable, "-P", "-m", "drap.barn", hva, *argumenter]


def _kjor(omgivelser: dict[str, str], hva: str, *argumenter: str) -> None:
    subprocess.run(_kommando(hva, *argumenter), env=omgivelser, cwd=MAPPE, check=True, timeout=2 * FRIST)


def drep(nummer: int) -> None:
    """SIGKILL; one that is gone already is no matter."""
    with suppress(ProcessLookupError):
        os.kill(nummer, signal.SIGKILL)


def etterkommere(nummer: int) -> list[int]:
    """Children, their children, and so on."""
    return [ett for barn in barn_av(nummer) for ett in (barn, *etterkommere(barn))]


def barn_av(nummer: int) -> list[int]:
    """The living children of a process."""
    try:
        traader = list(Path(f"/proc/{nummer}/task").iterdir())
        return [int(barn) for traad in traader for barn in (traad / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _argumenter(nummer: int) -> str:
    try:
        return Path(f"/proc/{nummer}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
