"""What is done with the letters of a case besides the decision itself: made ready, marked as sent, or put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from skreddersom.apper.sak import soknadsbrev, sporringer
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import handlinger as brevene
from skreddersom.plattform.brev import sporringer as brevsporringer
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

SENDER: Final = frozenset({Rolle.VEILEDER, Rolle.BESLUTTER, Rolle.LEDER})
"""Those who put letters in the post."""


def brevet(kontekst: Kontekst, sak_id: UUID, brev_id: UUID) -> Brev:
    """One letter of a case that may be seen. Raises ``Sak.DoesNotExist``, ``Brev.DoesNotExist``."""
    sak = sporringer.saker(kontekst).get(pk=sak_id)
    return brevsporringer.brev_i_saken(kontekst, sak.pk).get(pk=brev_id)


def gjor_brev_ferdig(kontekst: Kontekst, sak_id: UUID, brev_id: UUID) -> Brev:
    """The draft of a receipt that lacked something is made ready. Raises as ``brevet``, and ``BrevMangler`` with what it lacks still."""
    _krev_sender(kontekst)
    sak = sporringer.saker(kontekst).select_related("person", "saksbehandler").get(pk=sak_id)
    return soknadsbrev.gjor_ferdig(kontekst, sak, brevet(kontekst, sak_id, brev_id), sporringer.idag())


def merk_brev_sendt(kontekst: Kontekst, sak_id: UUID, brev_id: UUID) -> Brev:
    """Somebody has put the letter in the post. Raises as ``brevet``, and ``Brukerfeil`` for a draft."""
    _krev_sender(kontekst)
    return brevene.merk_sendt(kontekst, brevet(kontekst, sak_id, brev_id).pk)


def forkast_brev(kontekst: Kontekst, sak_id: UUID, brev_id: UUID, hvorfor: str) -> Brev:
    """The letter is not to be sent after all, and why. A letter that tells of a decision is always sent. Raises as ``brevet``."""
    _krev_sender(kontekst)
    valgt = brevet(kontekst, sak_id, brev_id)
    if valgt.slag not in KAN_FORKASTES:
        raise Brukerfeil(_("Parten skal ha dette brevet. Det kan ikke legges bort."))
    return brevene.forkast(kontekst, valgt.pk, hvorfor)


KAN_FORKASTES: Final = frozenset({"kvittering", "forelopig_svar", "forhandsvarsel", "invitasjon", "deltakerbevis"})
"""Letters that can turn out not to be needed, as when an application was registered by a mistake. A notice that has not gone is none."""


def _krev_sender(kontekst: Kontekst) -> None:
    if kontekst.rolle not in SENDER:
        raise Brukerfeil(_("Brev sendes av en veileder, en beslutter eller lederen."))
