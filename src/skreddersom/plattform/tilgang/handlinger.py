"""What is done with roles, protection and opened cases. Each leaves a row in the log of the unit, in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Notat, skriv
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.models import Ansatt, Inhabil, Innsynsrett, Kontor, Skjerming, Stilling
from skreddersom.plattform.tilgang.roller import ROLLER_I, SER_TALL, Enhetsslag, Gradering, Rolle

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class NyRolle:
    """A role for somebody, who is made if the e-mail address is new. ``klareringer`` are the kinds of protected persons they may see."""

    navn: str
    epost: str
    rolle: Rolle
    fra: date
    til: date | None = None
    klareringer: tuple[Gradering, ...] = ()


@transaction.atomic
def gi_rolle(kontekst: Kontekst, ny: NyRolle) -> Stilling:
    """Give somebody a role at the unit. Raises ``Brukerfeil``: for oneself, for a role that does not exist there, or one that is held."""
    slag = Kontor.objects.get(pk=kontekst.kontor).slag
    if ny.rolle not in ROLLER_I[Enhetsslag(slag)]:
        raise Brukerfeil(f"Rollen {ny.rolle.label} finnes ikke her.")
    ansatt = Ansatt.objects.filter(epost__iexact=ny.epost).first() or Ansatt.objects.create_user(ny.epost, ny.navn)
    _krev_annen(kontekst, ansatt.pk)
    if _har_rollen(kontekst, ansatt, ny):
        raise Brukerfeil(f"{ansatt.navn} har allerede rollen i dette tidsrommet. Avslutt den først, om noe skal endres.")
    stilling = Stilling(ansatt=ansatt, kontor_id=kontekst.kontor, rolle=ny.rolle, fra=ny.fra, til=ny.til, klareringer=list(ny.klareringer))
    _lagre(stilling)
    klarert = ", ".join(ny.klareringer) or "ingen klareringer"
    _noter(kontekst, Handling.OPPRETT, f"stilling/{stilling.pk}", f"{ny.rolle.value} til {ansatt.pk}, {ny.fra}–{ny.til or ''}, {klarert}")
    return stilling


def avslutt_rolle(kontekst: Kontekst, stilling_id: UUID, siste_dag: date) -> Stilling:
    """Let the role end with ``siste_dag``; it is out of use from the next request after that.

    Raises ``Stilling.DoesNotExist`` for another unit's, ``Brukerfeil`` for one's own or a day before its first.
    """
    stilling = sporringer.stillinger(kontekst).select_for_update(of=("self",)).get(pk=stilling_id)
    _krev_annen(kontekst, stilling.ansatt_id)
    stilling.til = siste_dag
    _lagre(stilling)
    _noter(kontekst, Handling.ENDRE, f"stilling/{stilling.pk}", f"avsluttet {siste_dag}")
    return stilling


def frigi_innlogging(kontekst: Kontekst, ansatt_id: UUID) -> None:
    """Let the next login with the person's e-mail address take it: for somebody who has got a new user account.

    Raises ``Ansatt.DoesNotExist`` for one who does not work here, ``Brukerfeil`` for oneself.
    """
    ansatt = sporringer.ansatte(kontekst).get(pk=ansatt_id)
    _krev_annen(kontekst, ansatt.pk)
    SocialAccount.objects.filter(user=ansatt).delete()
    _noter(kontekst, Handling.ENDRE, f"ansatt/{ansatt.pk}", "innlogging frigitt")


def skjerm(kontekst: Kontekst, person: UUID, gradering: Gradering) -> None:
    """Hide the person from everyone at the office without the clearance, from now on. Raises ``Brukerfeil``."""
    skjerming = Skjerming.objects.filter(person_id=person).first() or Skjerming(kontor_id=kontekst.kontor, person_id=person)
    skjerming.gradering = gradering
    _lagre(skjerming)
    _noter(kontekst, Handling.ENDRE, "skjerming", gradering.value, person)


def opphev_skjerming(kontekst: Kontekst, id_: int) -> None:
    """Let the person be seen by all at the office again. Raises ``Skjerming.DoesNotExist``."""
    skjerming = sporringer.skjerminger(kontekst).get(pk=id_)
    skjerming.delete()
    _noter(kontekst, Handling.SLETT, "skjerming", skjerming.gradering, skjerming.person_id)


def meld_inhabil(kontekst: Kontekst, ansatt_id: UUID, person: UUID, grunn: str) -> None:
    """Hide the person from this one member of staff. Raises ``Ansatt.DoesNotExist`` or ``Brukerfeil``."""
    ansatt = sporringer.ansatte(kontekst).get(pk=ansatt_id)
    _lagre(Inhabil(kontor_id=kontekst.kontor, ansatt=ansatt, person_id=person, grunn=grunn))
    _noter(kontekst, Handling.ENDRE, "habilitet", f"{ansatt.pk}: {grunn}", person)


def opphev_inhabil(kontekst: Kontekst, id_: int) -> None:
    """Take the pair off the list. Raises ``Inhabil.DoesNotExist``, or ``Brukerfeil`` for oneself."""
    inhabil = sporringer.inhabile(kontekst).get(pk=id_)
    _krev_annen(kontekst, inhabil.ansatt_id)
    inhabil.delete()
    _noter(kontekst, Handling.SLETT, "habilitet", str(inhabil.ansatt_id), inhabil.person_id)


@dataclass(frozen=True, slots=True)
class NyttInnsyn:
    """A case to be opened to somebody from outside, with both days included."""

    person: UUID
    ansatt: UUID
    fra: date
    til: date
    grunn: str


def gi_innsyn(kontekst: Kontekst, nytt: NyttInnsyn) -> Innsynsrett:
    """Open one case to one person at the County Governor or the Directorate. Only the office's leader does. Raises ``Brukerfeil``."""
    if kontekst.rolle is not Rolle.LEDER:
        raise Brukerfeil("Bare lederen på kontoret kan åpne en sak for noen utenfor.")
    if not nytt.grunn.strip():
        raise Brukerfeil("Skriv hvorfor saken skal åpnes.")
    mottaker = Stilling.objects.filter(ansatt_id=nytt.ansatt, rolle__in=SER_TALL, fra__lte=nytt.til).exclude(til__lt=nytt.fra).first()
    if mottaker is None:
        raise Brukerfeil("Saken kan bare åpnes for noen hos Statsforvalteren eller direktoratet.")
    rett = Innsynsrett(kontor_id=kontekst.kontor, person_id=nytt.person, ansatt_id=nytt.ansatt, gitt_av_id=kontekst.ansatt)
    rett.fra, rett.til, rett.grunn = nytt.fra, nytt.til, nytt.grunn.strip()
    _lagre(rett)
    _noter(kontekst, Handling.OPPRETT, f"innsyn/{rett.pk}", f"til {nytt.ansatt}, {nytt.fra}–{nytt.til}", nytt.person, Formal.TILSYN)
    return rett


def avslutt_innsyn(kontekst: Kontekst, rett_id: UUID) -> None:
    """Close the case again, at once. Raises ``Innsynsrett.DoesNotExist`` for another unit's, ``Brukerfeil`` for others than leaders."""
    if kontekst.rolle is not Rolle.LEDER:
        raise Brukerfeil("Bare lederen på kontoret kan lukke saken.")
    rett = sporringer.gitte_innsyn(kontekst).get(pk=rett_id)
    rett.avsluttet = timezone.now()
    rett.save(update_fields=["avsluttet"])
    _noter(kontekst, Handling.ENDRE, f"innsyn/{rett.pk}", "avsluttet", rett.person_id, Formal.TILSYN)


def _har_rollen(kontekst: Kontekst, ansatt: Ansatt, ny: NyRolle) -> bool:
    """Whether it is held on any of the days."""
    slutter_for = Q(til__lt=ny.fra)
    andre = Stilling.objects.filter(ansatt=ansatt, kontor_id=kontekst.kontor, rolle=ny.rolle).exclude(slutter_for)
    return (andre.filter(fra__lte=ny.til) if ny.til else andre).exists()


def _krev_annen(kontekst: Kontekst, ansatt: UUID) -> None:
    """Nobody gives themselves more, or takes themselves off a list: it takes two."""
    if ansatt == kontekst.ansatt:
        raise Brukerfeil("Du kan ikke endre dine egne roller eller din egen habilitet. Be en annen administrator om det.")


def _lagre(rad: Model) -> None:
    """Save what is valid. Raises ``Brukerfeil`` with the sentences of what is not."""
    try:
        rad.full_clean()
    except ValidationError as feil:
        raise Brukerfeil(" ".join(feil.messages)) from None
    rad.save()


def _noter(
    kontekst: Kontekst, handling: Handling, sak: str, detalj: str, person: UUID | None = None, formal: Formal = Formal.ADMINISTRASJON
) -> None:
    skriv(kontekst, [Notat(handling, person, sak, formal, detalj=detalj)], side="tilgang")
