"""The numbers as sheets: one row for each municipality, year and indicator, and one that says what each indicator is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Ark, Kolonne
from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG
from skreddersom.kjerne.indikator.ordlyd import ORD, dom, tall
from skreddersom.kjerne.kostra.kommuner import KOMMUNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning

Celler = tuple[str | int | float | None, ...]

BREDDER = {
    "indikator": 34,
    "aar": 7,
    "kommunenr": 16,
    "kommune": 30,
    "teller": 12,
    "nevner": 9,
    "verdi": 12,
    "lav": 12,
    "hoy": 12,
    "dom": 34,
}
DEFINISJON = {"indikator": 34, "hva": 60, "blant": 60, "merknad": 60, "felt": 40, "aarene": 16}


def vedlegg(sammenlikninger: Iterable[Sammenlikning], sprak: Sprak) -> list[Ark]:
    """The sheets. Those hidden have empty numbers, and say so."""
    rader = tuple(celler for ett in sammenlikninger for celler in _sammenlikning(ett, sprak))
    return [
        Ark(ORD["ark_tall"].paa(sprak), _kolonner(BREDDER, sprak), rader),
        Ark(ORD["ark_definisjoner"].paa(sprak), _kolonner(DEFINISJON, sprak), tuple(_definisjoner(sprak))),
    ]


def _kolonner(bredder: dict[str, int], sprak: Sprak) -> tuple[Kolonne, ...]:
    return tuple(Kolonne(ORD[navn].paa(sprak), bredde) for navn, bredde in bredder.items())


def _sammenlikning(ett: Sammenlikning, sprak: Sprak) -> Iterator[Celler]:
    for rad in ett.rader:
        yield _rad(ett, rad, KOMMUNER.get(rad.kommune, ""), sprak)
    for flere, navn in ((ett.samlet, "samlet"), (ett.alle, "alle")):
        if flere is not None:
            yield _rad(ett, flere, ORD[navn].paa(sprak), sprak)


def _rad(ett: Sammenlikning, rad: Rad, navn: str, sprak: Sprak) -> Celler:
    id_, aar = ett.linje
    k, n = rad.tall or (None, None)
    ender = rad.intervall or (None, None)
    tittel = ETTER_ID[id_].tittel.paa(sprak)
    return tittel, aar, rad.kommune, navn, k, n, tall(id_, rad.verdi), tall(id_, ender[0]), tall(id_, ender[1]), dom(rad, sprak)


def _definisjoner(sprak: Sprak) -> Iterator[Celler]:
    for ett in KATALOG:
        ord_ = (ordlyd.paa(sprak) for ordlyd in (ett.tittel, ett.teller, ett.nevner, ett.merknad))
        yield *ord_, ", ".join(ett.felt), f"{ett.gyldige_aar[0]}–{ett.gyldige_aar[-1]}"
