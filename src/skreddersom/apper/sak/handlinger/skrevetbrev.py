"""A veileder writes a letter: an invitation to a talk, or the certificate of a programme. It is made ready to be sent at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer as kandidatene
from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak import skrevetbrev, sporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Innsending, Konflikt, med_sak
from skreddersom.apper.sak.handlinger.sak import porten
from skreddersom.apper.sak.models import Hendelse, Hendelsesslag, Sak
from skreddersom.apper.sak.port import ikke_rollen
from skreddersom.apper.sak.sakport import Videre
from skreddersom.apper.sak.saksporringer import sakstilstand
from skreddersom.plattform.brev import handlinger as brevene
from skreddersom.plattform.brev import sporringer as brevsporringer
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.apper.sak.skrevetbrev import Bevis, Invitasjon
    from skreddersom.kjerne.lov.brevkrav import Malform
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FOLGER_OPP = frozenset({Rolle.VEILEDER, Rolle.LEDER})


def inviter(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Invitasjon) -> Hendelse:
    """Invite the one the case is about to a talk. Raises as ``med_sak``, and ``BrevMangler`` with what the letter lacks."""

    def gjor(sak: Sak) -> dict[str, Any]:
        dag = sporringer.idag()
        nytt = skrevetbrev.invitasjonen(kontekst, skrevetbrev.i_saken(sak, sakstilstand(sak)), ny, dag)
        return _om(brevene.lagre(kontekst, nytt, dag))

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.BREV, gjor, kan=porten(Videre.INVITASJON))


def gi_bevis(kontekst: Kontekst, sak_id: UUID, inn: Innsending, nytt: Bevis) -> Hendelse:
    """Make the certificate of the programme that is over. Raises as ``inviter``."""

    def gjor(sak: Sak) -> dict[str, Any]:
        dag, tilstand = sporringer.idag(), sakstilstand(sak)
        bevis = skrevetbrev.beviset(kontekst, skrevetbrev.i_saken(sak, tilstand), tilstand, nytt, dag)
        return _om(brevene.lagre(kontekst, bevis, dag))

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.BREV, gjor, kan=porten(Videre.BEVIS))


def _om(brev: Brev) -> dict[str, Any]:
    return {"brev": str(brev.pk), "slag": brev.slag}


def invitasjonsport(kandidat: Kandidat, kontekst: Kontekst) -> Port:
    """Whether the one who acts can invite a candidate who has no case."""
    if kontekst.rolle not in FOLGER_OPP:
        return Port((ikke_rollen(FOLGER_OPP),))
    if Sak.objects.filter(person=kandidat.person_id, avsluttet=None).exists():
        return Port((_("Personen har en sak som er åpen. Skriv invitasjonen fra saken."),))
    return Port()


def inviter_kandidat(kontekst: Kontekst, kandidat_id: UUID, inn: Innsending, ny: Invitasjon, malform: Malform) -> Brev:
    """Invite a candidate who has no case; the same invitation twice on a day is one letter.

    Raises ``Kandidat.DoesNotExist`` for one that may not be seen, ``Konflikt``, ``Stengt``, and ``BrevMangler``.
    """
    kandidat = kandidatene.kandidater(kontekst).select_for_update(of=("self",)).get(pk=kandidat_id)
    nytt = skrevetbrev.invitasjonen(kontekst, skrevetbrev.fra_lista(kandidat, malform), ny, sporringer.idag())
    lik = brevsporringer.om_personen(kontekst, kandidat.person_id).filter(slag=nytt.slag, malform=malform, data=nytt.data).first()
    if lik is not None:
        return lik
    if inn.versjon != kandidat.versjon:
        raise Konflikt
    felles.krev_apen(invitasjonsport(kandidat, kontekst))
    return brevene.lagre(kontekst, nytt, sporringer.idag())


def merk_invitasjon(kontekst: Kontekst, kandidat_id: UUID, brev_id: UUID) -> Brev:
    """Somebody has put the invitation in the post. Raises ``Kandidat.DoesNotExist``, ``Brev.DoesNotExist``."""
    return brevene.merk_sendt(kontekst, _brevet(kontekst, kandidat_id, brev_id))


def forkast_invitasjon(kontekst: Kontekst, kandidat_id: UUID, brev_id: UUID, hvorfor: str) -> Brev:
    """The invitation is not to be sent after all, and why. Raises as ``merk_invitasjon``, and ``Brukerfeil``."""
    return brevene.forkast(kontekst, _brevet(kontekst, kandidat_id, brev_id), hvorfor)


def _brevet(kontekst: Kontekst, kandidat_id: UUID, brev_id: UUID) -> UUID:
    """The letter, when it is to this candidate, outside any case."""
    kandidat = kandidatene.kandidater(kontekst).get(pk=kandidat_id)
    return brevsporringer.om_personen(kontekst, kandidat.person_id).get(pk=brev_id).pk
