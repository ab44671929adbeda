"""``kostra kontroller``: control municipal files as Statistics Norway does, and with our own stricter controls."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si
from skreddersom.cli.utfil import krev_kan_skrives, paa_plass_til_slutt, ulike, virkelig
from skreddersom.cli.utformat import FORMATER, utformat
from skreddersom.cli.verdi import rapporteringsaar, regelsett, region
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport

BREDDE_I_FIL = 120
"""Characters across when the table is written to a file, which has no window."""


def beskriv(parser: argparse.ArgumentParser) -> None:
    """``kontroller`` and its options."""
    under = parser.add_subparsers(dest="handling", required=True, metavar="handling", title="handlinger")
    hjelp = "kontroller filer slik SSB gjør det, og med Skreddersøms strengere kontroller"
    kontroller = under.add_parser("kontroller", help=hjelp, description=f"{hjelp[0].upper()}{hjelp[1:]}.")
    kontroller.add_argument("filer", nargs="+", type=Path, metavar="FIL", help="uttrekk på 11F- eller 11CF-format")
    kontroller.add_argument("--skjema", choices=("11CF", "11F"), help="skjemaet fila hører til; finnes fra recordlengden når det utelates")
    kontroller.add_argument("--aar", type=rapporteringsaar, metavar="ÅÅÅÅ", help="rapporteringsår; finnes fra fila når det utelates")
    kontroller.add_argument("--region", type=region, metavar="NR", help="kommunenummer og bydel (420300), ellers fra fila")
    kontroller.add_argument("--regler", type=regelsett, metavar="ÅÅÅÅ", help="SSBs regelsett for 11F, 2025 eller 2026 (ellers årets)")
    kontroller.add_argument("--format", choices=FORMATER, help="hvordan funnene vises (tabell, eller etter endingen på --ut)")
    kontroller.add_argument("--ut", type=Path, metavar="FIL", help="skriv til denne fila i stedet for til skjermen")
    kontroller.add_argument("--uten-vedlegg", action="store_true", help="skjemaet sier at det ikke er noe å levere (fila er ett mellomrom)")


def kjor(valg: argparse.Namespace) -> int:
    """Control the files and show what was found. Returns the gravest of their exit codes: 0, 1 or 2."""
    if valg.regler and valg.skjema == "11CF":
        raise Brukerfeil("--regler gjelder bare 11F, og 11CF har ett sett regler. Ta bort --regler.")
    form = utformat(valg.format, valg.ut, "funnene")
    if valg.ut is not None:
        krev_kan_skrives(valg.ut, valg.filer)
    rapporter = [_kontroller(sti, valg) for sti in _en_gang_hver(valg.filer)]
    _vis(rapporter, form, valg.ut)
    return max(rapport.returkode for rapport in rapporter)


def _en_gang_hver(stier: Sequence[Path]) -> list[Path]:
    """A file that is named twice would count twice; it is controlled once, and that is said."""
    filer = ulike(stier)
    for sti in filer:
        if sum(virkelig(annen) == virkelig(sti) for annen in stier) > 1:
            si(f"{vist(sti)} er nevnt flere ganger, og kontrolleres én gang.")
    return filer


def _kontroller(sti: Path, valg: argparse.Namespace) -> Kontrollrapport:
    """The report of one file; one that cannot be read is told of at once and does not stop the others."""
    from skreddersom.kjerne.kostra.kontroll import kontroller, uleselig
    from skreddersom.kjerne.kostra.les import les_linjer

    try:
        return kontroller(les_linjer(sti), valg.skjema, valg.aar, valg.region, valg.regler, vedlegg=not valg.uten_vedlegg)
    except Brukerfeil as feil:
        setning = _med_fil(sti, feil)
        si(f"Feil: {setning}")
        return uleselig(sti, setning, valg.skjema, valg.aar, valg.region)


def _med_fil(sti: Path, feil: Brukerfeil) -> str:
    from skreddersom.kjerne.kostra.fil import visning

    navn, setning = visning(sti), str(feil)
    return setning if navn in setning else f"{navn}: {setning}"


def _vis(rapporter: Sequence[Kontrollrapport], form: str, ut: Path | None) -> None:
    if ut is None:
        _til_skjerm(rapporter, form)
        return
    with paa_plass_til_slutt(ut) as midlertidig:
        _til_fil(rapporter, form, midlertidig)
    si(f"Skrev {vist(ut)}.")


def _til_skjerm(rapporter: Sequence[Kontrollrapport], form: str) -> None:
    if form == "json":
        from skreddersom.cli import kostra_json

        print(kostra_json.tekst(rapporter))
        _si_merknader(rapporter)
        return
    if form == "xlsx":
        from skreddersom.cli import kostra_xlsx

        kostra_xlsx.skriv(rapporter, sys.stdout.buffer)
        return
    from skreddersom.cli import kostra_tabell
    from skreddersom.cli.skjerm import konsoll

    kostra_tabell.vis(rapporter, konsoll())


def _til_fil(rapporter: Sequence[Kontrollrapport], form: str, ut: Path) -> None:
    if form == "xlsx":
        from skreddersom.cli import kostra_xlsx

        kostra_xlsx.skriv(rapporter, ut)
    elif form == "json":
        from skreddersom.cli import kostra_json

        ut.write_text(kostra_json.tekst(rapporter) + "\n", encoding="utf-8")
    else:
        from skreddersom.cli import kostra_tabell
        from skreddersom.cli.skjerm import konsoll

        with ut.open("w", encoding="utf-8") as fil:
            kostra_tabell.vis(rapporter, konsoll(BREDDE_I_FIL, fil))


def _si_merknader(rapporter: Sequence[Kontrollrapport]) -> None:
    """What the JSON object has no place for, beside it."""
    for rapport in rapporter:
        for merknad in rapport.merknader:
            si(merknad)
