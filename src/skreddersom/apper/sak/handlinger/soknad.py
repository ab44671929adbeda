"""An application comes in: the case, the application and its behandling, and what it means for the candidate, at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer as kandidatsporringer
from skreddersom.apper.kandidat.handlinger import registrer_person
from skreddersom.apper.kandidat.models import Kandidat, Person
from skreddersom.apper.sak import soknadsbrev, sporringer
from skreddersom.apper.sak.grunnlag import KILDE_FODT
from skreddersom.apper.sak.handlinger import felles, kandidaten
from skreddersom.apper.sak.handlinger.brudd import med_setning
from skreddersom.apper.sak.models import FERDIGE, Behandling, Faktum, Hendelsesslag, Maate, Malform, Sak, Slag, Soknad
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import DATOFAKTUM
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.kandidat.handlinger import NyPerson
    from skreddersom.plattform.tilgang.kontekst import Kontekst

TAR_IMOT: Final = frozenset({Rolle.VEILEDER, Rolle.LEDER})


@dataclass(frozen=True, slots=True)
class NySoknad:
    """An application as somebody has written it down. It comes from a candidate, or from a person the office knows.

    ``kandidat_versjon`` is that of the candidate the form was opened on, when it was opened from one.
    """

    nokkel: UUID
    mottatt: date
    maate: Maate
    person_id: UUID | None = None
    kandidat_id: UUID | None = None
    kandidat_versjon: int | None = None
    innhold: str = ""
    mangler: str = ""
    malform: Malform = Malform.BOKMAL


def registrer_soknad(kontekst: Kontekst, ny: NySoknad) -> Soknad:
    """Take the application in; the same form twice is one. The receipt is made, and a candidate gets the outcome «Søknad mottatt», at once.

    Raises ``Person.DoesNotExist`` or ``Kandidat.DoesNotExist`` for one that may not be seen, ``Konflikt`` when the candidate has been
    changed meanwhile, and ``Brukerfeil`` when it cannot be registered, also when one is being worked on already.
    """
    if kontekst.rolle not in TAR_IMOT:
        raise Brukerfeil(_("Søknader registreres av en veileder eller lederen."))
    felles.krev_ikke_framtid(ny.mottatt)
    person = _laas_person(kontekst, ny)
    gjort = Soknad.objects.filter(nokkel=ny.nokkel, person=person).select_related("sak").first()
    if gjort is not None:
        return gjort
    _krev_ingen_apen(person)
    with med_setning():
        return _ta_imot(kontekst, ny, person)


def registrer_soknad_fra(kontekst: Kontekst, hvem: NyPerson, ny: NySoknad) -> Soknad:
    """Take in an application from somebody no file has told of: both, or neither.

    Raises as ``registrer_soknad``, and ``Brukerfeil`` for a number that can be nobody's.
    """
    with transaction.atomic():
        return registrer_soknad(kontekst, replace(ny, person_id=registrer_person(kontekst, hvem).pk))


def _laas_person(kontekst: Kontekst, ny: NySoknad) -> Person:
    """The person, for us alone until the transaction ends: the first application of somebody makes one case and not two."""
    person_id = ny.person_id
    if ny.kandidat_id is not None:
        person_id = kandidatsporringer.kandidater(kontekst).values_list("person_id", flat=True).get(pk=ny.kandidat_id)
    if person_id is None:
        raise Brukerfeil(_("Velg hvem søknaden gjelder."))
    return Person.objects.filter(kontor_id=kontekst.kontor).select_for_update(of=("self",)).get(pk=person_id)


def _krev_ingen_apen(person: Person) -> None:
    if Behandling.objects.filter(person=person, slag=Slag.SOKNAD).exclude(status__in=FERDIGE).exists():
        raise Brukerfeil(_("Personen har alt en søknad under behandling. Legg det nye til i den saken."))


def _ta_imot(kontekst: Kontekst, ny: NySoknad, person: Person) -> Soknad:
    kandidat = Kandidat.objects.filter(person=person).select_related("siste_utfall", "siste_vurdering__gjennomgang").first()
    sak = _sak(kontekst, ny, person, kandidat)
    soknad = Soknad.objects.create(
        **felles.felles(kontekst, sak),
        sak=sak,
        mottatt=ny.mottatt,
        maate=ny.maate,
        innhold=felles.ren(ny.innhold),
        mangler=felles.ren(ny.mangler),
        nokkel=ny.nokkel,
        av_id=kontekst.ansatt,
    )
    behandling = _behandling(kontekst, soknad)
    felles.skriv_hendelse(kontekst, sak, Hendelsesslag.SOKNAD, ny.nokkel, {"maate": ny.maate}, ny.mottatt, behandling)
    if kandidat is not None:
        kandidaten.har_sokt(kontekst, kandidat, ny.mottatt, ny.nokkel, ny.kandidat_versjon)
    soknadsbrev.kvitter(kontekst, soknad, sporringer.idag())
    return soknad


def _sak(kontekst: Kontekst, ny: NySoknad, person: Person, kandidat: Kandidat | None) -> Sak:
    """The open case of the person, else a new one: of the veileder who takes it in, or of the candidate's."""
    apen = Sak.objects.filter(person=person, avsluttet=None).first()
    if apen is not None:
        return apen
    veileder = kontekst.ansatt if kontekst.rolle is Rolle.VEILEDER else (kandidat.veileder_id if kandidat else None)
    sak = Sak.objects.create(
        kontor_id=kontekst.kontor, person=person, kandidat=kandidat, malform=ny.malform, saksbehandler_id=veileder, apnet=ny.mottatt
    )
    if person.fodselsdato is not None:
        _fodt(kontekst, sak, person)
    return sak


def _fodt(kontekst: Kontekst, sak: Sak, person: Person) -> None:
    Faktum.objects.create(
        **felles.felles(kontekst, sak),
        sak=sak,
        navn=DATOFAKTUM,
        nr=1,
        verdi=f"{person.fodselsdato}",
        kilde=KILDE_FODT,
        dato=sak.apnet,
        av_id=kontekst.ansatt,
    )


def _behandling(kontekst: Kontekst, soknad: Soknad) -> Behandling:
    sak = soknad.sak
    return Behandling.objects.create(
        **felles.felles(kontekst, sak),
        sak=sak,
        soknad=soknad,
        slag=Slag.SOKNAD,
        saksbehandler_id=sak.saksbehandler_id,
        apnet=soknad.mottatt,
    )
