"""A database one can connect to: the one we run ourselves, or the one ``DATABASE_URL`` names. Ready means that a connection was made."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres.binarer import MINSTE
from skreddersom.plattform.postgres.forklaringer import FEIL_PASSORD, STOPPET, SVARTE_IKKE, forklar
from skreddersom.plattform.postgres.kjoremappe import PORT
from skreddersom.plattform.postgres.klynge import EIER, les_passord

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.plattform.postgres.leie import Leie
    from skreddersom.plattform.postgres.mappe import Databasemappe

BASE = "skreddersom"
VEDLIKEHOLD = "postgres"  # the database every new server has

FRIST = 60.0  # seconds for a server to be ready; recovery after a crash is part of it
FORSOK = 10  # seconds for one attempt
PAUSE, LENGSTE_PAUSE = 0.02, 0.25  # seconds between attempts, longer each time: the server is busy recovering
NOK_FORSOK = 3  # the watcher tries again by itself; after so many we tell the user
SLIPPER_IKKE = "is still in use"
IKKE_KLAR = "the database system is"  # what a server says to those who come too early

LOGGPLASS = 2**16  # bytes; with less left on the disk, the log may lack what matters
INGEN_PLASS = "No space left on device"  # as PostgreSQL would have said it

UGYLDIG_URL = "DATABASE_URL er ikke en gyldig adresse. Skriv den som «postgresql://bruker:passord@vert:5432/base», og prøv igjen."
INGEN_KONTAKT = "får ikke kontakt med databasen «{base}» på «{vert}» (DATABASE_URL). Sjekk adresse, bruker og passord, og prøv igjen."
FOR_GAMMEL = "databasen i DATABASE_URL er PostgreSQL {funnet}, og Skreddersøm trenger {minste} eller nyere. Oppgrader den, og prøv igjen."


@dataclass(frozen=True, slots=True)
class Database:
    """Where to connect. ``conninfo`` is what psycopg takes, with the password in it, so it is not shown; ``versjon`` as ``180006``.

    ``egen`` is true when the server is our own, and the connection that of the database's owner.
    """

    conninfo: str = field(repr=False)
    versjon: int
    egen: bool

    def dsn(self, navn: str | None = None, *, rolle: str | None = None, passord: str | None = None) -> str:
        """The conninfo of the database ``navn`` for ``rolle``; what is not given is as in ``conninfo``.

        The password belongs to the role: with another role there is none unless it is given.
        """
        deler = _deler(self.conninfo)
        if rolle is not None:
            deler.pop("password", None)
        valgt = {"dbname": navn, "user": rolle, "password": passord}
        return make_conninfo(**deler | {ord_: verdi for ord_, verdi in valgt.items() if verdi is not None})

    def url(self, navn: str | None = None, *, rolle: str | None = None, passord: str | None = None) -> str:
        """The same as ``dsn``, as an address for ``DATABASE_URL``. A socket's folder stands percent-encoded where the host does."""
        deler = _deler(self.dsn(navn, rolle=rolle, passord=passord))
        bruker, hemmelig, vert, base = (quote(deler.pop(ord_, ""), safe="") for ord_ in ("user", "password", "host", "dbname"))
        port = deler.pop("port", str(PORT))
        hvem = f"{bruker}:{hemmelig}@" if hemmelig else f"{bruker}@"
        return f"postgresql://{hvem}{vert}:{port}/{base}?{urlencode(deler, quote_via=quote)}"


def _deler(conninfo: str) -> dict[str, str]:
    return {ord_: str(verdi) for ord_, verdi in conninfo_to_dict(conninfo).items() if verdi is not None}


def adresse(mappe: Databasemappe, kjoremappe: Path, base: str = BASE) -> str:
    """The conninfo of our own server. Every part that a PG… variable in the user's environment could change is given."""
    passord = les_passord(mappe)
    return make_conninfo(host=str(kjoremappe), hostaddr="", port=PORT, dbname=base, user=EIER, password=passord, connect_timeout=FORSOK)


def gjor_klar(mappe: Databasemappe, kjoremappe: Path, leie: Leie) -> Database:
    """Wait until our own server answers, and see to that our database is there.

    Raises ``Brukerfeil`` when it is no longer watched, cannot start, or is not ready in ``FRIST``.
    """
    with _vent(mappe, adresse(mappe, kjoremappe, VEDLIKEHOLD), leie) as kobling:
        _lag_base(kobling)
        return Database(adresse(mappe, kjoremappe), kobling.info.server_version, egen=True)


def oppgitt(url: str) -> Database:
    """The database that ``url`` names, tried with a connection. Raises ``Brukerfeil``; no message has the password in it."""
    try:
        deler = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise Brukerfeil(UGYLDIG_URL) from None
    conninfo = make_conninfo(url, connect_timeout=deler.get("connect_timeout", FORSOK))
    try:
        with psycopg.connect(conninfo) as kobling:
            versjon = kobling.info.server_version
    except psycopg.OperationalError:
        raise Brukerfeil(INGEN_KONTAKT.format(base=deler.get("dbname", ""), vert=deler.get("host", "localhost"))) from None
    if versjon < MINSTE * 10_000:
        raise Brukerfeil(FOR_GAMMEL.format(funnet=versjon // 10_000, minste=MINSTE))
    return Database(conninfo, versjon, egen=False)


def _vent(mappe: Databasemappe, conninfo: str, leie: Leie) -> psycopg.Connection:
    """A connection, as soon as one can be made. The watcher starts a server that dies again, so one death is no reason to give up."""
    frist, dode_for, pause = time.monotonic() + FRIST, leie.dodsfall, PAUSE
    while time.monotonic() < frist:
        try:
            return psycopg.connect(conninfo, autocommit=True)
        except psycopg.OperationalError as feil:
            if "password authentication failed" in str(feil):
                raise Brukerfeil(FEIL_PASSORD.format(fil=mappe.passord)) from None
        if not leie.gjelder() or leie.dodsfall >= dode_for + NOK_FORSOK:
            _gi_opp_uten_haap(mappe, vokter_lever=leie.gjelder())
        time.sleep(pause)
        pause = min(pause * 1.3, LENGSTE_PAUSE)
    raise Brukerfeil(SVARTE_IKKE.format(sekunder=FRIST, logg=mappe.logg))


def _gi_opp_uten_haap(mappe: Databasemappe, *, vokter_lever: bool) -> None:
    """Raise ``Brukerfeil`` with the server's last words; but sessions of a server that was killed let go of the data in their own time."""
    siste_ord = _siste_ord(mappe.logg)
    if vokter_lever and SLIPPER_IKKE in siste_ord:
        return
    kur = forklar(siste_ord)
    if kur is not None:
        raise Brukerfeil(f"databasen i «{mappe.rot}» kan ikke starte: {kur}")
    raise Brukerfeil(STOPPET.format(grunn=siste_ord.rpartition(":  ")[2].rstrip("."), logg=mappe.logg))


def _lag_base(kobling: psycopg.Connection) -> None:
    """Make our database if it is not there; two that start at once may both find it missing."""
    if kobling.execute("SELECT FROM pg_database WHERE datname = %s", [BASE]).fetchone() is None:
        with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            kobling.execute(f"CREATE DATABASE {BASE}")


def _siste_ord(logg: Path) -> str:
    """The last line with which a server gave up; without any, the last line; without that, the reason there is none."""
    if shutil.disk_usage(logg.parent).free < LOGGPLASS:
        return INGEN_PLASS
    linjer = logg.read_text(errors="replace").splitlines() if logg.exists() else []
    ga_opp = [linje for linje in linjer if ("FATAL:" in linje or "PANIC:" in linje) and IKKE_KLAR not in linje]
    return (ga_opp or linjer or ["uten å si hvorfor"])[-1]
