"""A log that others than the test can see: a database of its own, with what is written there kept."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg

from skreddersom.plattform.logg.kjede import tekst

if TYPE_CHECKING:
    from uuid import UUID

INGEN = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Loggbase:
    """Addresses of one database: as its owner, who can do harm, and as the program."""

    eier: str
    program: str

    def kontor(self, navn: str = "") -> UUID:
        """A new office, so that no test sees another's log."""
        kontor = uuid.uuid4()
        with psycopg.connect(self.eier) as kobling:
            kobling.execute(
                "insert into tilgang_kontor (id, navn, slag, rekkefolge) values (%s, %s, 'navkontor', 0)", [kontor, navn or str(kontor)]
            )
        return kontor

    def som(self, kontor: UUID) -> psycopg.Connection:
        """The program at work for ``kontor``, in a transaction."""
        kobling = psycopg.connect(self.program)
        valg = {"kontor": str(kontor), "ansatt": INGEN, "rolle": "veileder", "klareringer": "{alle}", "person": ""}
        for navn, verdi in valg.items():
            kobling.execute("select set_config(%s, %s, false)", [f"skreddersom.{navn}", verdi])
        kobling.commit()
        return kobling

    def fyll(self, kontor: UUID, antall: int) -> None:
        """Write ``antall`` rows as the program does."""
        with self.som(kontor) as kobling:
            for nr in range(antall):
                kobling.execute(SETT_INN, [kontor, innhold(kontor, detalj=f"nr {nr}")])

    def skad(self, kontor: UUID, *setninger: str, utlosere: bool = False) -> None:
        """Do what only the owner of the database can: go behind row-level security and, unless ``utlosere``, the triggers.

        ``{kontor}`` in a statement is the office.
        """
        with psycopg.connect(self.eier, autocommit=True) as kobling:
            for tabell in ("logg_rad", "logg_hode"):
                kobling.execute(f"alter table {tabell} {'enable' if utlosere else 'disable'} trigger user, no force row level security")
            try:
                for setning in setninger:
                    kobling.execute(setning.replace("{kontor}", f"'{kontor}'"))
            finally:
                for tabell in ("logg_rad", "logg_hode"):
                    kobling.execute(f"alter table {tabell} enable trigger user, force row level security")


SETT_INN = "insert into logg_rad (kontor_id, innhold) values (%s, %s)"


def innhold(kontor: UUID, **felter: object) -> str:
    """The text of a row: somebody has read about somebody."""
    vanlig = {
        "ansatt": INGEN,
        "handling": "les",
        "kontor": str(kontor),
        "person": str(uuid.uuid4()),
        "tid": "2026-05-05T08:00:00.000000+00:00",
        "detalj": "",
        "foresporsel": INGEN,
        "formal": "oppfolging",
        "rolle": "veileder",
        "sak": "",
        "side": "prove",
        "tillatt": True,
    }
    return tekst(vanlig | felter)
