"""The letters that a veileder writes when there is need of one: an invitation to a talk, and the certificate of a programme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from skreddersom.apper.sak.brev import hodet
from skreddersom.apper.sak.models import Slag, Soknad, Vedtak
from skreddersom.apper.sak.sakport import programmet
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev.handlinger import NyttBrev
from skreddersom.plattform.brev.vern import har_sperret_adresse, uten_adresse
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.kandidat.models import Kandidat, Person
    from skreddersom.apper.sak.models import Sak
    from skreddersom.apper.sak.sakport import Sakstilstand
    from skreddersom.kjerne.lov.brevkrav import Malform
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Hvem:
    """The one that a letter is about, and what names the matter in it: the case when there is one, else the office's own journal."""

    person: Person
    kontor_id: UUID
    referanse: str
    malform: Malform
    sak_id: UUID | None = None
    mottatt: date | None = None
    """When the application came that waits for an answer."""


@dataclass(frozen=True, slots=True)
class Invitasjon:
    """When and where, with whom, and why one would like to talk; ``sted`` as a stranger finds it. ``navn``: where none is kept."""

    dato: date | None = None
    klokkeslett: str = ""
    sted: str = ""
    med: str = ""
    hvorfor: str = ""
    navn: str = ""
    adresse: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Bevis:
    """What the participant has done in the programme, and has learnt and shown."""

    innhold: tuple[str, ...] = ()
    ferdigheter: tuple[str, ...] = ()


def i_saken(sak: Sak, tilstand: Sakstilstand) -> Hvem:
    """The one the case is about. An application is spoken of while it waits for an answer."""
    mottatt = Soknad.objects.filter(sak=sak).latest("mottatt").mottatt if Slag.SOKNAD in tilstand.apne else None
    return Hvem(sak.person, sak.kontor_id, sak.referanse, "nn" if sak.malform == "nn" else "nb", sak.pk, mottatt)


def fra_lista(kandidat: Kandidat, malform: Malform) -> Hvem:
    """A candidate who has no case. Comes with person and newest assessment."""
    vurdering = kandidat.siste_vurdering
    journal = vurdering.journalnr if vurdering else ""
    return Hvem(kandidat.person, kandidat.kontor_id, journal or f"{kandidat.siden.year}/{kandidat.pk.hex[:8]}", malform)


def invitasjonen(kontekst: Kontekst, hvem: Hvem, ny: Invitasjon, dag: date) -> NyttBrev:
    """The invitation as it would be if it was made today by the one who acts."""
    mottaker: dict[str, Any] = {"navn": hvem.person.navn or ny.navn, "adresse": list(ny.adresse)}
    if har_sperret_adresse(hvem.person.pk):
        mottaker = uten_adresse(mottaker)
    mote = {navn: verdi for navn in ("klokkeslett", "sted", "med") if (verdi := getattr(ny, navn))}
    if ny.dato is not None:
        mote["dato"] = ny.dato.isoformat()
    mottatt = {"mottatt": hvem.mottatt.isoformat()} if hvem.mottatt else {}
    return _brev(kontekst, hvem, Brevslag.INVITASJON, {"mottaker": mottaker, "mote": mote, "hvorfor": ny.hvorfor} | mottatt, dag)


def beviset(kontekst: Kontekst, hvem: Hvem, tilstand: Sakstilstand, nytt: Bevis, dag: date) -> NyttBrev:
    """The certificate of the last programme of the case; its days and hours are those that were granted."""
    innhold = {"deltaker": hvem.person.navn, "innhold": list(nytt.innhold), "ferdigheter": list(nytt.ferdigheter)}
    return _brev(kontekst, hvem, Brevslag.DELTAKERBEVIS, innhold | _tiden(tilstand), dag)


def _tiden(tilstand: Sakstilstand) -> dict[str, Any]:
    program = programmet(tilstand)
    if not program:
        return {}
    forste, siste = (Vedtak.objects.get(pk=ett.id) for ett in (program[0], program[-1]))
    fra, til = forste.start or program[0].fra, program[-1].til
    dager = {navn: dato.isoformat() for navn, dato in (("fra", fra), ("til", til)) if dato}
    return dager | ({"timer_uke": float(siste.timer_uke)} if siste.timer_uke else {})


def planlagt(tilstand: Sakstilstand) -> tuple[str, ...]:
    """What the decisions that granted the programme said that it would hold, each thing once."""
    vedtatt = Vedtak.objects.filter(pk__in=[ett.id for ett in programmet(tilstand)]).select_related("behandling").order_by("fra", "id")
    return tuple(dict.fromkeys(ett for vedtak in vedtatt for ett in vedtak.behandling.brevfelt.get("innhold", [])))


def _brev(kontekst: Kontekst, hvem: Hvem, slag: Brevslag, innhold: dict[str, Any], dag: date) -> NyttBrev:
    hode = hodet(hvem.kontor_id, hvem.referanse, dag, ((Ansatt.objects.get(pk=kontekst.ansatt), "saksbehandler"),))
    hode.pop("statsforvalter")
    return NyttBrev(hvem.person.pk, slag, hvem.malform, hode | innhold, sak=hvem.sak_id)
