"""The whole of ``benk web``: make the country, put the load on it, ask what row-level security costs, and clean up."""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

from skreddersom.benk.nett.nettsted import database, server
from skreddersom.benk.nett.rapport import Nettrapport, lag_nettrapport

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.benk.nett.nettsted import Grunnlag
    from skreddersom.benk.nett.omfang import Omfang


def gjennomfor(omfang: Omfang, meld: Callable[[str], None]) -> Nettrapport:
    """Measure; ``meld`` is told what is going on. Raises ``Brukerfeil``."""
    with database(meld) as grunnlag:
        _bruk_django(grunnlag)
        return _mal(omfang, grunnlag, meld)


def _bruk_django(grunnlag: Grunnlag) -> None:
    """We make the country and the sessions with the product's own code, in this process."""
    import django

    os.environ.update(grunnlag.omgivelser)
    django.setup()


def _mal(omfang: Omfang, grunnlag: Grunnlag, meld: Callable[[str], None]) -> Nettrapport:
    from django.db import connection

    from skreddersom.benk.nett.brukere import logg_inn_alle
    from skreddersom.benk.nett.landet import fyll
    from skreddersom.benk.nett.last import send
    from skreddersom.benk.nett.loggen import mal_loggen
    from skreddersom.benk.nett.radsikkerhet import mal_pris
    from skreddersom.benk.nett.trafikk import legg_plan

    fyll(grunnlag.administrator, omfang, meld)
    plan = legg_plan(omfang, logg_inn_alle(), Random(omfang.fro))  # noqa: S311 – the same load every time
    with server(grunnlag.omgivelser) as sokkel:
        meld(f"Sender {len(plan)} forespørsler, {omfang.takt:.0f} i sekundet")
        for_ = os.getloadavg()[0]
        svar = send(plan, sokkel)
    etter = os.getloadavg()[0]
    meld("Måler hva radsikkerhet koster")
    priser = mal_pris(plan, grunnlag.adresser.program, grunnlag.administrator, omfang.runder)
    connection.close()
    meld("Verifiserer loggen")
    loggen = mal_loggen(grunnlag.administrator, grunnlag.omgivelser, omfang.loggrader)
    return lag_nettrapport(omfang, svar, (priser, loggen), (for_, etter))
