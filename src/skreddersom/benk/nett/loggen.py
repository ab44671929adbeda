"""How long ``logg verifiser`` takes for a whole country's log: every row hashed anew, and held against the chain and its head."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

import psycopg

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.kjede import Ledd, neste_hash
from skreddersom.plattform.oppsett.tjenester import MAPPE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

ENDENE: Final = """
select h.kontor_id, h.nr, h.hash, (select r.innhold from logg_rad r where r.kontor_id = h.kontor_id limit 1) from logg_hode h order by 1
"""
"""The end of each office's chain, and what such a row may say."""
GANGER: Final = 3
"""Counted runs; the first, which warms the disk's memory, is not among them."""
ANTALL: Final = re.compile(r"^(\d+) rader i ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loggmaling:
    """Rows in the log, and median seconds for the whole command, with the start of Python."""

    rader: int
    sekunder: float


def mal_loggen(administrator: str, omgivelser: Mapping[str, str], rader: int) -> Loggmaling:
    """Let the log grow to ``rader`` and verify it. Raises ``Brukerfeil`` if it is not found to be as it was written."""
    with psycopg.connect(administrator) as kobling:
        _la_vokse(kobling, rader)
    with psycopg.connect(administrator, autocommit=True) as kobling:
        kobling.execute("vacuum analyze logg_rad")
    lest, tider = 0, []
    for _ in range(GANGER + 1):
        start = time.perf_counter()
        lest = _verifiser(omgivelser)
        tider.append(time.perf_counter() - start)
    return Loggmaling(lest, median(tider[1:]))


def _verifiser(omgivelser: Mapping[str, str]) -> int:
    kommando = [sys.executable, "-P", "-m", "skreddersom", "logg", "verifiser"]
    svar = subprocess.run(kommando, env=dict(omgivelser), cwd=MAPPE, capture_output=True, text=True, check=False)
    antall = ANTALL.search(svar.stdout)
    if svar.returncode or antall is None:
        raise Brukerfeil(f"«logg verifiser» godtok ikke loggen: {(svar.stdout + svar.stderr).strip()[-300:]}")
    return int(antall[1])


def _la_vokse(kobling: psycopg.Connection, rader: int) -> None:
    """As many rows more in each office, until there are ``rader`` in all, chained as the database's trigger would have done it."""
    # As a restore does: what is copied is chained already.
    kobling.execute("set session_replication_role = replica")
    hoder = kobling.execute(ENDENE).fetchall()
    igjen = rader - sum(nr for _, nr, _, _ in hoder)
    for plass, (kontor, nr, hash_, innhold) in enumerate(hoder):
        if innhold is not None:
            antall = max(0, igjen) // (len(hoder) - plass)
            igjen -= antall
            _legg_til(kobling, kontor, Ledd(nr, hash_), innhold, antall)


def _legg_til(kobling: psycopg.Connection, kontor: UUID, ende: Ledd, innhold: str, antall: int) -> None:
    with kobling.cursor() as peker, peker.copy("copy logg_rad (kontor_id, nr, innhold, hash) from stdin") as ut:
        for nr in range(ende.nr + 1, ende.nr + 1 + antall):
            ende = Ledd(nr, neste_hash(ende.hash, nr, innhold.encode()))
            ut.write_row((kontor, nr, innhold, ende.hash))
    kobling.execute("update logg_hode set nr = %s, hash = %s where kontor_id = %s", [ende.nr, ende.hash, kontor])
