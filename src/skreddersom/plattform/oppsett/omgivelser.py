"""What the surroundings decide: read from environment variables, once, with a sentence when something is missing or wrong."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.forberedt import INNSTILLING

if TYPE_CHECKING:
    from collections.abc import Mapping


KORTESTE_HEMMELIGHET: Final = 40


def paakrevd(navn: str, kur: str) -> str:
    """The variable ``navn``. Raises ``Brukerfeil`` with the cure when it is not set."""
    verdi = os.environ.get(navn, "")
    if not verdi:
        raise Brukerfeil(f"{navn} er ikke satt. {kur}")
    return verdi


def hemmelighet(navn: str) -> str:
    """The variable ``navn``, which must be long. Raises ``Brukerfeil``."""
    kur = "Lag en lang, tilfeldig tekst (minst 40 tegn) og hold den for dere selv."
    verdi = paakrevd(navn, kur)
    if len(verdi) < KORTESTE_HEMMELIGHET:
        raise Brukerfeil(f"{navn} er for kort. {kur}")
    return verdi


def verter(navn: str) -> list[str]:
    """The host names in the variable ``navn``, separated by commas. Raises ``Brukerfeil`` when there are none, or one that is any."""
    kur = "Skriv vertsnavnet som sidene har i nettleseren, for eksempel kvp.kommunen.no"
    navnene = [ord_.strip() for ord_ in paakrevd(navn, kur).split(",") if ord_.strip()]
    if not navnene or any("*" in ett or "/" in ett or ett.startswith(".") for ett in navnene):
        raise Brukerfeil(f"{navn} må være hele vertsnavn, uten «*» og uten «https://». {kur}")
    return navnene


def antall(navn: str, ellers: int) -> int:
    """The variable ``navn`` as a whole number from zero; ``ellers`` when it is not set. Raises ``Brukerfeil``."""
    verdi = os.environ.get(navn, "") or str(ellers)
    if not (verdi.isascii() and verdi.isdecimal()):
        raise Brukerfeil(f"{navn} må være et helt tall, ikke «{verdi}».")
    return int(verdi)


def oidc(navn: str) -> list[dict[str, Any]]:
    """The login providers in the variable ``navn``: JSON, one object for each, as django-allauth wants them. Raises ``Brukerfeil``.

    The municipality's own Entra ID. It does not say whether an address is confirmed; the claim in ``epost_fra`` is trusted because
    the tenant is the municipality's own::

        [{"provider_id": "entra", "name": "Entra ID", "client_id": "…", "secret": "…",
          "settings": {"server_url": "https://login.microsoftonline.com/<tenant>/v2.0", "epost_fra": "preferred_username"}}]

    Ansattporten, which logs in at another address than its own, and needs ``innlogging_hos`` for the browser to go there. It tells no
    e-mail address unless the client is set up for one; without one nobody is recognised::

        [{"provider_id": "ansattporten", "name": "Ansattporten", "client_id": "…", "secret": "…",
          "settings": {"server_url": "https://ansattporten.no", "innlogging_hos": ["https://login.ansattporten.no"]}}]
    """
    try:
        apper = json.loads(os.environ.get(navn) or "[]")
        riktig = all({"provider_id", "name", "client_id"} <= app.keys() and app["settings"]["server_url"] for app in apper)
    except (ValueError, TypeError, KeyError, AttributeError):
        riktig, apper = False, []
    if not riktig or any("/common/" in app["settings"]["server_url"] for app in apper):
        raise Brukerfeil(f"{navn} kan ikke brukes. Skriv den som JSON, slik docs/drift.md viser, og med kommunens egen leietaker (tenant).")
    return list(apper)


def brevsender(navn: str) -> dict[str, Any]:
    """How letters go out, from the variable ``navn``: JSON with ``adresse`` and ``token``; unset: by hand. Raises ``Brukerfeil``.

    ``kobling`` and ``svar`` may be given too: seconds to wait for the service.
    """
    tekst = os.environ.get(navn, "")
    if not tekst:
        return {"sender": "skreddersom.plattform.brev.sendere.nedlasting.Nedlasting"}
    try:
        valg = json.loads(tekst)
        riktig = valg.keys() <= {"adresse", "token", "kobling", "svar"} and str(valg["adresse"]).startswith("https://")
    except (ValueError, KeyError, AttributeError):
        riktig, valg = False, {}
    if not riktig:
        raise Brukerfeil(f'{navn} kan ikke brukes. Skriv den slik: {{"adresse": "https://…", "token": "…"}}')
    return {"sender": "skreddersom.plattform.brev.sendere.svarut.SvarUt", **valg}


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
        "OPTIONS": deler | INNSTILLING,
    }


def adresse(innstillinger: Mapping[str, Any]) -> str:
    """The opposite of ``database``: the address as psycopg wants it, for work that goes past Django."""
    navn = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    deler = {maal: innstillinger[fra] for fra, maal in navn.items() if innstillinger.get(fra)}
    egne = innstillinger.get("OPTIONS", {}).items() - INNSTILLING.items()
    return make_conninfo("", **deler, **{valg: str(verdi) for valg, verdi in egne})
