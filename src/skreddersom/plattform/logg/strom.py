"""A unit's log as a stream of bytes, row by row in the order of the chain, read by the program's own role.

A million rows are read as PostgreSQL sends them (COPY, binary); making Python values of them would take longer than checking them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql
from psycopg.pq import ExecStatus

from skreddersom.plattform.logg.kjede import tekst
from skreddersom.plattform.tilgang.kontekst import systemet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    import psycopg

RADER: Final = sql.SQL(
    "copy (select nr, hash, tid, ansatt_id, handling, person_id, innhold from logg_rad"
    " where kontor_id = {kontor} and nr between {fra} and {til} order by nr) to stdout (format binary)"
)
LAVEST: Final = -(2**63)
"""Rows before the first must be seen as well, if somebody has put one there."""
FILHODE: Final = 19
SLUTT: Final = 2
"""Bytes before the first row, and after the last."""
NR: Final = slice(6, 14)
HASH: Final = slice(18, 50)
TID: Final = slice(54, 86)
STAMME: Final = 86
"""Where the columns stand in a row: two bytes, then for each column its length (four bytes) and its value. ``stamme``: who, what, whom."""
INNHOLD: Final = b'{"ansatt":"'
ID: Final = 16
"""Bytes in an id."""


@dataclass(frozen=True, slots=True)
class Utdrag:
    """The rows of one unit with numbers from ``fra`` to ``til``, both included."""

    kontor: UUID
    fra: int
    til: int


def arbeid_for(kobling: psycopg.Connection, kontor: UUID) -> None:
    """Let ``kobling`` see all of one unit's log until the transaction ends, in the order of the index, without sorting."""
    valg = systemet(kontor).innstillinger() | {"enable_sort": "off", "enable_bitmapscan": "off"}
    sett = ", ".join(["set_config(%s, %s, true)"] * len(valg))
    kobling.execute(f"select {sett}".encode(), [del_ for par in valg.items() for del_ in par])


def rader(kobling: psycopg.Connection, utdrag: Utdrag) -> Iterator[bytes]:
    """The rows of ``utdrag``. To be read to its end before ``kobling`` is used for anything else."""
    fra = utdrag.fra if utdrag.fra > 1 else LAVEST
    sporring = RADER.format(kontor=sql.Literal(utdrag.kontor), fra=sql.Literal(fra), til=sql.Literal(utdrag.til))
    svar = kobling.pgconn.exec_(sporring.as_bytes(kobling))
    if svar.status != ExecStatus.COPY_OUT:
        raise RuntimeError(svar.error_message.decode())
    hent = kobling.pgconn.get_copy_data
    lengde, data = hent(0)
    if lengde > 0:  # before the first row stands a head, in the same message or alone
        lengde, data = lengde - FILHODE, data[FILHODE:]
    while lengde >= 0:
        if lengde > SLUTT:
            yield bytes(data)
        lengde, data = hent(0)
    while kobling.pgconn.get_result() is not None:
        pass


class Innledninger(dict[bytes, bytes]):
    """How the text of a row must begin when its columns tell the same: made once for each who, what and whom."""

    STORST: Final = 50_000

    def __init__(self, kontor: UUID) -> None:
        super().__init__()
        self._kontor = str(kontor)
        self._rundt: dict[bytes, tuple[bytes, bytes]] = {}
        """What stands before and after the person, for each who and what: of a log's rows most are about somebody new."""

    def __missing__(self, stamme: bytes) -> bytes:
        """The beginning, up to the time; what no text begins with, when the columns cannot be read."""
        if len(self) >= self.STORST:
            self.clear()
        rundt = self._rundt.get(stamme[:-ID])
        if rundt is None:
            self[stamme] = begynnelse = self._forste(stamme, _kolonner(stamme))
        else:
            self[stamme] = begynnelse = _id(stamme[-ID:]).encode().join(rundt)
        return begynnelse

    def _forste(self, stamme: bytes, kolonner: list[bytes | None]) -> bytes:
        begynnelse, person = self._begynnelse(*kolonner), kolonner[-1] if len(kolonner) == 3 else None
        if person is not None and len(person) == ID:  # then all that has the same before the last 16 bytes, has a person there
            foran, _person, bak = begynnelse.rpartition(_id(person).encode())
            self._rundt[stamme[:-ID]] = foran, bak
        return begynnelse

    def _begynnelse(self, ansatt: bytes | None = None, handling: bytes | None = None, person: bytes | None = None, *_: object) -> bytes:
        try:
            felter = {"ansatt": _uuid(ansatt), "handling": (handling or b"").decode(), "kontor": self._kontor, "person": _uuid(person)}
        except ValueError:
            return b"\0"  # no text begins so
        return tekst(felter | {"tid": ""}).encode()[:-2]


def _kolonner(rad: bytes) -> list[bytes | None]:
    """The columns of some of a row; ``None`` for what is not there."""
    kolonner: list[bytes | None] = []
    plass = 0
    while plass < len(rad):
        lengde = int.from_bytes(rad[plass : plass + 4], signed=True)
        plass += 4
        kolonner.append(None if lengde < 0 else rad[plass : plass + lengde])
        plass += max(lengde, 0)
    return kolonner


def kolonner(rad: bytes) -> list[bytes | None]:
    """The columns of a row, however it has been changed: nr, hash, tid, ansatt, handling, person, innhold."""
    return _kolonner(rad[2:])


def _uuid(verdi: bytes | None) -> str | None:
    if verdi is None:
        return None
    if len(verdi) != ID:
        raise ValueError("en id har 16 byte")
    return _id(verdi)


def _id(verdi: bytes) -> str:
    """As ``str(UUID(bytes=verdi))``, in a third of the time."""
    tegn = verdi.hex()
    return f"{tegn[:8]}-{tegn[8:12]}-{tegn[12:16]}-{tegn[16:20]}-{tegn[20:]}"
