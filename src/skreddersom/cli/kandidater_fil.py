"""The whole list as a file: xlsx, csv or json."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Final

from skreddersom.cli.kandidater_json import oppsummering, som_json
from skreddersom.cli.ordlyd import mengde, synlig, vist
from skreddersom.cli.utfil import paa_plass_til_slutt
from skreddersom.cli.veiledning import GRUNNLAG, IKKE_VEDTAK
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.screening.kandidat import kandidater
from skreddersom.kjerne.screening.utenfor import TEKST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from skreddersom.cli.lesing import Lest
    from skreddersom.kjerne.lov.vilkar import Vilkar
    from skreddersom.kjerne.screening.screening import Screening
    from skreddersom.plattform.dokument.regneark import Kolonne

# Column, width in the sheet, explanation. The conditions of § 29 follow after these, in the words of the law in force that day.
KOLONNER: Final = (
    ("Rang", 6, "Plassen i rekkefølgen man bør se på. Tom for dem som står utenfor lista."),
    ("Kommune", 10, "Kommunenummeret i fila."),
    ("Journalnr", 12, "Journalnummeret i fagsystemet, som i fila."),
    ("Alder", 8, "Alder i hele år på dagen vurderingen gjelder for. Tom når fødselsdatoen er ukjent."),
    ("Måneder siste 12", 12, "Måneder med økonomisk sosialhjelp i de siste tolv, etter kryss eller utbetalt beløp."),
    ("Måneder på rad", 12, "Den lengste sammenhengende perioden i filene."),
    ("Hvorfor", 70, "Grunnene til plassen i rekkefølgen, viktigst først. De sorterer; de avgjør ingenting."),
    ("Merknader", 40, "Tidligere program, journaler som er slått sammen, opplysninger som ikke stemmer overens."),
    ("Utenfor", 30, "Hvorfor personen ikke står på lista. Tom for kandidater."),
)
MANGLER: Final = ("Mangler for å avgjøre", 80, "Opplysninger og vurderinger som fortsatt kan endre svaret på om personen har rett.")
VILKAR_BREDDE: Final = 18
FNR: Final = ("Fødselsnummer", 14, "Tatt med fordi --med-fnr er brukt. Del fila bare med dem som har tjenstlig behov.")
FORKLARING: Final = (("Hva", 48, ""), ("Forklaring", 110, ""))
FARLIG_FORST: Final = ("=", "+", "-", "@", "\t", "\r")


def krev_kjent_endelse(sti: Path) -> None:
    """Refuse a file whose name does not say how to write it, before any work is done.

    Raises:
        Brukerfeil: naming the endings that can be used.

    """
    if sti.suffix.lower() not in SKRIVERE:
        raise Brukerfeil(f"«{vist(sti)}» sier ikke hvordan lista skal skrives. Bruk et navn som ender på {', '.join(SKRIVERE)}.")


def skriv(sti: Path, screening: Screening, filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    """Write the list to ``sti``, in the format that its name ends with.

    Raises:
        Brukerfeil: when the file cannot be written there, or a sheet cannot hold the list.

    """
    with paa_plass_til_slutt(sti) as midlertidig:
        SKRIVERE[sti.suffix.lower()](midlertidig, screening, filer, alle=alle, med_fnr=med_fnr)


def _json(sti: Path, screening: Screening, filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    with sti.open("w", encoding="utf-8") as ut:
        som_json(ut, screening, filer, alle=alle, med_fnr=med_fnr)


def _csv(sti: Path, screening: Screening, _filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    """Semicolons and a byte order mark: what a Norwegian spreadsheet opens without questions."""
    with sti.open("w", encoding="utf-8-sig", newline="") as ut:
        skriver = csv.writer(ut, delimiter=";")
        skriver.writerow(navn for navn, _, _ in kolonner(screening.per, med_fnr=med_fnr))
        for kandidat in kandidater(screening, alle=alle, med_fnr=med_fnr):
            skriver.writerow(_ufarlig(celle) for celle in _rad(kandidat, med_fnr=med_fnr))


def _ufarlig(celle: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front; what would steer it is shown as a mark."""
    if not isinstance(celle, str):
        return celle
    return synlig(f"'{celle}" if celle.startswith(FARLIG_FORST) else celle)


def _xlsx(sti: Path, screening: Screening, filer: Sequence[Lest], *, alle: bool, med_fnr: bool) -> None:
    from skreddersom.plattform.dokument.regneark import arbeidsbok, krev_plass, skriv_ark

    krev_plass(
        (screening.personer if alle else screening.kandidater).height, "bruk et navn som ender på .csv, eller ta én kommune om gangen"
    )
    hode = kolonner(screening.per, med_fnr=med_fnr)
    rader = (_rad(kandidat, med_fnr=med_fnr) for kandidat in kandidater(screening, alle=alle, med_fnr=med_fnr))
    with arbeidsbok(sti) as bok:
        skriv_ark(bok, "Kandidater", hode, rader)
        skriv_ark(bok, "Forklaring", FORKLARING, _forklaring(screening, filer, hode))


def _forklaring(screening: Screening, filer: Sequence[Lest], hode: Sequence[Kolonne]) -> list[tuple[str, object]]:
    """What the columns mean, what was read, and who stands outside."""
    tall = oppsummering(screening)
    return [
        ("Vurdert per", f"{screening.per:%d.%m.%Y}"),
        ("Hva lista er", IKKE_VEDTAK),
        ("Grunnlag, tilgang og informasjon", GRUNNLAG),
        *((f"Fil: {lest.fil}", lest.feil or _om_fila(lest)) for lest in filer),
        ("Personer", tall["personer"]),
        ("Kandidater", tall["kandidater"]),
        ("Av dem langtidsmottakere (minst 6 av 12 måneder)", tall["langtidsmottakere"]),
        *((f"Utenfor: {TEKST[id_]}", antall) for id_, antall in tall["utenfor"].items()),
        *(("Merk", merknad) for merknad in tall["merknader"]),
        *((f"Kolonnen {navn}", forklaring) for navn, _, forklaring in hode),
    ]


def _om_fila(lest: Lest) -> str:
    return f"{lest.skjema} {lest.aar}, {mengde(lest.poster, 'linje', 'linjer')}" if lest.poster else f"{lest.skjema}, ingen å rapportere"


def kolonner(per: date, *, med_fnr: bool) -> list[Kolonne]:
    """Heading, width and explanation of every column; those of § 29 are the conditions in force on ``per``."""
    fnr = [FNR] if med_fnr else []
    return [*KOLONNER[:3], *fnr, *KOLONNER[3:], *map(_vilkarskolonne, versjon_paa(per).vilkar), MANGLER]


def _vilkarskolonne(vilkar: Vilkar) -> Kolonne:
    svar = "JA når kravet er oppfylt, NEI når det ikke er det, UKJENT når det ikke er avgjort."
    return vilkar.krav, VILKAR_BREDDE, f"{vilkar.hjemmel}. {svar} Å ta stilling til: {vilkar.sporsmal}"


def _rad(kandidat: dict[str, Any], *, med_fnr: bool) -> list[object]:
    hvem = [kandidat["rang"], kandidat["kommune"], kandidat["journalnr"], *([kandidat["fnr"]] if med_fnr else [])]
    maneder = [kandidat["alder"], kandidat["maneder_siste_12"], kandidat["sammenhengende_maneder"]]
    hvorfor = ["; ".join(kandidat["grunner"]), "; ".join(kandidat["merknader"]), TEKST.get(kandidat["utenfor"], "")]
    mangler = "; ".join(FAKTA[navn].mangler for navn in kandidat["avgjorende_mangler"])
    return [*hvem, *maneder, *hvorfor, *(v["svar"] for v in kandidat["vilkar"]), mangler]


SKRIVERE: Final[dict[str, Callable[..., None]]] = {".xlsx": _xlsx, ".csv": _csv, ".json": _json}
