"""``drift``: what the one who looks after a real installation types. ``docs/drift.md`` shows the order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.cli.strom import si
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.tjenester import I_DRIFT

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

INNSTILLINGER = "skreddersom.plattform.oppsett.drift"
UTEN_KONTAKT: Final = "får ikke kontakt med databasen. Se etter at den kjører, og at DATABASE_URL har rett adresse og passord."
LENGST: Final = 107  # bytes in the path of a socket, on Linux


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the actions of ``drift``."""
    under = parser.add_subparsers(dest="gjor", required=True, metavar="handling", title="handlinger")
    under.add_parser("migrer", help="lag eller oppdater tabellene; DATABASE_URL peker på eieren av databasen")
    under.add_parser("sjekk", help="se etter at innstillinger, database og rolle er trygge")
    tjen = under.add_parser("tjen", help="gi ut sidene")
    tjen.add_argument("--vert", default="127.0.0.1", help="adressen å lytte på (ellers: 127.0.0.1, bak en mellomtjener med TLS)")
    tjen.add_argument("--port", type=int, default=8000, help="porten å lytte på (ellers: 8000)")
    tjen.add_argument(
        "--sokkel", type=Path, metavar="STI", help="lytt på en Unix-sokkel i stedet: raskest når mellomtjeneren står på samme maskin"
    )
    tjen.add_argument("--arbeidere", type=int, default=I_DRIFT["arbeidere"], help="antall prosesser (ellers: én for hver kjerne)")
    tjen.add_argument(
        "--traader", type=int, default=I_DRIFT["traader"], help="antall forespørsler hver av dem svarer på samtidig (ellers: 1)"
    )
    under.add_parser("arbeid", help="gjør jobbene som tar tid: kontroll av filer og gjennomganger")
    kontor = under.add_parser("kontor", help="legg til et kontor")
    kontor.add_argument("--navn", required=True)
    kontor.add_argument("--kommune", action="append", default=[], metavar="NR", help="kommunenummer; kan gjentas")
    kontor.add_argument("--slag", default="navkontor", choices=["navkontor", "statsforvalter", "direktorat"])
    ansatt = under.add_parser("ansatt", help="gi noen en rolle, for eksempel den første administratoren")
    for navn in ("navn", "epost", "kontor", "rolle"):
        ansatt.add_argument(f"--{navn}", required=True)


def kjor(valg: argparse.Namespace) -> int:
    """Do one of them, with the settings of production."""
    os.environ["DJANGO_SETTINGS_MODULE"] = INNSTILLINGER
    return HANDLINGER[valg.gjor](valg)


def _migrer(_valg: argparse.Namespace) -> int:
    return _django("migrate", "--verbosity", "1")


def _sjekk(_valg: argparse.Namespace) -> int:
    sett_opp()
    from skreddersom.plattform.tilgang.rettigheter import krev_liten_rolle

    krev_liten_rolle()
    si("Databasen og rollen er i orden.")
    return _django("check", "--deploy", "--fail-level", "ERROR")


def _tjen(valg: argparse.Namespace) -> int:
    sett_opp()
    from django.core.management import call_command

    from skreddersom.plattform.oppsett.tjenester import nettjener, nettjener_bak
    from skreddersom.plattform.tilgang.rettigheter import krev_liten_rolle

    krev_liten_rolle()
    call_command("collectstatic", interactive=False, verbosity=0)
    antall = {"arbeidere": valg.arbeidere, "traader": valg.traader}
    return _bli(nettjener_bak(ledig_sokkel(valg.sokkel), **antall) if valg.sokkel else nettjener(valg.vert, valg.port, **antall))


def ledig_sokkel(sokkel: Path) -> Path:
    """``sokkel`` as it is from the root, without what a server that was killed left there. Raises ``Brukerfeil`` if it cannot be made."""
    sokkel = sokkel.absolute()
    if not sokkel.parent.is_dir():
        raise Brukerfeil(f"mappen {sokkel.parent} finnes ikke. Lag den, eller velg en annen sti til sokkelen.")
    if len(os.fsencode(sokkel)) > LENGST:
        raise Brukerfeil(f"stien til sokkelen er for lang: {sokkel}. Velg en på høyst {LENGST} tegn.")
    if sokkel.is_socket():
        sokkel.unlink()
    elif sokkel.exists():
        raise Brukerfeil(f"{sokkel} er noe annet enn en sokkel. Velg en annen sti.")
    return sokkel


def _arbeid(_valg: argparse.Namespace) -> int:
    from skreddersom.plattform.oppsett.tjenester import arbeider

    return _bli(arbeider())


def _kontor(valg: argparse.Namespace) -> int:
    sett_opp()
    from skreddersom.plattform.tilgang.oppstart import nytt_kontor

    si(f"Lagt til: {nytt_kontor(valg.navn, valg.slag, valg.kommune)}.")
    return 0


def _ansatt(valg: argparse.Namespace) -> int:
    sett_opp()
    from skreddersom.plattform.tilgang.oppstart import ny_stilling

    stilling = ny_stilling(valg.navn, valg.epost, valg.kontor, valg.rolle)
    si(f"{stilling.ansatt} er nå {stilling}.")
    return 0


HANDLINGER: dict[str, Callable[[argparse.Namespace], int]] = {
    "migrer": _migrer,
    "sjekk": _sjekk,
    "tjen": _tjen,
    "arbeid": _arbeid,
    "kontor": _kontor,
    "ansatt": _ansatt,
}


def sett_opp() -> None:
    """Load the settings, production's if no others are named, and reach the database, or say in one sentence why not."""
    import django
    from django.db import OperationalError, connection

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", INNSTILLINGER)
    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError:
        raise Brukerfeil(UTEN_KONTAKT) from None


def _django(*ord_: str) -> int:
    return subprocess.run([sys.executable, "-P", "-m", "django", *ord_], check=False).returncode


def _bli(kommando: list[str]) -> int:
    """Become ``kommando``, so that signals from the one who started us reach it."""
    from skreddersom.plattform.oppsett.tjenester import MAPPE

    sys.stdout.flush()
    os.chdir(MAPPE)
    if os.name != "nt":  # exec on Windows returns to the prompt before the command is done
        os.execv(kommando[0], kommando)  # noqa: S606 – no shell is the point
    return subprocess.run(kommando, check=False).returncode
