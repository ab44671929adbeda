"""``hent``: take in the files that lie in a folder, as if somebody had uploaded them. The files are left where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.cli import som_ansatt
from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    import argparse

    from skreddersom.plattform.tilgang.kontekst import Kontekst

OK, FEIL = 0, 2


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``hent``."""
    som_ansatt.beskriv(parser)
    parser.add_argument("--mappe", required=True, type=Path, metavar="MAPPE", help="mappa fagsystemet legger uttrekkene i")


def kjor(valg: argparse.Namespace) -> int:
    """Take each file by itself; one that is refused gets its sentence and does not stop the others. Returns 2 when one was refused."""
    stier = _filer(valg.mappe)
    kontekst = som_ansatt.kontekst(valg, ("veileder", "leder"))
    avvist = [sti for sti in stier if not _ta_imot(kontekst, sti)]
    print(f"{len(stier) - len(avvist)} av {len(stier)} filer er her. Kontrollene går i bakgrunnen, se siden Filer.")
    return FEIL if avvist else OK


def _filer(mappe: Path) -> list[Path]:
    """The ordinary files of the folder, by name; hidden ones are somebody else's."""
    if not mappe.is_dir():
        raise Brukerfeil(f"{vist(mappe)} er ikke en mappe. Oppgi mappa som uttrekkene ligger i.")
    return sorted(sti for sti in mappe.iterdir() if sti.is_file() and not sti.name.startswith("."))


def _ta_imot(kontekst: Kontekst, sti: Path) -> bool:
    """Whether the file is in the house afterwards."""
    from skreddersom.apper.kandidat import handlinger
    from skreddersom.apper.kandidat.gjenkjenning import trygt_navn
    from skreddersom.plattform.tilgang.kontekst import som

    navn = trygt_navn(sti.name)
    try:
        data = _les(sti, navn)
        with som(kontekst):
            fil = handlinger.ta_imot_fil(kontekst, navn, data)
    except (Brukerfeil, OSError) as feil:
        si(f"Feil: {feil if isinstance(feil, Brukerfeil) else f'{navn} kan ikke leses. Se etter at du har lov til å lese den.'}")
        return False
    print(f"{navn}: {'lastet opp før, ingenting er endret' if fil.var_her_fra_for else 'mottatt'}")
    return True


def _les(sti: Path, navn: str) -> bytes:
    """The content; looked at before it is read, so that a huge file fills no memory."""
    from django.conf import settings

    from skreddersom.apper.kandidat.gjenkjenning import for_stor

    if sti.stat().st_size > settings.STORSTE_OPPLASTING:
        raise Brukerfeil(for_stor(navn))
    return sti.read_bytes()
