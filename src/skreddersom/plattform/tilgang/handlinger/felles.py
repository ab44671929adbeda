"""What every action on access shares: who may not, what is valid, and the row in the log of the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Notat, skriv
from skreddersom.plattform.logg.koder import Formal, Handling

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def krev_annen(kontekst: Kontekst, ansatt: UUID) -> None:
    """Nobody gives themselves more, or takes themselves off a list: it takes two. Raises ``Brukerfeil``."""
    if ansatt == kontekst.ansatt:
        raise Brukerfeil(_("Du kan ikke endre dine egne roller eller din egen habilitet. Be en annen administrator om det."))


def lagre(rad: Model) -> None:
    """Save what is valid. Raises ``Brukerfeil`` with the sentences of what is not."""
    try:
        rad.full_clean()
    except ValidationError as feil:
        raise Brukerfeil(" ".join(feil.messages)) from None
    rad.save()


def noter(
    kontekst: Kontekst, handling: Handling, sak: str, detalj: str, person: UUID | None = None, formal: Formal = Formal.ADMINISTRASJON
) -> None:
    """Tell the log of the unit what was done."""
    skriv(kontekst, [Notat(handling, person, sak, formal, detalj=detalj)], side="tilgang")
