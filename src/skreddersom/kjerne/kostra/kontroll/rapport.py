"""The report of one file: what was controlled, what was found, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.kontroll.modell import ERROR, FATAL, MELDING, MERKET, OK, WARNING, Alvorlighet
from skreddersom.kjerne.kostra.kontroll.ssb_11f_felt import BYDELSFEIL
from skreddersom.kjerne.setning import merket, setning

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.kjerne.kostra.oppsett import Skjema

TOM_FIL = setning(
    "Fila er tom: den har ingen recorder, og SSB tar den ikke imot. "
    "Har kommunen ingen å melde, lever nøyaktig ett mellomrom og oppgi --uten-vedlegg."
)


@dataclass(frozen=True)
class Kontrollrapport:
    """What the controls say about one file. ``meldinger`` has the columns of ``MELDING``, by line and then in control order."""

    sti: Path
    skjema: Skjema | None
    """None when the file is empty or holds nothing, and no form was asked for."""
    aar: int | None
    region: str | None
    antall_recorder: int
    antall_kontroller: int
    """As Statistics Norway counts: records times controls, 2 when a pre-control stopped the rest, 0 for years they do not control."""
    meldinger: pl.DataFrame
    merknader: tuple[str, ...] = ()
    """Sentences about the whole: what was not controlled, and what to know about the findings."""
    alvorlighet: Alvorlighet = field(default=OK)

    @property
    def returkode(self) -> int:
        """0, 1 or 2 as Statistics Norway's program."""
        return self.alvorlighet.returkode


def samlet_alvorlighet(meldinger: pl.DataFrame) -> Alvorlighet:
    """The gravest of SSB's findings; ours count as warnings at most."""
    funn = meldinger.select("alvorlighet", "vaar").unique()
    grader = [min(Alvorlighet[grad], WARNING) if vaar else Alvorlighet[grad] for grad, vaar in funn.iter_rows()]
    return max(grader, default=OK)


def tom_rapport(sti: Path, skjema: Skjema | None, aar: int | None, region: str | None) -> Kontrollrapport:
    """The report of a file without a single record: an error without messages, as in Statistics Norway's program."""
    return Kontrollrapport(sti, skjema, aar, region, 0, 0, pl.DataFrame(schema=MELDING), (TOM_FIL,), ERROR)


def uleselig(sti: Path, setning: str, skjema: Skjema | None, aar: int | None, region: str | None) -> Kontrollrapport:
    """The report of a file that cannot be read: one message of our own, as grave as it gets."""
    melding = fil_melding("S00", FATAL, setning, tittel="Fila kan ikke leses", vaar=True)
    return Kontrollrapport(sti, skjema, aar, region, 0, 0, melding.select(*MELDING), (), FATAL)


def fil_melding(kontroll: str, alvorlighet: Alvorlighet, tekst: str, *, tittel: str, vaar: bool) -> pl.DataFrame:
    """One message that concerns the whole file."""
    rad = (kontroll, alvorlighet.name, None, None, str(tekst), vaar, str(tittel), merket(tekst), merket(tittel))
    return pl.DataFrame([rad], schema=MERKET, orient="row")


def om_bydelsfeilen(meldinger: pl.DataFrame) -> tuple[str, ...]:
    """How many of the messages are the known fault of the 2026 rules; nothing when none is."""
    antall = meldinger["tittel"].eq(BYDELSFEIL).sum()
    if not antall:
        return ()
    mal = "{antall} av {alle} meldinger er den kjente bydelsfeilen i SSBs regler for 2026. Den kan ikke rettes i fila, og skal ikke rettes."
    return (setning(mal, antall=antall, alle=meldinger.height),)
