"""The findings as a workbook: one sheet with every message, one that explains the columns and the controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from skreddersom.kjerne.kostra.fil import visning
from skreddersom.kjerne.kostra.kontroll import kontrolltabell
from skreddersom.kjerne.kostra.oppsett import oppsett
from skreddersom.plattform.dokument.regneark import arbeidsbok, krev_plass, skriv_ark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport

KOLONNER = (
    ("Fil", 24, "Fila meldingen gjelder."),
    ("Kontroll", 10, "Nummeret på kontrollen. K er SSBs egen, S er Skreddersøms strengere kontroll."),
    ("Navn", 36, "Hva kontrollen ser etter."),
    ("Alvorlighet", 12, "FATAL og ERROR hindrer innsending til SSB. WARNING er en advarsel. OK er en opplysning."),
    ("Fra", 13, "SSB eller Skreddersøm."),
    ("Linje", 8, "Linjenummer i fila, talt fra 1 uten tomme linjer, slik SSB teller. Blankt når meldingen gjelder hele fila."),
    ("Journalnr", 12, "Journalnummeret i fagsystemet."),
    ("Melding", 110, "Hva som ble funnet, og hva som kan gjøres."),
)
ORDLISTE = (("Ord", 28, ""), ("Betydning", 120, ""))


def skriv(rapporter: Sequence[Kontrollrapport], ut: Path | BinaryIO) -> None:
    """Write the workbook. Raises ``Brukerfeil`` when there are more messages than a sheet holds, ``OSError`` when it cannot be written."""
    antall = sum(rapport.meldinger.height for rapport in rapporter)
    krev_plass(antall, "bruk --format json, eller kontroller færre filer om gangen")
    with arbeidsbok(ut) as bok:
        skriv_ark(bok, "Meldinger", KOLONNER, _rader(rapporter))
        skriv_ark(bok, "Forklaring", ORDLISTE, _forklaring(rapporter))


def _rader(rapporter: Sequence[Kontrollrapport]) -> Iterator[tuple[Any, ...]]:
    for rapport in rapporter:
        fil = visning(rapport.sti)
        kolonner = ("kontroll", "tittel", "alvorlighet", "vaar", "linje", "journalnr", "tekst")
        for kontroll, tittel, alvorlighet, vaar, linje, journalnr, tekst in rapport.meldinger.select(kolonner).iter_rows():
            yield fil, kontroll, tittel, alvorlighet, "Skreddersøm" if vaar else "SSB", linje, journalnr, tekst


def _forklaring(rapporter: Sequence[Kontrollrapport]) -> list[tuple[str, str]]:
    merknader = [("Merk", merknad) for rapport in rapporter for merknad in rapport.merknader]
    return [*((navn, betydning) for navn, _, betydning in KOLONNER), *merknader, *_grunner(rapporter)]


def _grunner(rapporter: Sequence[Kontrollrapport]) -> list[tuple[str, str]]:
    """Why each of our own controls is there, once, for the forms and years in the reports."""
    former = {(rapport.skjema, rapport.aar) for rapport in rapporter if rapport.skjema and rapport.aar}
    egne = [k for skjema, aar in sorted(former) for k in kontrolltabell(oppsett(skjema, aar), regler=0)]
    return sorted({k.id: (k.id, k.grunn) for k in egne}.values())
