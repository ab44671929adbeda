"""Commands that act for a member of staff: who it is, checked as at login, and told to the database. Everything is logged as theirs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from skreddersom.plattform.tilgang.kontekst import Kontekst

INNSTILLINGER: Final = "skreddersom.plattform.oppsett.drift"


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say who acts, and where."""
    parser.add_argument("--kontor", required=True, metavar="NAVN", help="kontoret, slik det heter i Skreddersøm")
    parser.add_argument("--som", required=True, metavar="EPOST", help="den ansatte som gjør det; står i loggen")


def kontekst(valg: argparse.Namespace, roller: Collection[str]) -> Kontekst:
    """The context of the member of staff named, in one of ``roller`` at the office. The database is where DATABASE_URL says.

    Raises ``Brukerfeil`` when there is no such office or role, or the database cannot be reached.
    """
    _sett_opp()
    from skreddersom.plattform.tilgang import okt
    from skreddersom.plattform.tilgang.hvem import stillinger
    from skreddersom.plattform.tilgang.models import Ansatt, Kontor

    kontor = Kontor.objects.filter(navn=valg.kontor).first()
    if kontor is None:
        raise Brukerfeil(f"det finnes ikke noe kontor som heter «{valg.kontor}». Se etter at navnet er skrevet helt likt.")
    ansatt = Ansatt.objects.filter(epost__iexact=valg.som).first()
    for stilling in stillinger(ansatt.pk).filter(kontor=kontor, rolle__in=roller) if ansatt else ():
        return okt.kontekst(stilling)
    raise Brukerfeil(f"{valg.som} har ikke en rolle ved {kontor} i dag som kan gjøre dette ({', '.join(roller)}).")


def _sett_opp() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", INNSTILLINGER)
    import django
    from django.db import OperationalError, connection

    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError:
        raise Brukerfeil("får ikke kontakt med databasen. Se etter at den kjører, og at DATABASE_URL er riktig.") from None
