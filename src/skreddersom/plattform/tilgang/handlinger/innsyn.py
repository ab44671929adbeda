"""One case, opened to somebody from outside, and closed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.tilgang import sporringer
from skreddersom.plattform.tilgang.handlinger.felles import lagre, noter
from skreddersom.plattform.tilgang.models import Innsynsrett
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


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
        raise Brukerfeil(_("Bare lederen på kontoret kan åpne en sak for noen utenfor."))
    if not nytt.grunn.strip():
        raise Brukerfeil(_("Skriv hvorfor saken skal åpnes."))
    if not sporringer.tilsynsfolk(kontekst, nytt.fra, nytt.til).filter(ansatt_id=nytt.ansatt).exists():
        raise Brukerfeil(_("Saken kan bare åpnes for noen hos Statsforvalteren eller direktoratet."))
    rett = Innsynsrett(kontor_id=kontekst.kontor, person_id=nytt.person, ansatt_id=nytt.ansatt, gitt_av_id=kontekst.ansatt)
    rett.fra, rett.til, rett.grunn = nytt.fra, nytt.til, nytt.grunn.strip()
    lagre(rett)
    noter(kontekst, Handling.OPPRETT, f"innsyn/{rett.pk}", f"til {nytt.ansatt}, {nytt.fra}–{nytt.til}", nytt.person, Formal.TILSYN)
    return rett


def avslutt_innsyn(kontekst: Kontekst, rett_id: UUID) -> None:
    """Close the case again, at once; one that is closed, stays as it was.

    Raises ``Innsynsrett.DoesNotExist`` for another unit's, ``Brukerfeil`` for others than leaders.
    """
    if kontekst.rolle is not Rolle.LEDER:
        raise Brukerfeil(_("Bare lederen på kontoret kan lukke saken."))
    rett = sporringer.gitte_innsyn(kontekst).select_for_update(of=("self",)).get(pk=rett_id)
    if rett.avsluttet:
        return
    rett.avsluttet = timezone.now()
    rett.save(update_fields=["avsluttet"])
    noter(kontekst, Handling.ENDRE, f"innsyn/{rett.pk}", "avsluttet", rett.person_id, Formal.TILSYN)
