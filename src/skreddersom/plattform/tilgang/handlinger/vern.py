"""Protected persons, and who must not handle whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.plattform.logg.koder import Handling
from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.handlinger.felles import krev_annen, lagre, noter
from skreddersom.plattform.tilgang.models import Inhabil, Skjerming

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.roller import Gradering


def skjerm(kontekst: Kontekst, person: UUID, gradering: Gradering) -> None:
    """Hide the person from everyone at the office without the clearance, from now on. Raises ``Brukerfeil``."""
    skjerming = Skjerming.objects.filter(person_id=person).first() or Skjerming(kontor_id=kontekst.kontor, person_id=person)
    skjerming.gradering = gradering
    lagre(skjerming)
    noter(kontekst, Handling.ENDRE, "skjerming", gradering.value, person)


def opphev_skjerming(kontekst: Kontekst, id_: int) -> None:
    """Let the person be seen by all at the office again. Raises ``Skjerming.DoesNotExist``."""
    skjerming = sporringer.skjerminger(kontekst).get(pk=id_)
    skjerming.delete()
    noter(kontekst, Handling.SLETT, "skjerming", skjerming.gradering, skjerming.person_id)


def meld_inhabil(kontekst: Kontekst, ansatt_id: UUID, person: UUID, grunn: str) -> None:
    """Hide the person from this one member of staff. Raises ``Ansatt.DoesNotExist`` or ``Brukerfeil``."""
    ansatt = sporringer.ansatte(kontekst).get(pk=ansatt_id)
    lagre(Inhabil(kontor_id=kontekst.kontor, ansatt=ansatt, person_id=person, grunn=grunn))
    noter(kontekst, Handling.ENDRE, "habilitet", f"{ansatt.pk}: {grunn}", person)


def opphev_inhabil(kontekst: Kontekst, id_: int) -> None:
    """Take the pair off the list. Raises ``Inhabil.DoesNotExist``, or ``Brukerfeil`` for oneself."""
    inhabil = sporringer.inhabile(kontekst).get(pk=id_)
    krev_annen(kontekst, inhabil.ansatt_id)
    inhabil.delete()
    noter(kontekst, Handling.SLETT, "habilitet", str(inhabil.ansatt_id), inhabil.person_id)
