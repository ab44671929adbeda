"""How every action on a complaint is done: as those on a behandling, with a port of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.brudd import med_setning
from skreddersom.apper.sak.handlinger.felles import Konflikt
from skreddersom.apper.sak.klageport import Handling, port
from skreddersom.apper.sak.models import Hendelse, Klagestand, Klagestatus
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.handlinger.felles import Innsending
    from skreddersom.apper.sak.klagetilstand import Klagetilstand
    from skreddersom.apper.sak.models import Klage
    from skreddersom.plattform.tilgang.kontekst import Kontekst

MED_BREV = (Handling.KLAGE_SEND, Handling.KLAGE_OVERSEND)
"""Actions that must know what the letter lacks."""


@dataclass(frozen=True, slots=True)
class Klagearbeid:
    """One complaint, locked, as an action finds it."""

    kontekst: Kontekst
    klage: Klage
    tilstand: Klagetilstand
    dag: date


def med_klage(
    kontekst: Kontekst,
    klage_id: UUID,
    inn: Innsending,
    handling: Handling,
    gjor: Callable[[Klagearbeid], dict[str, Any]],
    dato: date | None = None,
) -> Hendelse:
    """Do ``handling`` by ``gjor``, which gives what to keep in the event; the same form twice is one event.

    Raises ``Klage.DoesNotExist`` for one that may not be seen, ``Konflikt`` for an old version, ``Stengt`` when the port is closed,
    and ``Brukerfeil`` for what the database refuses.
    """
    klage = _laas(kontekst, klage_id)
    gjort = gjort_for(inn.nokkel, handling, klage.pk)
    if gjort is not None:
        return gjort
    if inn.versjon != klage.versjon:
        raise Konflikt
    dag = sporringer.idag()
    arbeid = Klagearbeid(kontekst, klage, klagesporringer.tilstand(klage, dag, med_brev=handling in MED_BREV), dag)
    felles.krev_apen(port(handling, arbeid.tilstand, kontekst, dag))
    with med_setning():
        _paa_nytt(klage)
        data = gjor(arbeid)
        klage.versjon += 1
        klage.save()
        return felles.skriv_hendelse(kontekst, klage.sak, handling, inn.nokkel, data, dato or dag, klage)


def _paa_nytt(klage: Klage) -> None:
    """A complaint whose behandling was dropped is worked on again from here."""
    if klage.status == Klagestatus.I_BEHANDLING and klage.stand is Klagestand.UNDER_ARBEID:
        klage.status = Klagestatus.UNDER_ARBEID


def gjort_for(nokkel: UUID, handling: Handling, klage_id: UUID) -> Hendelse | None:
    """The event that this form has left already. Raises ``Brukerfeil`` when its key was used for something else."""
    gjort = Hendelse.objects.filter(nokkel=nokkel).first()
    if gjort is not None and (gjort.slag, gjort.klage_id) != (handling, klage_id):
        raise Brukerfeil(str(felles.BRUKT))
    return gjort


def _laas(kontekst: Kontekst, klage_id: UUID) -> Klage:
    """Its case is locked, so that nothing of it changes meanwhile; then it is read."""
    synlige = klagesporringer.klager(kontekst)
    sak_id = synlige.values_list("sak_id", flat=True).get(pk=klage_id)
    felles.laas_sak(kontekst, sak_id)
    return klagesporringer.med_alt(synlige).get(pk=klage_id)
