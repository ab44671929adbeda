"""Somebody the office has not met in any file: one who comes to the counter with an application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import polars as pl
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat.models import Person
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.fodselsnummer import er_gyldig, fodselsdato
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class NyPerson:
    """Who it is."""

    fnr: str
    navn: str


def registrer_person(kontekst: Kontekst, ny: NyPerson) -> Person:
    """The person with this number, made when the office does not know them. A name that is missing is filled in, never replaced.

    Raises ``Brukerfeil`` for a number that can be nobody's, a missing name, and for one whom the one who acts may not see.
    """
    fnr, navn = "".join(ny.fnr.split()), ny.navn.strip()[:120]
    fodt = _fodt(fnr)
    if not navn:
        raise Brukerfeil(_("Skriv navnet på personen."))
    kjent = Person.objects.filter(kontor_id=kontekst.kontor, nokkel=fnr).first()
    return _med_navn(kjent, navn) if kjent else _lag(kontekst, fnr, navn, fodt)


def _fodt(fnr: str) -> date | None:
    """The date of birth that the number tells. Raises ``Brukerfeil`` when it is no number."""
    tall = pl.lit(fnr)
    gyldig, dato = pl.select(er_gyldig(tall).alias("gyldig"), fodselsdato(tall).alias("dato")).row(0)
    if not gyldig:
        raise Brukerfeil(_("Fødselsnummeret er ikke riktig. Se etter at alle de elleve sifrene er med og står i rekkefølge."))
    return cast("date | None", dato)


def _med_navn(person: Person, navn: str) -> Person:
    if not person.navn:
        person.navn = navn
        person.save(update_fields=["navn"])
    return person


def _lag(kontekst: Kontekst, fnr: str, navn: str, fodt: date | None) -> Person:
    try:
        with transaction.atomic():
            person = Person.objects.create(kontor_id=kontekst.kontor, nokkel=fnr, fnr=fnr, navn=navn, fodselsdato=fodt)
    except IntegrityError as feil:  # somebody is there whom the one who acts may not see: the answer says no more than that
        raise Brukerfeil(_("Du kan ikke registrere denne personen. Be lederen om hjelp.")) from feil
    skriv(kontekst, [Notat(Handling.OPPRETT, person.pk, f"person/{person.pk}", Formal.SAKSBEHANDLING)])
    return person
