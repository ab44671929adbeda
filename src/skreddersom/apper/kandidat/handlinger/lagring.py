"""From a screening to rows: persons known again, everybody assessed, candidates on the list or off it.

A few statements, however many persons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db import connection

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
    funnet = list(funnet_i(screening))
    personer = _personer(kontekst, funnet)
    _kandidater(kontekst, gjennomgang, _vurderinger(kontekst, gjennomgang, funnet, personer))


def funnet_i(screening: Screening) -> Iterator[Funnet]:
    """Each person of the screening, as they are kept."""
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


def _vurderinger(kontekst: Kontekst, gjennomgang: Gjennomgang, funnet: list[Funnet], personer: dict[str, Person]) -> list[Vurdering]:
    alle = [_vurdering(kontekst, gjennomgang, ett, personer[ett.nokkel]) for ett in funnet]
    return Vurdering.objects.bulk_create(alle, batch_size=AV_GANGEN)


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


def _kandidater(kontekst: Kontekst, gjennomgang: Gjennomgang, vurderinger: list[Vurdering]) -> None:
    """Those found before get their new assessment; those not found go off the list; the new ones come on it. Nobody is removed."""
    alle = Kandidat.objects.filter(kontor_id=kontekst.kontor)
    fra_for = set(alle.values_list("person_id", flat=True))
    # Only of the municipalities that were reviewed: those of the others were not looked for.
    ventet = alle.filter(kommunenr__in=gjennomgang.kommuner)
    ventet.filter(borte_i=None).update(borte_i=gjennomgang)
    ventet.update(paa_lista=False, rang=None)
    _funnet_igjen(kontekst, [ett for ett in vurderinger if ett.person_id in fra_for])
    nye = (_ny(kontekst, gjennomgang, ett) for ett in vurderinger if ett.rang and ett.person_id not in fra_for)
    Kandidat.objects.bulk_create(nye, batch_size=AV_GANGEN)


def _ny(kontekst: Kontekst, gjennomgang: Gjennomgang, vurdering: Vurdering) -> Kandidat:
    return Kandidat(
        kontor_id=kontekst.kontor,
        person_id=vurdering.person_id,
        siden=gjennomgang.dato,
        siste_vurdering=vurdering,
        rang=vurdering.rang,
        kommunenr=vurdering.kommunenr,
        funnet_i=gjennomgang,
    )


FUNNET_IGJEN: Final = """
update kandidat_kandidat k
   set siste_vurdering_id = v.id, kommunenr = v.kommunenr, rang = v.rang, borte_i_id = null,
       paa_lista = v.rang is not null or v.utenfor = k.inntatt_mot
  from unnest(%s::uuid[], %s::uuid[], %s::text[], %s::int[], %s::text[]) as v (person_id, id, kommunenr, rang, utenfor)
 where k.kontor_id = %s and k.person_id = v.person_id
"""
"""One statement for all: each row is found by its own key, also before the database knows how many there are.

Whoever somebody has taken in stays on the list as long as the only thing against it is what was overruled.
"""


def _funnet_igjen(kontekst: Kontekst, vurderinger: list[Vurdering]) -> None:
    if not vurderinger:
        return
    rader = ((ett.person_id, ett.pk, ett.kommunenr, ett.rang, ett.utenfor) for ett in vurderinger)
    with connection.cursor() as peker:
        peker.execute(FUNNET_IGJEN, [*map(list, zip(*rader, strict=True)), kontekst.kontor])
