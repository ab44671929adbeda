"""Taken in on the list: a person has judged that somebody outside it should be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.handlinger.kontortall import tell_kontoret
from skreddersom.apper.kandidat.models import Inntak, Kandidat, Person, Vurdering
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

LENGSTE_GRUNN = 2000


def ta_inn(kontekst: Kontekst, vurdering_id: UUID, grunn: str) -> Kandidat:
    """Make the person a candidate against what the review said, with the reason. Doing it again changes nothing.

    Raises ``Vurdering.DoesNotExist`` for one that may not be seen, ``Brukerfeil`` when it cannot be done.
    """
    vurdering = sporringer.utenfor(kontekst).select_related("gjennomgang").get(pk=vurdering_id)
    Person.objects.select_for_update().get(pk=vurdering.person_id)  # two at once come one after the other
    gjort = Kandidat.objects.filter(person_id=vurdering.person_id, inntak__vurdering=vurdering).first()
    if gjort is not None:
        return gjort
    _krev_lov(kontekst, vurdering, grunn)
    kandidat = _kandidat(kontekst, vurdering)
    felles = {"kontor_id": kontekst.kontor, "person_id": vurdering.person_id, "av_id": kontekst.ansatt, "mot": vurdering.utenfor}
    Inntak.objects.create(kandidat=kandidat, vurdering=vurdering, grunn=grunn.strip()[:LENGSTE_GRUNN], **felles)
    tell_kontoret(kontekst)
    hva = f"tatt inn på lista mot «{vurdering.utenfor}»"
    skriv(kontekst, [Notat(Handling.OPPRETT, vurdering.person_id, f"kandidat/{kandidat.pk}", Formal.KARTLEGGING, detalj=hva)])
    return kandidat


def _krev_lov(kontekst: Kontekst, vurdering: Vurdering, grunn: str) -> None:
    if kontekst.rolle not in (Rolle.VEILEDER, Rolle.LEDER):
        raise Brukerfeil(_("Bare veiledere og lederen kan ta noen inn på lista."))
    if not grunn.strip():
        raise Brukerfeil(_("Skriv hvorfor dere bør se på personen."))
    if sporringer.siste_vurdering(vurdering.person_id) != vurdering:
        raise Brukerfeil(_("Personen er vurdert på nytt siden. Se på den nyeste gjennomgangen først."))


def _kandidat(kontekst: Kontekst, vurdering: Vurdering) -> Kandidat:
    """The candidate, on the list: known from before, or new."""
    her = {"kontor_id": kontekst.kontor, "person_id": vurdering.person_id}
    kandidat = Kandidat.objects.select_for_update().filter(**her).first()
    if kandidat is None:
        kandidat = Kandidat(**her, siden=timezone.localdate(), funnet_i=vurdering.gjennomgang)
    else:
        kandidat.versjon += 1
    kandidat.paa_lista, kandidat.borte_i, kandidat.inntatt_mot = True, None, vurdering.utenfor
    kandidat.siste_vurdering, kandidat.kommunenr = vurdering, vurdering.kommunenr
    kandidat.save()
    return kandidat
