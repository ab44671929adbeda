"""What the surroundings decide: read from environment variables, once, with a sentence when something is missing or wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping


def paakrevd(navn: str, kur: str) -> str:
    """The variable ``navn``. Raises ``Brukerfeil`` with the cure when it is not set."""
    verdi = os.environ.get(navn, "")
    if not verdi:
        raise Brukerfeil(f"{navn} er ikke satt. {kur}")
    return verdi


def liste(navn: str) -> list[str]:
    """The variable ``navn`` as words, separated by commas; empty when it is not set."""
    return [ord_.strip() for ord_ in os.environ.get(navn, "").split(",") if ord_.strip()]


def database(url: str) -> dict[str, Any]:
    """A PostgreSQL address as Django wants it; a Unix socket is given as ``?host=/mappe``. Raises ``Brukerfeil``."""
    try:
        deler = {navn: verdi for navn, verdi in conninfo_to_dict(url).items() if verdi is not None}
    except ProgrammingError:
        raise Brukerfeil("DATABASE_URL kan ikke leses. Skriv den slik: postgresql://bruker:passord@tjener:5432/database") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": deler.pop("dbname", ""),
        "USER": deler.pop("user", ""),
        "PASSWORD": deler.pop("password", ""),
        "HOST": deler.pop("host", ""),
        "PORT": str(deler.pop("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": deler,
    }


def adresse(innstillinger: Mapping[str, Any]) -> str:
    """The opposite of ``database``: the address as psycopg wants it, for work that goes past Django."""
    navn = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    deler = {maal: innstillinger[fra] for fra, maal in navn.items() if innstillinger.get(fra)}
    return make_conninfo("", **deler, **{valg: str(verdi) for valg, verdi in innstillinger.get("OPTIONS", {}).items()})
