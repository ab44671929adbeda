"""Roles: given, ended, and the login that goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.koder import Handling
from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.handlinger.felles import krev_annen, lagre, noter
from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Stilling
from skreddersom.plattform.tilgang.roller import ROLLER_I, Enhetsslag, Gradering, Rolle

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

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
        raise Brukerfeil(_("Rollen %(rolle)s finnes ikke her.") % {"rolle": ny.rolle.label})
    ansatt = Ansatt.objects.filter(epost__iexact=ny.epost).first() or Ansatt.objects.create_user(ny.epost, ny.navn)
    krev_annen(kontekst, ansatt.pk)
    if _har_rollen(kontekst, ansatt, ny):
        raise Brukerfeil(
            _("%(navn)s har allerede rollen i dette tidsrommet. Avslutt den først, om noe skal endres.") % {"navn": ansatt.navn}
        )
    stilling = Stilling(ansatt=ansatt, kontor_id=kontekst.kontor, rolle=ny.rolle, fra=ny.fra, til=ny.til, klareringer=list(ny.klareringer))
    lagre(stilling)
    klarert = ", ".join(ny.klareringer) or "ingen klareringer"
    noter(kontekst, Handling.OPPRETT, f"stilling/{stilling.pk}", f"{ny.rolle.value} til {ansatt.pk}, {ny.fra}–{ny.til or ''}, {klarert}")
    return stilling


def avslutt_rolle(kontekst: Kontekst, stilling_id: UUID, siste_dag: date) -> Stilling:
    """Let the role end with ``siste_dag``; it is out of use from the next request after that.

    Raises ``Stilling.DoesNotExist`` for another unit's, ``Brukerfeil`` for one's own or a day before its first.
    """
    stilling = sporringer.stillinger(kontekst).select_for_update(of=("self",)).get(pk=stilling_id)
    krev_annen(kontekst, stilling.ansatt_id)
    stilling.til = siste_dag
    lagre(stilling)
    noter(kontekst, Handling.ENDRE, f"stilling/{stilling.pk}", f"avsluttet {siste_dag}")
    return stilling


def frigi_innlogging(kontekst: Kontekst, ansatt_id: UUID) -> None:
    """Let the next login with the person's e-mail address take it: for somebody who has got a new user account.

    Raises ``Ansatt.DoesNotExist`` for one who does not work here, ``Brukerfeil`` for oneself.
    """
    ansatt = sporringer.ansatte(kontekst).get(pk=ansatt_id)
    krev_annen(kontekst, ansatt.pk)
    SocialAccount.objects.filter(user=ansatt).delete()
    noter(kontekst, Handling.ENDRE, f"ansatt/{ansatt.pk}", "innlogging frigitt")


def _har_rollen(kontekst: Kontekst, ansatt: Ansatt, ny: NyRolle) -> bool:
    """Whether it is held on any of the days."""
    slutter_for = Q(til__lt=ny.fra)
    andre = Stilling.objects.filter(ansatt=ansatt, kontor_id=kontekst.kontor, rolle=ny.rolle).exclude(slutter_for)
    return (andre.filter(fra__lte=ny.til) if ny.til else andre).exists()
