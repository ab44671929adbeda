"""``kandidater``: the main job. 11F files in; the people one should look at out, in order."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from skreddersom.cli.lesing import Innlesing
    from skreddersom.kjerne.screening.screening import Screening

TOPPEN = 20
OK, FEIL = 0, 2


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kandidater``."""
    parser.add_argument("filer", nargs="+", type=Path, metavar="FIL", help="KOSTRA 11F-fil; flere filer og år kan tas sammen")
    parser.add_argument(
        "--deltakere", nargs="+", type=Path, default=[], metavar="FIL", help="KOSTRA 11CF-fil: hvem som er eller har vært i program"
    )
    parser.add_argument("--per", type=_dato, metavar="ÅÅÅÅ-MM-DD", help="dagen vurderingen gjelder for (ellers siste dag i nyeste år)")
    parser.add_argument("--ut", type=Path, metavar="FIL", help="skriv hele lista til en fil som ender på .xlsx, .csv eller .json")
    parser.add_argument("--format", choices=("tabell", "json"), default="tabell", help="hvordan lista vises (ellers: tabell)")
    parser.add_argument("--alle", action="store_true", help="ta også med dem som står utenfor lista, med grunnen")
    parser.add_argument("--med-fnr", action="store_true", help="ta med fødselsnummer; vis det bare til den som har tjenstlig behov")
    parser.add_argument("--journal", metavar="NR", help="vis én person: vilkårene i § 29 ett for ett, og hva som mangler")
    parser.add_argument("--antall", type=_antall, default=TOPPEN, metavar="N", help=f"hvor mange rader tabellen viser (ellers: {TOPPEN})")


def kjor(valg: argparse.Namespace) -> int:
    """Read, screen, show and write. A file that cannot be read gets its sentence, and the others still run."""
    from skreddersom.cli.kandidater_fil import krev_kjent_endelse, skriv
    from skreddersom.cli.lesing import Innlesing
    from skreddersom.cli.utfil import krev_ikke_inndata
    from skreddersom.kjerne.screening.screening import screen

    if valg.ut is not None:
        krev_kjent_endelse(valg.ut)
        krev_ikke_inndata(valg.ut, [*valg.filer, *valg.deltakere])
    with Innlesing(len(valg.filer) + len(valg.deltakere) + 1) as innlesing:
        filer = innlesing.les_alle(valg.filer, "11F")
        deltakere = innlesing.les_alle(valg.deltakere, "11CF")
        if not filer:
            raise Brukerfeil("Ingen av 11F-filene har personer som kan vurderes. Velg en annen fil, eller rett feilen som er nevnt over.")
        innlesing.steg("Vurderer alle etter § 29")
        screening = screen(filer, deltakere, valg.per)
    _vis(valg, screening, innlesing)
    if valg.ut is not None:
        skriv(valg.ut, screening, innlesing.filer, alle=valg.alle, med_fnr=valg.med_fnr)
    return FEIL if innlesing.feilet else OK


def _vis(valg: argparse.Namespace, screening: Screening, innlesing: Innlesing) -> None:
    from skreddersom.cli.kandidater_json import som_json
    from skreddersom.cli.kandidater_tabell import vis, vis_journal

    if valg.journal is not None:
        vis_journal(screening, valg.journal, med_fnr=valg.med_fnr)
    elif valg.format == "json":
        som_json(sys.stdout, screening, innlesing.filer, alle=valg.alle, med_fnr=valg.med_fnr)
    else:
        vis(screening, innlesing.filer, antall=valg.antall, alle=valg.alle, med_fnr=valg.med_fnr, ut=valg.ut)


def _dato(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as feil:
        melding = f"«{tekst}» er ikke en dato; skriv den som 2026-12-31"
        raise argparse.ArgumentTypeError(melding) from feil


def _antall(tekst: str) -> int:
    if tekst.isdecimal() and int(tekst) > 0:
        return int(tekst)
    melding = f"«{tekst}» er ikke et antall; skriv et helt tall over null"
    raise argparse.ArgumentTypeError(melding)
