"""``kandidater``: the main job. 11F files in; the people one should look at out, in order."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.verdi import antall, dato, rapporteringsaar
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse

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
    parser.add_argument("--aar", type=rapporteringsaar, metavar="ÅÅÅÅ", help="les 11F-filene som dette året (ellers året i fila)")
    parser.add_argument("--per", type=dato, metavar="ÅÅÅÅ-MM-DD", help="dagen vurderingen gjelder for (ellers siste dag i nyeste år)")
    parser.add_argument("--ut", type=Path, metavar="FIL", help="skriv hele lista til en fil som ender på .xlsx, .csv eller .json")
    parser.add_argument("--format", choices=("tabell", "json"), default="tabell", help="hvordan lista vises (ellers: tabell)")
    parser.add_argument("--alle", action="store_true", help="ta også med dem som står utenfor lista, med grunnen")
    parser.add_argument("--med-fnr", action="store_true", help="ta med fødselsnummer; vis det bare til den som har tjenstlig behov")
    parser.add_argument("--journal", metavar="NR", help="vis én person: vilkårene i § 29 ett for ett, og hva som mangler")
    parser.add_argument("--antall", type=antall, default=TOPPEN, metavar="N", help=f"hvor mange rader tabellen viser (ellers: {TOPPEN})")


def kjor(valg: argparse.Namespace) -> int:
    """Read, screen, write and show. A file that cannot be read gets its sentence, and the others still run."""
    from skreddersom.cli.kandidater_fil import skriv
    from skreddersom.cli.lesing import Innlesing
    from skreddersom.kjerne.screening.screening import screen

    _krev_utfil(valg)
    with Innlesing(len(valg.filer) + len(valg.deltakere) + 1) as innlesing:
        filer = innlesing.les_alle(valg.filer, "11F", valg.aar)
        deltakere = innlesing.les_alle(valg.deltakere, "11CF")
        if not filer:
            raise Brukerfeil(_ingen(innlesing))
        innlesing.steg("Vurderer alle etter § 29")
        screening = screen(filer, deltakere, valg.per)
    if valg.ut is not None:
        skriv(valg.ut, screening, innlesing.filer, alle=valg.alle, med_fnr=valg.med_fnr)
    _vis(valg, screening, innlesing)
    return FEIL if innlesing.feilet else OK


def _krev_utfil(valg: argparse.Namespace) -> None:
    """What is wrong with ``--ut`` is said before anything is read."""
    from skreddersom.cli.kandidater_fil import krev_kjent_endelse
    from skreddersom.cli.utfil import krev_kan_skrives

    if valg.ut is None:
        return
    if valg.journal is not None:
        raise Brukerfeil("--ut skriver hele lista, og --journal viser én person. Ta bort --journal for å skrive lista.")
    krev_kjent_endelse(valg.ut)
    krev_kan_skrives(valg.ut, [*valg.filer, *valg.deltakere])


def _ingen(innlesing: Innlesing) -> str:
    kur = "Velg en annen fil, eller rett feilen som er nevnt over." if innlesing.feilet else "Velg en annen fil."
    return f"Ingen av 11F-filene har personer som kan vurderes. {kur}"


def _vis(valg: argparse.Namespace, screening: Screening, innlesing: Innlesing) -> None:
    from skreddersom.cli.kandidater_journal import vis_journal
    from skreddersom.cli.kandidater_json import som_json
    from skreddersom.cli.kandidater_tabell import vis

    if valg.journal is not None:
        vis_journal(screening, valg.journal, som_json=valg.format == "json", med_fnr=valg.med_fnr)
    elif valg.format == "json":
        som_json(sys.stdout, screening, innlesing.filer, alle=valg.alle, med_fnr=valg.med_fnr)
    else:
        vis(screening, innlesing.filer, antall=valg.antall, alle=valg.alle, med_fnr=valg.med_fnr, ut=valg.ut)
