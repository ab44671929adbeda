"""From a screening to rows: persons known again, everybody assessed, candidates on the list or off it.

A few statements, however many persons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db.models import OuterRef, Subquery

from skreddersom.apper.kandidat.models import Kandidat, Person, Vurdering
from skreddersom.kjerne.screening.kandidat import fakta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from skreddersom.apper.kandidat.models import Gjennomgang
    from skreddersom.kjerne.screening.screening import Screening
    from skreddersom.plattform.tilgang.kontekst import Kontekst

AV_GANGEN: Final = 2000
UTEN_KJENNETEGN: Final = "linje "
"""How ``identitet`` names somebody with neither number nor journal."""


@dataclass(frozen=True, slots=True)
class Funnet:
    """One person of the screening: who it is in the files, and what was found."""

    nokkel: str
    journalnokkel: str
    fnr: str
    fodselsdato: date | None
    rad: dict[str, Any]
    maske: int


def lagre(kontekst: Kontekst, gjennomgang: Gjennomgang, screening: Screening) -> None:
    """Keep what the screening found. The caller has opened the protected persons too; else they would be made anew."""
    funnet = list(_funnet(screening))
    personer = _personer(kontekst, funnet)
    _vurderinger(kontekst, gjennomgang, funnet, personer)
    _kandidater(kontekst, gjennomgang)


def _funnet(screening: Screening) -> Iterator[Funnet]:
    fodt = pl.col("fodselsdato")
    journal = pl.format("{}/{} født {}", "kommune", "journalnr", fodt.cast(pl.String).fill_null("?"))
    linje = pl.format("{}/{}/linje {}", "kommune", "aar", "linje")
    hvem = screening.personer.select(
        pl.when(pl.col("person").str.starts_with(UTEN_KJENNETEGN)).then(linje).otherwise("person").alias("nokkel"),
        journal.alias("journalnokkel"),
        pl.when(pl.col("person") == pl.col("fnr")).then("fnr").otherwise(pl.lit("")).alias("eget_fnr"),
        fodt,
        "maske",
    )
    for (nokkel, journalnokkel, fnr, dato, maske), rad in zip(hvem.iter_rows(), fakta(screening), strict=True):
        yield Funnet(nokkel, journalnokkel or "", fnr, dato, rad, maske)


def _personer(kontekst: Kontekst, funnet: list[Funnet]) -> dict[str, Person]:
    """Everybody by key: those known from before, and the new ones made."""
    kjente = {person.nokkel: person for person in Person.objects.filter(kontor_id=kontekst.kontor)}
    _gi_nummer(kjente, funnet)
    nye = [
        Person(kontor_id=kontekst.kontor, nokkel=ett.nokkel, fnr=ett.fnr, fodselsdato=ett.fodselsdato)
        for ett in funnet
        if ett.nokkel not in kjente
    ]
    Person.objects.bulk_create(nye, batch_size=AV_GANGEN)
    return kjente | {person.nokkel: person for person in nye}


def _gi_nummer(kjente: dict[str, Person], funnet: list[Funnet]) -> None:
    """Whoever was known by journal only and has got a number since, is the same person."""
    endret = []
    for ett in funnet:
        if ett.fnr and ett.nokkel not in kjente and ett.journalnokkel in kjente:
            person = kjente.pop(ett.journalnokkel)
            person.nokkel, person.fnr = ett.nokkel, ett.fnr
            kjente[ett.nokkel] = person
            endret.append(person)
    Person.objects.bulk_update(endret, ["nokkel", "fnr"], batch_size=AV_GANGEN)


def _vurderinger(kontekst: Kontekst, gjennomgang: Gjennomgang, funnet: list[Funnet], personer: dict[str, Person]) -> None:
    alle = (_vurdering(kontekst, gjennomgang, ett, personer[ett.nokkel]) for ett in funnet)
    Vurdering.objects.bulk_create(alle, batch_size=AV_GANGEN)


def _vurdering(kontekst: Kontekst, gjennomgang: Gjennomgang, ett: Funnet, person: Person) -> Vurdering:
    rad = ett.rad
    return Vurdering(
        kontor_id=kontekst.kontor,
        gjennomgang=gjennomgang,
        person=person,
        rang=rad["rang"],
        utenfor=rad["utenfor"] or "",
        kommunenr=rad["kommune"],
        journalnr=rad["journalnr"] or "",
        alder=rad["alder"],
        maneder_siste_12=rad["maneder_siste_12"],
        sammenhengende_maneder=rad["sammenhengende_maneder"],
        maske=ett.maske,
        fakta=rad,
    )


def _kandidater(kontekst: Kontekst, gjennomgang: Gjennomgang) -> None:
    """Those found before get their new assessment; those not found go off the list; the new ones come on it. Nobody is removed."""
    paa = Vurdering.objects.filter(gjennomgang=gjennomgang, rang__isnull=False)
    alle = Kandidat.objects.filter(kontor_id=kontekst.kontor)
    # Only of the municipalities that were reviewed: those of the others were not looked for.
    alle.filter(siste_vurdering__kommunenr__in=gjennomgang.kommuner).update(paa_lista=False)
    denne = Vurdering.objects.filter(gjennomgang=gjennomgang, person=OuterRef("person")).values("pk")
    alle.filter(person__vurderinger__gjennomgang=gjennomgang).update(siste_vurdering=Subquery(denne))
    alle.filter(siste_vurdering__in=paa).update(paa_lista=True)
    nye = paa.exclude(person__in=alle.values("person")).order_by("rang").values_list("pk", "person_id")
    felles = {"kontor_id": kontekst.kontor, "siden": gjennomgang.dato}
    Kandidat.objects.bulk_create((Kandidat(person_id=person, siste_vurdering_id=pk, **felles) for pk, person in nye), batch_size=AV_GANGEN)
