"""The demo's own database: made the first time, brought up to date when the code has new tables."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

from skreddersom.demo import tilstand as tilstander
from skreddersom.plattform.oppsett.roller import Adresser, Passord, adresser, opprett_database, sikre_roller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skreddersom.demo.tilstand import Tilstand
    from skreddersom.plattform.postgres import Database

BASE: Final = "skreddersom_demo"
PAKKE: Final = Path(__file__).resolve().parents[1]


def ta_i_bruk(database: Database, mappe: Path) -> tuple[Adresser, Tilstand]:
    """Make the database if it is not there, and set Django up on it as the program's role.

    One that was never filled to the end is begun anew: nobody has been let into it.
    """
    tilstand = tilstander.les(mappe)
    if not tilstand.lastet:
        _fjern(database)
    plass, ny = _sikre_base(database, Passord(tilstand.eier, tilstand.program))
    if ny:
        tilstand = tilstander.endre(mappe, tilstand, oppsett="", lastet=False)
    os.environ["SKREDDERSOM_DEMO_HEMMELIGHET"] = tilstand.hemmelighet
    os.environ["DJANGO_SETTINGS_MODULE"] = "skreddersom.plattform.oppsett.demo"
    os.environ["SKREDDERSOM_DEMO_DATABASE"] = plass.program
    return plass, tilstand


@contextmanager
def uten_aa_vente_paa_disken(database: Database) -> Iterator[None]:
    """Sessions that begin inside do not wait for the disk, for nobody has been told that anything is kept. Afterwards all of it is."""
    with psycopg.connect(database.dsn(), autocommit=True) as kobling:
        kobling.execute(sql.SQL("alter database {} set synchronous_commit = off").format(sql.Identifier(BASE)))
        yield
        kobling.execute(sql.SQL("alter database {} reset synchronous_commit").format(sql.Identifier(BASE)))
        kobling.execute("checkpoint")


def lag_tabeller(plass: Adresser, fortell: Callable[[str], None], imens: Callable[[], object]) -> None:
    """Make the tables as the code wants them, and do ``imens`` meanwhile."""
    fortell("Lager tabellene …")
    # In a process of its own, so that the owner's connection is gone when the program starts.
    omgivelser = os.environ | {"SKREDDERSOM_DEMO_DATABASE": plass.eier}
    with subprocess.Popen([sys.executable, "-P", "-m", "skreddersom.plattform.oppsett.tabeller"], env=omgivelser) as prosess:
        imens()
    if prosess.returncode:
        raise subprocess.CalledProcessError(prosess.returncode, prosess.args)


def _fjern(database: Database) -> None:
    with psycopg.connect(database.dsn(), autocommit=True) as kobling:
        kobling.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(BASE)))


def _sikre_base(database: Database, passord: Passord) -> tuple[Adresser, bool]:
    """Where the database is, and whether it was made now."""
    with psycopg.connect(database.dsn(), autocommit=True) as kobling:
        finnes = kobling.execute("select from pg_database where datname = %s", [BASE]).fetchone()
    if finnes is None:
        return opprett_database(database.dsn(), BASE, passord), True
    sikre_roller(database.dsn(), passord)
    return adresser(database.dsn(), BASE, passord), False


def avtrykk() -> str:
    """A fingerprint of every migration of ours."""
    filer = sorted(PAKKE.glob("*/*/migrations/*.py"))
    return sha256(b"".join(fil.read_bytes() for fil in filer)).hexdigest()
