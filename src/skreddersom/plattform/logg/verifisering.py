"""Is the log as it was written? Every row is hashed anew here, and compared with its place in the chain, its columns and the head.

All is read in one snapshot, by the program's own role, one unit at a time. The work is shared between processes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from hashlib import sha256
from itertools import chain, pairwise
from multiprocessing import get_context
from struct import Struct
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

from skreddersom.plattform.logg.kjede import Ledd, neste_hash, start
from skreddersom.plattform.logg.strom import HASH, INNHOLD, NR, STAMME, TID, Innledninger, Utdrag, arbeid_for, kolonner, rader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

BOLK: Final = 25_000
"""Rows in one piece of work."""
VERDT_EN_PROSESS: Final = 100_000
PROSESSER: Final = 4
PAKK: Final = Struct(">q").pack


class Slag(StrEnum):
    """What can be wrong with a log."""

    ENDRET = "endret"
    MANGLER = "mangler"
    LAGT_TIL = "lagt_til"
    KOLONNE = "kolonne"
    HODE = "hode"
    KUTTET = "kuttet"
    OMSKREVET = "omskrevet"


@dataclass(frozen=True, slots=True)
class Funn:
    """Something is wrong with the rows from ``fra`` to ``til`` of a unit's log."""

    kontor: UUID
    slag: Slag
    fra: int
    til: int


@dataclass(slots=True)
class Svar:
    """What came out of some rows."""

    rader: int = 0
    funn: list[Funn] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Arbeid:
    """Some rows, and the hash that stands before the first of them."""

    utdrag: Utdrag
    forrige: bytes


def verifiser(adresse: str, kontorer: Sequence[UUID]) -> Svar:
    """Go through the logs of ``kontorer``. Raises ``psycopg.Error`` when the database does not answer."""
    svar, arbeid = Svar(), list[Arbeid]()
    with psycopg.connect(adresse) as kobling:
        kobling.execute("set transaction isolation level repeatable read, read only")
        for kontor in kontorer:
            arbeid_for(kobling, kontor)
            hode, siste = _hode(kobling, kontor), _siste(kobling, kontor)
            svar.funn += _mot_hodet(kontor, hode, siste)
            arbeid += _del_opp(kobling, kontor, max(hode.nr, siste.nr))
        for del_ in _fordel(kobling, adresse, arbeid):
            svar.rader += del_.rader
            svar.funn += del_.funn
    svar.funn.sort(key=lambda funn: (kontorer.index(funn.kontor), funn.fra))
    return svar


def _hode(kobling: psycopg.Connection, kontor: UUID) -> Ledd:
    return _ledd(kobling.execute("select nr, hash from logg_hode where kontor_id = %s", [kontor]).fetchone()) or start(kontor)


def _siste(kobling: psycopg.Connection, kontor: UUID) -> Ledd:
    siste = "select nr, hash from logg_rad where kontor_id = %s order by nr desc limit 1"
    return _ledd(kobling.execute(siste, [kontor]).fetchone()) or start(kontor)


def _ledd(rad: tuple[int, bytes] | None) -> Ledd | None:
    return Ledd(*rad) if rad else None


def _mot_hodet(kontor: UUID, hode: Ledd, siste: Ledd) -> list[Funn]:
    """What the head and the last row do not agree on. Rows that are gone from the end are found with the other gaps."""
    if siste.nr > hode.nr:
        return [Funn(kontor, Slag.LAGT_TIL, hode.nr + 1, siste.nr)]
    return [Funn(kontor, Slag.HODE, siste.nr, siste.nr)] if siste.nr == hode.nr and siste != hode else []


def _del_opp(kobling: psycopg.Connection, kontor: UUID, til: int) -> list[Arbeid]:
    """Pieces that can be gone through apart: each starts from the hash that stands in the row before it."""
    grenser = "select nr, hash from logg_rad where kontor_id = %s and nr = any(%s) order by nr"
    kjente = kobling.execute(grenser, [kontor, list(range(BOLK, til, BOLK))]).fetchall()
    starter = [start(kontor), *(Ledd(*rad) for rad in kjente), Ledd(til, b"")]
    return [Arbeid(Utdrag(kontor, fra.nr + 1, neste.nr), fra.hash) for fra, neste in pairwise(starter)]


def _fordel(kobling: psycopg.Connection, adresse: str, arbeid: list[Arbeid]) -> Iterable[Svar]:
    """Do the work here, or share it between processes that all see what ``kobling`` sees."""
    antall = min(PROSESSER, os.cpu_count() or 1, sum(ett.utdrag.til - ett.utdrag.fra for ett in arbeid) // VERDT_EN_PROSESS)
    if antall < 2:
        return [_utfor(kobling, ett) for ett in arbeid]
    (oyeblikk,) = kobling.execute("select pg_export_snapshot()").fetchone() or ("",)
    with get_context("fork").Pool(antall) as prosesser:
        return list(
            chain.from_iterable(prosesser.map(partial(_i_egen_prosess, adresse, oyeblikk), [arbeid[nr::antall] for nr in range(antall)]))
        )


def _i_egen_prosess(adresse: str, oyeblikk: str, arbeid: list[Arbeid]) -> list[Svar]:
    with psycopg.connect(adresse) as kobling:
        kobling.execute("set transaction isolation level repeatable read, read only")
        kobling.execute(sql.SQL("set transaction snapshot {}").format(sql.Literal(oyeblikk)))
        return [_utfor(kobling, ett) for ett in arbeid]


def _utfor(kobling: psycopg.Connection, arbeid: Arbeid) -> Svar:
    arbeid_for(kobling, arbeid.utdrag.kontor)
    return gjennomga(rader(kobling, arbeid.utdrag), arbeid)


def gjennomga(rader: Iterable[bytes], arbeid: Arbeid) -> Svar:
    """Compare each row with the one before it. Whatever is wrong, the next row is compared with what stands there."""
    utdrag, forrige, ventet, svar = arbeid.utdrag, arbeid.forrige, arbeid.utdrag.fra, Svar()
    innledninger = Innledninger(utdrag.kontor)
    for svar.rader, rad in enumerate(rader, 1):
        plass, nr = rad.find(INNHOLD, STAMME), rad[NR]
        if (
            nr == PAKK(ventet)
            and sha256(b"".join((forrige, nr, rad[plass:]))).digest() == rad[HASH]
            and rad.startswith(innledninger[rad[STAMME : plass - 4]] + rad[TID], plass)
        ):
            forrige, ventet = rad[HASH], ventet + 1
        else:
            funn, forrige, ventet = _ettersyn(utdrag.kontor, rad, forrige, ventet)
            svar.funn.append(funn)
    if ventet <= utdrag.til:
        svar.funn.append(Funn(utdrag.kontor, Slag.MANGLER, ventet, utdrag.til))
    return svar


def _ettersyn(kontor: UUID, rad: bytes, forrige: bytes, ventet: int) -> tuple[Funn, bytes, int]:
    """What is wrong with this row, the hash that the next one must follow, and the number it must have."""
    nr_, hash_, *_, innhold = kolonner(rad)
    nr = int.from_bytes(nr_ or b"", signed=True)
    if nr < ventet:
        return Funn(kontor, Slag.LAGT_TIL, nr, nr), forrige, ventet
    if nr > ventet:
        return Funn(kontor, Slag.MANGLER, ventet, nr - 1), hash_ or b"", nr + 1
    slag = Slag.KOLONNE if neste_hash(forrige, nr, innhold or b"") == hash_ else Slag.ENDRET
    return Funn(kontor, slag, nr, nr), hash_ or b"", nr + 1
