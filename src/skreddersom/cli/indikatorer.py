"""``indikatorer``: 11CF files in; what they tell of each municipality out, beside the others and never in order of rank."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si
from skreddersom.cli.utfil import krev_kan_skrives, paa_plass_til_slutt
from skreddersom.cli.utformat import FORMATER, utformat
from skreddersom.cli.verdi import rapporteringsaar
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    import polars as pl

    from skreddersom.cli.lesing import Innlesing
    from skreddersom.kjerne.indikator.dom import Sammenlikning
    from skreddersom.kjerne.kostra.les import Kostrafil

OK, FEIL = 0, 2
BREDDE_I_FIL = 120


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``indikatorer``."""
    parser.add_argument(
        "filer", nargs="+", type=Path, metavar="FIL", help="KOSTRA 11CF-fil; flere kommuner og år tas sammen, i den rekkefølgen de nevnes"
    )
    parser.add_argument(
        "--malgruppe",
        nargs="+",
        type=Path,
        default=[],
        metavar="FIL",
        help="hvor mange som er i målgruppa: KOSTRA 11F-filer (et anslag), eller en egen CSV-fil med kommune;ar;antall",
    )
    parser.add_argument("--indikator", metavar="ID", help="vis kommunene for denne indikatoren, for eksempel fullfort")
    parser.add_argument("--aar", type=rapporteringsaar, metavar="ÅÅÅÅ", help="vis bare dette året (ellers: det nyeste i tabellen)")
    parser.add_argument("--alle-tall", action="store_true", help="vis også tall under 5; bare for den som har tilgang til filene")
    parser.add_argument("--format", choices=FORMATER, help="hvordan tallene vises (tabell, eller etter endingen på --ut)")
    parser.add_argument("--ut", type=Path, metavar="FIL", help="skriv til denne fila i stedet for til skjermen")


def kjor(valg: argparse.Namespace) -> int:
    """Read, count, compare and show. A file that cannot be read gets its sentence, and the others still count."""
    form = utformat(valg.format, valg.ut, "indikatorene")
    _krev_kjent(valg.indikator)
    if valg.ut is not None:
        krev_kan_skrives(valg.ut, [*valg.filer, *valg.malgruppe])
    alle, feilet = _sammenlikninger(valg)
    valgte = [ett for ett in alle if valg.indikator in {None, ett.linje.indikator} and valg.aar in {None, ett.linje.aar}]
    if not valgte:
        raise Brukerfeil(_ingen(alle, valg))
    _vis(valgte, form, valg)
    return FEIL if feilet else OK


def _krev_kjent(indikator: str | None) -> None:
    from skreddersom.kjerne.indikator.katalog import ETTER_ID

    if indikator is not None and indikator not in ETTER_ID:
        raise Brukerfeil(f"«{indikator}» er ikke en indikator. Velg mellom {', '.join(ETTER_ID)}.")


def _ingen(alle: Sequence[Sammenlikning], valg: argparse.Namespace) -> str:
    if valg.indikator == "dekning" and not valg.malgruppe:
        fra = "11F-filene for samme kommuner og år, eller en egen fil med kommune;ar;antall"
        return f"Målgruppa er ikke kjent. Ta med {fra}, etter --malgruppe."
    aarene = sorted({ett.linje.aar for ett in alle})
    return (
        f"Filene gjelder {' og '.join(map(str, aarene))}, og har ikke tall for det som er valgt. Velg et annet år eller en annen indikator."
    )


def _sammenlikninger(valg: argparse.Namespace) -> tuple[list[Sammenlikning], bool]:
    from skreddersom.cli.lesing import Innlesing
    from skreddersom.kjerne.indikator.deltakere import deltakere
    from skreddersom.kjerne.indikator.dom import sammenlikn
    from skreddersom.kjerne.indikator.skjul import fra_ramme, skjul, vis_alt
    from skreddersom.kjerne.indikator.telling import tell

    egen = _egen_malgruppe(valg.malgruppe)
    with Innlesing(len(valg.filer) + len(valg.malgruppe) + 1) as innlesing:
        filer, f11 = _les(innlesing, valg, egen)
        innlesing.steg("Regner ut indikatorene")
        personer = deltakere(filer)
        telt = fra_ramme(tell(personer, _malgruppe(egen, f11, filer, personer)))
        vist = vis_alt(telt) if valg.alle_tall else skjul(telt)
        kart = _kart(filer)
        return [sammenlikn(linje, ett, kart) for linje, ett in vist.items()], innlesing.feilet


def _kart(filer: Sequence[Kostrafil]) -> dict[str, int]:
    """Municipality → its place: as the files are named, so that whoever names them as on the map gets them so."""
    kart: dict[str, int] = {}
    for fil in filer:
        for kommune in sorted(fil.typet("KOMMUNE_NR")["KOMMUNE_NR"].unique().drop_nulls()):
            kart.setdefault(str(kommune), len(kart))
    return kart


def _egen_malgruppe(filer: Sequence[Path]) -> Path | None:
    """The one file that is a table, if it is; 11F-files are never called so."""
    tabeller = [fil for fil in filer if fil.suffix.lower() == ".csv"]
    if tabeller and len(filer) > 1:
        raise Brukerfeil(f"Velg enten {vist(tabeller[0])} eller de andre filene etter --malgruppe, ellers telles målgruppa to ganger.")
    return tabeller[0] if tabeller else None


def _malgruppe(egen: Path | None, f11: Sequence[Kostrafil], filer: Sequence[Kostrafil], personer: pl.DataFrame) -> pl.DataFrame | None:
    """Those of the target group who do not take part: of the file with numbers, else of the 11F files; None where neither is."""
    from skreddersom.kjerne.indikator.malgruppefil import les_malgruppe, uten_deltakerne
    from skreddersom.kjerne.indikator.telling import malgruppe
    from skreddersom.kjerne.kostra.fil import hent

    if egen is None:
        return malgruppe(f11, filer) if f11 else None
    gruppe = uten_deltakerne(les_malgruppe(hent(egen), vist(egen)), personer, vist(egen))
    si(f"Målgruppa er hentet fra {vist(egen)}, og er ikke et anslag av 11F.")
    return gruppe


def _les(innlesing: Innlesing, valg: argparse.Namespace, egen: Path | None) -> tuple[list[Kostrafil], list[Kostrafil]]:
    filer = innlesing.les_alle(valg.filer, "11CF")
    f11 = innlesing.les_alle([] if egen else valg.malgruppe, "11F")
    for hver in (filer, f11):
        _krev_en_gang_hver(hver)
    if not filer:
        raise Brukerfeil("Ingen av 11CF-filene har deltakere som kan telles. Velg andre filer, eller rett feilen som er nevnt over.")
    return filer, f11


def _krev_en_gang_hver(filer: Sequence[Kostrafil]) -> None:
    """A municipality that stands in two files of a year would count twice; districts of Oslo have a file each."""
    forste: dict[tuple[int, object, object], Kostrafil] = {}
    for fil in filer:
        for kommune, bydel in fil.typet("KOMMUNE_NR", "BYDELSNR").select("KOMMUNE_NR", "BYDELSNR").unique().iter_rows():
            annen = forste.setdefault((fil.oppsett.aar, kommune, bydel), fil)
            if annen is not fil:
                hvem = f"Kommune {kommune} står for {fil.oppsett.aar} både i {vist(annen.sti)} og i {vist(fil.sti)}."
                raise Brukerfeil(f"{hvem} Ta med bare den nyeste, ellers telles deltakerne to ganger.")


def _vis(valgte: Sequence[Sammenlikning], form: str, valg: argparse.Namespace) -> None:
    if valg.ut is None:
        _til_skjerm(valgte, form, valg)
        return
    with paa_plass_til_slutt(valg.ut) as midlertidig:
        _til_fil(valgte, form, valg, midlertidig)
    si(f"Skrev {vist(valg.ut)}.")


def _til_skjerm(valgte: Sequence[Sammenlikning], form: str, valg: argparse.Namespace) -> None:
    from skreddersom.cli import indikatorer_fil, indikatorer_tabell
    from skreddersom.cli.skjerm import konsoll

    match form:
        case "json":
            print(indikatorer_fil.som_json(valgte))
        case "xlsx":
            sys.stdout.buffer.write(indikatorer_fil.som_xlsx(valgte))
        case _:
            indikatorer_tabell.vis(valgte, konsoll(BREDDE_I_FIL), indikator=valg.indikator, alle_tall=valg.alle_tall)


def _til_fil(valgte: Sequence[Sammenlikning], form: str, valg: argparse.Namespace, ut: Path) -> None:
    from skreddersom.cli import indikatorer_fil, indikatorer_tabell
    from skreddersom.cli.skjerm import konsoll

    match form:
        case "json":
            ut.write_text(indikatorer_fil.som_json(valgte) + "\n", encoding="utf-8")
        case "xlsx":
            ut.write_bytes(indikatorer_fil.som_xlsx(valgte))
        case _:
            with ut.open("w", encoding="utf-8") as fil:
                indikatorer_tabell.vis(valgte, konsoll(BREDDE_I_FIL, fil), indikator=valg.indikator, alle_tall=valg.alle_tall)
