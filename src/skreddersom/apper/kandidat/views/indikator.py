"""One indicator, municipality by municipality: the funnel, the table behind it, and the years. And all of them as a file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Final, cast

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from skreddersom.apper.kandidat.indikator.aarene import bilder
from skreddersom.apper.kandidat.indikator.lesing import les
from skreddersom.apper.kandidat.indikator.oversikt import som_verdi
from skreddersom.apper.kandidat.indikator.regioner import regionbilde
from skreddersom.apper.kandidat.indikator.trakt import bilde
from skreddersom.kjerne.indikator.dom import Ulikhet
from skreddersom.kjerne.indikator.katalog import ETTER_ID
from skreddersom.kjerne.indikator.ordlyd import ORD, definisjon, dom
from skreddersom.kjerne.indikator.skjul import Linje
from skreddersom.kjerne.indikator.vedlegg import vedlegg
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.mangfold import minst_en_utenfor
from skreddersom.kjerne.statistikk.undertrykk import MINST
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.dokument.regneark import som_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.apper.kandidat.indikator.lesing import Lest
    from skreddersom.apper.kandidat.indikator.oversikt import Verdi
    from skreddersom.apper.kandidat.indikator.sakene import Sakslinje
    from skreddersom.kjerne.dokument import Ark, Sprak
    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@dataclass(frozen=True, slots=True)
class Kommunerad:
    """A municipality in the table; ``verdi`` is None where it is hidden."""

    nummer: str
    navn: str
    verdi: Verdi | None
    dom: str
    slag: str


def sprak() -> Sprak:
    """The language of the page."""
    valgt = get_language()
    return cast("Sprak", valgt) if valgt in {"nn", "en"} else "nb"


@require_safe
def indikator(request: Foresporsel, indikator: str) -> HttpResponse:
    """One indicator in one year (``aar``, else the newest), with all years below."""
    valgt = ETTER_ID.get(indikator)
    if valgt is None:
        raise Http404
    lest = les(request.kontekst, indikator)
    aarene = sorted(linje.aar for linje in lest.linjer)
    innhold = {
        "indikator": valgt,
        "tittel": valgt.tittel.paa(sprak()),
        "definisjon": definisjon(valgt, sprak()),
        "aarene": aarene,
        "minst": MINST,
        "saker": _sakene(lest.saker.get(indikator)),
    }
    if aarene:
        aar = _aar(request.GET.get("aar"), aarene)
        innhold |= _ett_aar(lest, Linje(indikator, aar)) | {"bilder": bilder(lest.linjer, sprak(), lest.kart)}
    return render(request, "kandidat/indikator.html", innhold)


def _aar(onsket: str | None, aarene: list[int]) -> int:
    """The year asked for, when there are numbers for it; else the newest."""
    return next((aar for aar in aarene if str(aar) == onsket), aarene[-1])


def _sakene(ett: Sakslinje | None) -> dict[str, object] | None:
    """The offices' numbers from their cases; None where there are none."""
    if ett is None:
        return None
    valgt = ETTER_ID[ett.linje.indikator]
    return {
        "per": ett.per,
        "rader": [(navn, som_verdi(valgt, rad)) for navn, rad in ett.rader if rad],
        "samlede": ett.samlede,
        "samlet": som_verdi(valgt, ett.samlet),
        "alle": som_verdi(valgt, ett.alle),
    }


def _ett_aar(lest: Lest, linje: Linje) -> dict[str, object]:
    svar = lest.sammenlikninger(linje.aar)[linje]
    return {
        "aar": linje.aar,
        "svar": svar,
        "faner": [Menypunkt(str(aar), f"?aar={aar}") for aar in sorted(ett.aar for ett in lest.linjer)],
        "gjeldende": f"?aar={linje.aar}",
        "rader": [_rad(svar, rad) for rad in svar.rader if rad.tall],
        "samlede": [KOMMUNER.get(kommune, kommune) for kommune in svar.samlede],
        "samlet": som_verdi(ETTER_ID[linje.indikator], svar.samlet),
        "alle": som_verdi(ETTER_ID[linje.indikator], svar.alle),
        "trakt": bilde(svar),
        "sjanse": _sjanse(svar),
        "ulike": svar.ulikhet is not Ulikhet.SOM_VENTET,
        "videre": svar.ulikhet is Ulikhet.VIDERE,
        "region": regionbilde(svar, sprak()),
    }


def _sjanse(svar: Sammenlikning) -> int | None:
    """Per cent: how likely it is that chance alone puts somebody outside the inner limits."""
    antall = svar.trakt.mangfold.antall if svar.trakt else 0
    return round(100 * minst_en_utenfor(antall, 0.95)) if antall > 1 else None


def _rad(svar: Sammenlikning, rad: Rad) -> Kommunerad:
    verdi = som_verdi(ETTER_ID[svar.linje.indikator], rad)
    return Kommunerad(rad.kommune, KOMMUNER.get(rad.kommune, rad.kommune), verdi, dom(rad, sprak()), rad.dom.name if rad.dom else "")


@require_safe
def fil(request: Foresporsel, slag: str) -> HttpResponse:
    """Every indicator, year and municipality that may be shown, as a file."""
    if slag not in SKRIVERE:
        raise Http404
    skriv, mime = SKRIVERE[slag]
    lest = les(request.kontekst)
    ark = vedlegg(lest.sammenlikninger().values(), sprak(), [(ett.per, ett.linje, _saksrader(ett)) for ett in lest.saker.values()])
    svar = HttpResponse(skriv(ark), content_type=mime)
    svar["Content-Disposition"] = f'attachment; filename="indikatorer.{slag}"'
    return svar


def _saksrader(ett: Sakslinje) -> list[tuple[str, Rad | None]]:
    """Every office, then those who do not stand alone, then all."""
    flere = ((ORD["kontorer_samlet"].paa(sprak()), ett.samlet), (ORD["alle"].paa(sprak()), ett.alle))
    return [*ett.rader, *((navn, rad) for navn, rad in flere if rad)]


def _csv(ark: list[Ark]) -> bytes:
    """The sheets with numbers one after the other, for Norwegian spreadsheets: semicolons, decimal commas and a mark that says UTF-8."""
    ut = StringIO()
    skriver = csv.writer(ut, delimiter=";")
    for nr, ett in enumerate(ett for ett in ark if ett.navn != ORD["ark_definisjoner"].paa(sprak())):
        skriver.writerows([[], [ett.navn]] if nr else [])
        skriver.writerow([kolonne.navn for kolonne in ett.kolonner])
        skriver.writerows([_som_tekst(celle) for celle in rad] for rad in ett.rader)
    return ("\ufeff" + ut.getvalue()).encode()


def _som_tekst(celle: object) -> object:
    return str(celle).replace(".", ",") if isinstance(celle, float) else celle


SKRIVERE: Final[dict[str, tuple[Callable[[list[Ark]], bytes], str]]] = {
    "csv": (_csv, "text/csv; charset=utf-8"),
    "xlsx": (som_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""Kind of file → what writes it, and what it is called on the web."""
