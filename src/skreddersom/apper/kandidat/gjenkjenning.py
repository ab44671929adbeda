"""What an uploaded file is, told from its content alone: kind, year and municipality, or one sentence that says why it is refused.

The name of a file is only for showing; nothing is decided by it, and it is never used as a path.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat import navneliste
from skreddersom.apper.kandidat.models import Filslag
from skreddersom.apper.kandidat.ordlyd import for_nett
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.felt import raa
from skreddersom.kjerne.kostra.fil import krev_tekst
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.kostra.les import IngenAaRapportere, les_poster
from skreddersom.kjerne.kostra.linjer import tolk
from skreddersom.plattform.design.setninger import paa_sprak

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from django.utils.functional import _StrPromise

    from skreddersom.kjerne.kostra.les import Kostrafil

LENGSTE_NAVN: Final = 200
NAVNLOS: Final = "fil uten navn"

KJENNETEGN: Final[tuple[tuple[tuple[bytes, ...], _StrPromise], ...]] = (
    ((b"PK\x03\x04", b"PK\x05\x06"), _("er et zip-arkiv eller et regneark. Pakk ut, og last opp selve uttrekket fra fagsystemet.")),
    ((b"\xd0\xcf\x11\xe0",), _("er et eldre Office-dokument. Last opp selve uttrekket fra fagsystemet.")),
    ((b"%PDF",), _("er et PDF-dokument. Last opp selve uttrekket fra fagsystemet.")),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), _("er pakket. Pakk den ut, og last opp selve uttrekket fra fagsystemet.")),
    ((b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script"), _("er en nettside eller XML. Last opp selve uttrekket fra fagsystemet.")),
)
"""How files begin that people take for the extract, and the cure."""


@dataclass(frozen=True, slots=True)
class Gjenkjent:
    """What the file is. A name list has neither year nor municipality; ``linjer`` counts persons or records."""

    slag: Filslag
    aar: int | None
    kommunenr: str
    linjer: int


def trygt_navn(navn: str) -> str:
    """The last part of the name, without folders and without characters that steer: only for showing."""
    siste = PureWindowsPath(PurePosixPath(navn).name).name
    rent = "".join(tegn for tegn in unicodedata.normalize("NFC", siste) if unicodedata.category(tegn)[0] != "C")
    return for_nett(rent.strip())[:LENGSTE_NAVN] or NAVNLOS


def krev_tekstfil(navn: str, data: bytes) -> None:
    """Refuse what cannot be an extract, before it is looked into. Raises ``Brukerfeil``."""
    if not data.strip(b"\r\n"):
        raise Brukerfeil(gettext("%(navn)s er tom. Lag uttrekket på nytt i fagsystemet, og last det opp.") % {"navn": navn})
    if len(data) > settings.STORSTE_OPPLASTING:
        raise Brukerfeil(for_stor(navn))
    begynner = data[:64].lstrip().lower()
    for tegn, setning in KJENNETEGN:
        if begynner.startswith(tuple(ett.lower() for ett in tegn)):
            raise Brukerfeil(f"{navn} {setning}")
    try:
        krev_tekst(_sti(navn), data)
    except Brukerfeil as feil:
        raise Brukerfeil(paa_sprak(feil.setning)) from feil


def for_stor(navn: str) -> str:
    """What to say of a file that is too large."""
    grense = f"{settings.STORSTE_OPPLASTING // 1_000_000} MB"
    setning = gettext("%(navn)s er større enn %(grense)s, som er det meste vi tar imot. Kontroller at det er riktig fil, eller del den.")
    return setning % {"navn": navn, "grense": grense}


def gjenkjenn(navn: str, data: bytes, kommuner: Collection[str]) -> Gjenkjent:
    """What ``data`` is, for an office that serves ``kommuner``. Raises ``Brukerfeil`` with the cure."""
    krev_tekstfil(navn, data)
    if navneliste.ligner(data):
        return Gjenkjent(Filslag.NAVN, None, "", navneliste.les(data).antall)
    fil = som_kostra(navn, data)
    kommunenr = _eneste_kommune(navn, fil)
    _krev_betjent(navn, kommunenr, kommuner)
    return Gjenkjent(Filslag(fil.oppsett.skjema), fil.oppsett.aar, kommunenr, fil.antall)


def som_kostra(navn: str, data: bytes) -> Kostrafil:
    """``data`` as records of 11F or 11CF. Raises ``Brukerfeil`` with the line and the cure."""
    try:
        return les_poster(tolk(_sti(navn), data))
    except IngenAaRapportere as feil:
        ingen = gettext("%(navn)s er bare ett mellomrom: kommunen har ingen å rapportere. Du trenger ikke laste den opp.")
        raise Brukerfeil(ingen % {"navn": navn}) from feil
    except Brukerfeil as feil:
        raise Brukerfeil(paa_sprak(for_nett(feil.setning))) from feil


def _eneste_kommune(navn: str, fil: Kostrafil) -> str:
    """The one municipality of all records."""
    numre = fil.linjefil.lat.select(raa(fil.oppsett["KOMMUNE_NR"])).unique().collect(engine="streaming").to_series().sort().to_list()
    if len(numre) > 1:
        hvilke = ", ".join(map(_kommune, numre))
        setning = gettext("%(navn)s har personer fra flere kommuner (%(hvilke)s). Lag én fil for hver kommune.")
        raise Brukerfeil(setning % {"navn": navn, "hvilke": hvilke})
    return str(numre[0])


def _krev_betjent(navn: str, kommunenr: str, kommuner: Collection[str]) -> None:
    if kommunenr not in kommuner:
        egne = ", ".join(map(_kommune, sorted(kommuner))) or gettext("ingen kommuner")
        setning = gettext("%(navn)s gjelder %(kommune)s. Kontoret ditt betjener %(egne)s. Velg fila for en av dem.")
        raise Brukerfeil(setning % {"navn": navn, "kommune": _kommune(kommunenr), "egne": egne})


def _kommune(nummer: str) -> str:
    kjent = KOMMUNER.get(nummer)
    if kjent:
        return f"{kjent} ({nummer})"
    return gettext("«%(nummer)s», som ikke er et kommunenummer") % {"nummer": for_nett(nummer)}


def _sti(navn: str) -> Path:
    from pathlib import Path

    return Path(navn)
