"""``logg``: is the log as it was written, how far had it come, and the log for another system to keep."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.cli.drift import INNSTILLINGER, UTEN_KONTAKT, sett_opp
from skreddersom.cli.ordlyd import vist
from skreddersom.cli.utfil import paa_plass_til_slutt
from skreddersom.cli.verdi import dato
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from uuid import UUID

    from skreddersom.plattform.logg.anker import Feste
    from skreddersom.plattform.logg.verifisering import Funn

OK, FUNN = 0, 1
VIST: Final = 20
"""Findings that are told one by one for each office; the rest are counted."""
SETNING: Final = {
    "endret": "{rad} er endret, flyttet eller satt inn",
    "mangler": "{rad} er fjernet",
    "lagt_til": "{rad} er lagt til uten å være med i kjeden",
    "kolonne": "{rad} har kolonner som sier noe annet enn teksten",
    "hode": "hodet passer ikke til den siste raden ({rad})",
    "kuttet": "{rad} stod i loggen da ankeret ble skrevet, og er borte: slutten er kuttet",
    "omskrevet": "{rad} var en annen da ankeret ble skrevet: loggen er skrevet på nytt",
}


def beskriv(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``logg``."""
    under = parser.add_subparsers(dest="gjor", required=True, metavar="hva", title="hva")
    verifiser = under.add_parser("verifiser", help="se etter at ingen har endret, fjernet, flyttet eller lagt til rader")
    verifiser.add_argument("--anker", type=Path, metavar="FIL", help="ankerfila som en annen har tatt vare på; da ses også en kuttet slutt")
    anker = under.add_parser("anker", help="skriv hvor langt loggen er kommet, i ei fil som en annen tar vare på")
    eksporter = under.add_parser("eksporter", help="skriv loggen for et annet system")
    eksporter.add_argument("--cef", action="store_true", required=True, help="i formatet CEF:0")
    eksporter.add_argument("--fra", type=dato, metavar="DATO", help="første dag, for eksempel 2026-01-31")
    eksporter.add_argument("--til", type=dato, metavar="DATO", help="siste dag")
    for ett in (anker, eksporter):
        ett.add_argument("--ut", type=Path, metavar="FIL", required=True, help="fila det skrives til")
    for ett in (verifiser, anker, eksporter):
        ett.add_argument("--kontor", action="append", metavar="NAVN", help="bare dette kontoret; kan gjentas (ellers: alle)")


def kjor(valg: argparse.Namespace) -> int:
    """Do it. 1 when the log is not as it was written. To verify takes nothing of the program but where its database is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", INNSTILLINGER)
    return {"verifiser": _verifiser, "anker": _anker, "eksporter": _eksporter}[valg.gjor](valg)


def _verifiser(valg: argparse.Namespace) -> int:
    from skreddersom.plattform.logg.anker import mot_anker
    from skreddersom.plattform.logg.verifisering import verifiser

    fester = _les_anker(valg.anker) if valg.anker else []
    kontorer = _kontorer(valg.kontor)
    svar = verifiser(_adresse(), list(kontorer))
    ankret = [feste for feste in fester if not valg.kontor or feste.kontor in kontorer]
    funn = svar.funn + mot_anker(_adresse(), ankret)
    _fortell(funn, kontorer)
    print(f"{svar.rader} rader i {len(kontorer)} logger er lest{f', og {len(ankret)} ankre er prøvd' if ankret else ''}.")
    print("Loggen er ikke slik den ble skrevet." if funn else "Loggen er slik den ble skrevet.")
    return FUNN if funn else OK


def _fortell(funn: Sequence[Funn], kontorer: dict[UUID, str]) -> None:
    for kontor in dict.fromkeys(ett.kontor for ett in funn):
        egne = [ett for ett in funn if ett.kontor == kontor]
        print(f"{kontorer.get(kontor, kontor)}:")
        for ett in egne[:VIST]:
            rad = f"rad {ett.fra}" if ett.fra == ett.til else f"rad {ett.fra}–{ett.til}"
            print(f"  {SETNING[ett.slag].format(rad=rad)}")
        if len(egne) > VIST:
            print(f"  … og {len(egne) - VIST} funn til")


def _anker(valg: argparse.Namespace) -> int:
    from skreddersom.plattform.logg.anker import les_av, skriv

    fester = les_av(_adresse(), _kontorer(valg.kontor))
    with paa_plass_til_slutt(valg.ut) as fil:
        fil.write_text(skriv(fester, datetime.now(UTC)), encoding="utf-8")
    print(f"Skrev {vist(valg.ut)}: {len(fester)} logger. Gi fila til noen som ikke rår over databasen.")
    return OK


def _eksporter(valg: argparse.Namespace) -> int:
    sett_opp()
    from skreddersom.plattform.logg.uttrekk import Periode, som_cef
    from skreddersom.plattform.tilgang.models import Kontor

    antall, valgte = 0, _kontorer(valg.kontor)
    with paa_plass_til_slutt(valg.ut) as fil, fil.open("w", encoding="utf-8") as ut:
        for kontor in Kontor.objects.filter(pk__in=valgte):
            for linje in som_cef(kontor, Periode(valg.fra, valg.til)):
                print(linje, file=ut)
                antall += 1
    print(f"Skrev {vist(valg.ut)}: {antall} rader.")
    return OK


def _adresse() -> str:
    from django.conf import settings

    from skreddersom.plattform.oppsett.omgivelser import adresse

    return adresse(settings.DATABASES["default"])


def _kontorer(navn: list[str] | None) -> dict[UUID, str]:
    """The units asked for with their names, all when none is. Raises ``Brukerfeil`` for a name that is not there, or no contact."""
    import psycopg

    try:
        with psycopg.connect(_adresse()) as kobling:
            alle: dict[UUID, str] = dict(kobling.execute("select id, navn from tilgang_kontor order by rekkefolge, navn").fetchall())
    except psycopg.OperationalError:
        raise Brukerfeil(UTEN_KONTAKT) from None
    if ukjente := set(navn or ()) - set(alle.values()):
        raise Brukerfeil(f"finner ikke kontoret {', '.join(sorted(ukjente))}. Skriv navnet slik det står i Skreddersøm.")
    return {id_: ett for id_, ett in alle.items() if not navn or ett in navn}


def _les_anker(sti: Path) -> list[Feste]:
    from skreddersom.plattform.logg.anker import les

    try:
        return les(sti.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as feil:
        hva = grunn(feil) if isinstance(feil, OSError) else "det er ikke tekst"
        raise Brukerfeil(f"Kan ikke lese {vist(sti)}: {hva}.") from feil
