"""Who follows up whom. The only action on several candidates at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def fordel(kontekst: Kontekst, kandidat_ider: Collection[UUID], veileder_id: UUID | None) -> int:
    """Give the candidates to a veileder, or to nobody; says how many were changed.

    A leader gives to anyone who is a veileder at the office; a veileder takes those nobody has, and gives back their own.
    Raises ``Brukerfeil`` otherwise.
    """
    _krev_lov(kontekst, veileder_id)
    laast = sporringer.kandidater(kontekst).filter(pk__in=kandidat_ider).select_for_update(of=("self",))
    valgt = [kandidat for kandidat in laast.order_by("pk") if kandidat.veileder_id != veileder_id]
    sporringer.kandidater(kontekst).filter(pk__in=[kandidat.pk for kandidat in valgt]).update(
        veileder_id=veileder_id, versjon=F("versjon") + 1
    )
    hva = f"fordelt til {veileder_id or 'ingen'}"
    skriv(kontekst, [Notat(Handling.ENDRE, ett.person_id, f"kandidat/{ett.pk}", Formal.OPPFOLGING, detalj=hva) for ett in valgt])
    return len(valgt)


def _krev_lov(kontekst: Kontekst, veileder_id: UUID | None) -> None:
    if kontekst.rolle is Rolle.VEILEDER and veileder_id in (None, kontekst.ansatt):
        return
    if kontekst.rolle is not Rolle.LEDER:
        raise Brukerfeil(_("Bare lederen kan gi kandidater til andre. Du kan ta dem som ingen har."))
    if veileder_id is not None and veileder_id not in {ett.pk for ett in sporringer.veiledere(kontekst)}:
        raise Brukerfeil(_("Velg en som er veileder ved kontoret i dag."))
