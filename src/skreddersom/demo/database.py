"""The demo's own database: made the first time, brought up to date when the code has new tables."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg

from skreddersom.demo import tilstand as tilstander
from skreddersom.plattform.oppsett.roller import Adresser, Passord, adresser, opprett_database, sikre_roller

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.demo.tilstand import Tilstand
    from skreddersom.plattform.postgres import Database

BASE: Final = "skreddersom_demo"
PAKKE: Final = Path(__file__).resolve().parents[1]


def ta_i_bruk(database: Database, tilstand: Tilstand, mappe: Path, fortell: Callable[[str], None]) -> Tilstand:
    """Make the database if it is not there, set Django up on it as the program's role, and make the tables as the code wants them."""
    plass, ny = _sikre_base(database, Passord(tilstand.eier, tilstand.program))
    if ny:
        tilstand = tilstander.endre(mappe, tilstand, oppsett="", lastet=False)
    avtrykk = _avtrykk()
    os.environ["SKREDDERSOM_DEMO_HEMMELIGHET"] = tilstand.hemmelighet
    os.environ["DJANGO_SETTINGS_MODULE"] = "skreddersom.plattform.oppsett.demo"
    if tilstand.oppsett != avtrykk:
        fortell("Lager tabellene …")
        _migrer(plass.eier)
        tilstand = tilstander.endre(mappe, tilstand, oppsett=avtrykk)
    os.environ["SKREDDERSOM_DEMO_DATABASE"] = plass.program
    return tilstand


def _sikre_base(database: Database, passord: Passord) -> tuple[Adresser, bool]:
    """Where the database is, and whether it was made now."""
    with psycopg.connect(database.dsn(), autocommit=True) as kobling:
        finnes = kobling.execute("select from pg_database where datname = %s", [BASE]).fetchone()
    if finnes is None:
        return opprett_database(database.dsn(), BASE, passord), True
    sikre_roller(database.dsn(), passord)
    return adresser(database.dsn(), BASE, passord), False


def _migrer(eier: str) -> None:
    """In a process of its own, so that the owner's connection is gone when the program starts."""
    omgivelser = os.environ | {"SKREDDERSOM_DEMO_DATABASE": eier}
    subprocess.run([sys.executable, "-P", "-m", "django", "migrate", "--skip-checks", "--verbosity", "0"], env=omgivelser, check=True)


def _avtrykk() -> str:
    """A fingerprint of every migration of ours."""
    filer = sorted(PAKKE.glob("*/*/migrations/*.py"))
    return sha256(b"".join(fil.read_bytes() for fil in filer)).hexdigest()
