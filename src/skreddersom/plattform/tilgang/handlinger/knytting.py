"""A login tied to a member of staff by a code that the administrator has handed over."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Notat, skriv
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.tilgang import kode as koder
from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.handlinger.felles import krev_annen, noter
from skreddersom.plattform.tilgang.hvem import stillinger
from skreddersom.plattform.tilgang.kontekst import sett, systemet
from skreddersom.plattform.tilgang.models import Invitasjon

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Ansatt

VARER: Final = timedelta(days=7)
"""How long a code can be used. Our own choice."""
HINDRINGER: Final = {
    "ukjent": gettext_lazy("Vi kjenner ikke koden. Se etter at den er skrevet riktig, eller be administratoren på kontoret om en ny."),
    "brukt": gettext_lazy("Koden er brukt. Be administratoren på kontoret om en ny."),
    "trukket": gettext_lazy("Koden er byttet ut med en nyere. Bruk den, eller be administratoren på kontoret om en til."),
    "utløpt": gettext_lazy("Koden har gått ut. Be administratoren på kontoret om en ny."),
    "uten rolle": gettext_lazy("Du har ingen rolle i dag. Be administratoren på kontoret om å gi deg en."),
    "har innlogging": gettext_lazy("Koden er til en som alt kan logge inn. Be administratoren på kontoret om å slippe den gamle kontoen."),
    "opptatt": gettext_lazy("Innloggingen din er alt knyttet til en annen ansatt. Be administratoren på kontoret om hjelp."),
}
"""What stands in the way, as the log calls it → what it says, and the cure."""
logg = logging.getLogger("skreddersom.innlogging")


class FeilKode(Brukerfeil):
    """The code does not tie this login to anybody; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Innlogging:
    """Somebody that a provider vouches for: our name for the provider, the issuer, and the issuer's name for the person."""

    tilbyder: str
    utsteder: str
    sub: str

    def __str__(self) -> str:
        """For the log: the same one each time, and nobody can tell who."""
        return sha256(f"{self.utsteder} {self.sub}".encode()).hexdigest()[:16]


@transaction.atomic
def inviter(kontekst: Kontekst, ansatt_id: UUID) -> str:
    """Make a code for somebody who works here; it is told this once, and takes the place of an older one.

    Raises ``Ansatt.DoesNotExist`` for one who does not work here, ``Brukerfeil`` for oneself and for one who can log in already.
    """
    ansatt = sporringer.ansatte(kontekst).get(pk=ansatt_id)
    krev_annen(kontekst, ansatt.pk)
    if not sporringer.stillinger(kontekst).filter(ansatt=ansatt).exists():
        raise Brukerfeil(_("%(navn)s har ingen rolle her nå. Gi rollen først.") % {"navn": ansatt.navn})
    if SocialAccount.objects.filter(user=ansatt).exists():
        raise Brukerfeil(_("%(navn)s kan alt logge inn. Er brukerkontoen ny, så slipp den gamle først.") % {"navn": ansatt.navn})
    naa, kode = timezone.now(), koder.ny()
    Invitasjon.objects.filter(ansatt=ansatt, brukt=None, trukket=None).update(trukket=naa)
    felles = {"ansatt": ansatt, "kontor_id": kontekst.kontor, "laget_av_id": kontekst.ansatt}
    Invitasjon.objects.create(avtrykk=koder.avtrykk(kode), utloper=naa + VARER, **felles)
    noter(kontekst, Handling.OPPRETT, f"ansatt/{ansatt.pk}", "kode for innlogging")
    return kode


def knytt(innlogging: Innlogging, kode: str) -> Ansatt:
    """Tie the login to the one the code was made for. Raises ``FeilKode``. Every attempt is told of, also those that fail.

    A code that exists is told of in the log of its office. One that nobody has made belongs to no office: it is told of in the log of
    the server.
    """
    with transaction.atomic():
        invitasjon = Invitasjon.objects.select_for_update(of=("self",)).select_related("ansatt").filter(avtrykk=koder.avtrykk(kode)).first()
        if invitasjon is None:
            logg.warning("ukjent kode for innlogging, fra %s", innlogging)
            raise FeilKode(str(HINDRINGER["ukjent"]))
        hindring = _hindring(invitasjon) or _bind(invitasjon, innlogging)
        _fortell(invitasjon, innlogging, hindring)
    if hindring:
        raise FeilKode(str(HINDRINGER[hindring]))
    return invitasjon.ansatt


def _hindring(invitasjon: Invitasjon) -> str:
    """Why the code cannot be used, as a key of ``HINDRINGER``; empty when it can."""
    if invitasjon.brukt:
        return "brukt"
    if invitasjon.trukket:
        return "trukket"
    if invitasjon.utloper <= timezone.now():
        return "utløpt"
    if not stillinger(invitasjon.ansatt_id).exists():
        return "uten rolle"
    return "har innlogging" if SocialAccount.objects.filter(user=invitasjon.ansatt).exists() else ""


def _bind(invitasjon: Invitasjon, innlogging: Innlogging) -> str:
    """Bind them; the database decides that nobody becomes two. Gives what stands in the way, as ``_hindring``."""
    ord_ = {"provider": innlogging.tilbyder, "uid": innlogging.sub, "extra_data": {"iss": innlogging.utsteder}}
    try:
        with transaction.atomic():
            SocialAccount.objects.create(user=invitasjon.ansatt, **ord_)
    except IntegrityError:
        return "opptatt"
    invitasjon.brukt = timezone.now()
    invitasjon.save(update_fields=["brukt"])
    return ""


def _fortell(invitasjon: Invitasjon, innlogging: Innlogging, hindring: str) -> None:
    kontekst = systemet(invitasjon.kontor_id)
    sett(kontekst)
    utfall = f"kode avvist: {hindring}" if hindring else "innlogging knyttet med kode"
    notat = Notat(Handling.ENDRE, None, f"ansatt/{invitasjon.ansatt_id}", Formal.ADMINISTRASJON, not hindring, f"{utfall} ({innlogging})")
    skriv(kontekst, [notat], side="kode")
