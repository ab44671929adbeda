"""The anchor: how far each unit's log had come, and its last hash, in a small file that somebody else keeps.

Whoever owns the database can make the whole chain anew. Nobody can make it fit an anchor that stands in another house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import UUID

import psycopg

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.kjede import Ledd
from skreddersom.plattform.logg.strom import arbeid_for
from skreddersom.plattform.logg.verifisering import Funn, Slag

if TYPE_CHECKING:
    from collections.abc import Iterable

FORSTE_LINJE: Final = "skreddersom-anker 1"
KONTORLINJE: Final = re.compile(r"kontor ([0-9a-f-]{36}) ([1-9]\d*) ([0-9a-f]{64}) (\S+)")
ENDE: Final = "select h.nr, r.hash, r.tid from logg_hode h join logg_rad r using (kontor_id, nr) where kontor_id = %s"


@dataclass(frozen=True, slots=True)
class Feste:
    """One unit's log as it was: its end, and when the last row was written."""

    kontor: UUID
    ledd: Ledd
    tid: str


def les_av(adresse: str, kontorer: Iterable[UUID]) -> list[Feste]:
    """Where the logs of ``kontorer`` end now. Units without any row are left out."""
    fester = []
    with psycopg.connect(adresse) as kobling:
        kobling.execute("set transaction isolation level repeatable read, read only")
        for kontor in kontorer:
            arbeid_for(kobling, kontor)
            if rad := kobling.execute(ENDE, [kontor]).fetchone():
                fester.append(Feste(kontor, Ledd(rad[0], rad[1]), rad[2]))
    return fester


def skriv(fester: Iterable[Feste], naa: datetime) -> str:
    """The text of the file: one way to write it, and last its own hash, so that a slip in keeping it is seen."""
    linjer = sorted(f"kontor {feste.kontor} {feste.ledd.nr} {feste.ledd.hash.hex()} {feste.tid}" for feste in fester)
    tekst = "\n".join([FORSTE_LINJE, f"tid {naa.astimezone(UTC).isoformat(timespec='seconds')}", *linjer, ""])
    return f"{tekst}sha256 {sha256(tekst.encode()).hexdigest()}\n"


def les(tekst: str) -> list[Feste]:
    """The opposite of ``skriv``. Raises ``Brukerfeil`` when the text is not as it was written."""
    innhold, _, sum_ = tekst.rpartition("sha256 ")
    if not tekst.startswith(FORSTE_LINJE + "\n") or sum_ != sha256(innhold.encode()).hexdigest() + "\n":
        raise Brukerfeil("ankerfila er ikke slik den ble skrevet. Hent den på nytt fra den som tar vare på den.")
    return [_feste(linje) for linje in innhold.splitlines()[2:]]


def _feste(linje: str) -> Feste:
    treff = KONTORLINJE.fullmatch(linje)
    if treff is None:
        raise Brukerfeil(f"ankerfila har en linje som ikke går an å lese: {linje[:80]}")
    kontor, nr, hash_, tid = treff.groups()
    return Feste(UUID(kontor), Ledd(int(nr), bytes.fromhex(hash_)), tid)


def mot_anker(adresse: str, fester: Iterable[Feste]) -> list[Funn]:
    """What the log no longer has, or has otherwise, of what it had when the anchor was made."""
    funn = []
    with psycopg.connect(adresse) as kobling:
        for feste in fester:
            arbeid_for(kobling, feste.kontor)
            rad = kobling.execute("select hash from logg_rad where kontor_id = %s and nr = %s", [feste.kontor, feste.ledd.nr]).fetchone()
            if rad is None or rad[0] != feste.ledd.hash:
                funn.append(Funn(feste.kontor, Slag.OMSKREVET if rad else Slag.KUTTET, feste.ledd.nr, feste.ledd.nr))
    return funn
