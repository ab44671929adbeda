"""The demo: made-up people on this machine only. Never a real database, never another machine's visitors."""

from __future__ import annotations

import os

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.oppsett.felles import *  # noqa: F403 – this is how Django's settings build on one another
from skreddersom.plattform.oppsett.omgivelser import database, paakrevd

if os.environ.get("DATABASE_URL"):
    raise Brukerfeil(
        "rollekort finnes bare i demoen, og demoen bruker sin egen database. Fjern DATABASE_URL, eller start med «drift tjen»."
    )

DEBUG = False
SECRET_KEY = paakrevd("SKREDDERSOM_DEMO_HEMMELIGHET", "Start demoen med: python3 skreddersom.py demo")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DATABASES = {"default": database(paakrevd("SKREDDERSOM_DEMO_DATABASE", "Start demoen med: python3 skreddersom.py demo"))}
ROLLEKORT = True
VIS_GALLERI = True
