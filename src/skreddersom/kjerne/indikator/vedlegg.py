"""The numbers as sheets: one row for each municipality, year and indicator, and one that says what each indicator is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Ark, Kolonne
from skreddersom.kjerne.indikator.dom import Rad
from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG
from skreddersom.kjerne.indikator.ordlyd import ORD, dom, regionsdom, tall
from skreddersom.kjerne.indikator.regioner import q_verdier
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.svar import ForLite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.dom import Sammenlikning
    from skreddersom.kjerne.indikator.regioner import Regionsvar
    from skreddersom.kjerne.indikator.skjul import Linje

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


REGION = {
    "indikator": 34,
    "aar": 7,
    "region": 22,
    "kommuner": 12,
    "teller": 12,
    "nevner": 9,
    "verdi": 12,
    "forskjell": 16,
    "lav": 12,
    "hoy": 12,
    "mid_p": 9,
    "q": 9,
    "dom": 44,
    "merknad": 60,
}


SAKENE = {"indikator": 34, "per": 12, "kontor": 30, "teller": 12, "nevner": 9, "verdi": 12, "lav": 12, "hoy": 12, "dom": 34}
Sakstall = tuple["date", "Linje", "Sequence[tuple[str, Rad | None]]"]
"""From the cases: the day, the indicator, and the name and numbers of each office; None where they are hidden."""


def vedlegg(sammenlikninger: Iterable[Sammenlikning], sprak: Sprak, saker: Sequence[Sakstall] = ()) -> list[Ark]:
    """The sheets; those of the regions and the cases only where there are some. Those hidden have empty numbers, and say so."""
    alle = list(sammenlikninger)
    rader = tuple(celler for ett in alle for celler in _sammenlikning(ett, sprak))
    regioner = tuple(_regioner(alle, sprak))
    return [
        Ark(ORD["ark_tall"].paa(sprak), _kolonner(BREDDER, sprak), rader),
        Ark(ORD["ark_definisjoner"].paa(sprak), _kolonner(DEFINISJON, sprak), tuple(_definisjoner(sprak))),
        *([Ark(ORD["ark_regioner"].paa(sprak), _kolonner(REGION, sprak), regioner)] if regioner else []),
        *([Ark(ORD["ark_sakene"].paa(sprak), _kolonner(SAKENE, sprak), tuple(_sakene(saker, sprak)))] if saker else []),
    ]


def _kolonner(bredder: dict[str, int], sprak: Sprak) -> tuple[Kolonne, ...]:
    return tuple(Kolonne(ORD[navn].paa(sprak), bredde) for navn, bredde in bredder.items())


def _sakene(saker: Sequence[Sakstall], sprak: Sprak) -> Iterator[Celler]:
    for per, linje, rader in saker:
        for navn, rad in rader:
            yield ETTER_ID[linje.indikator].tittel.paa(sprak), per.isoformat(), navn, *_tallene(linje, rad or Rad("", None), sprak)


def _sammenlikning(ett: Sammenlikning, sprak: Sprak) -> Iterator[Celler]:
    for rad in ett.rader:
        yield _rad(ett, rad, KOMMUNER.get(rad.kommune, ""), sprak)
    for flere, navn in ((ett.samlet, "samlet"), (ett.alle, "alle")):
        if flere is not None:
            yield _rad(ett, flere, ORD[navn].paa(sprak), sprak)


def _rad(ett: Sammenlikning, rad: Rad, navn: str, sprak: Sprak) -> Celler:
    return ETTER_ID[ett.linje.indikator].tittel.paa(sprak), ett.linje.aar, rad.kommune, navn, *_tallene(ett.linje, rad, sprak)


def _tallene(linje: Linje, rad: Rad, sprak: Sprak) -> Celler:
    id_, (k, n), ender = linje.indikator, rad.tall or (None, None), rad.intervall or (None, None)
    return k, n, tall(id_, rad.verdi), tall(id_, ender[0]), tall(id_, ender[1]), dom(rad, sprak)


def _regioner(sammenlikninger: list[Sammenlikning], sprak: Sprak) -> Iterator[Celler]:
    """Both regions of each indicator; the difference stands with the first."""
    q = q_verdier({ett.linje: ett.region for ett in sammenlikninger})
    for ett in sammenlikninger:
        if ett.region is not None:
            yield from _regionpar(ett.linje, ett.region, q.get(ett.linje), sprak)


def _regionpar(linje: Linje, region: Regionsvar, q: float | None, sprak: Sprak) -> Iterator[Celler]:
    tittel, svar = ETTER_ID[linje.indikator].tittel.paa(sprak), region.svar
    malt = (None, None) if isinstance(svar, ForLite) else (svar.forste, svar.andre)
    sagt = (*_forskjell(region), _p(region.mid_p), _p(q), regionsdom(region, sprak), region.inndeling.kilde.paa(sprak))
    par = zip((region.inndeling.forste, region.inndeling.andre), region.antall, malt, (sagt, (None,) * len(sagt)), strict=True)
    for ett, antall, tall_, mer in par:
        telt = (tall_.k, tall_.n, tall(linje.indikator, tall_.andel)) if tall_ else (None, None, None)
        yield tittel, linje.aar, ett.navn.paa(sprak), antall, *telt, *mer


def _forskjell(region: Regionsvar) -> tuple[float | None, float | None, float | None]:
    """Percentage points: the first less the second, and the interval."""
    lav, hoy = region.grenser or (None, None)
    return None if isinstance(region.svar, ForLite) else _poeng(region.svar.forskjell), _poeng(lav), _poeng(hoy)


def _poeng(del_: float | None) -> float | None:
    return None if del_ is None else round(100 * del_, 1)


def _p(p: float | None) -> float | None:
    return None if p is None else round(p, 4)


def _definisjoner(sprak: Sprak) -> Iterator[Celler]:
    for ett in KATALOG:
        ord_ = (ordlyd.paa(sprak) for ordlyd in (ett.tittel, ett.teller, ett.nevner, ett.merknad))
        yield *ord_, ", ".join(ett.felt), f"{ett.gyldige_aar[0]}–{ett.gyldige_aar[-1]}"
