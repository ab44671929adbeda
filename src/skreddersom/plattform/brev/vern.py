"""Persons whose address is protected: it stands in no letter of ours, and their letters go through nobody else's hands (lovvalg L52).

The office's own list (``tilgang.Skjerming``) says who they are. Only those with the clearance see the letters at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from skreddersom.plattform.tilgang.models import Skjerming
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

SPERRET: Final = (Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG)
"""Gradings that are about where somebody lives. «Skjermet» is about who may look, and hides no address from its owner's own post."""


def har_sperret_adresse(person: UUID) -> bool:
    """Whether nobody may learn from us where the person lives."""
    return Skjerming.objects.filter(person_id=person, gradering__in=SPERRET).exists()


def uten_adresse(mottaker: Mapping[str, Any]) -> dict[str, Any]:
    """Whom a letter is to, without where they live."""
    return {navn: verdi for navn, verdi in mottaker.items() if navn != "adresse"}
